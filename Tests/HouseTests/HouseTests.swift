import Foundation
import Testing

/// The package as the design draws it: arrows point down, pure rooms do no input or output, files stay small.
@Suite struct `The house` {
  /// What each room may import; a new room is drawn here first.
  static let arrows: [String: Set<String>] = [
    // Pure values and rules.
    "Statistics": ["RealModule"],
    "Tables": ["CZip", "CExpat"],
    "Matching": ["Statistics", "RealModule"],
    "Portfolio": ["Statistics", "RealModule"],
    "ProcessControl": ["Statistics", "RealModule"],
    "SmartPick": ["Matching", "Portfolio", "Statistics", "Tables", "RealModule"],
    "Improvement": ["ProcessControl", "Statistics", "Tables", "RealModule"],
    "Leadership": ["Statistics", "Tables"],
    // Words and pictures for pages and files.
    "Markup": [],
    "Pictures": ["Markup"],
    "Documents": ["Improvement", "Leadership", "Markup", "Pictures", "ProcessControl", "SmartPick"],
    // What is kept; knows no feature.
    "Workspaces": ["GRDB", "Crypto", "Foundation", "Synchronization"],
    "WorkspaceWriter": ["Workspaces", "Foundation"],
    // What people meet.
    "Site": [
      "Documents", "Improvement", "Leadership", "Markup", "Matching", "Pictures", "Portfolio", "ProcessControl",
      "SmartPick", "Statistics", "Tables", "Workspaces", "Crypto", "Foundation", "HTTPTypes", "Hummingbird", "Logging",
      "NIOCore", "Synchronization",
    ],
    "housestaff": [
      "Documents", "Improvement", "Leadership", "Markup", "Matching", "Pictures", "Portfolio", "ProcessControl", "Site",
      "SmartPick", "Statistics", "Tables", "Workspaces", "ArgumentParser", "CQREncode", "Darwin", "Foundation", "Glibc",
      "Hummingbird", "Logging", "Synchronization",
    ],
    "CZip": [], "CExpat": [], "CQREncode": [],
  ]

  static let pure: Set<String> = [
    "Statistics", "Tables", "Matching", "Portfolio", "ProcessControl", "SmartPick", "Improvement", "Leadership",
  ]

  /// Files of pure rooms that import FoundationEssentials, each with its reason.
  static let essentials = [
    "Sources/SmartPick/Season/DataFile.swift": "decodes the embedded figures, which are JSON, into typed records"
  ]

  private func imports(_ file: Repository.File) -> [String] {
    let imported =
      /^\s*(?:@\w+\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+(?:(?:struct|class|enum|func|protocol|typealias|let|var)\s+)?(\w+)/
    var text = false
    return file.lines.compactMap { line in
      // A multi-line string may hold Swift.
      if line.contains("\"\"\"") { text.toggle() }
      return text ? nil : (try? imported.firstMatch(in: line)).flatMap { $0.map { String($0.1) } }
    }
  }

  @Test func `has no room that the picture does not show`() {
    let rooms = Set(Repository.sources.compactMap(\.room))
    #expect(rooms.count >= 5, "the sources were found")
    #expect(rooms.subtracting(Self.arrows.keys).sorted() == [])
  }

  @Test func `has arrows that point down only`() {
    for file in Repository.sources {
      guard let room = file.room, let allowed = Self.arrows[room] else { continue }
      for name in imports(file) where !allowed.contains(name) {
        let hasReason =
          name == "FoundationEssentials" && (!Self.pure.contains(room) || Self.essentials[file.path] != nil)
        #expect(hasReason, "\(file.path) imports \(name), which \(room) may not know")
      }
    }
  }

  @Test func `has no arrow that comes back`() {
    // Rooms in an order in which each stands after all that it may know.
    var placed = Set(["RealModule", "GRDB", "Crypto", "Foundation", "Synchronization", "HTTPTypes", "Hummingbird"])
    placed.formUnion(["Logging", "NIOCore", "ArgumentParser", "Darwin", "Glibc"])
    var left = Self.arrows
    while let next = left.first(where: { $0.value.isSubset(of: placed) }) {
      placed.insert(next.key)
      left[next.key] = nil
    }
    #expect(left.keys.sorted() == [])
  }

  @Test func `declares in its manifest what the picture allows`() throws {
    let manifest = try #require(Repository.files.first { $0.path == "Package.swift" }).text
    let names = ["numerics": "RealModule", "argumentParser": "ArgumentParser", "grdb": "GRDB", "crypto": "Crypto"]
    let declaration = /(?:room\(\s*|executableTarget\(\s*name:\s*)"(\w+)"(?:,\s*(?:dependencies:\s*)?\[([^\]]*)\])?/
    var count = 0
    for match in manifest.matches(of: declaration) {
      let room = String(match.1)
      let allowed = try #require(Self.arrows[room], "\(room) is not in the picture")
      count += 1
      for word in (match.2 ?? "").split(separator: ",") {
        let name = word.filter { $0.isLetter || $0.isNumber }
        // Products of packages that have many are not spelled here; the imports hold them.
        guard let module = names[name] ?? (word.contains("\"") ? name : nil) else { continue }
        #expect(allowed.contains(module), "\(room) depends on \(module)")
      }
    }
    #expect(count >= 5, "the manifest was understood")
  }

  @Test func `does no input and no output in its pure rooms`() {
    let forbidden = [
      "FileManager", "FileHandle", "ProcessInfo", "URLSession", "print(", "debugPrint(", "readLine(", "NSLog",
      "Logger(", "Date()", "SystemRandomNumberGenerator", ".random(in:", "getenv", "fopen(", "Task.sleep",
    ]
    for file in Repository.sources where file.room.map(Self.pure.contains) == true {
      for (number, line) in file.lines.enumerated() {
        let code = line.firstRange(of: "//").map { line[..<$0.lowerBound] } ?? line
        for word in forbidden where code.contains(word) {
          // A generator that is given is no output.
          if word == ".random(in:", code.contains("using:") { continue }
          Issue.record("\(file.path):\(number + 1) uses \(word)")
        }
      }
    }
  }

  @Test func `is not imported as testable, so that its tests run in release`() {
    let word = "@" + "testable"
    #expect(Repository.swift.filter { $0.text.contains(word) }.map(\.path) == [])
  }

  /// What others have seen of a measure's groups is kept where counts are written; a second place would forget it.
  @Test func `changes the counts of a measure in one place`() {
    let files = Repository.sources.filter { file in
      file.room == "Site"
        && (file.text.contains("removeObservation(") || file.text.contains("in: measure.description)"))
    }
    #expect(files.map(\.name) == ["MeasureDocument.swift"])
  }

  @Test func `has files of a few screens`() {
    for file in Repository.swift {
      #expect(file.lines.count < 350, "\(file.path) asks for a second name")
    }
  }

  @Test func `has no file named for nothing in particular`() {
    let names = /(?i)(helper|util|manager|common|misc|todo|stuff)s?(\+\w+)?\.swift$/
    for file in Repository.swift {
      // A table of attributes common to all elements is a thing of its own.
      if file.name == "Attribute+Common.swift" { continue }
      #expect(file.name.firstMatch(of: names) == nil, "\(file.path)")
    }
  }

  @Test func `names no folder of the machine that it was written on`() {
    let folders = ["tmp", "home", "Users", "root", "mnt", "work"].map { "/\($0)/" }
    // What a tool left behind, such as a log, is no file of the project.
    let kinds = ["swift", "md", "json", "csv", "css", "js", "html", "svg", "yml", "py", "sh", "Makefile"]
    let files = Repository.files.filter { file in
      kinds.contains { file.path.hasSuffix($0) } || file.path.hasPrefix("scripts/") || file.path.hasPrefix(".ci/")
    }
    for file in files where !file.path.hasPrefix("Tests/HouseTests/") {
      for (number, line) in file.lines.enumerated() {
        for folder in folders {
          guard let range = line.firstRange(of: folder) else { continue }
          // Part of an address or of a longer path is no folder of a machine.
          let before = range.lowerBound > line.startIndex ? line[line.index(before: range.lowerBound)] : " "
          if before.isLetter || before.isNumber || "./:}-_)$~*".contains(before) { continue }
          Issue.record("\(file.path):\(number + 1) names \(folder)")
        }
      }
    }
  }
}

import Foundation
import Matching
import SmartPick
import Tables

/// The folder that `housestaff match` reads: five files at most, and everything that is wrong with them at once.
struct MarketFolder {
  /// More faults than these are counted, not printed.
  static let mostFindings = 1_000

  private let folder: URL
  private var builder = MarketBuilder()
  private var findings: [Finding] = []
  /// Tables that could not be read; what others say about their names is not held against them.
  private var unread: Set<MarketFault.Table> = []

  /// The market of a folder.
  /// - Throws: ``InputFailure`` with every fault of every file.
  static func market(_ path: String) throws -> Market {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
      throw InputFailure([
        Finding(
          .error, file: path, problem: isFolder.boolValue ? nil : "there is no folder of this name",
          expected: "a folder with applicants.csv, programs.csv and rankings.csv", remedy: "check the name")
      ])
    }
    var folder = MarketFolder(URL(filePath: path))
    return try folder.market()
  }

  private init(_ folder: URL) { self.folder = folder }

  private mutating func market() throws -> Market {
    readPrograms()
    readApplicants()
    readRankings()
    readCouples()
    readSupplemental()
    do throws(MarketFaults) {
      let market = try builder.build()
      if !findings.hasErrors {
        for finding in findings { Console.note(finding.description) }
        return market
      }
    } catch {
      findings += error.faults.filter { !isConsequence($0) }.map(Finding.init)
    }
    throw InputFailure(findings.filter { $0.severity == .error }, most: Self.mostFindings)
  }

  /// What is wrong only because another file is.
  private func isConsequence(_ fault: MarketFault) -> Bool {
    switch fault.kind {
    case .unknownProgram: unread.contains(.programs)
    case .unknownApplicant, .advancedNotListed: unread.contains(.applicants)
    default: false
    }
  }

  // MARK: the files

  private mutating func readPrograms() {
    read(MarketFile.programs) { builder, row, field in
      let name = row.name(field[0])
      let receiver = field[2] < 0 ? "" : row.name(field[2])
      var most: Int?
      if field[3] >= 0, !row.isEmpty(field[3]) {
        most = row.integer(field[3])
        if most == nil { builder.refuse(.programs, row, field[3], .revertsMax) }
      }
      let quota = row.integer(field[1])
      if quota == nil { builder.refuse(.programs, row, field[1], .quota) }
      builder.addProgram(
        name, quota: quota ?? 0, revertsTo: receiver.isEmpty ? nil : receiver, revertsMax: most, row: row.line)
    }
  }

  private mutating func readApplicants() {
    var ranks = RankReading(.applicants)
    read(MarketFile.applicants) { builder, row, field in
      let applicant = row.name(field[0])
      let rank = ranks.rank(row, field[1], of: applicant, &builder)
      builder.addChoice(applicant: applicant, rank: rank, program: row.name(field[2]), row: row.line)
    }
  }

  private mutating func readRankings() {
    var ranks = RankReading(.rankings)
    read(MarketFile.rankings) { builder, row, field in
      let program = row.name(field[0])
      let rank = ranks.rank(row, field[1], of: program, &builder)
      builder.addRanking(program: program, rank: rank, applicant: row.name(field[2]), row: row.line)
    }
  }

  private mutating func readCouples() {
    var ranks = RankReading(.couples)
    read(MarketFile.couples, isOptional: true) { builder, row, field in
      let couple = row.name(field[0])
      let rank = ranks.rank(row, field[1], of: couple, &builder)
      builder.addPair(
        couple: couple, rank: rank, applicantA: row.name(field[2]), programA: row.name(field[3]),
        applicantB: row.name(field[4]), programB: row.name(field[5]), row: row.line)
    }
  }

  private mutating func readSupplemental() {
    var ranks = RankReading(.supplemental)
    read(MarketFile.supplemental, isOptional: true) { builder, row, field in
      let applicant = row.name(field[0])
      let advanced = row.name(field[1])
      let rank = ranks.rank(row, field[2], of: applicant + "\u{0}" + advanced, &builder)
      builder.addSupplement(
        applicant: applicant, advancedProgram: advanced, rank: rank, program: row.name(field[3]), row: row.line)
    }
  }

  private mutating func read(
    _ file: MarketFile, isOptional: Bool = false,
    _ take: (inout MarketBuilder, borrowing CSVRow, [Int]) -> Void
  ) {
    if isOptional, !FileManager.default.fileExists(atPath: folder.appending(path: file.name).path) { return }
    var found: [Finding] = []
    if !file.read(in: folder, &found, take: { row, fields in take(&builder, row, fields) }) {
      unread.insert(file.table)
    }
    findings += found
  }
}

/// Ranks of one file; where one is no number, what it must have been, so that one fault is not told as two.
private struct RankReading {
  private let table: MarketFault.Table
  private var owner = ""
  private var last = 0

  init(_ table: MarketFault.Table) { self.table = table }

  mutating func rank(
    _ row: borrowing CSVRow, _ field: Int, of owner: String, _ builder: inout MarketBuilder
  ) -> Int {
    if owner != self.owner {
      self.owner = owner
      last = 0
    }
    if let rank = row.integer(field) {
      last = rank
    } else {
      builder.refuse(table, row, field, .rank)
      last += 1
    }
    return last
  }
}

extension MarketBuilder {
  fileprivate mutating func refuse(
    _ table: MarketFault.Table, _ row: borrowing CSVRow, _ field: Int, _ column: MarketFault.Column
  ) {
    report(
      MarketFault(table: table, row: row.line, column: column, value: row.string(field), kind: .notANumber))
  }
}

import Foundation
import Testing

@Suite struct `A malformed file` {
  @Test(arguments: MalformedFile.all.map(\.name))
  func `is told everything that is wrong with it, and nothing is charted`(name: String) throws {
    let file = try #require(MalformedFile.all.first { $0.name == name })
    let folder = try Folder()
    try Data(file.text.unicodeScalars.map { UInt8($0.value) }).write(
      to: folder.url.appendingPathComponent("\(name).csv"))
    let run = try Housestaff(["chart", "\(name).csv"] + file.arguments + ["--format", "json"], in: folder.url)
    #expect(run.status == 1)
    #expect(run.out.isEmpty)
    let lines = run.err.split(separator: "\n").map(String.init)
    #expect(lines.filter { !$0.hasSuffix("problems in all.") } == file.lines, "\(run.err)")
    if file.lines.count > 1 { #expect(lines.last == "\(file.lines.count) problems in all.") }
  }

  @Test func `comes in at least thirty kinds`() {
    #expect(Set(MalformedFile.all.map(\.name)).count >= 30)
    #expect(MalformedFile.all.allSatisfy { !$0.lines.isEmpty })
  }

  @Test func `with thousands of faults tells the first hundred and how many more there are`() throws {
    let folder = try Folder()
    try folder.write("date,value\n" + String(repeating: "2026-02-30,1\n", count: 5_000), "many.csv")
    let run = try folder.chart("many.csv")
    let lines = run.err.split(separator: "\n")
    #expect(run.status == 1)
    #expect(lines.count == 102)
    #expect(lines[100] == "many.csv: 4900 more problems; put the first 100 right and try again.")
  }

  @Test func `that is not there, or is a folder, is said so`() throws {
    let folder = try Folder()
    let absent = try folder.chart("absent.csv")
    #expect(absent.status == 1)
    #expect(absent.err == "absent.csv: there is no file absent.csv; check the name and the folder.\n")
    let directory = try Housestaff(["chart", folder.url.path], in: folder.url)
    #expect(directory.status == 1)
    #expect(directory.err.contains("is a folder; expected a file; name a file in it."))
  }
}

import Foundation
import Testing
import Workspaces

/// Files reviewed like code.
///
/// To record: `HOUSESTAFF_RECORD=1 swift test --filter WorkspacesTests`, then read the diff. The file of a version that
/// was released is never recorded again.
private enum Golden {
  static let recording = ProcessInfo.processInfo.environment["HOUSESTAFF_RECORD"] != nil

  static func source(_ name: String) -> URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden/\(name)")
  }

  static func file(_ name: String) throws -> URL {
    let folder = try #require(Bundle.module.resourceURL)
    return folder.appendingPathComponent("Golden/\(name)")
  }
}

@Suite struct `The file format` {
  @Test func `is the one that was agreed on`() throws {
    let schema = try Schema.current().joined(separator: "\n\n") + "\n"
    if Golden.recording { try Data(schema.utf8).write(to: Golden.source("schema.txt")) }
    #expect(String(decoding: try Data(contentsOf: Golden.file("schema.txt")), as: UTF8.self) == schema)
  }

  @Test(.enabled(if: Golden.recording)) func `is recorded once for each version`() async throws {
    let place = try Place(seed: 1001)
    let file = Golden.source("version-1.sqlite")
    guard !FileManager.default.fileExists(atPath: file.path) else { return }
    let home = try await place.shelf().create(ownerNamed: "Ada")
    let link = try await home.workspace.write(by: home.seat) { try $0.invite(as: .editor) }
    let other = try await home.workspace.join(by: link, named: "Ben")
    let key = try await home.workspace.write(by: home.seat) { try $0.keep(label: "on paper") }
    let plan = try #require(DocumentID<Plan>("first"))
    let note = try #require(DocumentID<Reflection>("sunday"))
    try await home.workspace.write(by: home.seat) { writing in
      try writing.create(Plan(title: "Discharge before noon", steps: ["count"]), as: plan)
      try writing.write(Reflection(text: "I was impatient on rounds."), to: note, on: nil)
      try writing.set("paper", to: "letter")
      try writing.record(
        [Observation(date: "2026-09-01", numerator: 12, denominator: 40, strata: ["unit": "5B"])], in: "noon")
    }
    place.pass(minutes: 20)
    try await home.workspace.write(by: other.seat) {
      try $0.write(Plan(title: "Discharge before noon", steps: ["count", "ask"]), to: plan, on: 1)
    }
    try await home.workspace.export(to: file)
    try Data(key.text.utf8).write(to: Golden.source("version-1.recovery.txt"))
  }

  @Test(arguments: [1]) func `of every older version opens, with all that was in it`(version: Int) async throws {
    let place = try Place()
    let shelf = try place.shelf()
    let id = try await shelf.take(try Golden.file("version-\(version).sqlite"))
    let text = String(decoding: try Data(contentsOf: Golden.file("version-\(version).recovery.txt")), as: UTF8.self)
    let home = try await shelf.workspace(id).adopt(named: "Ada again", recovering: try #require(Token(text)))
    #expect((home.seat.member.name, home.seat.member.role) == ("Ada", .owner))
    let plan = try #require(DocumentID<Plan>("first"))
    let note = try #require(DocumentID<Reflection>("sunday"))
    try await home.workspace.read { (reading) throws in
      #expect(
        try reading.document(plan)?.value == Plan(title: "Discharge before noon", steps: ["count", "ask"]))
      #expect(try reading.document(plan, at: 1)?.value.steps == ["count"])
      #expect(try reading.history(of: plan).map(\.changes) == [["steps", "title"], ["steps"]])
      #expect(try reading.note(note, of: home.seat)?.value.text == "I was impatient on rounds.")
      #expect(try reading.setting("paper") == "letter")
      #expect(try reading.observations(of: "noon").map(\.strata) == [["unit": "5B"]])
      #expect(Set(try reading.members().map(\.name)) == ["Ada", "Ben"])
      #expect(try reading.search("ASK noon").map(\.id) == ["first"])
      #expect(try reading.search("impatient") == [])
    }
  }
}

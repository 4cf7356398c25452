import Foundation
import Testing
import Workspaces

@Suite struct `A document` {
  let place: Place
  let home: Arrival

  init() async throws {
    place = try Place()
    home = try await place.shelf().create(ownerNamed: "Ada")
  }

  var workspace: Workspace { home.workspace }

  private func create(_ plan: Plan) async throws -> Kept<Plan> {
    try await workspace.write(by: home.seat) { try $0.create(plan) }
  }

  private func write(_ plan: Plan, on kept: Kept<Plan>) async throws -> Kept<Plan> {
    try await workspace.write(by: home.seat) { try $0.write(plan, to: kept.id, on: kept.revision) }
  }

  private func read(_ id: DocumentID<Plan>) async throws -> Kept<Plan>? {
    try await workspace.read { try $0.document(id) }
  }

  @Test func `is read exactly as it was written`() async throws {
    let plan = Plan(
      title: "Caf\u{e9} \"quoted\" \u{1F600} \0 end", steps: ["", "a/b"], due: Date(timeIntervalSince1970: 0.1))
    let kept = try await create(plan)
    #expect(try await read(kept.id) == kept)
    #expect(kept.value == plan)
    #expect(kept.author == home.seat.member.id)
    #expect(kept.at == place.world.now())
  }

  @Test func `is not there under a name nobody gave, or under the same name of another type`() async throws {
    let id = try #require(DocumentID<Plan>("one"))
    let other = try #require(DocumentID<Tally>("one"))
    #expect(try await read(id) == nil)
    _ = try await workspace.write(by: home.seat) { try $0.create(Tally(count: 3), as: other) }
    #expect(try await read(id) == nil)
    #expect(try await workspace.read { try $0.document(other)?.value } == Tally(count: 3))
  }

  @Test func `cannot take a name that is in use, even of a deleted one`() async throws {
    let id = try #require(DocumentID<Plan>("profile"))
    let kept = try await workspace.write(by: home.seat) { try $0.create(Plan(title: "a"), as: id) }
    try await workspace.write(by: home.seat) { try $0.delete(id, on: kept.revision) }
    await #expect(throws: WorkspaceError.taken(collection: "plan", id: "profile")) {
      try await workspace.write(by: home.seat) { try $0.create(Plan(title: "b"), as: id) }
    }
  }

  @Test func `refuses a stale write and shows both versions`() async throws {
    let first = try await create(Plan(title: "first"))
    let second = try await write(Plan(title: "second"), on: first)
    let error = await #expect(throws: WorkspaceError.self) { try await write(Plan(title: "mine"), on: first) }
    guard case .stale(let conflict)? = error else {
      Issue.record("expected a conflict, got \(String(describing: error))")
      return
    }
    let versions = try conflict.versions(Plan.self)
    #expect(versions.mine == Plan(title: "mine"))
    #expect(versions.theirs == Plan(title: "second"))
    #expect((conflict.basis, conflict.current) == (first.revision, second.revision))
    #expect(conflict.author == home.seat.member.id)
    #expect(try await read(first.id) == second)
  }

  @Test func `refuses a stale deletion, undo and restoration alike`() async throws {
    let first = try await create(Plan(title: "first"))
    let second = try await write(Plan(title: "second"), on: first)
    await #expect(throws: WorkspaceError.self) {
      try await workspace.write(by: home.seat) { try $0.delete(first.id, on: first.revision) }
    }
    await #expect(throws: WorkspaceError.self) {
      try await workspace.write(by: home.seat) { try $0.undo(first.id, on: first.revision) }
    }
    await #expect(throws: WorkspaceError.self) {
      try await workspace.write(by: home.seat) { try $0.restore(first.id, to: 1, on: first.revision) }
    }
    #expect(try await read(first.id) == second)
  }

  @Test func `is unchanged by writing the same again`() async throws {
    let kept = try await create(Plan(title: "same"))
    place.pass(minutes: 30)
    #expect(try await write(kept.value, on: kept) == kept)
    #expect(try await workspace.read { try $0.history(of: kept.id).count } == 1)
  }

  @Test func `is deleted, listed among the deleted, and restored`() async throws {
    let kept = try await create(Plan(title: "gone"))
    try await workspace.write(by: home.seat) { try $0.delete(kept.id, on: kept.revision) }
    #expect(try await read(kept.id) == nil)
    #expect(try await workspace.read { try $0.documents(Plan.self) } == [])
    let deleted = try #require(try await workspace.read { try $0.deleted(Plan.self) }.first)
    #expect(deleted.value == kept.value)
    let restored = try await workspace.write(by: home.seat) { try $0.restore(deleted.id, on: deleted.revision) }
    #expect(restored.value == kept.value)
    #expect(try await read(kept.id) == restored)
    #expect(try await workspace.read { try $0.deleted(Plan.self) } == [])
  }

  @Test func `names what is missing`() async throws {
    let id = try #require(DocumentID<Plan>("nowhere"))
    await #expect(throws: WorkspaceError.missing(collection: "plan", id: "nowhere")) {
      try await workspace.write(by: home.seat) { try $0.write(Plan(title: ""), to: id, on: 1) }
    }
  }

  @Test func `is written with others in one transaction or not at all`() async throws {
    let kept = try await create(Plan(title: "a"))
    await #expect(throws: WorkspaceError.self) {
      try await workspace.write(by: home.seat) { writing in
        try writing.create(Tally(count: 1))
        try writing.write(Plan(title: "b"), to: kept.id, on: 99)
      }
    }
    #expect(try await workspace.read { try $0.documents(Tally.self).count } == 0)
    #expect(try await read(kept.id) == kept)
  }

  @Test func `is erased with its history, and its words leave the file`() async throws {
    let word = "xylophonic"
    let kept = try await create(Plan(title: word))
    _ = try await write(Plan(title: "\(word) twice"), on: kept)
    try await workspace.export(to: place.file("copy.sqlite"), by: home.seat)
    let copies = try await workspace.erase(kept.id, by: home.seat)
    #expect(copies.map(\.place) == ["copy.sqlite"])
    #expect(try await read(kept.id) == nil)
    #expect(try await workspace.read { try $0.history(of: kept.id) } == [])
    try await workspace.close()
    for file in try FileManager.default.contentsOfDirectory(
      at: place.directory.appendingPathComponent("shelf"), includingPropertiesForKeys: nil)
    {
      #expect(try Data(contentsOf: file).range(of: Data(word.utf8)) == nil, "\(file.lastPathComponent)")
    }
  }

  @Test func `is told apart from settings`() async throws {
    try await workspace.write(by: home.seat) { try $0.set("paper", to: "a4") }
    #expect(try await workspace.read { try $0.setting("paper") } == "a4")
    try await workspace.write(by: home.seat) { try $0.set("paper", to: nil) }
    #expect(try await workspace.read { try $0.setting("paper") } == nil)
  }
}

/// A type as an earlier release had it, and as it is now.
private struct Old: Document {
  static let collection = "goal"
  var title: String
}

private struct New: Document, Equatable {
  static let collection = "goal"
  static let shape = 3
  static let laterFields = [LaterField(since: 2, "hours", 5), LaterField(since: 3, "tags", ["none"])]
  var title: String
  var hours: Int
  var tags: [String]
}

@Suite struct `A type that grew fields` {
  @Test func `reads older documents with the defaults, and keeps what they hold`() async throws {
    let place = try Place()
    let home = try await place.shelf().create(ownerNamed: "Ada")
    let old = try await home.workspace.write(by: home.seat) { try $0.create(Old(title: "old")) }
    let id = try #require(DocumentID<New>(old.id.description))
    let read = try #require(try await home.workspace.read { try $0.document(id) })
    #expect(read.value == New(title: "old", hours: 5, tags: ["none"]))

    let new = New(title: "new", hours: 7, tags: [])
    let written = try await home.workspace.write(by: home.seat) { try $0.write(new, to: id, on: read.revision) }
    #expect(try await home.workspace.read { try $0.document(id)?.value } == new)
    #expect(written.revision > read.revision)
  }

  @Test func `refuses documents of a newer program clearly`() async throws {
    let place = try Place()
    let home = try await place.shelf().create(ownerNamed: "Ada")
    let new = try await home.workspace.write(by: home.seat) {
      try $0.create(New(title: "new", hours: 1, tags: []))
    }
    let id = try #require(DocumentID<Old>(new.id.description))
    await #expect(
      throws: WorkspaceError.newerDocument(collection: "goal", id: id.description, shape: 3, known: 1)
    ) { _ = try await home.workspace.read { try $0.document(id)?.value.title } }
  }
}

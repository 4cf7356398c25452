import Foundation
import GRDB
import Testing
import Workspaces

@Suite struct `An unsigned document` {
  let place: Place
  let home: Arrival

  init() async throws {
    place = try Place()
    home = try await place.shelf().create(ownerNamed: "Ada")
  }

  private var workspace: Workspace { home.workspace }

  /// A contributor beside the owner.
  private func contributor() async throws -> Arrival {
    let link = try await workspace.write(by: home.seat) { try $0.invite(as: .contributor) }
    return try await workspace.join(by: link, named: "Bo")
  }

  private func written(_ seat: Seat) async throws -> Kept<Plan> {
    try await workspace.write(by: seat) { try $0.createUnsigned(Plan(title: "Quiet")) }
  }

  private func erased(_ id: DocumentID<Plan>, by seat: Seat) async throws -> Bool {
    try await workspace.write(by: seat) { try $0.eraseUnsigned(id) }
  }

  @Test func `is erased with its history on its day and the next, and no later`() async throws {
    let other = try await contributor()
    let revisions = try await workspace.read { try $0.contents().revisions }
    let (first, second) = (try await written(other.seat), try await written(other.seat))
    #expect(try await erased(first.id, by: other.seat))
    #expect(try await workspace.read { try $0.search("quiet").count } == 1)
    place.pass(minutes: 24 * 60)
    #expect(try await erased(second.id, by: other.seat))
    #expect(try await workspace.read { try $0.contents().revisions } == revisions)
    #expect(try await workspace.read { try $0.search("quiet").isEmpty })
    let third = try await written(other.seat)
    place.pass(minutes: 48 * 60)
    #expect(!(try await erased(third.id, by: other.seat)))
    #expect(try await workspace.read { try $0.document(third.id)?.value.title } == "Quiet")
    await #expect(throws: WorkspaceError.missing(collection: "plan", id: first.id.description)) {
      try await erased(first.id, by: other.seat)
    }
  }

  @Test func `is not erased once it was changed, nor when it is signed`() async throws {
    let kept = try await written(home.seat)
    try await workspace.write(by: home.seat) { try $0.write(Plan(title: "Edited"), to: kept.id, on: kept.revision) }
    #expect(!(try await erased(kept.id, by: home.seat)))
    let signed = try await workspace.write(by: home.seat) { try $0.create(Plan(title: "Mine")) }
    await #expect(throws: WorkspaceError.missing(collection: "plan", id: signed.id.description)) {
      try await erased(signed.id, by: home.seat)
    }
  }

  @Test func `and what follows from it name nobody, to the day`() async throws {
    let other = try await contributor()
    let owned = try await workspace.write(by: home.seat) { try $0.create(Plan(title: "Total")) }
    place.pass(minutes: 777)
    try await workspace.write(by: other.seat) { writing in
      try writing.createUnsigned(Plan(title: "Quiet"))
      let unsigned = try writing.unsigned()
      try unsigned.write(Plan(title: "Total: 1"), to: owned.id, on: owned.revision)
      try unsigned.record([Observation(date: "2026-09-21", numerator: 1)], in: "between")
    }
    let queue = try DatabaseQueue(path: place.file("shelf/\(workspace.id).sqlite").path)
    let rows = try await queue.read { database in
      try Row.fetchAll(
        database,
        sql: "SELECT author, at FROM observation UNION ALL SELECT author, at FROM revision WHERE author <> ?",
        arguments: [home.seat.member.id.rawValue])
    }
    #expect(rows.count == 3)
    for row in rows {
      #expect(row["author"] == "nobody")
      #expect((row["at"] as Int64) % 86_400_000 == 0)
    }
    // Who may only read may not write so either.
    let viewer = try await workspace.write(by: home.seat) { try $0.invite(as: .viewer) }
    let reader = try await workspace.join(by: viewer, named: "Cy")
    await #expect(throws: WorkspaceError.notAllowed(.contribute, .viewer)) {
      try await workspace.write(by: reader.seat) { _ = try $0.unsigned() }
    }
  }
}

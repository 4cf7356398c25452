import Foundation
import Testing
import Workspaces

@Suite struct `The history of a document` {
  let place: Place
  let home: Arrival
  let other: Arrival

  init() async throws {
    place = try Place()
    home = try await place.shelf().create(ownerNamed: "Ada")
    let link = try await home.workspace.write(by: home.seat) { try $0.invite(as: .editor) }
    other = try await home.workspace.join(by: link, named: "Ben")
  }

  private func save(_ title: String, _ id: DocumentID<Plan>, by arrival: Arrival) async throws {
    try await home.workspace.write(by: arrival.seat) { writing in
      let revision = try writing.reading.document(id)?.revision ?? 0
      try writing.write(Plan(title: title), to: id, on: revision)
    }
  }

  private func history(_ id: DocumentID<Plan>) async throws -> [Revision] {
    try await home.workspace.read { try $0.history(of: id) }
  }

  private func titles(_ id: DocumentID<Plan>) async throws -> [String?] {
    try await home.workspace.read { reading in
      try reading.history(of: id).map { try reading.document(id, at: $0.number)?.value.title }
    }
  }

  @Test func `makes the saves of one author within ten minutes one revision`() async throws {
    let id = try await home.workspace.write(by: home.seat) { try $0.create(Plan(title: "a")).id }
    for title in ["b", "c"] {
      place.pass(minutes: 4)
      try await save(title, id, by: home)
    }
    #expect(try await titles(id) == ["c"])
    place.pass(minutes: 2)
    try await save("d", id, by: home)  // ten minutes after the first
    #expect(try await titles(id) == ["c", "d"])
    try await save("e", id, by: other)
    try await save("f", id, by: home)
    #expect(try await titles(id) == ["c", "d", "e", "f"])
    let lines = try await history(id)
    #expect(lines.map(\.kind) == [.created, .edited, .edited, .edited])
    #expect(lines.map(\.author) == [home, home, other, home].map(\.seat.member.id))
    #expect(lines[0].began + 480 == lines[0].at)
  }

  @Test func `says what changed`() async throws {
    let kept = try await home.workspace.write(by: home.seat) { try $0.create(Plan(title: "a", steps: ["x"])) }
    place.pass(minutes: 20)
    let due = Plan(title: "a", steps: ["x", "y"], due: place.world.now())
    let second = try await home.workspace.write(by: home.seat) { try $0.write(due, to: kept.id, on: kept.revision) }
    place.pass(minutes: 20)
    let third = try await home.workspace.write(by: home.seat) {
      try $0.write(Plan(title: "a", steps: ["x", "y"]), to: kept.id, on: second.revision)
    }
    try await home.workspace.write(by: home.seat) { try $0.delete(kept.id, on: third.revision) }
    #expect(try await history(kept.id).map(\.changes) == [["steps", "title"], ["due", "steps"], ["due"], []])
  }

  @Test func `goes back save by save within ten minutes, later by revision`() async throws {
    for wait in [1.0, 11.0] {
      let id = try await home.workspace.write(by: home.seat) { try $0.create(Plan(title: "a")).id }
      place.pass(minutes: 30)
      for title in ["b", "c", "d"] { try await save(title, id, by: home) }
      place.pass(minutes: wait)
      try await save("e", id, by: other)
      var seen: [String?] = []
      while let revision = try await history(id).last?.number {
        do {
          seen.append(try await home.workspace.write(by: home.seat) { try $0.undo(id, on: revision)?.value.title })
        } catch WorkspaceError.nothingToUndo {
          break
        }
      }
      #expect(seen == (wait < 10 ? ["d", "c", "b", "a", nil] : ["d", "a", nil]))
    }
  }

  @Test func `brings any state back`() async throws {
    let id = try await home.workspace.write(by: home.seat) { try $0.create(Plan(title: "a")).id }
    place.pass(minutes: 30)
    try await save("b", id, by: home)
    let lines = try await history(id)
    let restored = try await home.workspace.write(by: home.seat) {
      try $0.restore(id, to: lines[0].number, on: lines[1].number)
    }
    #expect(restored.value.title == "a")
    #expect(try await titles(id) == ["a", "b", "a"])
    let undone = try await home.workspace.write(by: home.seat) { try $0.undo(id, on: restored.revision) }
    #expect(undone?.value.title == "b")
    await #expect(throws: WorkspaceError.nothingToRestore(collection: "plan", id: id.description)) {
      try await home.workspace.write(by: home.seat) { try $0.restore(id, to: 77, on: undone?.revision ?? 0) }
    }
  }
}

/// A wager: what was bet can change until it is closed.
private struct Wager: Document, Equatable {
  static let collection = "wager"
  var bet: String
  var isClosed = false
  var isPaid = false

  var acts: [Act] {
    (isClosed ? [Act("Closed: \(bet)", isFinal: true)] : []) + (isPaid ? [Act("Paid")] : [])
  }
}

@Suite struct `What was done for good` {
  let place: Place
  let home: Arrival

  init() async throws {
    place = try Place()
    home = try await place.shelf().create(ownerNamed: "Ada")
  }

  private func save(_ wager: Wager, _ id: DocumentID<Wager>) async throws {
    try await home.workspace.write(by: home.seat) { writing in
      try writing.write(wager, to: id, on: try writing.reading.document(id)?.revision ?? 0)
    }
  }

  private func states(_ id: DocumentID<Wager>) async throws -> [Wager?] {
    try await home.workspace.read { reading in
      try reading.history(of: id).map { try reading.document(id, at: $0.number)?.value }
    }
  }

  @Test(arguments: [0.0, 30]) func `stands by itself between the saves of ten minutes`(later: Double) async throws {
    let id = try await home.workspace.write(by: home.seat) { try $0.create(Wager(bet: "1")).id }
    let all = [
      Wager(bet: "2"), Wager(bet: "3"), Wager(bet: "3", isClosed: true), Wager(bet: "3", isClosed: true, isPaid: true),
      Wager(bet: "3", isClosed: true),
    ]
    for wager in all { try await save(wager, id) }
    #expect(try await states(id) == [all[1], all[2], all[3], all[4]])
    place.pass(minutes: later)
    try await save(Wager(bet: "3", isClosed: true, isPaid: true), id)
    #expect(try await states(id) == [all[1], all[2], all[3], all[4], all[3]])
  }

  @Test func `is lost by no save, undo, restore or deletion`() async throws {
    let id = try await home.workspace.write(by: home.seat) { try $0.create(Wager(bet: "1")).id }
    try await save(Wager(bet: "2"), id)
    try await save(Wager(bet: "2", isClosed: true), id)
    let final = WorkspaceError.final(collection: "wager", id: id.description, act: "Closed: 2")
    let ways: [@Sendable (Writing) throws -> Void] = [
      { _ = try $0.write(Wager(bet: "9", isClosed: true), to: id, on: 3) },
      { _ = try $0.write(Wager(bet: "2"), to: id, on: 3) },
      { _ = try $0.undo(id, on: 3) }, { _ = try $0.restore(id, to: 2, on: 3) }, { try $0.delete(id, on: 3) },
    ]
    for way in ways {
      await #expect(throws: final) { try await home.workspace.write(by: home.seat, way) }
    }
    // What is not final may go, and what came later may be taken back.
    try await save(Wager(bet: "2", isClosed: true, isPaid: true), id)
    try await home.workspace.write(by: home.seat) { _ = try $0.undo(id, on: 4) }
    #expect(try await home.workspace.read { try $0.document(id)?.value } == Wager(bet: "2", isClosed: true))
  }
}

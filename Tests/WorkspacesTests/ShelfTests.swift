import Foundation
import Testing
import Workspaces

@Suite struct `A shelf` {
  @Test func `keeps so many open and no more, and loses nothing by closing`() async throws {
    let place = try Place()
    let shelf = try place.shelf(limit: 3)
    var tokens: [Token] = []
    for count in 0..<10 {
      let home = try await shelf.create(ownerNamed: "Ada")
      try await home.workspace.write(by: home.seat) { try $0.create(Tally(count: count)) }
      tokens.append(home.token)
    }
    #expect(await shelf.openCount == 3)
    for (count, token) in tokens.enumerated() {
      let (workspace, _) = try await shelf.enter(token)
      #expect(try await workspace.read { try $0.documents(Tally.self).map(\.value.count) } == [count])
    }
    #expect(await shelf.openCount <= 4)  // the last one is also held by the loop
  }

  @Test func `closes the least recently used`() async throws {
    let place = try Place()
    let shelf = try place.shelf(limit: 2)
    weak var first = try await shelf.create(ownerNamed: "a").workspace
    weak var second = try await shelf.create(ownerNamed: "b").workspace
    let id = try #require(first?.id)
    _ = try await shelf.workspace(id)
    _ = try await shelf.create(ownerNamed: "c")
    #expect(first != nil)
    #expect(second == nil)
  }

  @Test func `gives everyone the same open workspace, also one it let go of`() async throws {
    let place = try Place()
    let shelf = try place.shelf(limit: 1)
    let held = try await shelf.create(ownerNamed: "Ada").workspace
    _ = try await shelf.create(ownerNamed: "Ben")
    #expect(try await shelf.workspace(held.id) === held)
    let other = try place.shelf()
    let opened = try await withThrowingTaskGroup(of: Workspace.self) { group in
      for _ in 0..<20 { group.addTask { try await other.workspace(held.id) } }
      return try await group.reduce(into: [Workspace]()) { $0.append($1) }
    }
    #expect(opened.allSatisfy { $0 === opened[0] })
  }

  @Test func `loses no confirmed write of writers at two handles`() async throws {
    let place = try Place()
    let home = try await place.shelf().create(ownerNamed: "Ada")
    let id = try #require(DocumentID<Tally>("count"))
    try await home.workspace.write(by: home.seat) { try $0.create(Tally(count: 0), as: id) }
    let shelves = [try place.shelf(), try place.shelf()]
    let confirmed = try await withThrowingTaskGroup(of: Int.self) { group in
      for shelf in shelves + shelves {
        group.addTask {
          let (workspace, seat) = try await shelf.enter(home.token)
          var confirmed = 0
          while confirmed < 25 {
            // Read and write apart, as a page and its form are.
            guard let kept = try await workspace.read({ try $0.document(id) }) else { break }
            do {
              try await workspace.write(by: seat) {
                try $0.write(Tally(count: kept.value.count + 1), to: id, on: kept.revision)
              }
              confirmed += 1
            } catch WorkspaceError.stale {
              continue
            }
          }
          return confirmed
        }
      }
      return try await group.reduce(0, +)
    }
    let kept = try #require(try await home.workspace.read { try $0.document(id) })
    #expect((confirmed, kept.value.count, kept.revision) == (100, 100, 101))
  }
}

@Suite struct `The search` {
  @Test func `finds what is there now, by the beginnings of its words`() async throws {
    let place = try Place()
    let home = try await place.shelf().create(ownerNamed: "Ada")
    let find = { @Sendable (text: String) async throws -> [String] in
      try await home.workspace.read { try $0.search(text).map(\.id) }
    }
    let id = try #require(DocumentID<Plan>("p"))
    let kept = try await home.workspace.write(by: home.seat) {
      try $0.create(Plan(title: "Caf\u{e9} discharge", steps: ["before noon"]), as: id)
    }
    for text in ["cafe", "CAF\u{c9}", "disch noon", "noon\" OR \"x", "before* -"] {
      #expect(try await find(text) == (text.contains("OR") ? [] : ["p"]), "\(text)")
    }
    for text in ["", "  \"*^ ", "ischarge", "cafe night", "NEAR("] { #expect(try await find(text) == [], "\(text)") }
    let changed = try await home.workspace.write(by: home.seat) {
      try $0.write(Plan(title: "Night"), to: id, on: kept.revision)
    }
    #expect(try await find("cafe") == [])
    #expect(try await find("night") == ["p"])
    try await home.workspace.write(by: home.seat) { try $0.delete(id, on: changed.revision) }
    #expect(try await find("night") == [])
  }
}

@Suite struct `Observations` {
  @Test func `are kept by date and stratum, the later count in place of the earlier`() async throws {
    let place = try Place()
    let home = try await place.shelf().create(ownerNamed: "Ada")
    let counts = [
      Observation(date: "2026-09-08", numerator: 3, denominator: 10),
      Observation(date: "2026-09-01", numerator: 4, denominator: 12, strata: ["shift": "night", "unit": "5B"]),
      Observation(date: "2026-09-01", numerator: 1, denominator: 9, strata: ["unit": "5B", "shift": "day"]),
    ]
    let again = Observation(date: "2026-09-08", numerator: 5, denominator: 11)
    try await home.workspace.write(by: home.seat) { writing in
      try writing.record(counts, in: "noon")
      try writing.record([again], in: "noon")
      try writing.record(counts, in: "other")
    }
    #expect(try await home.workspace.read { try $0.observations(of: "noon") } == [counts[2], counts[1], again])
    try await home.workspace.write(by: home.seat) {
      try $0.removeObservation(on: "2026-09-01", strata: ["unit": "5B", "shift": "day"], from: "noon")
    }
    #expect(try await home.workspace.read { try $0.observations(of: "noon") } == [counts[1], again])
  }
}

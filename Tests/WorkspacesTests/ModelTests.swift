import Foundation
import Testing
import Workspaces

/// What a workspace should do with one document, as plainly as it can be said: a stack of states for undo, and a list
/// of revisions.
private struct Model {
  struct State {
    var number: Int
    var title: String?
  }

  struct Line {
    var kind: Revision.Kind
    var author: Int
    var began: Date
    var saves: [State]
  }

  var stack: [State] = []
  var lines: [Line] = []
  var number = 0

  var title: String? { stack.last?.title }

  mutating func add(_ title: String?, _ kind: Revision.Kind, by author: Int, at now: Date, pushing: Bool = true) {
    number += 1
    let state = State(number: number, title: title)
    if !pushing { stack = stack.dropLast(2) }  // the state taken back, and the one this is now the top instead of
    stack.append(state)
    if let last = lines.last, kind == .edited, last.kind == .created || last.kind == .edited, last.author == author,
      now.timeIntervalSince(last.began) < 600
    {
      lines[lines.count - 1].saves.append(state)
    } else {
      lines.append(Line(kind: kind, author: author, began: now, saves: [state]))
    }
    for index in lines.indices where now.timeIntervalSince(lines[index].began) >= 600 {
      let gone = Set(lines[index].saves.dropLast().map(\.number))
      stack.removeAll { gone.contains($0.number) }
      lines[index].saves.removeFirst(gone.count)
    }
  }
}

@Suite struct `A random sequence of operations` {
  @Test(arguments: 1...24 as ClosedRange<UInt64>)
  func `does to the file what it does to a plain model`(seed: UInt64) async throws {
    let place = try Place(seed: seed)
    var shelf = try place.shelf()
    let home = try await shelf.create(ownerNamed: "Ada")
    let link = try await home.workspace.write(by: home.seat) { try $0.invite(as: .editor) }
    let seats = [home.seat, try await home.workspace.join(by: link, named: "Ben").seat]
    var workspace = home.workspace
    var models: [DocumentID<Plan>: Model] = [:]
    var ids: [DocumentID<Plan>] = []
    var generator = Seeded(state: seed)

    for step in 0..<60 {
      place.pass(minutes: [0, 0, 1, 4, 12].randomElement(using: &generator) ?? 0)
      let now = place.world.now()
      let author = Int.random(in: 0...1, using: &generator)
      let seat = seats[author]
      guard let id = ids.randomElement(using: &generator), var model = models[id], step % 15 > 0 else {
        let title = "new \(step)"
        let kept = try await workspace.write(by: seat) { try $0.create(Plan(title: title)) }
        models[kept.id, default: Model()].add(title, .created, by: author, at: now)
        ids.append(kept.id)
        continue
      }
      let (title, number) = ("title \(step)", model.number)
      switch Int.random(in: 0..<10, using: &generator) {
      case 0...3:
        // On a deletion, too: who has seen it and writes brings the document back.
        _ = try await workspace.write(by: seat) { try $0.write(Plan(title: title), to: id, on: number) }
        model.add(title, .edited, by: author, at: now)
      case 4...6:
        let undo = { @Sendable [workspace] () async throws -> String? in
          try await workspace.write(by: seat) { try $0.undo(id, on: number)?.value.title }
        }
        let earlier = model.stack.dropLast().last
        if earlier == nil, model.title == nil {
          await #expect(throws: WorkspaceError.nothingToUndo(collection: "plan", id: id.description)) {
            try await undo()
          }
        } else {
          #expect(try await undo() == earlier?.title, "seed \(seed), step \(step)")
          if earlier == nil { model.stack.insert(Model.State(number: 0, title: nil), at: 0) }
          model.add(earlier?.title, .undone, by: author, at: now, pushing: false)
        }
      case 7:
        try await workspace.write(by: seat) { try $0.delete(id, on: number) }
        if model.title != nil { model.add(nil, .deleted, by: author, at: now) }
      case 8:
        guard let old = model.lines.randomElement(using: &generator)?.saves.last, let title = old.title else { break }
        _ = try await workspace.write(by: seat) { try $0.restore(id, to: old.number, on: number) }
        model.add(title, .restored, by: author, at: now)
      default:
        let stale = Int.random(in: 0..<number, using: &generator)
        await #expect(throws: WorkspaceError.self) {
          try await workspace.write(by: seat) { try $0.write(Plan(title: "lost"), to: id, on: stale) }
        }
      }
      models[id] = model
      if step % 20 == 19 {
        try await shelf.close()
        shelf = try place.shelf()
        workspace = try await shelf.workspace(workspace.id)
      }

      let (expected, names) = (model, seats.map(\.member.id))
      try await workspace.read { (reading) throws in
        #expect(try reading.document(id)?.value.title == expected.title, "seed \(seed), step \(step)")
        let lines = try reading.history(of: id)
        #expect(lines.map(\.number) == expected.lines.map { $0.saves.last?.number }, "seed \(seed), step \(step)")
        #expect(lines.map(\.kind) == expected.lines.map(\.kind), "seed \(seed), step \(step)")
        #expect(lines.map(\.author) == expected.lines.map { names[$0.author] }, "seed \(seed), step \(step)")
        for line in expected.lines {
          guard let save = line.saves.last else { continue }
          #expect(try reading.document(id, at: save.number)?.value.title == save.title, "seed \(seed), step \(step)")
        }
      }
    }

    let (living, gone) = (ids.filter { models[$0]?.title != nil }, ids.filter { models[$0]?.title == nil })
    let found = Set(living.filter { models[$0]?.title?.hasPrefix("title") == true }.map(\.description))
    let titles = living.map { models[$0]?.title }
    try await workspace.read { (reading) throws in
      #expect(try reading.documents(Plan.self).map(\.id) == living)
      #expect(try reading.deleted(Plan.self).map(\.id) == gone)
      #expect(Set(try reading.search("title").map(\.id)) == found)
      #expect(try reading.documents(Plan.self).map(\.value.title) == titles)
    }
    try await shelf.close()
    #expect(try await shelf.check().flatMap(\.problems) == [])
  }
}

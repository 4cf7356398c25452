import Improvement
import Testing

@Suite struct `A driver diagram` {
  @Test func `has three ranks under its aim, and nothing under an idea`() {
    var diagram = DriverDiagram(project: ProjectID(rawValue: "p"))
    #expect(diagram.add("Ride") && diagram.add("Booked early", under: 1) && diagram.add("At rounds", under: 2))
    #expect(!diagram.add("More", under: 3) && !diagram.add("", under: 1) && !diagram.add("Lost", under: 9))
    #expect(diagram.nodes.map { diagram.rank(of: $0.id) } == [.primary, .secondary, .idea])
    #expect(diagram.ideas.map(\.text) == ["At rounds"])
    diagram.remove(1)
    #expect(diagram.nodes.isEmpty)
  }

  /// Two drivers, "a" with two secondary ones and "b" with one; an idea under each.
  private func grown() -> DriverDiagram {
    var diagram = DriverDiagram(project: ProjectID(rawValue: "p"))
    for text in ["a", "b"] { diagram.add(text) }
    for (text, parent) in [("a1", 1), ("a2", 1), ("b1", 2)] { diagram.add(text, under: parent) }
    for (text, parent) in [("x", 3), ("y", 4), ("z", 5)] { diagram.add(text, under: parent) }
    return diagram
  }

  private func said(_ diagram: DriverDiagram, under parent: Int? = nil) -> String {
    diagram.children(of: parent).map { node in
      let under = said(diagram, under: node.id)
      return under.isEmpty ? node.text : "\(node.text)(\(under))"
    }.joined(separator: " ")
  }

  @Test func `moves a box by one place, and from the end of one driver to the next`() {
    var diagram = grown()
    #expect(said(diagram) == "a(a1(x) a2(y)) b(b1(z))")
    diagram.move(4, by: -1)
    #expect(said(diagram) == "a(a2(y) a1(x)) b(b1(z))")
    diagram.move(6, by: 1)
    #expect(said(diagram) == "a(a2(y) a1) b(b1(x z))")
    diagram.move(6, by: -1)
    #expect(said(diagram) == "a(a2(y) a1(x)) b(b1(z))")
    diagram.move(5, by: -1)
    #expect(said(diagram) == "a(a2(y) a1(x) b1(z)) b")
    for _ in 0..<3 { diagram.move(1, by: -1) }
    #expect(said(diagram) == "a(a2(y) a1(x) b1(z)) b")
    diagram.move(9, by: 1)
    diagram.move(1, by: 1)
    #expect(said(diagram) == "b a(a2(y) a1(x) b1(z))")
  }

  @Test func `puts a box wherever its rank stands, with all under it, and nowhere else`() {
    // Every box under every driver at every place: the rank above it is all that counts.
    for id in 1...9 {
      for parent in [nil, 1, 2, 3, 4, 5, 6, 7, 8, 9] as [Int?] {
        for place in 0...3 {
          var diagram = grown()
          let rank = diagram.rank(of: id)
          let above = parent.map { diagram.rank(of: $0)?.rawValue ?? 9 } ?? 0
          let may = rank != nil && above == (rank?.rawValue ?? 0) - 1
          #expect(diagram.place(id, under: parent, at: place) == may)
          #expect(diagram.rank(of: id) == rank && Set(diagram.nodes.map(\.id)) == Set(1...8))
          let siblings = diagram.children(of: parent)
          if may { #expect(siblings.firstIndex { $0.id == id } == min(place, siblings.count - 1)) }
          if !may { #expect(diagram == grown()) }
        }
      }
    }
    var diagram = grown()
    diagram.place(3, under: 2, at: 0)
    #expect(said(diagram) == "a(a2(y)) b(a1(x) b1(z))")
  }
}

@Suite struct `A process map` {
  @Test func `adds up its minutes and the share that is waiting`() {
    var map = ProcessMap(project: ProjectID(rawValue: "p"))
    #expect(map.waitingShare == nil && map.total == 0)
    map.steps = [
      .init("Order", who: "Resident", minutes: 5), .init("Ride", who: "Clerk", minutes: 10, waiting: 75),
      .init("Teach", who: "clerk", minutes: 10, waiting: -4),
    ]
    #expect(map.total == 100 && map.waitingShare == 0.75 && map.handOffs == 1)
    map.move(2, by: -1)
    #expect(map.steps.map(\.text) == ["Order", "Teach", "Ride"])
  }
}

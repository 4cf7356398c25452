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

  @Test func `moves a box among its own only`() {
    var diagram = DriverDiagram(project: ProjectID(rawValue: "p"))
    for text in ["a", "b", "c"] { diagram.add(text) }
    diagram.add("under a", under: 1)
    diagram.move(3, by: -1)
    diagram.move(1, by: -1)
    diagram.move(4, by: 1)
    #expect(diagram.children(of: nil).map(\.text) == ["a", "c", "b"])
    #expect(diagram.children(of: 1).map(\.text) == ["under a"])
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

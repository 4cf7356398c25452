import Foundation
import Improvement
import ProcessControl
import Testing

@Suite struct `A checklist` {
  private let project = ProjectID(rawValue: "p")

  @Test func `keeps the names of its lines when they move, and gives none twice`() {
    var list = Checklist(project: project, title: "Before", items: ["A", "B", "C"])
    list.move("i3", by: -1)
    #expect(list.items.map(\.words) == ["A", "C", "B"])
    list.move("i1", by: -1)
    list.move("i2", by: 1)
    list.move("none", by: 1)
    #expect(list.items.map(\.id) == ["i1", "i3", "i2"])
    list.remove("i3")
    list.add("D")
    #expect(list.items.map(\.id) == ["i1", "i2", "i4"])
    for id in ["i1", "i2", "i4"] {
      for step in [-1, 1] {
        var moved = list
        moved.move(id, by: step)
        #expect(Set(moved.items) == Set(list.items))
      }
    }
  }

  @Test func `is complete when every line shown is ticked, and only then`() {
    let lines = ["i1", "i2", "i3"]
    for mask in 0..<16 {
      // The fourth is a line that was not shown.
      let ticked = ["i1", "i2", "i3", "i9"].enumerated().filter { mask & (1 << $0.offset) != 0 }.map(\.element)
      let use = ChecklistUse(shown: lines, ticked: ticked)
      #expect(use.isComplete == (mask & 7 == 7))
      #expect(Set(use.missing).union(use.ticked) == Set(lines))
      #expect(Set(use.missing).isDisjoint(with: use.ticked))
    }
    #expect(!ChecklistUse(shown: [], ticked: []).isComplete)
  }
}

@Suite struct `The uses of a checklist` {
  private let monday = Day(number: 20_717)

  private func full() -> ChecklistUse { ChecklistUse(shown: ["i1", "i2"], ticked: ["i1", "i2"]) }

  @Test func `count each name once, whatever comes twice and however late`() {
    var uses = ChecklistUses(of: "c")
    for _ in 0..<3 {
      uses.take("aaaaaaaa", full(), on: monday)
      uses.take("bbbbbbbb", ChecklistUse(shown: ["i1", "i2"], ticked: ["i2"], reason: "Emergency"), on: monday)
      uses.take("aaaaaaaa", full(), on: monday.adding(1))
    }
    #expect(
      [uses].counts(by: .week) == [
        PeriodCount(Period.week.start(of: monday), 1, of: 2),
        PeriodCount(Period.week.start(of: monday), 1, strata: ["reason": "Emergency"]),
      ])
    #expect(uses.undo("bbbbbbbb") && !uses.undo("none"))
    uses.take("bbbbbbbb", ChecklistUse(shown: ["i1"], ticked: []), on: monday)
    #expect([uses].counts(by: .week) == [PeriodCount(Period.week.start(of: monday), 1, of: 1)])
  }

  @Test func `of several members and periods add up to all uses`() {
    var members = [ChecklistUses(of: "c"), ChecklistUses(of: "c")]
    for number in 0..<40 {
      let use = number % 3 == 0 ? ChecklistUse(shown: ["i1", "i2"], ticked: ["i2"], reason: "Forgotten") : full()
      members[number % 2].take("name-\(1_000 + number)", use, on: monday.adding(number))
    }
    for period in [Period.day, .week, .month] {
      let counts = members.counts(by: period)
      let wholes = counts.filter(\.strata.isEmpty)
      #expect(wholes.reduce(0) { $0 + ($1.denominator ?? 0) } == 40)
      #expect(wholes.reduce(0) { $0 + $1.numerator } == 26)
      #expect(counts.filter { !$0.strata.isEmpty }.reduce(0) { $0 + $1.numerator } == 14)
    }
    #expect(members.missing["i1"]?.missing == 14 && members.missing["i1"]?.shown == 40)
    let list = Checklist(project: ProjectID(rawValue: "p"), title: "Before", items: ["A", "B"])
    #expect(list.mostMissing(in: members).map(\.words) == ["A"])
    #expect(list.mostMissing(in: []).isEmpty)
  }
}

@Suite struct `A checklist used in two places` {
  private let monday = Day(number: 20_717)

  @Test func `is counted together and by place, those without a place among them`() {
    var uses = ChecklistUses(of: "c")
    for (number, place) in ["A", "B", nil, "B", "A", nil, "B"].enumerated() {
      let ticked = number % 3 == 0 ? [] : ["i1"]
      uses.take(
        "name-\(1_000 + number)",
        ChecklistUse(shown: ["i1"], ticked: ticked, reason: ticked.isEmpty ? "Forgotten" : nil, place: place),
        on: monday)
    }
    let start = Period.week.start(of: monday)
    #expect(
      [uses].counts(by: .week) == [
        PeriodCount(start, 4, of: 7), PeriodCount(start, 1, of: 2, strata: ["place": "A"]),
        PeriodCount(start, 1, of: 3, strata: ["place": "B"]),
        PeriodCount(start, 2, of: 2, strata: ["place": "not recorded"]),
        PeriodCount(start, 3, strata: ["reason": "Forgotten"]),
      ])
  }

  @Test func `is read as one place where it was kept before places were asked`() throws {
    let list = Checklist(project: ProjectID(rawValue: "p"), title: "Before", items: ["A"], places: ["A", "B"])
    let text = String(decoding: try JSONEncoder().encode(list), as: UTF8.self)
    #expect(try JSONDecoder().decode(Checklist.self, from: Data(text.utf8)) == list)
    let older = text.replacing(/"places":\[[^\]]*\],?/, with: "").replacing(",}", with: "}")
    #expect(!older.contains("places"))
    #expect(try JSONDecoder().decode(Checklist.self, from: Data(older.utf8)).places.isEmpty)
  }
}

import Foundation
import Site
import Testing
import Workspaces

/// Counts of thirteen weeks of three groups: events and cases without one.
private struct Truth {
  static let groups = ["English", "Hmong", "Spanish"]

  /// By week and group: in January Hmong is small, in February nothing is, in March even its number of cases is small.
  var weeks: [[[Int]]] = (0..<13).map { week in
    [[6, 30], week < 4 ? [1, 4] : week < 8 ? [3, 12] : [0, 1], [5, 20]]
  }
  /// Events and cases without one in three bands of distance.
  var bands = [[60, 90], [4, 40], [30, 60]]
  /// Which group's events were two more in the first week, as was found out later.
  var corrected = 1

  /// The lines of some weeks as a preview passes them on.
  func text(_ range: Range<Int>) -> String {
    "day,numerator,denominator,division,group\n"
      + range.flatMap { week -> [String] in
        let day = ISO8601DateFormatter().string(
          from: Date(timeIntervalSince1970: 1_767_571_200 + Double(week) * 604_800)
        ).prefix(10)
        let sum = weeks[week].reduce((0, 0)) { ($0.0 + $1[0], $0.1 + $1[0] + $1[1]) }
        return ["\(day),\(sum.0),\(sum.1),,"]
          + zip(Truth.groups, weeks[week]).map { "\(day),\($1[0]),\($1[0] + $1[1]),language,\($0)" }
      }.joined(separator: "\n")
  }

  var association: String {
    let cells = bands.enumerated().map { index, band in
      "{\"band\":\"band \(index)\",\"level\":\"\",\"events\":\(band[0]),\"total\":\(band[0] + band[1])}"
    }
    return "{\"outcome\":\"no-show\",\"factor\":\"distance\",\"second\":\"\",\"bands\":["
      + bands.indices.map { "{\"name\":\"band \($0)\"}" }.joined(separator: ",")
      + "],\"cells\":[\(cells.joined(separator: ","))]}"
  }

  /// One more event of one group and one less of another, the cases of both as they were.
  mutating func shift(week: Int) {
    weeks[week][1][0] += 1
    weeks[week][1][1] -= 1
    weeks[week][2][0] -= 1
    weeks[week][2][1] += 1
  }
}

/// Everything that a world shows over some weeks: to a viewer, a contributor and a reader by a link, and to an editor.
private struct Show: Sendable {
  var outside: [String: String] = [:]
  var inside: [String: String] = [:]
}

/// Lives through a world: counts come in, groups and an association are shown, a count is corrected; at each step every
/// page and file is fetched.
private func live(_ truth: Truth) async throws -> Show {
  let site = try TestSite()
  return try await site.visit { client in
    let owner = Browser(client)
    let project = try await owner.beginProject()
    let measure = try await owner.addMeasure(to: project)
    let association = try #require(
      try await owner.post("\(project)/association/counts", [("counts", truth.association)]).location)
    try await owner.post("\(association)/shown", [])
    let others = [
      try await site.member(.viewer, beside: owner), try await site.member(.contributor, beside: owner),
    ]
    let paths = pages([project, measure, association])
    let name = try #require(project.split(separator: "/").last)
    let reader = owner.another()
    _ = try await reader.follow(try await owner.linkToProject(String(name)))
    let shown = "/shown/\(name)"
    let linked = [shown, "\(shown)/measure/\(measure.split(separator: "/").last ?? "")"]
    var show = Show()
    func look(_ step: Int) async throws {
      for path in paths {
        for (index, browser) in others.enumerated() {
          let seen = try await browser.get(path)
          show.outside["step \(step), visitor \(index): \(path)"] = "\(seen.status) \(seen.text)"
        }
      }
      for path in linked {
        let seen = try await reader.get(path)
        #expect(seen.status == 200)
        show.outside["step \(step), by a link: \(path)"] = seen.text
      }
      for path in ["\(measure)/groups", association] {
        show.inside["step \(step): \(path)"] = try await owner.get(path).text
      }
    }
    func keep(_ truth: Truth, _ weeks: Range<Int>) async throws {
      try await owner.post("\(measure)/counts", [("counts", truth.text(weeks)), ("left-out", "")])
    }
    try await keep(truth, 0..<8)
    try await owner.post("\(measure)/groups/release", [("period", "month"), ("division", "language")])
    try await look(0)
    site.clock.move(days: 7)
    try await look(1)
    try await keep(truth, 8..<13)
    site.clock.move(days: 7)
    try await look(2)
    var late = truth
    late.weeks[0][truth.corrected][0] += 2
    try await keep(late, 0..<1)
    site.clock.move(days: 7)
    try await look(3)
    return show
  }
}

/// Every page of Improve, its files, and the histories, for each document; the whole workspace's file is not among them.
private func pages(_ documents: [String]) -> [String] {
  let names = documents.compactMap { $0.split(separator: "/").last.map(String.init) }
  let found = Routes.lines.filter { line in
    line.method == "GET" && !line.pattern.contains("script") && line.pattern != "/workspace/file"
      && ["/improve", "/history", "/workspace"].contains { line.pattern.hasPrefix($0) }
  }.flatMap { line in
    names.flatMap { name in
      let path = line.pattern.replacing("{id}", with: name)
      return path.contains("{collection}")
        ? ["project", "measure", "association"].map { path.replacing("{collection}", with: $0) } : [path]
    }
  }
  let gaps = documents.map { "\($0)/groups?by=language&change=2026-02-10" }
  return (Set(found).filter { !$0.contains("{") } + gaps).sorted()
}

@Suite struct `Two worlds that differ in hidden counts only` {
  /// What each world has another way than the first: the totals of each week, and of each group where it is shown, are
  /// the same.
  private static let changes: [@Sendable (inout Truth) -> Void] = [
    { $0.shift(week: 1) },
    { truth in
      truth.weeks[9][1][1] += 1
      truth.weeks[9][2][1] -= 1
    },
    { truth in
      truth.bands[1] = [5, 39]
      truth.bands[2] = [29, 61]
    },
    { $0.corrected = 2 },
  ]

  @Test func `are the same to viewers, contributors and readers by a link, in every page and file, on every day`()
    async throws
  {
    let first = try await live(Truth())
    #expect(first.outside.count > 100)
    // What is seen is the release: January without two groups, February whole, a mark for what was corrected.
    let file = first.outside.filter { $0.key.contains("step 3, visitor 0") && $0.key.hasSuffix("groups.csv") }
      .values.joined()
    #expect(file.contains("2026-01-01,language,English,24,120,144,yes"))
    #expect(file.contains("2026-01-01,language,Hmong,,,20,yes"))
    #expect(file.contains("2026-02-01,language,Hmong,12,48,60,"))
    #expect(file.contains("2026-03-01,language,Hmong,,,,"))
    let linked = first.outside.filter { $0.key.contains("step 3, by a link") }.values.joined()
    #expect(linked.contains("By language, by month") && linked.contains("hidden") && linked.contains("Hmong"))
    for change in Self.changes {
      var truth = Truth()
      change(&truth)
      let other = try await live(truth)
      #expect(Set(other.outside.keys) == Set(first.outside.keys))
      let differing = first.outside.filter { other.outside[$0.key] != $0.value }.keys.sorted()
      #expect(differing.isEmpty, "\(differing.prefix(5))")
      // An editor does see the difference.
      #expect(other.inside != first.inside)
    }
  }

  /// The search itself: a world that differs in what is shown is told apart.
  @Test func `would be told apart by a count that is shown`() async throws {
    var truth = Truth()
    truth.shift(week: 5)
    let (first, other) = (try await live(Truth()), try await live(truth))
    #expect(first.outside.contains { $0.key.hasSuffix("groups.csv") && other.outside[$0.key] != $0.value })
    #expect(first.outside.contains { $0.key.contains("by a link") && other.outside[$0.key] != $0.value })
  }
}

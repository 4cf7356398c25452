import ProcessControl
import Testing

/// What a reader has of a table of groups: what is shown of each group, nil where it is hidden, and the totals of all.
private struct View: Hashable {
  let events: [Int?]
  let others: [Int?]
  let sizes: [Int?]
  let totals: [Int]

  /// Groups without cases are shown as such where nothing is hidden.
  init(_ table: [[Int]], by mask: ([[Int]]) -> GroupLines?) {
    let present = table.indices.filter { table[$0].contains { $0 > 0 } }
    let lines = mask(present.map { table[$0] })
    func shown(_ value: (Int) -> Int, _ isShown: (GroupLines) -> [Bool]) -> [Int?] {
      table.indices.map { row in
        guard let lines else { return nil }
        guard let place = present.firstIndex(of: row) else { return lines.showsAll ? 0 : nil }
        return isShown(lines)[place] ? value(row) : nil
      }
    }
    events = shown({ table[$0][0] }, \.showsCounts)
    others = table[0].count > 1 ? shown({ table[$0][1] }, \.showsCounts) : []
    sizes = table[0].count > 1 ? shown({ table[$0][0] + table[$0][1] }, \.showsTotal) : []
    totals = table[0].indices.map { column in table.reduce(0) { $0 + $1[column] } }
  }

  var places: [Int?] { events + others + sizes }

  static func values(_ table: [[Int]]) -> [Int] {
    guard table[0].count > 1 else { return table.map { $0[0] } }
    return table.map { $0[0] } + table.map { $0[1] } + table.map { $0[0] + $0[1] }
  }
}

/// Every table of so many groups with columns that add up to `most` at most.
private func tables(_ groups: Int, _ columns: Int, most: Int) -> [[[Int]]] {
  var found: [[[Int]]] = [[]]
  for _ in 0..<groups {
    found = found.flatMap { old -> [[[Int]]] in
      var rows: [[Int]] = [[]]
      for column in 0..<columns {
        let left = most - old.reduce(0) { $0 + $1[column] }
        rows = rows.flatMap { row in (0...left).map { row + [$0] } }
      }
      return rows.map { old + [$0] }
    }
  }
  return found.filter { $0.contains { $0.contains { $0 > 0 } } }
}

/// The tables from which a reader who knows the rule itself learns a count that was to be hidden: of all tables that look
/// the same to them, none has another number in its place.
private func leaks(
  _ groups: Int, columns: Int, most: Int, threshold: Int, by mask: ([[Int]]) -> GroupLines?
) -> [[[Int]]] {
  let all = tables(groups, columns, most: most)
  var seen: [View: [Set<Int>]] = [:]
  for table in all {
    let view = View(table, by: mask)
    let values = View.values(table)
    var sets = seen[view] ?? values.map { _ in [] }
    for index in values.indices { sets[index].insert(values[index]) }
    seen[view] = sets
  }
  return all.filter { table in
    let view = View(table, by: mask)
    let values = View.values(table)
    let shownSmall = zip(view.places, values).contains { place, value in
      place.map { $0 != value || (0 < $0 && $0 < threshold) } ?? false
    }
    // A column of which there is nothing is known to be empty; so are the places of a table of which all is known.
    let total = view.totals + [view.totals.reduce(0, +)]
    let pinned = values.indices.contains { index in
      view.places[index] == nil && (seen[view]?[index].count ?? 0) < 2 && values[index] > 0
        && total[index / groups] > 0
    }
    return shownSmall || pinned
  }
}

@Suite struct `Hidden lines of groups` {
  /// Every small table; the reader knows the totals of all groups, the threshold, and this very code.
  @Test(arguments: [(2, 9, 4), (2, 8, 3), (3, 5, 3), (3, 5, 4)])
  func `cannot be worked out by a reader who knows the rule`(groups: Int, most: Int, threshold: Int) {
    let cells = SmallCells(threshold: threshold)
    let found = leaks(groups, columns: 2, most: most, threshold: threshold) { cells.lines($0) }
    #expect(found.isEmpty, "\(found.count): \(found.prefix(5))")
  }

  @Test(arguments: [(2, 14, 4), (3, 14, 4), (3, 12, 3), (4, 9, 3), (5, 8, 3)])
  func `of events alone cannot be worked out either`(groups: Int, most: Int, threshold: Int) {
    let cells = SmallCells(threshold: threshold)
    let found = leaks(groups, columns: 1, most: most, threshold: threshold) { cells.lines($0) }
    #expect(found.isEmpty, "\(found.count): \(found.prefix(5))")
  }

  /// The search itself: three ways of hiding too little.
  @Test func `that are too few are found out`() {
    func hidden(_ rows: Set<Int>, _ table: [[Int]]) -> GroupLines {
      GroupLines(showsCounts: table.indices.map { !rows.contains($0) }, showsTotal: table.map { _ in true })
    }
    func small(_ table: [[Int]]) -> Set<Int> {
      Set(table.indices.filter { table[$0].contains { 0 < $0 && $0 < 4 } })
    }
    // Nothing hidden; only the small ones; only the small ones where there are two.
    #expect(!leaks(2, columns: 2, most: 6, threshold: 4) { hidden([], $0) }.isEmpty)
    #expect(!leaks(2, columns: 2, most: 6, threshold: 4) { hidden(small($0), $0) }.isEmpty)
    #expect(
      !leaks(3, columns: 2, most: 5, threshold: 4) { small($0).count == 1 ? nil : hidden(small($0), $0) }.isEmpty)
  }

  @Test func `depend, in what they show of the cases, on the numbers of cases alone`() {
    // Two measures of the same cases hide the same numbers of cases, so that one does not give away the other's.
    let cells = SmallCells(threshold: 4)
    var shown: [[Int]: Set<[Bool]>] = [:]
    for table in tables(3, 2, most: 5) {
      guard table.allSatisfy({ $0[0] + $0[1] > 0 }), let lines = cells.lines(table) else { continue }
      shown[table.map { $0[0] + $0[1] }, default: []].insert(lines.showsTotal)
    }
    #expect(shown.count > 20 && shown.values.allSatisfy { $0.count == 1 })
  }

  @Test func `are those of a pair with a small count: the smallest of the cases together`() throws {
    let cells = SmallCells()
    let lines = try #require(cells.lines([[60, 60], [98, 2], [40, 50]]))
    #expect(lines.showsCounts == [true, false, false] && lines.showsTotal == [true, true, true])
    // The largest stands alone: with it all are hidden, but not how many cases there were.
    let large = try #require(cells.lines([[60, 2], [8, 20], [20, 20]]))
    #expect(large.showsCounts == [false, false, false] && large.showsTotal == [true, true, true])
    let small = try #require(cells.lines([[60, 60], [40, 50], [3, 4]]))
    #expect(small.showsCounts == [true, false, false] && small.showsTotal == [true, false, false])
    #expect(cells.lines([[20, 30], [40, 50]])?.showsCounts == [true, true])
    #expect(cells.lines([[3, 40]]) == nil)
  }

  @Test func `hold a group that has all of a column whose parts a chart shows`() throws {
    let cells = SmallCells()
    // All twelve events are Spanish: a week with one event would be one of a Spanish patient.
    let counts = [[0, 90], [12, 40], [0, 200]]
    #expect(cells.lines(counts)?.showsCounts == [true, true, true])
    #expect(cells.lines(counts, areSplit: [true, false])?.showsCounts == [false, false, true])
    #expect(cells.lines([[12, 40]], areSplit: [true, false]) == nil)
    #expect(cells.lines([[12, 40]])?.showsCounts == [true])
  }

  @Test func `of rates hide a small exposure with its pair`() throws {
    let cells = SmallCells()
    let lines = try #require(cells.lines([[40], [30], [20]], exposures: [900, 300, 7]))
    #expect(lines.showsTotal == [true, false, false])
    #expect(lines.showsCounts == [true, false, false])
    #expect(cells.lines([[20]], exposures: [7]) == nil)
  }
}

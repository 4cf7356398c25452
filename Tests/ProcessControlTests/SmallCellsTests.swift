// swift-format-ignore-file: NeverForceUnwrap, NeverUseForceTry

import ProcessControl
import Statistics
import Testing

@Suite struct `Hidden counts` {
  /// Everything a reader sees.
  private static func seen(_ masked: SmallCells.Masked) -> [Int?] {
    masked.cells.flatMap(\.self) + masked.rowTotals + masked.columnTotals + [masked.total]
  }

  private static func whole(_ table: [[Int]]) -> [Int] {
    let columns = table[0].indices.map { column in table.reduce(0) { $0 + $1[column] } }
    return table.flatMap(\.self) + table.map { $0.reduce(0, +) } + columns + [columns.reduce(0, +)]
  }

  /// Every table with counts up to `most`.
  private static func tables(_ height: Int, _ width: Int, most: Int) -> [[[Int]]] {
    var all: [[Int]] = [[]]
    for _ in 0..<height * width { all = all.flatMap { old in (0...most).map { old + [$0] } } }
    return all.map { flat in (0..<height).map { Array(flat[$0 * width..<($0 + 1) * width]) } }
  }

  /// A reader who tries every table that agrees with what is shown cannot settle on one value.
  @Test(arguments: [
    (1, 1, 9, 3), (1, 2, 9, 3), (1, 3, 8, 3), (1, 4, 6, 4), (2, 2, 6, 3), (2, 2, 8, 5), (3, 1, 8, 3), (2, 3, 4, 3),
  ])
  func `cannot be worked out by trying every table`(height: Int, width: Int, most: Int, threshold: Int) {
    let masking = SmallCells(threshold: threshold)
    let tables = Self.tables(height, width, most: most)
    let all = tables.map(Self.whole)
    let views = tables.map { Self.seen(masking.mask($0)) }
    // For each pattern of hidden places: what is shown, and the values that hidden places take beside it.
    var completions: [[Bool]: [[Int]: [Set<Int>]]] = [:]
    for pattern in Set(views.map { $0.map { $0 == nil } }) {
      var found: [[Int]: [Set<Int>]] = [:]
      let shown = pattern.indices.filter { !pattern[$0] }
      for truth in all {
        let key = shown.map { truth[$0] }
        var sets = found[key] ?? Array(repeating: [], count: truth.count)
        for index in truth.indices where pattern[index] { sets[index].insert(truth[index]) }
        found[key] = sets
      }
      completions[pattern] = found
    }
    for (table, view) in zip(tables, views) {
      let truth = Self.whole(table)
      let pattern = view.map { $0 == nil }
      let key = pattern.indices.filter { !pattern[$0] }.map { truth[$0] }
      let values = completions[pattern]![key]!
      for index in view.indices {
        if let shown = view[index] {
          if shown != truth[index] || (shown > 0 && shown < threshold) { Issue.record("\(table) shows \(view)") }
        } else if values[index].count < 2, table.joined().allSatisfy({ $0 < most }) {
          // Tables at the edge have twins beyond what is tried here.
          Issue.record("\(table) shows \(view), which gives away place \(index)")
          return
        }
      }
    }
  }

  /// Two counts that add up to twice the largest small count, or all ones, would be plain to who knows the rule.
  @Test(arguments: [[[0, 0, 0], [4, 4, 90]], [[1, 1, 1, 1, 1, 0, 60]], [[0, 4, 4, 80], [30, 40, 50, 60]]])
  func `do not rest on the reader's ignorance of the threshold`(table: [[Int]]) {
    let masked = SmallCells(threshold: 5).mask(table)
    // More than the small counts and totals must be hidden.
    #expect(masked.complementary > 0)
    // A bare sum of hidden small counts in a line is never pinned to its least or largest possible value.
    for (row, shown) in zip(table, masked.cells) {
      let hidden = row.indices.filter { shown[$0] == nil }.map { row[$0] }
      let isPinned = hidden.allSatisfy { $0 == 4 } || hidden.allSatisfy { $0 == 1 }
      #expect(hidden.isEmpty || !isPinned)
    }
  }

  @Test func `hide the other part of a share too`() {
    let masked = SmallCells(threshold: 11).mask(events: [98, 40], of: [100, 90])
    // 2 of 100 are left, so neither part nor what would give them away may be shown.
    #expect(masked.cells[0] == [nil, nil])
    #expect(masked.cells[1].contains(nil) || masked.columnTotals.contains(nil))
    #expect(SmallCells(threshold: 11).mask(events: [50, 40], of: [100, 90]).primary == 0)
  }

  @Test func `show everything below no threshold and zeros always`() {
    #expect(SmallCells(threshold: 1).mask([[1, 2], [3, 0]]).primary == 0)
    #expect(SmallCells(threshold: 11).mask([[0, 20], [30, 0]]).cells == [[0, 20], [30, 0]])
    #expect(SmallCells(threshold: 11).mask([]).total == 0)
    let masked = SmallCells(threshold: 11).mask([[3, 40, 57]])
    #expect(masked.primary == 2)
    #expect(masked.statement(threshold: 11).hasPrefix("2 counts below 11 are hidden"))
  }
}

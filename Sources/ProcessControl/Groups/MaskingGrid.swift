/// A table bordered by its totals, with what is hidden.
///
/// With the totals negative every row and column sums to zero. A change of the hidden counts that keeps all sums is
/// made of cycles through rows and columns, adding and taking one by turns; a hidden count can be worked out exactly
/// when it lies on no such cycle. (Flows with whole capacities split into whole cycles.)
struct MaskingGrid {
  /// What a reader is thought to know of hidden counts.
  enum Reader {
    /// They are 0 or more.
    case plain
    /// Those hidden for being small lie between 1 and the threshold less one.
    case knowing
  }

  let height: Int
  let width: Int
  private let threshold: Int
  private let counts: [Int]
  private var isHidden: [Bool]

  init(_ table: [[Int]], threshold: Int) {
    let columns = table.first?.count ?? 0
    precondition(table.allSatisfy { $0.count == columns && $0.allSatisfy { $0 >= 0 } }, "Counts in even rows.")
    height = table.count + 1
    width = columns + 1
    self.threshold = threshold
    var bordered: [Int] = []
    for row in table { bordered += row + [row.reduce(0, +)] }
    bordered += (0..<columns).map { column in table.reduce(0) { $0 + $1[column] } }
    bordered.append(table.reduce(0) { $0 + $1.reduce(0, +) })
    counts = bordered
    isHidden = bordered.map { $0 > 0 && $0 < threshold }
  }

  /// The counts that are small, among cells and totals.
  var smallCount: Int { counts.count { isSmall($0) } }

  /// Hides more until nothing hidden can be worked out; tells how many more.
  mutating func protect() -> Int {
    // Ten ones that add up to a hidden ten stay ones for who knows the rule, however much else is hidden.
    var everything = self
    everything.isHidden = counts.map { _ in true }
    let isHopeless = counts.indices.map { isSmall(counts[$0]) && !everything.canVary($0, for: .knowing) }
    var added = 0
    while let exposed = counts.indices.first(where: {
      isHidden[$0] && !canVary($0, for: isHopeless[$0] ? .plain : .knowing)
    }), let next = partner(of: exposed) {
      isHidden[next] = true
      added += 1
    }
    return added
  }

  /// The table as it may be shown.
  func masked(primary: Int, complementary: Int) -> SmallCells.Masked {
    func shown(_ row: Int, _ column: Int) -> Int? {
      isHidden[row * width + column] ? nil : counts[row * width + column]
    }
    return SmallCells.Masked(
      cells: (0..<height - 1).map { row in (0..<width - 1).map { shown(row, $0) } },
      rowTotals: (0..<height - 1).map { shown($0, width - 1) },
      columnTotals: (0..<width - 1).map { shown(height - 1, $0) },
      total: shown(height - 1, width - 1), primary: primary, complementary: complementary)
  }

  private func isSmall(_ count: Int) -> Bool { count > 0 && count < threshold }

  /// The next count to hide: in the row of the exposed one or its column, then anywhere; cells before totals, small
  /// before large, zeros after other cells because a zero tells little.
  private func partner(of exposed: Int) -> Int? {
    func cost(_ cell: Int) -> (Int, Int, Int, Int) {
      let isLined = cell / width == exposed / width || cell % width == exposed % width
      let isTotal = cell / width == height - 1 || cell % width == width - 1
      return (isLined ? 0 : 1, isTotal ? 1 : 0, counts[cell] == 0 ? Int.max : counts[cell], cell)
    }
    return counts.indices.filter { !isHidden[$0] }.min { cost($0) < cost($1) }
  }

  /// Whether other hidden counts exist that agree with everything shown and give this one another value.
  private func canVary(_ cell: Int, for reader: Reader) -> Bool {
    hasCycle(through: cell, rising: true, reader) || hasCycle(through: cell, rising: false, reader)
  }

  /// Whether the signed count of a cell can go up or down by one.
  private func isMovable(_ cell: Int, up: Bool, _ reader: Reader) -> Bool {
    guard isHidden[cell] else { return false }
    let isNegative = (cell / width == height - 1) != (cell % width == width - 1)
    let isKnown = reader == .knowing && isSmall(counts[cell])
    return up != isNegative
      ? !isKnown || counts[cell] + 1 < threshold : counts[cell] > (isKnown ? 1 : 0)
  }

  /// Searches a way back from the cell's column to its row, taking in columns and adding in rows by turns (and the
  /// other way round for a falling count).
  private func hasCycle(through cell: Int, rising: Bool, _ reader: Reader) -> Bool {
    guard isMovable(cell, up: rising, reader) else { return false }
    let home = cell / width
    var rowsSeen = [Bool](repeating: false, count: height)
    var columnsSeen = [Bool](repeating: false, count: width)
    columnsSeen[cell % width] = true
    var columns = [cell % width]
    while let column = columns.popLast() {
      for row in 0..<height where !rowsSeen[row] {
        let other = row * width + column
        guard other != cell, isMovable(other, up: !rising, reader) else { continue }
        if row == home { return true }
        rowsSeen[row] = true
        for next in 0..<width where !columnsSeen[next] && isMovable(row * width + next, up: rising, reader) {
          columnsSeen[next] = true
          columns.append(next)
        }
      }
    }
    return false
  }
}

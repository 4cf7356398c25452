/// Rows of many lists, each list together and by rank; rows of equal rank in the order given.
struct SortedEntries {
  private(set) var entries: [MarketBuilder.Entry]
  private let starts: [Int32]

  /// A counting sort by owner; a list is sorted by rank only if its rows did not come in that order.
  init(_ rows: [MarketBuilder.Entry], owners: Int) {
    var starts = [Int32](repeating: 0, count: owners + 1)
    var isInOrder = true
    var last: Int32 = 0
    for row in rows {
      starts[Int(row.owner) + 1] += 1
      if row.owner < last { isInOrder = false }
      last = row.owner
    }
    for owner in 0..<owners { starts[owner + 1] += starts[owner] }
    self.starts = starts
    entries = rows
    if !isInOrder {
      for row in rows {
        entries[Int(starts[Int(row.owner)])] = row
        starts[Int(row.owner)] += 1
      }
    }
    for owner in 0..<owners {
      let list = range(Int32(owner))
      if zip(list, list.dropFirst()).contains(where: { entries[$0].rank > entries[$1].rank }) {
        let sorted = entries[list].enumerated().sorted {
          ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset)
        }
        entries.replaceSubrange(list, with: sorted.map(\.element))
      }
    }
  }

  func range(_ owner: Int32) -> Range<Int> { Int(starts[Int(owner)])..<Int(starts[Int(owner) + 1]) }
}

/// The row in which each item of the current list was first seen.
struct FirstRows {
  private var list: [Int32]
  private var row: [Int32]
  private var current: Int32 = 0

  init(count: Int) {
    list = [Int32](repeating: 0, count: count)
    row = list
  }

  /// A new list begins.
  mutating func restart() { current += 1 }

  /// The row of the item's first appearance on this list, or `nil` if this is it.
  mutating func first(_ item: Int32, row newRow: Int32) -> Int32? {
    if list[Int(item)] == current { return row[Int(item)] }
    list[Int(item)] = current
    row[Int(item)] = newRow
    return nil
  }
}

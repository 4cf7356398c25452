/// Groups beside each other as they may be shown where a chart shows all of them together.
///
/// Groups stand in pairs, and a pair is shown or hidden as a whole: the cases with the event, those without, and
/// everything computed from either. Of an odd number one stands alone, and when it must be hidden all are. First it is
/// settled of whom the numbers of cases are shown, by those numbers alone: so two measures of the same cases hide the
/// same ones, and nothing can be learned from their difference. Then the counts of a pair with a small one are hidden.
///
/// Which groups are hidden together depends on nothing that is hidden. So a reader who knows this rule, and the totals
/// of all groups, cannot tell which of them holds the small count, nor how large it is; tests try every small table.
public struct GroupLines: Sendable, Hashable {
  /// For each group, whether its counts are shown.
  public let showsCounts: [Bool]
  /// For each group, whether its number of cases, or its exposure, is shown; always where the counts are.
  public let showsTotal: [Bool]

  public init(showsCounts: [Bool], showsTotal: [Bool]) {
    self.showsCounts = showsCounts
    self.showsTotal = showsTotal
  }

  /// Whether there is nothing to hide; then a group that is not in the table has none, and it may be said.
  public var showsAll: Bool { showsCounts.allSatisfy(\.self) }
}

extension SmallCells {
  /// Which lines of a table of groups may be shown to a reader who has the totals of all groups.
  ///
  /// - Parameters:
  ///   - counts: For each group that has any, in their order, the events and the cases without one; or the events alone,
  ///     of an exposure or of nothing.
  ///   - exposures: What events alone are counted over; empty where they are counted over nothing.
  ///   - areSplit: For each column whether its total is known in parts, some of them small, as a chart shows weeks: if
  ///     one group held all of it, each part would be that group's. Empty: none is.
  /// - Returns: Nil where nothing can be shown; then the names of the groups must not be shown either.
  /// - Complexity: O(groups log groups)
  public func lines(_ counts: [[Int]], exposures: [Double] = [], areSplit: [Bool] = []) -> GroupLines? {
    precondition(exposures.isEmpty || exposures.count == counts.count, "One exposure for each group.")
    let totals = (counts.first ?? []).indices.map { column in counts.reduce(0) { $0 + $1[column] } }
    let alone = areSplit.indices.filter { areSplit[$0] }.compactMap { column in
      counts.firstIndex { $0[column] > 0 && $0[column] == totals[column] }
    }
    if counts.count == 1, areSplit.contains(true) { return nil }
    let small = counts.map { $0.contains { isSmall(Double($0)) } }
    let isMeant = counts.indices.map { small[$0] || alone.contains($0) }
    let isBare = exposures.isEmpty && totals.count == 1
    let sizes = isBare || !exposures.isEmpty ? exposures : counts.map { Double($0.reduce(0, +)) }
    guard !isBare else {
      let shows = open(counts.map { Double($0[0]) }, isMeant)
      return shows.contains(true) ? GroupLines(showsCounts: shows, showsTotal: shows) : nil
    }
    let open = open(sizes, sizes.map(isSmall))
    // Pairs of those whose sizes are shown: the smallest first, so that the largest group is hidden last.
    let rows = counts.indices.filter { open[$0] }.sorted { (sizes[$0], $0) < (sizes[$1], $1) }
    let pairs = SmallCells.pairs(Array(rows.reversed()))
    let single = rows.count % 2 == 1 ? rows.last : nil
    var hides = Set(counts.indices.filter { !open[$0] })
    for pair in pairs where pair.contains(where: { isMeant[$0] }) { hides.formUnion(pair) }
    if let single {
      // Where the totals leave the single group only one small count it is hidden with all others, or not at all.
      let isPlain = exposures.isEmpty ? smallCandidates(of: Int(sizes[single]), totals) == 1 : totals[0] == 1
      if isMeant[single] || (isPlain && (!hides.isEmpty || isMeant.contains(true))) { hides = Set(counts.indices) }
    }
    guard open.contains(true), counts.count > 1 || hides.isEmpty else { return nil }
    return GroupLines(showsCounts: counts.indices.map { !hides.contains($0) }, showsTotal: open)
  }

  /// How many numbers of events of a group of this size agree with the totals and leave it a small count.
  private func smallCandidates(of size: Int, _ totals: [Int]) -> Int {
    let possible = max(0, size - totals[1])...max(0, size - totals[1], min(size, totals[0]))
    let near = Set(1..<max(threshold, 2)).union((1..<max(threshold, 2)).map { size - $0 })
    return near.count { possible.contains($0) && (isSmall(Double($0)) || isSmall(Double(size - $0))) }
  }

  private func isSmall(_ count: Double) -> Bool { count > 0 && count < Double(threshold) }

  /// Which numbers above zero are shown whose sum is known: not those of a pair with one that is meant, and none where the
  /// hidden ones add up to so little that each must be one.
  private func open(_ sizes: [Double], _ isMeant: [Bool]) -> [Bool] {
    let rows = Array(sizes.indices)
    var hides: Set<Int> = []
    for pair in SmallCells.pairs(rows) where pair.contains(where: { isMeant[$0] }) { hides.formUnion(pair) }
    let sum = hides.reduce(0) { $0 + sizes[$1] }
    if rows.count % 2 == 1, isMeant[0] { hides = Set(rows) }
    if !hides.isEmpty, sum <= Double(hides.count) { hides = Set(rows) }
    return rows.map { !hides.contains($0) }
  }

  /// Pairs from the end, so that of an odd number the first stands alone.
  private static func pairs(_ rows: [Int]) -> [[Int]] {
    stride(from: rows.count % 2, to: rows.count, by: 2).map { [rows[$0], rows[$0 + 1]] }
  }
}

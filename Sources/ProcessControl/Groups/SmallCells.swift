/// Which counts of a table must be hidden so that no small one can be read or worked out.
///
/// Counts from 1 to `threshold` - 1 are hidden (primary suppression), totals too. Then further counts are hidden until
/// no hidden count follows from those shown, from the totals, and from counts being 0 or more (complementary
/// suppression). Zero may be shown. Where hiding more can help, not even a reader who knows which counts are small, and
/// the threshold, can settle on one value. Rates, percentages, bars and tooltips of a hidden count must be hidden with it.
///
/// What this cannot prevent: two tables of overlapping people, shown side by side, may be subtracted. Use one table
/// for everything shown together, and show the shortest period only where its counts allow it.
///
/// ```swift
/// SmallCells(threshold: 11).mask([[3, 40, 57]]).cells  // [[nil, nil, 57]]
/// ```
public struct SmallCells: Sendable, Hashable {
  /// The smallest count above zero that may be shown.
  ///
  /// The Centers for Medicare & Medicaid Services ask for 11 (ResDAC, 2024); health departments use 10, 6 or 5.
  public let threshold: Int

  /// - Parameter threshold: 1 (nothing is hidden) or 3 and more: below 2, everybody would know a hidden count is 1.
  public init(threshold: Int = 11) {
    precondition(threshold == 1 || threshold >= 3, "The smallest count shown is 1, or 3 and more.")
    self.threshold = threshold
  }

  /// A table as it may be shown; nil is hidden.
  public struct Masked: Sendable, Hashable {
    public let cells: [[Int?]]
    public let rowTotals: [Int?]
    public let columnTotals: [Int?]
    public let total: Int?
    /// Counts hidden because they are small, and hidden to protect those.
    public let primary: Int
    public let complementary: Int

    /// "3 counts below 11 are hidden, and 2 more that would give them away.".
    public func statement(threshold: Int) -> String {
      guard primary > 0 else { return "No count is hidden." }
      let more = complementary == 0 ? "" : ", and \(complementary) more that would give them away"
      return "\(Wording.count(primary, "count")) below \(threshold) \(primary == 1 ? "is" : "are") hidden\(more)."
    }
  }

  /// Masks a table of counts with its totals.
  ///
  /// The rows are of one length; counts are 0 or more.
  ///
  /// Complexity: O(hidden² × cells)
  public func mask(_ table: [[Int]]) -> Masked {
    var grid = MaskingGrid(table, threshold: threshold)
    let primary = grid.smallCount
    let complementary = grid.protect()
    return grid.masked(primary: primary, complementary: complementary)
  }

  /// Masks events among cases by group: the cases without an event are counts of their own, because 98 of 100 tells
  /// that 2 are left.
  ///
  /// - Returns: For each group events, cases without, and the denominator (its row total).
  public func mask(events: [Int], of denominators: [Int]) -> Masked {
    mask(zip(events, denominators).map { [$0, $1 - $0] })
  }
}

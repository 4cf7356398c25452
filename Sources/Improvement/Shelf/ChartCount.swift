public import Statistics

/// How many charts to read for an interval of a chosen width.
public struct ChartCount: Hashable, Sendable {
  /// The share expected, 0 to 1.
  public let expected: Double
  /// Half the width wanted, as a share.
  public let halfWidth: Double
  /// Charts needed.
  public let charts: Int
  /// The interval that so many charts give when the share comes out as expected.
  public let interval: Interval

  /// The fewest charts whose 95% Wilson interval, at the whole number of events nearest to the expected share, is no
  /// wider than twice `halfWidth`.
  ///
  /// Wilson's interval (JASA 22, 1927) does not exceed a normal interval by more than the share of z squared in n, so
  /// the search ends below 40,000 charts at the narrowest width. O(charts).
  /// - Precondition: `expected` is from 0 to 1, `halfWidth` from 0.005 to 0.5.
  public init(expected: Double, halfWidth: Double) {
    precondition((0...1).contains(expected) && (0.005...0.5).contains(halfWidth))
    func interval(_ charts: Int) -> Interval {
      // Between 0 and `charts`, as the precondition holds the share between 0 and 1.
      (try? Proportion(Int((expected * Double(charts)).rounded()), of: charts).wilson()) ?? Interval(low: 0, high: 1)
    }
    var charts = 1
    while interval(charts).width > 2 * halfWidth { charts += 1 }
    self.expected = expected
    self.halfWidth = halfWidth
    self.charts = charts
    self.interval = interval(charts)
  }
}

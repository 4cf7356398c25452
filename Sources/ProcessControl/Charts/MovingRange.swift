/// The mean moving range of the points a baseline has, and how many ranges were screened out of it.
struct MovingRange {
  /// The mean; NaN when there are no two neighbors.
  var mean: Double
  /// Ranges of 3.267 times the mean or more that were left out.
  var screened: Int

  /// Ranges between neighbors of the baseline.
  ///
  /// A missing value breaks the chain; an excluded point is not in the baseline, so the range bridges it. One pass of
  /// screening (L. Nelson, Journal of Quality Technology 14, 1982). A series without any variation keeps its range of
  /// zero: nothing would be left after a strict screening.
  init(of values: [Double], at baseline: [Int], screening factor: Double?) {
    self.init(ranges: MovingRange.ranges(of: values, at: baseline), screening: factor)
  }

  init(ranges: [Double], screening factor: Double?) {
    guard !ranges.isEmpty else {
      mean = .nan
      screened = 0
      return
    }
    let all = ranges.reduce(0, +) / Double(ranges.count)
    mean = all
    screened = 0
    guard let factor, all > 0 else { return }
    let limit = factor * all
    var sum = 0.0
    var kept = 0
    for range in ranges where range < limit {
      sum += range
      kept += 1
    }
    guard kept > 0 else { return }
    mean = sum / Double(kept)
    screened = ranges.count - kept
  }

  private static func ranges(of values: [Double], at baseline: [Int]) -> [Double] {
    var ranges: [Double] = []
    ranges.reserveCapacity(baseline.count)
    var previous = Double.nan
    for index in baseline {
      let value = values[index]
      let range = abs(value - previous)
      if !range.isNaN { ranges.append(range) }
      previous = value
    }
    return ranges
  }
}

/// Factors of the Shewhart charts (Montgomery, Introduction to Statistical Quality Control, appendix VI).
enum ShewhartFactor {
  /// The mean range of two normal values in standard deviations, as printed.
  static let d2 = 1.128
  /// The upper limit of a moving range in mean ranges, as printed.
  static let d4 = 3.267
  /// 3 / d2 as Making Data Count rounds it.
  static let makingDataCount = 2.66
  /// The screening factor Taylor uses for ratios.
  static let taylor = 3.2665
}

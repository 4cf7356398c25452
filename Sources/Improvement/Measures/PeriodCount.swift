public import ProcessControl

/// One count of a measure: so many of so many in one period, in one stratum.
///
/// Never a patient row.
public struct PeriodCount: Hashable, Sendable {
  /// The period's first day.
  public var day: Day
  /// The count, or the quantity's value where there is no denominator.
  public var numerator: Double
  /// Of how many; nil where the measure has none.
  public var denominator: Double?
  /// Which part of those counted, as `["language": "Spanish"]`; empty for all of them.
  public var strata: [String: String]

  public init(_ day: Day, _ numerator: Double, of denominator: Double? = nil, strata: [String: String] = [:]) {
    self.day = day
    self.numerator = numerator
    self.denominator = denominator
    self.strata = strata
  }
}

extension ProjectMeasure {
  /// The counts of all strata together as a series to chart, one row for each day that has one; O(n log n).
  ///
  /// Counts with strata are parts: they are added up on a day that has no count without strata, and left alone on a day
  /// that has one (it is their total already). Quantities are averaged with the denominators as weights where they have
  /// any, otherwise they stay separate rows.
  /// - Throws: What ``ProcessControl/Series`` refuses.
  public func series(of counts: [PeriodCount]) throws(ChartError) -> Series {
    try Series(rows(of: counts), measure: kind.charted, period: period)
  }

  /// The rows of ``series(of:)``.
  public func rows(of counts: [PeriodCount]) -> [Row] {
    var days: [Day: (whole: [PeriodCount], parts: [PeriodCount])] = [:]
    for count in counts {
      count.strata.isEmpty
        ? days[count.day, default: ([], [])].whole.append(count)
        : days[count.day, default: ([], [])].parts.append(count)
    }
    return days.sorted { $0.key < $1.key }.flatMap { day, counts in
      let used = counts.whole.isEmpty ? counts.parts : counts.whole
      guard kind != .value else { return used.map { Row(.day(day), $0.numerator, of: $0.denominator) } }
      let numerator = used.reduce(0) { $0 + $1.numerator }
      let denominator = kind.hasDenominator ? used.reduce(0) { $0 + ($1.denominator ?? 0) } : nil
      return [Row(.day(day), numerator, of: denominator)]
    }
  }
}

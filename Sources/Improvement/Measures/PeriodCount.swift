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

extension PeriodCount {
  /// The stratum under which the reasons of events are counted; it divides the numerator only.
  public static let reason = "reason"

  /// What the count is divided by: `["language"]`; empty for all of them.
  public var dimensions: [String] { strata.keys.sorted() }

  /// Whether it counts a reason.
  public var isReason: Bool { strata[PeriodCount.reason] != nil }
}

extension ProjectMeasure {
  /// The counts of all strata together as a series to chart, one row for each day that has one; O(n log n).
  ///
  /// See ``rows(of:)``.
  /// - Throws: What ``ProcessControl/Series`` refuses.
  public func series(of counts: [PeriodCount]) throws(ChartError) -> Series {
    try Series(rows(of: counts), measure: kind.charted, period: period)
  }

  /// The rows of ``series(of:)``.
  ///
  /// Counts with strata are parts: they are left alone on a day that has a count without strata (it is their total
  /// already) and added up on a day that has none, those of one division only, the one with the largest total, because
  /// two divide the same cases twice. Reasons are never added. A quantity with denominators is the sum of so many
  /// values; where some have none, each stands for its mean.
  public func rows(of counts: [PeriodCount]) -> [Row] {
    var days: [Day: [[String]: [PeriodCount]]] = [:]
    for count in counts where !count.isReason {
      days[count.day, default: [:]][count.dimensions, default: []].append(count)
    }
    let used = days.sorted { $0.key < $1.key }.map { day, divisions in
      (day, divisions[[]] ?? divisions.max { lighter($0, $1) }?.value ?? [])
    }
    let isWeighed = kind.hasDenominator || used.allSatisfy { $0.1.allSatisfy { $0.denominator != nil } }
    return used.flatMap { day, counts in
      switch kind {
      case .value where !isWeighed:
        return counts.map { Row(.day(day), $0.numerator / max($0.denominator ?? 1, 1)) }
      case .casesBetween, .daysBetween: return counts.map { Row(.day(day), $0.numerator) }
      default:
        let numerator = counts.reduce(0) { $0 + $1.numerator }
        let isOf = kind.hasDenominator || kind == .value
        return [Row(.day(day), numerator, of: isOf ? counts.reduce(0) { $0 + ($1.denominator ?? 0) } : nil)]
      }
    }
  }

  /// The counts of all strata together: what may be shown to anyone who may see the measure.
  public func wholes(of counts: [PeriodCount]) -> [PeriodCount] {
    rows(of: counts).compactMap { row in
      guard let day = row.place.day, let value = row.value else { return nil }
      return PeriodCount(day, value, of: row.denominator)
    }
  }

  private func lighter(
    _ one: (key: [String], value: [PeriodCount]), _ other: (key: [String], value: [PeriodCount])
  ) -> Bool {
    func weight(_ counts: [PeriodCount]) -> Double { counts.reduce(0) { $0 + ($1.denominator ?? $1.numerator) } }
    let (a, b) = (weight(one.value), weight(other.value))
    return a != b ? a < b : one.key.joined(separator: ",") > other.key.joined(separator: ",")
  }
}

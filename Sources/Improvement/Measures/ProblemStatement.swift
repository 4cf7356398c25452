public import ProcessControl
public import Statistics

/// The problem as the counts say it: how much, of what, where, when, with its interval, and the most frequent counted
/// reason; and what is missing to say more.
///
/// Nothing in it is typed but names. "Due to" is never said; reasons are said only where they were counted.
public struct ProblemStatement: Sendable, Hashable {
  /// The share, rate or middle value; nil where nothing is counted.
  public let estimate: Double?
  /// Its 95% interval: Wilson for shares, exact Poisson for rates and counts, ranks for the median of quantities.
  public let interval: Interval?
  /// The reasons of the events, where they were counted.
  public let reasons: Pareto?
  /// The statement; empty where nothing is counted.
  public let sentence: String
  /// What would have to be counted or said to make it complete, as clauses.
  public let missing: [String]

  /// Computes the statement from the counts of one measure.
  ///
  /// - Parameters:
  ///   - measure: What is counted.
  ///   - counts: All counts of the measure; reasons among them.
  ///   - place: Where: "4 West"; empty where nobody said.
  ///   - end: The last day that counts, as the end of the baseline; all days without it.
  ///   - today: A period that is not over then is left out, as on the chart; nil takes every period as ended.
  ///   - tellsReasons: Whether the most frequent reason is said with its share. Reasons divide events into small counts,
  ///     and the day on which a name first appeared would tell the count that it then reached.
  public init(
    _ measure: ProjectMeasure, counts: [PeriodCount], place: String = "", through end: Day? = nil, on today: Day? = nil,
    tellsReasons: Bool = true
  ) {
    let current =
      measure.kind.isPeriodic ? today.map { CollectedPeriods(measure, counts: [], today: $0).current } : nil
    let counts = counts.filter { count in
      (end.map { count.day <= $0 } ?? true) && (current.map { count.day < $0 } ?? true)
    }
    var missing: [String] = []
    if place.isEmpty { missing.append("where it happens") }
    if measure.numerator.isEmpty { missing.append("what exactly is counted (the numerator)") }
    if measure.kind.hasDenominator, measure.denominator.isEmpty { missing.append("of what (the denominator)") }
    let reasonCounts = counts.filter(\.isReason)
    var reasons: [String: Int] = [:]
    for count in reasonCounts { reasons[count.strata[PeriodCount.reason] ?? "", default: 0] += Int(count.numerator) }
    let unrecorded = reasons.removeValue(forKey: StratumName.notRecorded) ?? 0
    self.reasons = reasons.isEmpty ? nil : Pareto(counts: reasons, unrecorded: unrecorded)
    let rows = measure.rows(of: counts).filter { $0.value != nil && !($0.denominator == 0) }
    guard let first = rows.first?.place.day, let last = rows.last?.place.day else {
      estimate = nil
      interval = nil
      sentence = ""
      self.missing = ["a first count"] + missing
      return
    }
    let sums = Sums(measure, rows)
    estimate = sums.estimate
    interval = sums.interval
    let close =
      measure.kind.isPeriodic
      ? measure.period.start(ofIndex: measure.period.index(of: last) + 1).adding(-1) : last
    let span = Self.span(first, close)
    let site = place.isEmpty ? "" : " (\(place))"
    var text = sums.words(measure, span: span, place: site)
    if let reasons = self.reasons {
      text += " " + (tellsReasons ? reasons.statement : "Its reasons are counted; who edits the measure sees them.")
    } else if measure.kind != .value {
      missing.append("reasons: none has been counted, so nothing can be said about what it is due to")
    }
    if sums.points < 8, measure.kind.isPeriodic {
      missing.append("more \(measure.period.plural): \(sums.points) so far")
    }
    sentence = text
    self.missing = missing
  }

  private static func span(_ first: Day, _ last: Day) -> String {
    if first == last { return "on \(first.written)" }
    let start = first.parts.year == last.parts.year ? first.writtenShort : first.written
    return "from \(start) to \(last.written)"
  }
}

/// What is not known of a stratum is a stratum of its own.
public enum StratumName {
  /// The label of those whose group or reason is unknown.
  public static let notRecorded = "not recorded"
}

/// All periods added up.
private struct Sums {
  let numerator: Double
  let denominator: Double
  let points: Int
  let estimate: Double?
  let interval: Interval?

  init(_ measure: ProjectMeasure, _ rows: [Row]) {
    numerator = rows.reduce(0) { $0 + ($1.value ?? 0) }
    denominator = rows.reduce(0) { $0 + ($1.denominator ?? 0) }
    points = rows.count
    let whole = numerator.rounded() == numerator && numerator >= 0 && numerator < 1e15
    switch measure.kind {
    case .proportion:
      let share = whole && denominator < 1e15 ? try? Proportion(Int(numerator), of: Int(denominator)) : nil
      estimate = denominator > 0 ? numerator / denominator : nil
      interval = share?.wilson()
    case .rate:
      let rate = whole ? try? EventRate(Int(numerator), per: denominator) : nil
      estimate = denominator > 0 ? numerator / denominator * measure.multiplier : nil
      interval = rate?.exact().scaled(by: measure.multiplier)
    case .count:
      estimate = numerator / Double(points)
      interval = whole ? (try? EventRate(Int(numerator), per: Double(points)))?.exact() : nil
    case .value, .casesBetween, .daysBetween:
      let values = rows.compactMap { row in row.value.map { $0 / (row.denominator ?? 1) } }
      let quantiles = Quantiles(values)
      estimate = quantiles?.median
      interval = quantiles?.medianInterval()
    }
  }

  func words(_ measure: ProjectMeasure, span: String, place: String) -> String {
    guard let estimate else { return "" }
    let what = measure.numerator.isEmpty ? measure.name : measure.numerator
    func range(_ said: (Double) -> String) -> String {
      interval.map { " (95% CI \(said($0.low)) to \(said($0.high)))" } ?? ""
    }
    switch measure.kind {
    case .proportion:
      let of = measure.denominator.isEmpty ? "cases" : measure.denominator
      let bare = { (share: Double) in String(Wording.percent(share).drop { $0 == "%" }.filter { $0 != "%" }) }
      let head = "\(Wording.percent(estimate))\(range(bare)) of \(Wording.number(denominator)) \(of)"
      // "discharges that left late" of "discharges": the case need not be named twice.
      for link in [" that ", " who ", " which "] where what.lowercased().hasPrefix((of + link).lowercased()) {
        return "\(head)\(place) \(span) \(what.dropFirst(of.count + link.count))."
      }
      return "\(head)\(place) \(span): \(what)."
    case .rate:
      let of = measure.denominator.isEmpty ? "" : " \(measure.denominator)"
      return
        "\(Wording.number(estimate)) \(measure.rateUnit)\(range(Wording.number)): \(Wording.number(numerator)) \(what) in "
        + "\(Wording.number(denominator))\(of)\(place) \(span)."
    case .count:
      return
        "\(Wording.number(estimate)) a \(measure.period.rawValue)\(range(Wording.number)): \(Wording.number(numerator)) "
        + "\(what) in \(Wording.count(points, measure.period.rawValue))\(place) \(span)."
    case .value:
      let unit = measure.unit.isEmpty ? "" : " \(measure.unit)"
      return "A median of \(Wording.number(estimate))\(unit)\(range(Wording.number)) over "
        + "\(Wording.count(points, measure.period.rawValue))\(place) \(span): \(what)."
    case .casesBetween, .daysBetween:
      let one = measure.kind == .daysBetween ? "day" : "case"
      let unit = estimate == 1 ? one : one + "s"
      return "A median of \(Wording.number(estimate)) \(unit)\(range(Wording.number)) from one event to the next, over "
        + "\(Wording.count(points, "event"))\(place) \(span)."
    }
  }
}

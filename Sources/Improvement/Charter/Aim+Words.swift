public import ProcessControl

extension Aim {
  /// The aim in a sentence, as far as it goes; empty without a measure or a target.
  public func statement(of measure: ProjectMeasure, counts: [PeriodCount]) -> String {
    guard let target else { return "" }
    var text = measure.name
    if let level = baseline(of: measure, counts: counts) { text += ": from \(measure.said(level.value))" }
    text += " to \(measure.said(target))"
    if !whom.isEmpty { text += ", for \(whom)" }
    if let by { text += ", by \(Wording.place(.day(by), period: nil, withYear: true))" }
    return text + "."
  }

  /// The level of its baseline; nil before there is one.
  public func baseline(of measure: ProjectMeasure, counts: [PeriodCount]) -> Level? {
    guard let baselineFrom, let baselineThrough else { return nil }
    let points = ClaimPoints(measure, counts: counts).baseline(
      from: baselineFrom, through: baselineThrough, before: begins ?? baselineThrough.adding(366))
    return Level(points.compactMap(\.self), of: measure)
  }
}

extension ProjectMeasure {
  /// Points with a value before a day, or all of them: what a baseline could have.
  public func points(of counts: [PeriodCount], before day: Day?) -> Int {
    let points = ClaimPoints(self, counts: counts)
    guard let first = points.firstDay else { return 0 }
    let end = day ?? first.adding(40_000)
    return points.baseline(from: first, through: end.adding(-1), before: end).count { $0 != nil }
  }
}

extension ProjectMeasure {
  /// The level of all counts of ended periods; nil without one.
  public func level(of counts: [PeriodCount], on today: Day) -> Level? {
    let current = CollectedPeriods(self, counts: [], today: today).current
    let points = ClaimPoints(self, counts: kind.isPeriodic ? counts.filter { $0.day < current } : counts)
    guard let first = points.firstDay else { return nil }
    let all = points.baseline(from: first, through: today, before: today.adding(1))
    return Level(all.compactMap(\.self), of: self)
  }
}

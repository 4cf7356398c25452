extension ControlChart {
  /// What the chart says, in plain words and no more than the data allow.
  ///
  /// Runs find no date of change, and the sentences name none: "from June 3" says where a run of points lies.
  /// When nothing happened they say that. Complexity: O(points)
  public var statement: String {
    let statement = Statement(chart: self)
    return statement.sentences.joined(separator: " ")
  }
}

/// The sentences of a chart.
struct Statement {
  let chart: ControlChart

  var sentences: [String] {
    guard chart.points.contains(where: { !$0.drawn.isNaN }) else { return ["There is no value to show yet."] }
    var all: [String] = []
    for (number, phase) in chart.phases.enumerated() {
      let verdict = verdict(phase, number).joined(separator: " ")
      all.append(chart.phases.count == 1 ? verdict : heading(phase, number) + verdict)
    }
    if chart.request.rules == .makingDataCount { all += outlook }
    all += notes
    all += alarms
    return all
  }

  /// Fewer values than this are a line without a verdict.
  static let fewestForVerdict = 8

  // MARK: Words

  /// What one point is.
  ///
  /// Between rare events a point is an event with what lay before it, whatever its day counts in.
  var noun: String {
    if chart.kind == .t || chart.kind == .g || chart.measure?.isBetweenEvents == true { return "event" }
    return chart.period?.rawValue ?? (chart.points.first?.place.isOrdered == false ? "group" : "point")
  }

  func value(_ number: Double) -> String {
    let isShare = chart.kind == .p || chart.kind == .pprime || chart.measure == .proportion
    if isShare, chart.request.multiplier == 1 { return Wording.percent(number) }
    if isShare, chart.request.multiplier == 100 { return Wording.percent(number / 100) }
    return Wording.number(number)
  }

  func place(_ index: Int) -> String {
    Wording.place(chart.points[index].place, period: chart.period, withYear: !isOneYear)
  }

  private var isOneYear: Bool {
    guard case .time(let first, _)? = chart.points.first?.place, case .time(let last, _)? = chart.points.last?.place
    else { return true }
    return first.parts.year == last.parts.year
  }

  func lineName(_ phase: ControlChart.Phase) -> String {
    let name = chart.request.center != nil ? "given center line" : chart.kind.centersOnMedian ? "median" : "mean"
    return phase.isFrozen && chart.request.center == nil ? "baseline " + name : name
  }

  func line(_ phase: ControlChart.Phase) -> String {
    lineName(phase) + " of " + value(phase.line)
  }

  // MARK: Verdicts

  private func heading(_ phase: ControlChart.Phase, _ number: Int) -> String {
    guard number > 0 else { return "Phase 1: " }
    let why = phase.reason.map { ", redrawn because \($0)" } ?? ", redrawn without a recorded reason"
    return "Phase \(number + 1) (from \(place(phase.range.lowerBound))\(why)): "
  }

  private func verdict(_ phase: ControlChart.Phase, _ number: Int) -> [String] {
    guard phase.n > 0 else { return ["no value."] }
    if phase.n < Statement.fewestForVerdict {
      return [
        "Too early: \(Wording.count(phase.n, noun)) \(phase.n == 1 ? "makes" : "make") a line, not yet a verdict."
      ]
    }
    let found = chart.signals.filter { $0.phase == number }
    var all = found.filter { $0.rule != .beyondLimits }.map { sentence($0, phase) }
    let beyond = found.filter { $0.rule == .beyondLimits }
    if !beyond.isEmpty { all.append(beyondSentence(beyond)) }
    if all.isEmpty { all.append(quiet(phase)) }
    if phase.n < 12 {
      all.append("Provisional: fewer than 12 \(noun)s.")
    } else if phase.baseline < 20, chart.kind.hasLimits {
      all.append("These are trial limits, from fewer than 20 \(noun)s.")
    }
    return all
  }

  private func quiet(_ phase: ControlChart.Phase) -> String {
    let all = Wording.count(phase.n, noun)
    let hasLimits = phase.range.contains { !chart.points[$0].upper.isNaN }
    guard phase.useful > 0 else {
      return "Nothing beyond chance: all \(all) lie exactly on the \(line(phase))."
    }
    var text = "Nothing beyond chance: the \(all) vary about a \(line(phase))"
    if chart.request.rules == .anhoej, chart.kind != .mr, chart.points.first?.place.isOrdered == true,
      let run = phase.longestRun, let runMax = phase.longestRunMax, let crossings = phase.crossings,
      let least = phase.crossingsMin
    {
      text += "; the longest run is \(run) (by chance up to \(runMax)), and the line is crossed "
      text += "\(crossings == 1 ? "once" : "\(crossings) times") (by chance at least \(least))"
    }
    if hasLimits { text += "; no included point lies beyond the limits" }
    return text + "."
  }

  private func sentence(_ signal: Signal, _ phase: ControlChart.Phase) -> String {
    let side = signal.direction == .up ? "above" : "below"
    switch signal.rule {
    case .fewCrossings:
      let crossings = phase.crossings ?? 0
      return """
        The \(noun)s cross the \(line(phase)) \(crossings == 1 ? "once" : "\(crossings) times"); chance alone gives at \
        least \(phase.crossingsMin ?? 0) crossings in \(phase.useful) \(noun)s.
        """
    case .longRun:
      return stretch(signal, phase, "lie \(side) the \(line(phase))")
        + " (longest run expected by chance: \(phase.longestRunMax ?? 0))" + judged(signal) + "."
    case .sevenOnOneSide:
      return stretch(signal, phase, "lie \(side) the \(line(phase))") + judged(signal) + "."
    case .trend:
      return stretch(signal, phase, signal.direction == .up ? "rise without a break" : "fall without a break")
        + judged(signal) + "."
    case .twoOfThree:
      return """
        \(Wording.list(signal.points.map(place)).capitalizedFirst) lie far \(side) the \(line(phase)), close to the \
        limit\(judged(signal)).
        """
    case .beyondLimits: return beyondSentence([signal])
    }
  }

  /// "The last 9 weeks, from June 3, all lie below"; with points on the line or gaps inside, it says so.
  private func stretch(_ signal: Signal, _ phase: ControlChart.Phase, _ verb: String) -> String {
    guard let first = signal.points.first, let last = signal.points.last else { return "" }
    let present = { (index: Int) in chart.points[index].isIncluded && !chart.points[index].drawn.isNaN }
    let values = (first...last).filter(present).count
    let isLast = !(last + 1..<max(last + 1, phase.range.upperBound)).contains(where: present)
    let onLine = values - signal.points.count
    let aside = values < last - first + 1 ? " with values" : ""
    let count = Wording.count(signal.points.count, noun) + aside
    if onLine > 0 {
      let span =
        isLast
        ? "last \(values) \(noun)s\(aside), from \(place(first)),"
        : "\(values) \(noun)s\(aside) from \(place(first)) to \(place(last))"
      return "Of the \(span) \(signal.points.count) \(verb) and none on the other side"
    }
    return isLast
      ? "The last \(count), from \(place(first)), all \(verb)"
      : "\(count) in a row, from \(place(first)) to \(place(last)), \(verb)"
  }

  private func judged(_ signal: Signal) -> String {
    guard let better = chart.request.better, let direction = signal.direction else { return "" }
    return direction == better ? ", which is the better direction" : ", which is the worse direction"
  }

  private func beyondSentence(_ signals: [Signal]) -> String {
    let named = signals.flatMap(\.points).prefix(4).map { index in
      let point = chart.points[index]
      let isHigh = point.drawn > point.upper
      return "\(place(index)) (\(value(point.drawn)), \(isHigh ? "above" : "below") its limit of "
        + "\(value(isHigh ? point.upper : point.lower)))"
    }
    let count = signals.reduce(0) { $0 + $1.points.count }
    let rest = count > named.count ? ", and \(count - named.count) more" : ""
    return count == 1
      ? "One \(noun) lies beyond the limits: \(named[0])."
      : "\(count) \(noun)s lie beyond the limits: \(named.joined(separator: ", "))\(rest)."
  }
}

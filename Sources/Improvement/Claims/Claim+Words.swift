import ProcessControl
import Statistics

extension Claim {
  /// The sentence that may be said; nil unless it was earned.
  public var sentence: String? {
    guard isEarned, let before, let after else { return nil }
    let change = declaration.change.isEmpty ? "the change" : declaration.change
    let verb = declaration.better == .down ? "fell" : "rose"
    let span = measure.kind.isPeriodic ? " in \(Wording.count(after.points, measure.pointNoun))" : ""
    return "After \(change), from \(written(declaration.begins)) on, \(subject) \(verb) from \(said(before)) to "
      + "\(said(after))\(span)."
  }

  /// How large the change is, with both levels; nil before there are two.
  public var size: String? {
    guard let before, let after, before.value > 0 else { return nil }
    let isShare = measure.kind == .proportion
    let scale = isShare ? 100.0 : 1
    let change = (after.value - before.value) * scale
    let size = Wording.number(abs(change))
    let unit =
      switch measure.kind {
      case .proportion: size == "1" ? " percentage point" : " percentage points"
      case .daysBetween: size == "1" ? " day" : " days"
      case .casesBetween where measure.unit.isEmpty: size == "1" ? " case" : " cases"
      default: measure.unit.isEmpty ? "" : " \(measure.unit)"
      }
    var text = "\(change < 0 ? "Down" : "Up") by \(size)\(unit)"
    if let difference {
      let (low, high) = change < 0 ? (-difference.high, -difference.low) : (difference.low, difference.high)
      text += " (95% CI \(Wording.number(low * scale)) to \(Wording.number(high * scale)))"
    } else {
      text += " (fewer than six \(measure.pointNoun)s on one side: no interval)"
    }
    let share = Wording.percent(abs(after.value - before.value) / before.value)
    return text + ": from \(measure.said(before.value)) to \(measure.said(after.value)), which is \(share) "
      + "\(change < 0 ? "less" : "more") than before."
  }

  /// How it was decided: the rule, its false-alarm rate and its dates; or why nothing may be said yet.
  public var basis: String {
    let noun = measure.pointNoun
    guard let rule, let median else {
      return "The baseline declared on \(written(declaration.at.day)) has too few points left to judge by."
    }
    let side = declaration.better == .down ? "below" : "above"
    let line =
      "the baseline median of \(measure.said(median)) (\(Wording.count(rule.baseline, noun)) from "
      + "\(written(declaration.baseline.from)) to \(written(declaration.baseline.through)))"
    let needed =
      "Declared on \(written(declaration.at.day)): \(rule.run) \(noun)s in a row \(side) \(line), within the "
      + "\(Wording.count(rule.window, noun)) from \(written(declaration.counts)). That happens in "
      + "\(Wording.chance(rule.falseAlarm)) unchanged processes, looking after every \(noun)."
    let longest =
      longestRun == 0 ? "none lies on that side yet" : "the longest run is \(longestRun) of the \(rule.run) needed"
    switch verdict {
    case .earned(let run):
      return "Seen: \(run.count) \(noun)s in a row, of the \(rule.run) needed. \(needed)"
    case .tooEarly:
      let isPast = noun == "event" ? "have come" : "are over"
      return "Too early: \(seen) of the declared \(Wording.count(rule.window, noun)) \(isPast)"
        + (seen == 0 ? ". " : ", and \(longest). ") + needed
    case .notEarned, .noBaseline:
      return "No change beyond chance: of the \(Wording.count(seen, noun)) seen, \(longest)"
        + (seen < rule.window ? ", and too few are left for a run. " : ". ") + needed
    }
  }

  /// What a reader must know besides.
  public var notes: [String] {
    let noun = measure.pointNoun
    var all: [String] = []
    if declaration.isLate {
      all.append(
        "It was declared after the change had begun: \(Wording.count(pointsBeforeDeclaration, noun)) from before the "
          + "declaration \(pointsBeforeDeclaration == 1 ? "does" : "do") not count.")
    }
    if isBaselineChanged, let median {
      all.append(
        "The baseline\u{2019}s counts were changed after it was declared: its median was "
          + "\(measure.said(declaration.baseline.median)) of \(Wording.count(declaration.baseline.points, noun)) then "
          + "and is \(measure.said(median)) now.")
    }
    if earlierPoints > 0 {
      all.append("The baseline leaves out \(Wording.count(earlierPoints, "earlier \(noun)")).")
    }
    if gaps > 0 {
      all.append("\(Wording.count(gaps, noun)) in the window \(gaps == 1 ? "has" : "have") no count.")
    }
    if let straddling { all.append(straddling) }
    if isBaselineUnsettled {
      all.append("The baseline itself was changing, so the false-alarm rate is higher than it says.")
    }
    if measure.definition != declaration.definition {
      all.append("What is counted was defined anew after it was declared.")
    }
    return all
  }

  // MARK: Words

  /// That what lies on both sides of the change was left out; nil where nothing does.
  private var straddling: String? {
    let start = declaration.counts
    guard measure.kind.isPeriodic else {
      return leavesOutFirst
        ? "The first event from \(written(start)) on is left out: what came before it lies on both sides of that day."
        : nil
    }
    return measure.period.start(of: start) == start || seen == 0
      ? nil : "The \(measure.period.rawValue) that holds \(written(start)) lies on both sides of it and is left out."
  }

  private var subject: String {
    switch measure.kind {
    case .daysBetween: return "the median time between two events"
    case .casesBetween: return "the median count between two events"
    default: break
    }
    let name = measure.name
    let second = name.dropFirst().first
    guard let first = name.first, second?.isUppercase != true else { return name }
    return first.lowercased() + name.dropFirst()
  }

  private func written(_ day: Day) -> String { Wording.place(.day(day), period: nil, withYear: true) }

  /// "31% (159 of 512; 95% CI 27% to 35%)": the level, what it was counted from, and its interval.
  private func said(_ level: Level) -> String {
    let isShare = measure.kind == .proportion
    func short(_ value: Double) -> String { isShare ? Wording.percent(value) : Wording.number(value) }
    let interval = level.interval.map { "; 95% CI \(short($0.low)) to \(short($0.high))" } ?? ""
    let points = Wording.count(level.points, measure.pointNoun)
    return switch measure.kind {
    case .proportion, .rate:
      "\(measure.said(level.value)) (\(Wording.number(level.numerator)) of "
        + "\(Wording.number(level.denominator ?? 0))\(interval))"
    case .count: "\(measure.said(level.value)) (\(Wording.number(level.numerator)) in all\(interval))"
    case .value: "a median of \(measure.said(level.value)) (\(points)\(interval))"
    case .casesBetween, .daysBetween: "\(measure.said(level.value)) (\(points)\(interval))"
    }
  }
}

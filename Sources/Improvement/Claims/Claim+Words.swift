import ProcessControl
import Statistics

extension Claim {
  /// The sentence that may be said; nil unless it was earned.
  public var sentence: String? {
    guard isEarned, let before, let after else { return nil }
    let change = declaration.change.isEmpty ? "the change" : declaration.change
    let verb = declaration.better == .down ? "fell" : "rose"
    let span = Wording.count(after.points, measure.pointNoun)
    return "After \(change), from \(written(declaration.begins)) on, \(subject) \(verb) from \(said(before)) to "
      + "\(said(after)) in \(span)."
  }

  /// How large the change is, with both levels; nil before there are two.
  public var size: String? {
    guard let before, let after, before.value > 0 else { return nil }
    let isShare = measure.kind == .proportion
    let scale = isShare ? 100.0 : 1
    let change = (after.value - before.value) * scale
    let unit = isShare ? " percentage points" : measure.unit.isEmpty ? "" : " \(measure.unit)"
    var text = "\(change < 0 ? "Down" : "Up") by \(Wording.number(abs(change)))\(unit)"
    if let difference {
      let (low, high) = change < 0 ? (-difference.high, -difference.low) : (difference.low, difference.high)
      text += " (95% CI \(Wording.number(low * scale)) to \(Wording.number(high * scale)))"
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
    let declared =
      "\(rule.run) in a row within \(Wording.count(rule.window, noun)) from \(written(declaration.counts)) were "
      + "declared on \(written(declaration.at.day))"
    let odds = "That happens in \(Wording.chance(rule.falseAlarm)) unchanged processes, looking after every \(noun)."
    let past = noun == "event" ? "have come" : "are over"
    switch verdict {
    case .earned(let run):
      return "\(run.count) \(noun)s in a row lie \(side) \(line); \(declared). \(odds)"
    case .tooEarly:
      return "Too early: \(seen) of the declared \(Wording.count(rule.window, noun)) \(past), with at most "
        + "\(longestRun) in a row \(side) \(line); \(declared). \(odds)"
    case .notEarned where seen < rule.window:
      // The answer is known before the window is over: too few of it are left.
      return
        "No change beyond chance: \(seen) of the declared \(Wording.count(rule.window, noun)) \(past), with at most "
        + "\(longestRun) in a row \(side) \(line), and \(rule.run) in a row can no longer come; \(declared). \(odds)"
    case .notEarned, .noBaseline:
      return "No change beyond chance: within the declared \(Wording.count(rule.window, noun)) at most \(longestRun) "
        + "in a row lie \(side) \(line); \(declared). \(odds)"
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
    if isBaselineUnsettled {
      all.append("The baseline itself was changing, so the false-alarm rate is higher than it says.")
    }
    if measure.definition != declaration.definition {
      all.append("What is counted was defined anew after it was declared.")
    }
    return all
  }

  // MARK: Words

  private var subject: String {
    let name = measure.name
    let second = name.dropFirst().first
    guard let first = name.first, second?.isUppercase != true else { return name }
    return first.lowercased() + name.dropFirst()
  }

  private func written(_ day: Day) -> String { Wording.place(.day(day), period: nil, withYear: true) }

  /// "31% (159 of 512)", with the interval where there is no denominator to show.
  private func said(_ level: Level) -> String {
    switch measure.kind {
    case .proportion, .rate:
      "\(measure.said(level.value)) (\(Wording.number(level.numerator)) of \(Wording.number(level.denominator ?? 0)))"
    case .count: "\(measure.said(level.value)) (\(Wording.number(level.numerator)) in all)"
    default: "a median of \(measure.said(level.value))"
    }
  }
}

internal import ProcessControl
internal import Statistics

extension Association {
  /// What is always said with it.
  public static let caution =
    "What goes together need not make each other: factors not recorded may still explain this."

  /// The sentences: each contrast, the trend, and how many comparisons were made.
  public var sentences: [String] {
    var all = contrasts.map { sentence($0) }
    if let sentence = trendSentence { all.append(sentence) }
    if contrasts.count > 1 {
      all.append(
        "\(contrasts.count) bands were compared with \u{201C}\(reference)\u{201D}; with no true difference "
          + "\(Wording.falseDifferences(among: contrasts.count)).")
    }
    return all
  }

  /// One contrast in words.
  public func sentence(_ contrast: Contrast) -> String {
    let crude = contrast.crude
    let points = { (value: Double) in Wording.number((abs(value) * 1_000).rounded() / 10) }
    func range(_ interval: Interval) -> String {
      let low = Wording.number((interval.low * 1_000).rounded() / 10)
      return "95% CI \(low) to \(Wording.number((interval.high * 1_000).rounded() / 10))"
    }
    let side = crude.difference >= 0 ? "above" : "below"
    var text =
      "\(contrast.band): \(Wording.percent(crude.first.estimate)) (\(crude.first.count) of \(crude.first.total)), "
      + "\(points(crude.difference)) percentage points \(side) \(reference) (\(range(crude.newcombe())))"
    guard let adjusted = contrast.adjusted else {
      return text + (contrast.verdict == .differs ? "." : ": the data do not tell the two apart.")
    }
    let within = adjusted.difference >= 0 ? "above" : "below"
    text +=
      "; within levels of \(counts.second) \(points(adjusted.difference)) \(within) (\(range(adjusted.differenceInterval)))"
    switch contrast.verdict {
    case .differs: return text + ". It holds within levels."
    case .cannotTell: return text + ": the data do not tell the two apart."
    case .fades:
      return text
        + ": overall they differ, within levels the data do not tell them apart. The difference may be one of "
        + "\(counts.second)."
    case .confounded:
      let agreeing = adjusted.levels.count { ($0.difference ?? 0) * crude.difference < 0 }
      return text + ". Confounded: it reverses within levels of \(counts.second) (\(agreeing) of "
        + "\(adjusted.levels.count) levels say the opposite of the whole). Do not act on the overall number."
    }
  }

  private var trendSentence: String? {
    guard let trend else { return nil }
    let interval = trend.interval()
    func ratio(_ trend: Trend, _ interval: Interval) -> String {
      "odds ratio \(Wording.number(trend.oddsRatio)) for each unit of \(counts.factor) "
        + "(95% CI \(Wording.number(interval.low)) to \(Wording.number(interval.high)))"
    }
    let direction =
      interval.contains(1)
      ? "no trend beyond chance" : trend.slope > 0 ? "rises with \(counts.factor)" : "falls with \(counts.factor)"
    var text =
      "Trend: \(counts.outcome) \(interval.contains(1) ? "shows \(direction)" : direction): \(ratio(trend, interval))"
    if let trendWithin {
      text += "; within levels of \(counts.second) \(ratio(trendWithin, trendWithin.interval()))"
      if trendReverses { text += ". Confounded: the trend reverses within levels" }
    }
    return text + "."
  }
}

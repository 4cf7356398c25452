import Statistics

extension GroupComparison {
  /// One sentence for each group, then what many comparisons do.
  ///
  /// - Parameter multiplier: What rates are given per: 1,000 for "per 1,000".
  /// - Returns: The sentences, joined.
  public func statement(multiplier: Double = 1) -> String {
    sentences(multiplier: multiplier).joined(separator: " ")
  }

  /// The same sentences, one by one.
  ///
  /// - Parameter multiplier: What rates are given per: 1,000 for "per 1,000".
  /// - Returns: One for each group, and the one about many comparisons where there are several.
  public func sentences(multiplier: Double = 1) -> [String] {
    var sentences = standings.map { sentence($0, multiplier) }
    let others = standings.count - 1
    if others > 1 {
      sentences.append(
        """
        \(others) groups were compared with the reference; with no true difference \
        \(Wording.falseDifferences(among: others)).
        """)
    }
    return sentences
  }

  private func sentence(_ standing: Standing, _ multiplier: Double) -> String {
    let share = { (value: Double) in scale == .proportion ? value * 100 : value * multiplier }
    let unit = scale == .proportion ? "%" : multiplier == 1 ? "" : " per \(Wording.number(multiplier))"
    func range(_ interval: Interval, _ map: (Double) -> Double) -> String {
      "95% CI \(Wording.number(map(interval.low))) to \(Wording.number(map(interval.high)))"
    }
    var text = "\(standing.count.group): \(Wording.number(share(standing.estimate)))\(unit) "
    text += "(\(range(standing.interval, share))) of \(Wording.number(standing.count.denominator))"
    guard let difference = standing.difference, let interval = standing.differenceInterval else {
      return text + "; the reference, \(reason)."
    }
    let points = scale == .proportion ? " percentage points" : unit
    text += "; \(Wording.number(abs(share(difference))))\(points) "
    text += difference >= 0 ? "above" : "below"
    text += " \(reference) (difference \(range(interval, share)))"
    if let ratio = standing.ratio, let interval = standing.ratioInterval {
      text += ", ratio \(Wording.number(ratio)) (\(range(interval) { $0 }))"
    }
    return text + (interval.low > 0 || interval.high < 0 ? "." : "; the data do not tell the two apart.")
  }
}

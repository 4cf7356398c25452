import ProcessControl
public import Statistics

/// Scores as counts: how many gave each.
public struct Scores: Hashable, Sendable {
  public let counts: [Double: Int]

  public init(_ counts: [Double: Int]) { self.counts = counts.filter { $0.value > 0 } }

  public var count: Int { counts.values.reduce(0, +) }

  /// Nil without any.
  public var mean: Double? {
    count > 0 ? sum { Double($1) * $0 } / Double(count) : nil
  }

  /// The variance of the sample; nil below two scores.
  public var variance: Double? {
    guard let mean, count > 1 else { return nil }
    return sum { Double($1) * ($0 - mean) * ($0 - mean) } / Double(count - 1)
  }

  private func sum(_ term: (Double, Int) -> Double) -> Double {
    // In the order of the scores, so that the same counts give the same bits.
    counts.sorted { $0.key < $1.key }.reduce(0) { $0 + term($1.key, $1.value) }
  }
}

/// The difference of two means of different people, with Welch's interval.
///
/// B. L. Welch, Biometrika 34, 1947. Not paired, as nobody's two answers can be put together; if the same people answer
/// twice the interval is wider than a paired one would mostly be.
public struct MeanDifference: Hashable, Sendable {
  /// After less before.
  public let estimate: Double
  /// The 95% interval; nil where all in each round gave one score, or fewer than two answered.
  public let interval: Interval?

  /// Nil where a round has no score.
  public init?(from before: Scores, to after: Scores) {
    guard let first = before.mean, let second = after.mean else { return nil }
    estimate = second - first
    guard let one = before.variance, let two = after.variance, one + two > 0 else {
      interval = nil
      return
    }
    let (a, b) = (one / Double(before.count), two / Double(after.count))
    let degrees = (a + b) * (a + b) / (a * a / Double(before.count - 1) + b * b / Double(after.count - 1))
    let half = -StudentT(degrees: degrees).quantile(0.025) * (a + b).squareRoot()
    interval = Interval(low: estimate - half, high: estimate + half)
  }
}

extension SurveyTotals {
  /// A question's difference in words: both means with n and the interval, or why there is none.
  public func statement(of question: Int) -> String {
    let (before, after) = (scores(.before, question: question), scores(.after, question: question))
    for (round, scores) in [("before", before), ("after", after)] where scores.count < Survey.fewest {
      return "Too few answered \(round) (\(scores.count); at least \(Survey.fewest) are needed)."
    }
    guard let difference = MeanDifference(from: before, to: after), let first = before.mean, let second = after.mean
    else { return "Nothing was answered." }
    let means =
      "Mean \(Wording.number(first)) before (n = \(before.count)), \(Wording.number(second)) after (n = \(after.count)); "
      + "difference \(Self.signed(difference.estimate))"
    guard let interval = difference.interval else { return "\(means). All gave one answer: no interval can be given." }
    return "\(means) (95% CI \(Self.signed(interval.low)) to \(Self.signed(interval.high)))."
  }

  /// With one decimal and its sign.
  static func signed(_ value: Double) -> String {
    let tenths = Int((abs(value) * 10).rounded())
    let sign = tenths == 0 ? "" : value < 0 ? Wording.minus : "+"
    return "\(sign)\(tenths / 10).\(tenths % 10)"
  }
}

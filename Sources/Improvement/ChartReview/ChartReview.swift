import ProcessControl
public import Statistics

/// A review of charts for a measure that is a share: what is asked of each chart, and which charts are read.
public struct ChartReview: Codable, Hashable, Sendable {
  /// What the chart says of an item.
  public enum Answer: String, Codable, Sendable, CaseIterable {
    case yes
    case no
    case notDocumented = "not-documented"
  }

  /// When a chart is one of the numerator.
  public enum Rule: String, Codable, Sendable, CaseIterable {
    /// The first item is yes; the others are asked beside it.
    case first
    /// Every item is yes.
    case all
  }

  /// What becomes of a chart that does not say.
  public enum Silence: String, Codable, Sendable, CaseIterable {
    /// It counts as no.
    case isNo = "no"
    /// The chart is left out of the denominator.
    case isLeftOut = "left-out"
  }

  /// What a chart is for the measure.
  public enum Verdict: String, Codable, Sendable, CaseIterable {
    /// One of the numerator and of the denominator.
    case counted
    /// One of the denominator alone.
    case notCounted = "not-counted"
    /// In neither.
    case leftOut = "left-out"
  }

  public var measure: MeasureID
  /// The questions, each answered with yes, no or not documented.
  public var items: [String]
  /// The reasons to choose one from; empty where none is asked.
  public var reasons: [String]
  public var rule: Rule
  public var silence: Silence
  /// The verdict that asks for a reason: what the measure wants less of.
  public var asksWhy: Verdict
  public var plan: SamplingPlan

  public init(
    measure: MeasureID, items: [String], reasons: [String], rule: Rule = .first, silence: Silence = .isNo,
    asksWhy: Verdict = .counted, plan: SamplingPlan
  ) {
    self.measure = measure
    self.items = items
    self.reasons = reasons
    self.rule = rule
    self.silence = silence
    self.asksWhy = asksWhy
    self.plan = plan
  }

  /// What a chart with these answers is; an item without an answer is not documented.
  public func verdict(_ answers: [Answer]) -> Verdict {
    let answers = items.indices.map { $0 < answers.count ? answers[$0] : .notDocumented }
    let deciding = rule == .first ? Array(answers.prefix(1)) : answers
    if deciding.contains(.no) { return .notCounted }
    if deciding.contains(.notDocumented) || deciding.isEmpty { return silence == .isNo ? .notCounted : .leftOut }
    return .counted
  }

  /// Whether a chart with these answers asks for a reason.
  public func asksWhy(_ answers: [Answer]) -> Bool { !reasons.isEmpty && verdict(answers) == asksWhy }

  /// The 95% Wilson interval that so many charts give when their share comes out as expected.
  public static func interval(charts: Int, expecting share: Double) -> Interval {
    let count = Int((min(1, max(0, share)) * Double(max(1, charts))).rounded())
    return (try? Proportion(count, of: max(1, charts)).wilson()) ?? Interval(low: 0, high: 1)
  }
}

extension ProjectMeasure {
  /// Whether it can be counted by reading charts.
  public var canBeReviewed: Bool { kind == .proportion }

  /// The verdict whose reason is worth counting: what the measure wants less of.
  public var unwantedVerdict: ChartReview.Verdict { better == .up ? .notCounted : .counted }
}

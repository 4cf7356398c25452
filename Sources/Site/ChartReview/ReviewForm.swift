internal import Improvement

/// The setting up of a chart review as it was typed.
struct ReviewForm {
  let measure: ProjectMeasure
  let id: MeasureID
  let typed: FormFields

  /// The most items that fit one screen of a phone with comfort.
  static let mostItems = 6
  static let mostReasons = 12

  var items: [String] { Self.lines(typed["items"]) }
  var reasons: [String] { Self.lines(typed["reasons"]) }

  var problems: [(field: String, words: String)] {
    var problems: [(field: String, words: String)] = []
    if items.isEmpty { problems.append(("items", "Write at least one question that the chart answers.")) }
    if items.count > Self.mostItems {
      problems.append(("items", "Ask at most \(Self.mostItems) questions: a longer form is not filled in."))
    }
    if reasons.count > Self.mostReasons { problems.append(("reasons", "Give at most \(Self.mostReasons) reasons.")) }
    if StratumName.notRecorded == reasons.first(where: { $0.lowercased() == StratumName.notRecorded })?.lowercased() {
      problems.append(("reasons", "\u{201C}Not recorded\u{201D} is always among them; leave it out."))
    }
    if way == nil {
      problems.append(
        ("number", typed["way"] == "every" ? "Give a step from 1 to 100." : "Give a number from 1 to 400."))
    }
    return problems
  }

  private var way: SamplingPlan.Way? {
    guard let number = Int(typed["number"]) else { return nil }
    if typed["way"] == "every" { return (1...100).contains(number) ? .every(number) : nil }
    return (1...400).contains(number) ? .random(number) : nil
  }

  /// The review, if nothing is wrong with it.
  func review(seed: Int) -> ChartReview? {
    guard problems.isEmpty, let way else { return nil }
    return ChartReview(
      measure: id, items: items, reasons: reasons, rule: ChartReview.Rule(rawValue: typed["rule"]) ?? .first,
      silence: ChartReview.Silence(rawValue: typed["silence"]) ?? .isNo, asksWhy: measure.unwantedVerdict,
      plan: SamplingPlan(way, seed: seed))
  }

  /// The lines of a text, without empty ones and without one said twice.
  static func lines(_ text: String) -> [String] {
    var seen: Set<String> = []
    return text.split(whereSeparator: \.isNewline).map { FormFields.trimmed(String($0.prefix(160))) }
      .filter { !$0.isEmpty && seen.insert($0).inserted }
  }
}

extension FormFields {
  /// The fields that a review was set up with.
  init(_ review: ChartReview) {
    self.init()
    add("items", review.items.joined(separator: "\n"))
    add("reasons", review.reasons.joined(separator: "\n"))
    add("rule", review.rule.rawValue)
    add("silence", review.silence.rawValue)
    switch review.plan.way {
    case .every(let step):
      add("way", "every")
      add("number", "\(step)")
    case .random(let count):
      add("way", "random")
      add("number", "\(count)")
    }
  }

  /// What a review of a measure begins with.
  init(begun measure: ProjectMeasure) {
    self.init()
    add("items", measure.numerator.isEmpty ? measure.name : "Is it one of the \(measure.numerator)?")
    add("reasons", "")
    add("rule", ChartReview.Rule.first.rawValue)
    add("silence", ChartReview.Silence.isNo.rawValue)
    add("way", "random")
    add("number", "20")
  }
}

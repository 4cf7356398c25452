/// What a judged rank order list says in sentences.
public struct RankWords: Sendable {
  private let result: RankResult

  public init(_ result: RankResult) { self.result = result }

  /// The rule of ranking, for a single applicant.
  public static let rule =
    "Rank in the order you want: the chance beside a program never changes its place. No other order gives you more of what you want, and none makes a match likelier."
  /// What a match is.
  public static let binds = "List only places you would go: a match binds."
  /// The rule of ranking, for two.
  public static let coupleRule =
    "Rank the pairs in the order you both want. For couples it is not proved, as it is for single applicants, that the wanted order is always best; no other order can be promised to be better."

  /// The answer in a sentence.
  public var headline: String {
    guard let first = result.rows.first else { return "The list is empty." }
    let all = result.rows.count
    return
      "You match in \(seasons(result.match.value)) seasons like this one, at your first choice in \(seasons(first.matchHere.value, short: true))"
      + (all == 1 ? "; it is your only place." : ".")
  }

  /// Chance to match, to go unmatched, and how the two were found.
  public var summary: String {
    "Chance to match \(range(result.match)); to go unmatched \(range(result.unmatched))."
  }

  /// What one more interview would add, by specialty.
  public var oneMore: [String] {
    result.oneMore.map {
      "One more interview at a typical \($0.specialty) program would add \(points($0.adds.value)) points (\(points($0.adds.low)) to \(points($0.adds.high)))."
    }
  }

  /// How the outcome divides; `nil` where every place is full training.
  public var outcomes: String? {
    result.outcomes.map {
      "Full training \(Words.percent($0.full)), an advanced place without a first year \(Words.percent($0.advancedOnly)), "
        + ($0.preliminaryOnly > 0 ? "a first year alone \(Words.percent($0.preliminaryOnly)), " : "")
        + "none \(Words.percent($0.none))."
    }
  }

  /// What to do where the chance is low; `nil` where it is not.
  public var ifLow: String? {
    guard result.match.value < 0.6, !result.rows.isEmpty else { return nil }
    return
      "This is a low chance. What raises it: every place where you would go on the list, one more interview if any can still be had, a parallel specialty; have a plan for SOAP, and talk to an adviser who knows you."
  }

  /// What must be said wherever the list goes.
  public var cautions: [String] {
    var all: [String] = []
    if result.hasFiction { all.append("Programs whose code begins with FICTION are invented for practice.") }
    all.append(
      "How a program ranks those whom it met can hardly be predicted: checked against the totals of published groups, not against individual applicants. Your own chance may differ by more than the range."
    )
    return all + result.notes
  }

  /// All the rest, in order of use.
  public var paragraphs: [String] {
    [Self.rule + " " + Self.binds] + [outcomes, ifLow].compactMap(\.self) + oneMore
      + result.checks.map { "Check: " + $0.sentence } + cautions
  }

  private func range(_ chance: RankChance) -> String {
    "\(Words.percent(chance.value)) (\(Words.percent(chance.low)) to \(Words.percent(chance.high)))"
  }

  private func points(_ chance: Double) -> String { Words.fixed(chance * 100, 1) }

  private func seasons(_ chance: Double, short: Bool = false) -> String {
    let count =
      chance > 0.995
      ? "more than 99" : chance > 0 && chance < 0.005 ? "fewer than 1" : "\(Int((chance * 100).rounded()))"
    return short ? count : count + " of 100"
  }
}

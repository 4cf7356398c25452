/// What a list says in sentences: the headline, what it rests on, what to do next.
public struct ListWords: Sendable {
  private let list: ListResult

  public init(_ list: ListResult) { self.list = list }

  /// The answer in a sentence.
  public var headline: String {
    guard !list.rows.isEmpty else { return "No application is worth its fee within these limits." }
    let seasons = Int((list.matchProbability * 100).rounded())
    let chance =
      list.matchProbability > 0.995
      ? "you match in more than 99 of 100 seasons like this one"
      : "you match in \(seasons) of 100 seasons like this one"
    return "Apply to \(list.count.behindApplyTo), and \(chance)."
  }

  /// Range, interviews, money and how good the list is.
  public var summary: String {
    var parts = [
      "Chance to match \(Words.percent(list.matchProbability)) (\(Words.percent(list.matchLow)) to \(Words.percent(list.matchHigh)))",
      "\(Words.number(list.interviewsExpected)) interviews expected (\(Words.number(list.interviewsLow)) to \(Words.number(list.interviewsHigh)))",
      "\(list.count.applicationWords) for \(Words.dollars(list.fees))"
        + (list.budget.map { " of \(Words.dollars($0))" } ?? ""),
    ]
    parts.append("the list is within \(Words.percent(list.gapBound)) of the best possible (\(Self.stoppingRule))")
    return parts.joined(separator: "; ") + "."
  }

  /// What the curve leaves out of its count.
  public var beside: String { list.count.preliminary > 0 ? " (preliminary years aside)" : "" }

  /// What part of the gap is not the search's.
  public static let stoppingRule = "part of that is the rule to stop where one more application adds little"

  /// What must be said wherever the list goes.
  public var cautions: [String] {
    var all: [String] = []
    if list.hasFiction {
      all.append(
        "The programs are the practice catalog: fiction in the shape of the market. Bring your own.")
    }
    all.append(
      "Checked against the totals of published groups, not against individual applicants: your own chance may differ by more than the range."
    )
    return all + list.notes
  }

  /// All the rest, in order of use.
  public var paragraphs: [String] {
    var all: [String] = []
    if list.plans.count > 1 {
      all.append(
        "By plan: "
          + list.plans.map { "\($0.specialty) \(Words.percent($0.match)) with \($0.applications) applications" }
          .joined(separator: "; ") + "; together \(Words.percent(list.matchProbability)).")
    }
    if let outcomes = list.outcomes {
      all.append(
        "Full training \(Words.percent(outcomes.full)), an advanced place without a first year \(Words.percent(outcomes.advancedOnly)), neither \(Words.percent(outcomes.none))."
      )
    }
    if let last = list.curve.last(where: \.isRecommended), let next = list.curve.first(where: { !$0.isRecommended }) {
      all.append(
        "After \(last.applications) applications\(beside) one more adds \(Words.fixed(max(0, next.match - last.match) * 100, 2)) points for \(Words.dollars(next.fees - last.fees))."
      )
    }
    if list.matchProbability < 0.6, !list.rows.isEmpty {
      all.append(
        "This is a low chance. What raises it: the questions below, a parallel specialty, more US clinical experience or a stronger score where possible; have a plan for SOAP, and talk to an adviser who knows you."
      )
    }
    if !list.lowGain.isEmpty {
      all.append(
        "Low gain, even at the upper end (ask an adviser before dropping): " + list.lowGain.joined(separator: ", ")
          + ".")
    }
    let barred = Set(list.requirementsNotMet.filter { $0.requirement.status == .notMet }.map(\.program.code)).count
    if barred > 0 {
      all.append(
        "\(barred) of \(list.candidates) programs are left out because a requirement is not met; --format json names each with its reason."
      )
    }
    if !list.questions.isEmpty {
      all.append("Questions worth asking:")
      all += list.questions.prefix(5).map {
        "  \($0.words) Yes would add \(Words.fixed($0.gainIfFavorable * 100, 1)) points. (\($0.program.code))"
      }
    }
    if !list.sensitivity.isEmpty {
      all.append(
        "What moves the answer most: "
          + list.sensitivity.prefix(4).map {
            "\($0.effect.rawValue) (\(Words.percent(min($0.atLow, $0.atHigh))) to \(Words.percent(max($0.atLow, $0.atHigh))))"
          }
          .joined(separator: ", ") + ". --assumptions prints all, with sources.")
    }
    return all + cautions
  }
}

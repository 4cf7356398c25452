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
    if let sent = list.count.sentWords { return "\(sent): \(chance)." }
    return "Apply to \(list.count.behindApplyTo), and \(chance)."
  }

  /// Range, interviews, money and how good the list is.
  public var summary: String {
    var parts = [
      "Chance to match \(Words.percent(list.matchProbability)) (\(Words.percent(list.matchLow)) to \(Words.percent(list.matchHigh)))",
      "\(Words.number(list.interviewsExpected)) interviews expected (\(Words.number(list.interviewsLow)) to \(Words.number(list.interviewsHigh)))",
      money,
    ]
    parts.append("the list is within \(gap) of the best possible (\(Self.stoppingRule))")
    return parts.joined(separator: "; ") + "."
  }

  /// What the applications cost, of how much, and what of it is spent.
  public var money: String {
    let count = list.count
    guard let sent = count.sentWords else {
      return "\(count.applicationWords) for \(Words.dollars(list.fees))"
        + (list.budget.map { " of the \(Words.dollars($0)) you set aside" } ?? "")
    }
    let paid = list.fees - count.newFees
    guard let budget = list.budget else { return "\(sent); \(Words.dollars(paid)) is spent already" }
    if paid > budget {
      return
        "\(sent); \(Words.dollars(paid)) is spent already, more than the \(Words.dollars(budget)) you set aside, so nothing more is bought"
    }
    return
      "\(sent); with the \(Words.dollars(paid)) that is spent, \(Words.dollars(list.fees)) of the \(Words.dollars(budget)) you set aside"
  }

  /// How far below the best possible list at most: "0.1%" or more, never less than can be said.
  public var gap: String { list.gapBound < 0.001 ? "0.1%" : Words.percent(list.gapBound) }

  /// What one more application would do, and why the list stops.
  public var stop: String {
    guard let last = list.curve.last(where: \.isRecommended) else { return "" }
    let count = last.applications == 1 ? "1 application" : "\(last.applications) applications"
    guard let next = list.curve.first(where: { !$0.isRecommended }) else {
      return last.applications == 1
        ? "This is the only program that is open to you here. Bring more, and see what they would add."
        : "These are all the programs that are open to you here. Bring more, and see what they would add."
    }
    let gain = max(0, next.match - last.match)
    let adds = "one more would add \(Words.fixed(gain * 100, 2)) points for \(Words.dollars(next.fees - last.fees))"
    return gain < 0.005
      ? "After \(count)\(beside) money buys little: \(adds)."
      : "After \(count)\(beside) \(adds): your money or a limit stops the list, not the gain."
  }

  /// What to do about a low chance; `nil` where it is not low.
  public var lowChance: String? {
    guard list.matchProbability < 0.6, !list.rows.isEmpty else { return nil }
    return
      "This is a low chance: \(Words.percent(list.unmatchedProbability)) to go unmatched. What raises it: the questions to programs, a parallel specialty, more US clinical experience or a stronger score where possible; have a plan for SOAP, and talk to an adviser who knows you."
  }

  /// What the curve leaves out of its count.
  public var beside: String { list.count.preliminary > 0 ? " (preliminary years aside)" : "" }

  /// What part of the gap is not the search's.
  public static let stoppingRule = "part of that is the rule to stop where one more application adds little"

  /// What the missing answers count for; `nil` before the first answer, and where none is missing.
  public var silence: String? {
    guard let answers = list.answers, answers.waiting > 0 else { return nil }
    let silent = answers.waiting == 1 ? "1 program has" : "\(Words.grouped(Double(answers.waiting))) programs have"
    if answers.isOver {
      return "\(silent) not answered and the interviews are over, so silence counts as a refusal."
    }
    guard answers.invited > 0 else {
      return "\(silent) not answered. While no interview has been offered, silence counts for nothing."
    }
    let came = answers.invited == 1 ? "the one invitation" : "the \(answers.invited) invitations"
    let refusals =
      answers.refused == 0 ? "" : answers.refused == 1 ? " and 1 refusal" : " and \(answers.refused) refusals"
    return
      "\(silent) not answered, and nobody knows how many of them have decided: to go by \(came)\(refusals) so far, about \(Words.percent(answers.decided)) (\(Words.percent(answers.decidedLow)) to \(Words.percent(answers.decidedHigh))). Silence counts as that much of a refusal, and fully once the interviews are over."
  }

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
    if let silence { all.append(silence) }
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
    if !list.rows.isEmpty { all.append(stop) }
    if let lowChance { all.append(lowChance) }
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
            "\($0.effect.title) (\(Words.percent(min($0.atLow, $0.atHigh))) to \(Words.percent(max($0.atLow, $0.atHigh))))"
          }
          .joined(separator: ", ") + ". --assumptions prints all, with sources.")
    }
    return all + cautions
  }
}

/// A couple's list of pairs, and what it leads to.
public struct CoupleRankResult: Sendable {
  public struct Row: Sendable {
    /// Counted from 1.
    public var place: Int
    public var pair: CoupleRankMaker.Pair
    /// The same by codes.
    public var codes: CoupleOrder.Codes
    /// `nil` is "no match" for that partner.
    public var first: Program?
    public var second: Program?
    /// Where nobody knows the distance the pair is listed and marked.
    public var isDistanceKnown: Bool
    public var matchHere: RankChance
    /// Chance to end at this pair or a higher one.
    public var cumulative: RankChance
  }

  public var rows: [Row]
  /// Both matched, within the distance; one of the two; neither: they sum to 1.
  public var both: RankChance
  public var one: RankChance
  public var neither: RankChance
  /// Each partner matched, with the other or without: never more often than alone, but for what the draws leave to chance.
  public var matched: (first: RankChance, second: RankChance)
  public var maxMiles: Double
  /// Pairs of ranked programs within the distance, and beyond it.
  public var near: Int
  public var far: Int
  /// Pairs within the distance that did not fit on the list.
  public var leftOut: Int
  /// Each partner's list as if single.
  public var alone: (first: RankResult, second: RankResult)
  /// How many drawn outcomes the chances are counted from.
  public var outcomes: Int

  public var hasFiction: Bool { alone.first.hasFiction || alone.second.hasFiction }

  /// The answer in a sentence.
  public var headline: String {
    "Together within \(Words.number(maxMiles)) miles\(unknown > 0 ? " or at a distance not known" : "") in \(count(both)) of 100 seasons (\(Words.percent(both.low)) to \(Words.percent(both.high))); one of you matches in \(count(one)), neither in \(count(neither))."
  }

  /// What to say beside it.
  public var paragraphs: [String] {
    var all = [RankWords.coupleRule + " " + RankWords.binds]
    all.append(
      "\(near) of \(near + far) pairs of your programs lie within the distance\(unknown > 0 ? ", or at one that is not known" : ""). A row with \u{201C}no match\u{201D} means that one of you trains and the other does not: keep only those that you both would take."
    )
    if leftOut > 0 {
      all.append("\(leftOut) pairs do not fit on a list of \(CoupleRankMaker.mostPairs) and were left out.")
    }
    if unknown > 0 {
      all.append(
        "The distance of \(unknown) pairs is not known: same state, other city or no place given. They are listed; take out those that are too far."
      )
    }
    all.append(asSingles)
    for (who, result) in [("First list", alone.first), ("Second list", alone.second)] {
      all += result.checks.map { "Check, \(who.lowercased()): " + $0.sentence }
    }
    all += RankWords(alone.first).cautions
    for note in alone.second.notes where !alone.first.notes.contains(note) { all.append(note) }
    return all
  }

  /// Each partner's chance alone and in the pairs, and why the two differ.
  private var asSingles: String {
    let alone = (self.alone.first.match.value, self.alone.second.match.value)
    let costs = [alone.0 - matched.first.value, alone.1 - matched.second.value]
    func chances(_ one: Double, _ other: Double) -> String { "\(Words.percent(one)) and \(Words.percent(other))" }
    let start =
      "As single applicants: \(chances(alone.0, alone.1)), each as on a list of their own. In these pairs: \(chances(min(alone.0, matched.first.value), min(alone.1, matched.second.value))). "
    return start
      + (costs.allSatisfy { $0 < 0.01 }
        ? "The pairs take next to nothing from either of you."
        : "A couple gets the first pair of its list where both are wanted; where the programs that want you lie too far apart, one of you goes without, by the order of the pairs.")
  }

  /// Pairs whose distance nobody knows.
  private var unknown: Int { rows.count { !$0.isDistanceKnown } }

  private func count(_ chance: RankChance) -> String {
    switch chance.value {
    case 0: "0"
    case ..<0.005: "fewer than 1"
    case 0.995..<1: "more than 99"
    default: Words.fixed(chance.value * 100, 0)
    }
  }
}

/// One thing that is known from elsewhere, for the change or against it.
public struct EvidenceCard: Codable, Hashable, Sendable {
  public enum Stance: String, Codable, Sendable, CaseIterable {
    case supports
    case opposes
    case mixed
  }

  /// How like our unit the place was where it was found.
  public enum Likeness: String, Codable, Sendable, CaseIterable, Comparable {
    case unlike
    case somewhat
    case alike

    public static func < (one: Likeness, other: Likeness) -> Bool { one.rank < other.rank }
    private var rank: Int { Likeness.allCases.firstIndex(of: self) ?? 0 }
  }

  public var project: ProjectID
  /// What it says, in a sentence, with its number.
  public var claim: String
  /// Where it stands: journal, guideline, report.
  public var source: String
  public var year: Int?
  /// How many it was found in: patients, visits, procedures, as the setting says; nil if unknown, as on cards of before it
  /// was asked.
  public var sampleSize: Int?
  /// Where it was found: what kind of place, which patients.
  public var setting: String
  public var stance: Stance
  public var likeness: Likeness?
  /// What differs from our unit.
  public var differs: String

  public init(
    project: ProjectID, claim: String, source: String, year: Int? = nil, sampleSize: Int? = nil,
    setting: String = "", stance: Stance, likeness: Likeness? = nil, differs: String = ""
  ) {
    self.project = project
    self.claim = claim
    self.source = source
    self.year = year
    self.sampleSize = sampleSize
    self.setting = setting
    self.stance = stance
    self.likeness = likeness
    self.differs = differs
  }

  /// What a sample size may be.
  public static let sampleSizes = 1...10_000_000

  /// The number that somebody typed for a sample size, with or without marks between its thousands; nil if it is none, or
  /// out of ``sampleSizes``.
  public static func sampleSize(typed: String) -> Int? {
    let digits = typed.filter { $0 != "," && $0 != " " && $0 != "\u{A0}" && $0 != "\u{202F}" }
    guard digits.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(digits) else { return nil }
    return sampleSizes.contains(number) ? number : nil
  }

  /// At most `limit` cards for a proposal: those from places most like ours, newest first, and a contrary one if any is
  /// held; it takes the last place when it would not be among them.
  public static func shown(_ cards: [EvidenceCard], limit: Int = 3) -> [EvidenceCard] {
    let sorted = cards.enumerated().sorted { one, other in
      let (a, b) = (one.element, other.element)
      let (la, lb) = (a.likeness ?? .unlike, b.likeness ?? .unlike)
      if la != lb { return la > lb }
      if a.year != b.year { return (a.year ?? 0) > (b.year ?? 0) }
      return one.offset < other.offset
    }.map(\.element)
    var chosen = Array(sorted.prefix(max(0, limit)))
    guard let contrary = sorted.first(where: { $0.stance != .supports }), limit > 0,
      !chosen.contains(where: { $0.stance != .supports })
    else { return chosen }
    chosen[chosen.count - 1] = contrary
    return chosen
  }
}

internal import ProcessControl
public import Statistics

/// An outcome against a factor: what the counts show, and whether it holds within the levels of a second factor.
///
/// It tells what goes together. What makes what, counts of this kind cannot tell.
public struct Association: Sendable {
  /// What may be said of one band against the reference.
  public enum Verdict: Hashable, Sendable {
    /// The shares differ beyond chance, and within levels too where there are any.
    case differs
    /// The data do not tell the two apart.
    case cannotTell
    /// It reverses within the levels of the second factor.
    case confounded
    /// It differs overall; within levels the data do not tell them apart.
    case fades
  }

  /// One band beside the reference.
  public struct Contrast: Sendable {
    public let band: String
    public let crude: ProportionComparison
    /// Within levels; nil without a second factor, or when no level has both.
    public let adjusted: MantelHaenszel?
    public let verdict: Verdict
  }

  public let counts: CrossCounts
  /// The band the others are compared with: the first of an ordered factor, otherwise the largest.
  public let reference: String
  /// Every band but the reference that has cases.
  public let contrasts: [Contrast]
  /// The trend over an ordered factor.
  public let trend: Trend?
  /// The trend within levels.
  public let trendWithin: Trend?
  /// Cochran's and Armitage's z of the trend over all.
  public let trendTest: Double?

  /// Whether any contrast, or the trend, reverses within levels.
  public var isConfounded: Bool { contrasts.contains { $0.verdict == .confounded } || trendReverses }

  /// Whether the slope has one sign over all and the other within levels, one of them beyond chance.
  public var trendReverses: Bool {
    guard let trend, let trendWithin, trend.slope * trendWithin.slope < 0 else { return false }
    return [trend, trendWithin].contains { !$0.interval().contains(1) }
  }

  /// Compares every band with the reference; nil when fewer than two bands have cases. O(cells)
  ///
  /// - Parameters:
  ///   - counts: The cross table.
  ///   - reference: The band to compare with; chosen when nil.
  public init?(_ counts: CrossCounts, reference: String? = nil) {
    let present = counts.bands.filter { counts.count($0.name).total > 0 }
    let known = present.filter { $0.name != StratumName.notRecorded }
    guard present.count > 1,
      let base = present.first(where: { $0.name == reference })
        ?? (counts.isOrdered ? known.first : known.max { counts.count($0.name).total < counts.count($1.name).total })
    else { return nil }
    self.counts = counts
    self.reference = base.name
    contrasts = present.filter { $0.name != base.name }.compactMap { Association.contrast($0.name, base.name, counts) }
    let levels = counts.levels
    let groups = counts.isOrdered ? Association.groups(counts, levels) : []
    trend = Trend(Association.pooled(groups))
    trendTest = Trend.cochranArmitage(Association.pooled(groups))
    trendWithin = levels.count > 1 ? Trend(groups) : nil
  }

  private static func groups(_ counts: CrossCounts, _ levels: [String]) -> [Trend.Group] {
    counts.bands.flatMap { band -> [Trend.Group] in
      guard let score = band.score else { return [] }
      return levels.enumerated().map { index, level in
        let cell = counts.count(band.name, level: level)
        return Trend.Group(score: score, level: index, events: Double(cell.events), of: Double(cell.total))
      }
    }
  }

  private static func pooled(_ groups: [Trend.Group]) -> [Trend.Group] {
    groups.map { Trend.Group(score: $0.score, events: $0.events, of: $0.total) }
  }

  private static func contrast(_ band: String, _ base: String, _ counts: CrossCounts) -> Contrast? {
    let (own, other) = (counts.count(band), counts.count(base))
    guard let first = try? Proportion(own.events, of: own.total),
      let second = try? Proportion(other.events, of: other.total)
    else { return nil }
    let crude = ProportionComparison(first, second)
    let levels = counts.levels
    let adjusted =
      levels.count > 1
      ? MantelHaenszel(
        levels.map { level in
          let (a, c) = (counts.count(band, level: level), counts.count(base, level: level))
          return .init(
            level, events: Double(a.events), of: Double(a.total), reference: Double(c.events), of: Double(c.total))
        }) : nil
    return Contrast(band: band, crude: crude, adjusted: adjusted, verdict: verdict(crude, adjusted))
  }

  /// A reversal must itself be more than the play of chance: one of the two intervals leaves out zero, or every level
  /// says the opposite of the whole.
  private static func verdict(_ crude: ProportionComparison, _ adjusted: MantelHaenszel?) -> Verdict {
    let isClear = !crude.newcombe().contains(0)
    guard let adjusted else { return isClear ? .differs : .cannotTell }
    let within = !adjusted.differenceInterval.contains(0)
    let opposite = adjusted.levels.allSatisfy { ($0.difference ?? 0) * crude.difference < 0 }
    if crude.difference * adjusted.difference < 0, isClear || within || (opposite && adjusted.levels.count > 1) {
      return .confounded
    }
    if isClear, within { return .differs }
    return isClear ? .fades : .cannotTell
  }
}

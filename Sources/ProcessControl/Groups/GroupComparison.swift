public import Statistics

/// Groups beside each other: each with its interval, and each against a reference as difference and ratio.
///
/// A gap can close because the better group worsens: read the groups' own numbers first. With many groups some
/// intervals miss zero by chance alone; the statement says how many were compared.
public struct GroupComparison: Sendable, Hashable {
  /// What is compared.
  public enum Scale: Sendable, Hashable {
    /// Events among cases: Wilson, Newcombe and Koopman intervals.
    case proportion
    /// Events for an exposure: exact Poisson, MOVER and mid-P intervals.
    case rate
  }

  /// Events and denominator of one group.
  ///
  /// Those whose group is unknown are a group too: "not recorded".
  public struct Count: Sendable, Hashable {
    public let group: String
    /// 0 or more.
    public let events: Int
    /// Cases (a whole number) or exposure, above zero.
    public let denominator: Double

    public init(_ group: String, _ events: Int, of denominator: Double) {
      self.group = group
      self.events = events
      self.denominator = denominator
    }
  }

  /// One group and how it stands to the reference.
  public struct Standing: Sendable, Hashable {
    public let count: Count
    public let estimate: Double
    /// The 95% interval of the estimate.
    public let interval: Interval
    /// This group minus the reference; nil for the reference itself.
    public let difference: Double?
    public let differenceInterval: Interval?
    /// This group divided by the reference; nil for the reference itself and where it cannot be known.
    public let ratio: Double?
    public let ratioInterval: Interval?
  }

  public let scale: Scale
  /// The groups in the order given.
  public let standings: [Standing]
  /// The group the others are compared with.
  public let reference: String
  /// Why it is the reference, in words.
  public let reason: String

  /// Compares groups; the reference is the group with the largest denominator unless one is named.
  ///
  /// - Precondition: At least one group; the named reference is among them.
  /// - Throws: `CountError` for impossible counts.
  public init(_ counts: [Count], scale: Scale, reference: String? = nil) throws(CountError) {
    guard let largest = counts.max(by: { $0.denominator < $1.denominator }) else {
      preconditionFailure("There is no group to compare.")
    }
    guard let base = reference == nil ? largest : counts.first(where: { $0.group == reference }) else {
      preconditionFailure("The reference is not among the groups.")
    }
    self.scale = scale
    self.reference = base.group
    reason = reference == nil ? "the largest group" : "chosen"
    var standings: [Standing] = []
    for count in counts {
      standings.append(
        scale == .proportion
          ? try GroupComparison.proportion(count, base) : try GroupComparison.rate(count, base))
    }
    self.standings = standings
  }

  private static func proportion(_ count: Count, _ base: Count) throws(CountError) -> Standing {
    let own = try Proportion(count.events, of: Int(count.denominator))
    guard count != base else { return Standing(count, own.estimate, own.wilson()) }
    let both = ProportionComparison(own, try Proportion(base.events, of: Int(base.denominator)))
    return Standing(
      count: count, estimate: own.estimate, interval: own.wilson(), difference: both.difference,
      differenceInterval: both.newcombe(), ratio: both.ratio, ratioInterval: both.ratio.map { _ in both.koopman() })
  }

  private static func rate(_ count: Count, _ base: Count) throws(CountError) -> Standing {
    let own = try EventRate(count.events, per: count.denominator)
    guard count != base else { return Standing(count, own.estimate, own.exact()) }
    let both = RateComparison(own, try EventRate(base.events, per: base.denominator))
    return Standing(
      count: count, estimate: own.estimate, interval: own.exact(), difference: both.difference,
      differenceInterval: both.mover(), ratio: both.ratio, ratioInterval: both.ratio.map { _ in both.midPRatio() })
  }
}

extension GroupComparison.Standing {
  /// The reference's own standing.
  fileprivate init(_ count: GroupComparison.Count, _ estimate: Double, _ interval: Interval) {
    self.init(
      count: count, estimate: estimate, interval: interval, difference: nil, differenceInterval: nil, ratio: nil,
      ratioInterval: nil)
  }
}

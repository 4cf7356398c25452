/// Which of up to three ways a candidate is taken: plainly, or with one of two scarce marks of interest.
public enum Variant: Int, Sendable, CaseIterable, Comparable, Codable {
  /// Taken plainly.
  case plain = 0
  /// Taken with the lesser signal.
  case silver = 1
  /// Taken with the greater signal.
  case gold = 2

  /// Plain comes before silver, silver before gold.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Which candidates to buy a chance at, when the chances share common factors.
///
/// Exactly one thing is kept in the end: the best that is obtained. The value of a set is the mean over the scenarios
/// of the utility of the best obtained, nothing obtained being worth 0. Within a scenario the chances are independent.
public struct ChoiceProblem: Sendable {
  /// Something to buy a chance at.
  public struct Candidate: Sendable, Equatable {
    /// What obtaining it is worth, 0 to 1.
    public var utility: Double
    /// The index of the group whose cap, fees and signals it uses.
    public var group: Int
    /// The row of its chance if taken plainly, with silver and with gold (`Variant.rawValue`); nil is not offered.
    public var rows: [Int?]

    /// A candidate; a variant without a row is not offered.
    public init(utility: Double, group: Int = 0, plain: Int?, silver: Int? = nil, gold: Int? = nil) {
      self.utility = utility
      self.group = group
      rows = [plain, silver, gold]
    }

    /// The row of a variant, nil if it is not offered.
    public func row(_ variant: Variant) -> Int? { rows[variant.rawValue] }
  }

  /// Candidates that share a cap, a scale of fees and allowances of signals.
  public struct Group: Sendable, Equatable {
    /// At most so many candidates, those fixed included; nil is no limit.
    public var cap: Int?
    /// What `n` candidates cost together: `fees[0]` is 0, and beyond the end each more costs as much as the last.
    ///
    /// Never falls. Need not be convex: `[0, 99, 99, 99, 118]` is a flat first tier. Empty or `[0]` is free.
    public var fees: [Double]
    /// At most so many golds, those fixed included.
    public var golds: Int
    /// At most so many silvers, those fixed included.
    public var silvers: Int

    /// A group.
    public init(cap: Int? = nil, fees: [Double] = [0], golds: Int = 0, silvers: Int = 0) {
      self.cap = cap
      self.fees = fees
      self.golds = golds
      self.silvers = silvers
    }

    /// What `count` candidates cost together.
    ///
    /// O(1).
    public func fee(_ count: Int) -> Double {
      guard fees.count > 1 else { return 0 }
      if count < fees.count { return fees[count] }
      let last = fees[fees.count - 1] - fees[fees.count - 2]
      return fees[fees.count - 1] + Double(count - fees.count + 1) * last
    }

    /// What one more costs when there are `count` already.
    ///
    /// O(1).
    public func marginalFee(after count: Int) -> Double { fee(count + 1) - fee(count) }

    func allowance(_ variant: Variant) -> Int {
      switch variant {
      case .plain: .max
      case .silver: silvers
      case .gold: golds
      }
    }
  }

  /// Something bought already: always part of the set, at no further cost.
  public struct Fixed: Sendable, Equatable {
    /// The index of the candidate.
    public var candidate: Int
    /// How it was bought.
    public var variant: Variant
    /// Whether it takes a place in its group: in the cap, on the scale of fees and in the allowance of its signal.
    public var counts: Bool

    /// Something bought already.
    public init(_ candidate: Int, _ variant: Variant = .plain, counts: Bool = true) {
      self.candidate = candidate
      self.variant = variant
      self.counts = counts
    }
  }

  /// What can be bought.
  public var candidates: [Candidate]
  /// The groups that candidates name by index.
  public var groups: [Group]
  /// The chance to obtain: rows are named by the candidates.
  public var chances: ScenarioChances
  /// The chance to be invited, rows numbered as in `chances` and nowhere below them.
  ///
  /// Needed with `capacity` only.
  public var invitations: ScenarioChances?
  /// At most so many invitations can be attended; nil is no limit.
  ///
  /// The best by utility are attended.
  public var capacity: Int?
  /// At most so much money for what is not fixed; nil is no limit.
  public var budget: Double?
  /// What has been bought already.
  public var fixed: [Fixed]
  /// No pick in the end adds less than this to those before it; the bound does not count on it.
  public var minimumGain: Double
  /// Weights of the scenarios; nil is equal.
  public var weights: [Double]?
  /// The most dot products that the exchange may spend before it stops where it is.
  public var exchangeWork: Int

  /// A problem; whatever is not given does not bind.
  public init(
    candidates: [Candidate], groups: [Group] = [Group()], chances: ScenarioChances,
    invitations: ScenarioChances? = nil, capacity: Int? = nil, budget: Double? = nil, fixed: [Fixed] = [],
    minimumGain: Double = 0, weights: [Double]? = nil, exchangeWork: Int = 60_000
  ) {
    self.candidates = candidates
    self.groups = groups
    self.chances = chances
    self.invitations = invitations
    self.capacity = capacity
    self.budget = budget
    self.fixed = fixed
    self.minimumGain = minimumGain
    self.weights = weights
    self.exchangeWork = exchangeWork
  }
}

/// A set of candidates, how good it is, and how good any set could be.
public struct ChoiceSolution: Sendable, Equatable {
  /// One candidate that was chosen.
  public struct Pick: Sendable, Equatable {
    /// The index of the candidate.
    public let candidate: Int
    /// How it is taken.
    public let variant: Variant
    /// What it adds to the value of the fixed and of the picks before it.
    ///
    /// With a capacity it may be negative.
    public let gain: Double
    /// The value of the fixed and of the picks up to this one.
    public let value: Double
    /// What it costs after the picks before it.
    public let cost: Double
    /// What the picks up to this one cost.
    public let cumulativeCost: Double
  }

  /// A point of the curve: the value of the fixed and of the first `count` picks.
  public struct Point: Sendable, Equatable {
    /// How many picks.
    public let count: Int
    /// What they cost.
    public let cost: Double
    /// Their value.
    public let value: Double
  }

  /// What was chosen, in the order in which each adds most to those before it.
  public let picks: [Pick]
  /// The value of the whole set, fixed candidates included.
  public let value: Double
  /// No set within the constraints is worth more than this; nil if no bound was asked for.
  public let upperBound: Double?
  /// The value after each number of picks, from none.
  public let curve: [Point]

  /// The best possible is at most this share above the value (0 is proved best): `(upperBound - value) / upperBound`.
  public var gapBound: Double? {
    guard let upperBound else { return nil }
    return upperBound <= 0 ? 0 : max(0, (upperBound - value) / upperBound)
  }
}

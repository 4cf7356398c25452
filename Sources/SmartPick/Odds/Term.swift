/// One addend of the log-odds: an effect times an amount, and why it is there.
public struct Term: Sendable, Equatable {
  public var effect: EffectName
  /// Multiplies the effect in its scale of sums: 1 for "has it", -0.6 for "six points below average" of a ten-point
  /// effect, the logarithm of a ratio for an exponent.
  public var amount: Double
  /// A clause for a person, beginning with a capital, without a full stop.
  public var reason: String

  public init(_ effect: EffectName, _ amount: Double = 1, _ reason: String) {
    self.effect = effect
    self.amount = amount
    self.reason = reason
  }
}

/// A requirement nobody knows to be met: the chance of an interview is multiplied by
/// `share + (1 - share) * exception_rate`, which lies between the factor of a met one, 1, and of one not met.
public struct Gate: Sendable, Equatable {
  /// Which share of silent programs would say yes.
  public var share: EffectName
  public var requirement: Requirement.Kind
  public var field: Program.Field
}

/// Where a program stands in its market: what moves everybody's odds there, and how sure that is.
///
/// This is the seam between the odds and the market behind them. Today a cutoff comes from the program's own fields
/// and its specialty's published figures (``CutoffSource/fields``); a simulated Match can supply another source.
public struct Cutoff: Sendable, Equatable {
  public var interview: [Term] = []
  public var match: [Term] = []
  /// Multiplies the standard deviation of the program's own taste: 1 where nothing is known, less where fields tell.
  public var spread = 1.0
}

/// Supplies a cutoff for a program in its cohort.
public struct CutoffSource: Sendable {
  public var name: String
  public var cutoff: @Sendable (Program, Cohort) -> Cutoff

  public init(name: String, cutoff: @escaping @Sendable (Program, Cohort) -> Cutoff) {
    self.name = name
    self.cutoff = cutoff
  }
}

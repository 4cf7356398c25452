/// Two lists made together, and what they lead to.
public struct CoupleResult: Sendable {
  /// Each partner's list, with the chances of that partner alone.
  public var first: ListResult
  public var second: ListResult
  /// Both matched, within the distance; one of the two; neither: they sum to 1.
  public var both: Double
  public var one: Double
  public var neither: Double
  /// Range of `both` over the assumptions.
  public var bothLow: Double
  public var bothHigh: Double
  public var maxMiles: Double
  /// Fees of both together.
  public var fees: Double
  public var budget: Double?
  /// What the partner's own profile sets aside, where it names another sum; it is not used.
  public var partnerBudget: Double?
  /// How many simulated outcomes the three chances are counted from.
  public var outcomes: Int

  /// The answer in a sentence.
  public var headline: String {
    "Together within \(Words.number(maxMiles)) miles in \(Int((both * 100).rounded())) of 100 seasons (\(Words.percent(bothLow)) to \(Words.percent(bothHigh))); one of you matches in \(Int((one * 100).rounded())), neither in \(Int((neither * 100).rounded()))."
  }
}

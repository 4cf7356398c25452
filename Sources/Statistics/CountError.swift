/// Why counts cannot be made into a proportion or a rate.
public enum CountError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The denominator is zero or negative.
  case emptyDenominator(Int)
  /// The count is negative.
  case negativeCount(Int)
  /// The count is greater than the number it was counted among.
  case countExceedsTotal(count: Int, total: Int)
  /// The time or number at risk is not a positive finite number.
  case exposureNotPositive(Double)

  public var description: String {
    switch self {
    case .emptyDenominator(let total):
      "The denominator is \(total): a proportion needs at least one counted case. Leave the point out, or correct it."
    case .negativeCount(let count):
      "The count is \(count): counts are zero or more. Correct the count."
    case .countExceedsTotal(let count, let total):
      "\(count) were counted among \(total): a numerator cannot exceed its denominator. Check whether the two are swapped."
    case .exposureNotPositive(let exposure):
      "The exposure is \(exposure): a rate needs a positive time or number at risk. Leave the point out, or correct it."
    }
  }
}

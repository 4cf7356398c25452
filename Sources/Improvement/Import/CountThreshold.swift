/// From which number on a case counts: "more than 240 minutes".
public struct CountThreshold: Codable, Hashable, Sendable {
  /// How a number stands to the threshold.
  public enum Comparison: String, Codable, Hashable, Sendable, CaseIterable {
    case above
    case atLeast = "at-least"
    case below
    case atMost = "at-most"

    /// "more than".
    public var words: String {
      switch self {
      case .above: "more than"
      case .atLeast: "at least"
      case .below: "less than"
      case .atMost: "at most"
      }
    }
  }

  public var comparison: Comparison
  /// Finite.
  public var value: Double

  public init(_ comparison: Comparison, _ value: Double) {
    self.comparison = comparison
    self.value = value
  }

  /// Whether a case with this number counts.
  public func counts(_ number: Double) -> Bool {
    switch comparison {
    case .above: number > value
    case .atLeast: number >= value
    case .below: number < value
    case .atMost: number <= value
    }
  }

  /// "more than 240".
  public var words: String { "\(comparison.words) \(CountText.number(value))" }
}

/// Only rows in which one column says this.
public struct RowFilter: Hashable, Sendable {
  /// Counted from 0.
  public var column: Int
  /// Compared without case and without the blanks around it.
  public var value: String

  public init(column: Int, value: String) {
    self.column = column
    self.value = value
  }
}

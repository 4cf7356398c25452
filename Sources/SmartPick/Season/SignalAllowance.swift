/// How many preference signals a specialty allows one applicant.
public struct SignalAllowance: Sendable, Equatable {
  /// Gold and silver in the specialties with two kinds; both 0 where there is one kind only.
  public let gold: Int
  public let silver: Int
  /// Signals of all kinds.
  public let total: Int
  public let year: Int
  public let source: String
  public let trust: Figure.Trust
  public let note: String?
  /// The older season the numbers were carried from.
  public var carriedFrom: Int?

  /// Whether the specialty tells gold from silver.
  public var isTiered: Bool { gold > 0 }

  public init(
    gold: Int, silver: Int, total: Int, year: Int, source: String, trust: Figure.Trust, note: String? = nil,
    carriedFrom: Int? = nil
  ) {
    self.gold = gold
    self.silver = silver
    self.total = total
    self.year = year
    self.source = source
    self.trust = trust
    self.note = note
    self.carriedFrom = carriedFrom
  }

  /// The number of signals of all kinds as a figure with its source.
  public var figure: Figure {
    Figure(value: Double(total), year: year, source: source, trust: trust, note: note, carriedFrom: carriedFrom)
  }
}

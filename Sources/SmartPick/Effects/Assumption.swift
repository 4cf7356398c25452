/// One line of `--assumptions`: an effect, or a published figure that the odds were anchored to.
public struct Assumption: Sendable, Equatable {
  public var name: String
  public var value: Double
  public var low: Double?
  public var high: Double?
  public var specialty: String
  public var season: String
  public var source: String
  public var note: String

  /// The published figures carry a name with one of these beginnings; they are printed, not edited.
  static let figurePrefixes = ["published_", "anchor_", "fee_", "signals_"]

  static func isFigureName(_ name: String) -> Bool { figurePrefixes.contains { name.hasPrefix($0) } }

  init(_ effect: Effect) {
    name = effect.name
    value = effect.value
    low = effect.low
    high = effect.high
    specialty = effect.specialty
    season = effect.season
    source = effect.source
    note = effect.note + " (\(effect.scale.rawValue))"
  }

  init(
    name: String, value: Double, low: Double? = nil, high: Double? = nil, specialty: String, season: String,
    source: String, note: String
  ) {
    self.name = name
    self.value = value
    self.low = low
    self.high = high
    self.specialty = specialty
    self.season = season
    self.source = source
    self.note = note
  }
}

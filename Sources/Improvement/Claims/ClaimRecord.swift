public import ProcessControl

/// All that a project ever declared, and the claim that stands.
///
/// Declaring again is allowed and never hidden: every declaration is listed, also one that was taken back, and their
/// chances of a false alarm add up.
public struct ClaimRecord: Sendable {
  /// The claims in the order in which they were declared, with those taken back.
  public let claims: [Claim]
  /// The declaration that stands: the last one that was not taken back.
  public let standing: Claim?
  /// How many were taken back.
  public let takenBack: Int
  /// The chance that an unchanged process earns any of them: at most the sum of theirs, and at most 1.
  public let falseAlarm: Double

  /// Judges the declarations of one project.
  ///
  /// - Parameters:
  ///   - standing: Those that stand.
  ///   - takenBack: Those that were deleted or undone.
  ///   - today: See ``Claim``.
  ///   - measure: The measure of that name and its counts; nil if it is gone.
  public init(
    standing: [Declaration], takenBack: [Declaration] = [], today: Day,
    measure: (MeasureID) -> (ProjectMeasure, [PeriodCount])?
  ) {
    let all = (standing.map { ($0, true) } + takenBack.map { ($0, false) }).sorted { $0.0.at < $1.0.at }
    var claims: [(claim: Claim, stands: Bool)] = []
    for (declaration, stands) in all {
      guard let (measure, counts) = measure(declaration.measure) else { continue }
      claims.append((Claim(declaration, of: measure, counts: counts, today: today), stands))
    }
    self.claims = claims.map(\.claim)
    self.standing = claims.last(where: \.stands)?.claim
    self.takenBack = takenBack.count
    falseAlarm = min(1, all.reduce(0) { $0 + $1.0.falseAlarm })
  }

  /// What must be said when there was more than one declaration; nil otherwise.
  public var warning: String? {
    guard claims.count > 1 else { return nil }
    let earlier = takenBack == 0 ? "" : ", \(takenBack) of them taken back"
    let days = claims.map { Wording.place(.day($0.declaration.at.day), period: nil, withYear: true) }
    return
      "Declared \(claims.count) times\(earlier) (\(Wording.list(days))): an unchanged process earns one of them in "
      + "up to \(Wording.chance(falseAlarm))."
  }
}

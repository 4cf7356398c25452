public import ProcessControl

/// The aim as it grows: how much, for whom, by when, from which baseline, and what will count as proof.
///
/// An aim may be changed freely; what is claimed is judged by a ``Declaration`` of it, which cannot be changed.
public struct Aim: Codable, Hashable, Sendable {
  public var project: ProjectID
  /// The outcome measure that it is about.
  public var measure: MeasureID?
  /// The level to reach, as the measure's chart shows it: 0.2 for 20%, 12 for "12 per 1,000 patient-days".
  public var target: Double?
  /// The last day by which it is to be reached.
  public var by: Day?
  /// For whom: which patients, which staff.
  public var whom: String
  /// What is changed, as it follows "after": "booking the ride at morning rounds".
  public var change: String
  /// The first day on which the change is in use where the measure counts.
  ///
  /// A test with one patient does not move a ward's chart; this is the day from which it could.
  public var begins: Day?
  /// The first and the last day of the baseline.
  public var baselineFrom: Day?
  public var baselineThrough: Day?
  /// How many points after the change may count, looked at after each.
  public var window: Int?

  public init(
    project: ProjectID, measure: MeasureID? = nil, target: Double? = nil, by: Day? = nil, whom: String = "",
    change: String = "", begins: Day? = nil, baselineFrom: Day? = nil, baselineThrough: Day? = nil, window: Int? = nil
  ) {
    self.project = project
    self.measure = measure
    self.target = target
    self.by = by
    self.whom = whom
    self.change = change
    self.begins = begins
    self.baselineFrom = baselineFrom
    self.baselineThrough = baselineThrough
    self.window = window
  }

  /// The word by which the change names a cause, if it does: what follows "After" says what was done, and no more.
  public var causeNamed: String? {
    let words = change.lowercased().split { !$0.isLetter && $0 != "'" && $0 != "\u{2019}" }.joined(separator: " ")
    return Aim.causes.first { " \(words) ".contains(" \($0) ") }
  }

  /// Words that say why.
  private static let causes = [
    "because", "so that", "thanks to", "due to", "owing to", "as a result of", "caused by", "which led to",
    "which reduced", "which improved",
  ]

  /// Whether it has a number and a date.
  public var isMeasurable: Bool { measure != nil && target != nil && by != nil }
}

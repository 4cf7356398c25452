/// The kinds of position that the NRMP's program results count apart; the raw value is the word in the data files.
public enum MarketTrack: String, Sendable, Codable, CaseIterable, Hashable {
  /// Begins with PGY-1 and leads to certification.
  case categorical
  /// Categorical with a primary-care track.
  case primaryCare = "primary_care"
  /// Begins with PGY-2 in the year after the Match; a preliminary year must be found as well.
  case advanced
  /// One year only (Transitional Year among them).
  case preliminary
  /// Begins with PGY-2 in the year of the Match, for those who have done the first year.
  case reserved
}

/// What the simulated season is made of besides the published positions: about twenty parameters, four of them by group
/// of applicants, and a table of who applies where.
///
/// Strengths and scores share one scale: an applicant's own noise at one program has standard deviation 1.
public struct MarketParameters: Sendable, Codable, Equatable {
  // MARK: By group, in the order of `MarketGroup`

  /// Mean strength.
  public var strength: [Double]
  /// Registered applicants for each active one: some get no interview and so certify no list.
  public var registered: [Double]
  /// Interviews that an applicant goes to at most, on average.
  public var capacity: [Double]
  /// Spread of the impression that an applicant makes on interview days, the same at all programs.
  public var impression: [Double]
  /// How much a program's openness counts for the group: 0 not at all.
  public var opennessWeight: [Double]

  // MARK: For everybody

  /// Spread of strength within a group.
  public var strengthSpread = 0.6
  /// How far the quality applied to follows strength.
  public var aimSlope = 0.15
  /// Spread of the quality that one applicant applies to.
  public var aimSpread = 1.0
  /// How far applications follow a program's positions: 0 not at all, 1 in proportion.
  public var sizeAttraction = 0.8
  /// Spread of the number of applications, on the log scale.
  public var applicationSpread = 0.35
  /// Spread of the interviews that an applicant goes to at most, on the log scale.
  public var capacitySpread = 0.25
  /// Share of applicants with a second specialty.
  public var backupShare = 0.35
  /// Share of their applications that goes to it.
  public var backupApplications = 0.4
  /// Share of applicants to surgical specialties without another second choice who also apply for a preliminary year in
  /// surgery.
  public var preliminaryBackup = 0.5
  /// Share of those interviewed for a categorical place in surgery who also rank the hospital's preliminary year.
  public var preliminaryTrack = 0.25
  /// How much more a place in the first specialty is worth, in units of the applicant's own taste.
  public var firstSpecialty = 5.0
  /// Weight of affinity (ties, region, school) when programs screen.
  public var affinityScreen = 0.15
  /// Weight of affinity when programs rank.
  public var affinityRank = 1.3
  /// Weight of affinity when applicants rank.
  public var affinityApplicant = 1.0
  /// Weight of a program's quality when applicants rank.
  public var qualityTaste = 0.25
  /// Spread of an applicant's own taste.
  public var ownTaste = 0.4
  /// Spread of openness between programs.
  public var opennessSpread = 0.9
  /// How much less open a program of higher quality is, as a correlation.
  public var opennessQuality = -0.4
  /// Interviews that a program offers for each position.
  public var invitations = 14.0
  /// Spread of that number between programs, on the log scale.
  public var invitationSpread = 0.15
  /// How many more a preliminary program ranks for a place that the holder of an advanced position takes than another
  /// program for a place, as a ratio: most of those whom it ranks spend the year elsewhere.
  ///
  /// Published: 17.4 ranks for each position in preliminary medicine and 16.7 in transitional years, 10.3 in all programs
  /// (NRMP, Results and Data: 2008 Main Residency Match, Table 1).
  public var preliminaryInterviews = 1.6
  /// Share of those interviewed whom a program does not rank.
  public var notRanked = 0.05
  /// Spread from year to year of the number who prefer a specialty, on the log scale.
  public var demandShift = 0.04

  // MARK: By line

  /// Score below which the programs of a line interview nobody, by name of the line; absent is no floor.
  public var floor: [String: Double]
  /// Registered applicants of each group whose first choice is the line, as a share of the group.
  public var demand: [String: [Double]]

  /// Parameters before calibration: the values from which the search starts.
  public init() {
    strength = [1.29, 0.7, -0.87, -1.22, -0.68]
    registered = [1.007, 1.008, 1.17, 1.36, 1.36]
    capacity = [15.78, 15.79, 18.11, 10.7, 18.11]
    impression = [0.01, 0.14, 0.44, 0.46, 0.44]
    opennessWeight = [0, 0.25, 0.8, 1, 0.6]
    floor = [:]
    demand = [:]
  }

  /// The floor of a line.
  func floor(of line: String) -> Double { floor[line] ?? -1e3 }
}

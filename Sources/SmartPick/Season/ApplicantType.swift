/// The six kinds of applicant that published figures tell apart; the raw value is the word in a profile file.
public enum ApplicantType: String, Sendable, Codable, CaseIterable, Hashable {
  case usMDSenior = "us_md_senior"
  case usMDGraduate = "us_md_graduate"
  case usDOSenior = "us_do_senior"
  case usDOGraduate = "us_do_graduate"
  case usIMG = "us_img"
  case nonUSIMG = "non_us_img"

  /// The name of the group in NRMP's reports.
  public var publishedGroup: String {
    switch self {
    case .usMDSenior: "U.S. MD senior"
    case .usMDGraduate: "U.S. MD prior graduate"
    case .usDOSenior: "U.S. DO senior"
    case .usDOGraduate: "U.S. DO prior graduate"
    case .usIMG: "U.S. citizen IMG"
    case .nonUSIMG: "non-U.S. citizen IMG"
    }
  }

  /// Whether the applicant graduated, or will, from a school outside the United States and Canada.
  public var isIMG: Bool { self == .usIMG || self == .nonUSIMG }
  /// Whether the applicant graduated before the season's own class.
  public var isPriorGraduate: Bool { self == .usMDGraduate || self == .usDOGraduate }
  /// Whether the applicant takes COMLEX, perhaps beside USMLE.
  public var isOsteopathic: Bool { self == .usDOSenior || self == .usDOGraduate }

  /// The published group whose specialty differences stand in where this one's are not published.
  package var kin: ApplicantType {
    switch self {
    case .usMDSenior, .usMDGraduate, .usDOSenior: .usMDSenior
    case .usDOGraduate: .usDOSenior
    case .usIMG, .nonUSIMG: .nonUSIMG
    }
  }
}

/// The five kinds of applicant that the simulated season tells apart.
///
/// Prior graduates of MD and DO schools are one group, with the few who belong to none: no rank list length is
/// published for them.
public enum MarketGroup: String, Sendable, Codable, CaseIterable, Hashable {
  case usMDSenior = "us_md_senior"
  case usDOSenior = "us_do_senior"
  case usIMG = "us_img"
  case nonUSIMG = "non_us_img"
  case priorGraduate = "prior_graduate"

  /// The group that applicants of this type belong to.
  public init(_ type: ApplicantType) {
    self =
      switch type {
      case .usMDSenior: .usMDSenior
      case .usDOSenior: .usDOSenior
      case .usIMG: .usIMG
      case .nonUSIMG: .nonUSIMG
      case .usMDGraduate, .usDOGraduate: .priorGraduate
      }
  }

  /// The applicant types in the group.
  public var types: [ApplicantType] { ApplicantType.allCases.filter { MarketGroup($0) == self } }

  /// The name in a table.
  public var words: String {
    switch self {
    case .usMDSenior: "U.S. MD seniors"
    case .usDOSenior: "U.S. DO seniors"
    case .usIMG: "U.S.-citizen IMGs"
    case .nonUSIMG: "non-U.S.-citizen IMGs"
    case .priorGraduate: "U.S. prior graduates and others"
    }
  }

  /// The four groups whose figures are published whole.
  public static let main: [MarketGroup] = [.usMDSenior, .usDOSenior, .usIMG, .nonUSIMG]

  /// The place of the group in ``allCases``.
  package var position: Int {
    switch self {
    case .usMDSenior: 0
    case .usDOSenior: 1
    case .usIMG: 2
    case .nonUSIMG: 3
    case .priorGraduate: 4
    }
  }
}

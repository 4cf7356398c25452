/// One residency program as a catalog knows it.
///
/// Every field but the name and the specialty may be `nil`, and `nil` means *unknown*: a value of its own that widens
/// the odds and never silently means no. Percentages run from 0 to 100, Step 2 CK scores from 1 to 300, salaries are
/// dollars a year.
public struct Program: Sendable, Equatable, Identifiable {
  /// The ACGME or NRMP code.
  ///
  /// Where a row came without one, `OWN-` and eight hexadecimal digits made from name, specialty, institution, city and
  /// state. Fictional programs begin with `FICTION-`.
  public var code: String
  public var name: String
  /// The canonical specialty name where ``Specialty`` knows it, else as typed.
  public var specialty: String
  /// The kind of position, where the code, a column or the words of the specialty tell it.
  public var track: Track?
  public var institution: String?
  public var city: String?
  /// Two-letter postal code: the fifty states, DC, PR and the other territories.
  public var state: String?
  public var setting: Setting?
  public var positions: Int?
  public var applications: Int?
  public var interviews: Int?
  /// Step 2 CK of interviewed applicants: low end, median, high end.
  public var step2Low: Int?
  public var step2Median: Int?
  public var step2High: Int?
  public var comlex: ComlexPolicy?
  public var visa: VisaPolicy?
  /// ``noLimit`` where the program says that it has none.
  public var maxYearsSinceGraduation: Int?
  /// Attempts allowed at an examination, the first included; ``noLimit`` where the program says that it has none.
  public var maxAttempts: Int?
  /// Months of United States clinical experience asked for.
  public var usceMonths: Double?
  public var percentMD: Double?
  public var percentDO: Double?
  public var percentUSIMG: Double?
  public var percentNonUSIMG: Double?
  public var inStatePercent: Double?
  /// Whether the program takes part in preference signals.
  public var signals: Bool?
  public var salary: Int?
  public var features: [String]
  public var website: String?
  /// Degrees north and east, where the catalog carries them (optional columns `latitude`, `longitude`).
  public var latitude: Double?
  public var longitude: Double?
  /// Fields whose value the program only prefers, so that missing it is a disadvantage and not a bar.
  public var preferredOnly: Set<Field>
  /// Where a field's value was read, and when.
  public var provenance: [Field: Provenance]
  /// Columns that this version does not know, kept as typed.
  public var extras: [String: String]

  public var id: String { code }
  /// A stated absence of a limit, as a number that no applicant reaches: unlike `nil`, it is known.
  public static let noLimit = 999
  /// Whether the program is invented for practice.
  public var isFiction: Bool { code.hasPrefix("FICTION-") }

  public init(code: String, name: String, specialty: String) {
    self.code = code
    self.name = name
    self.specialty = specialty
    features = []
    preferredOnly = []
    provenance = [:]
    extras = [:]
  }

  /// The columns of a catalog file; the raw value is the column's name in FORMATS.
  public enum Field: String, CaseIterable, Sendable, Codable {
    case code, program, institution, city, state, specialty, setting, positions, applications, interviews
    case step2Low = "step2_low"
    case step2Median = "step2_median"
    case step2High = "step2_high"
    case comlex, visa
    case maxYearsSinceGraduation = "max_years_since_graduation"
    case maxAttempts = "max_attempts"
    case usceMonths = "usce_months"
    case percentMD = "percent_md"
    case percentDO = "percent_do"
    case percentUSIMG = "percent_us_img"
    case percentNonUSIMG = "percent_non_us_img"
    case inStatePercent = "in_state_percent"
    case signals, salary, features, website, latitude, longitude
  }

  /// A source and a date in the words of the file that gave them.
  public struct Provenance: Sendable, Equatable, Codable {
    public var source: String?
    public var date: String?
    public init(source: String?, date: String?) {
      self.source = source
      self.date = date
    }
  }

  public enum Setting: String, CaseIterable, Sendable, Codable { case academic, community, hybrid, military }

  public enum ComlexPolicy: String, CaseIterable, Sendable, Codable {
    case accepted
    case usmleRequired = "required usmle"
  }

  /// The visas a program sponsors.
  public enum VisaPolicy: String, CaseIterable, Sendable, Codable {
    case none
    case j1 = "J-1"
    case h1b = "H-1B"
    case both
  }
}

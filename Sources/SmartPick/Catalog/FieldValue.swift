/// The value of one field of a program, whatever its type.
public enum FieldValue: Sendable, Equatable, CustomStringConvertible {
  case text(String)
  case integer(Int)
  case number(Double)
  case flag(Bool)
  case setting(Program.Setting)
  case comlex(Program.ComlexPolicy)
  case visa(Program.VisaPolicy)
  case words([String])

  /// The value as a catalog file writes it.
  public var description: String {
    switch self {
    case .text(let text): text
    case .integer(Program.noLimit): "no limit"
    case .integer(let integer): String(integer)
    case .number(let number): number == number.rounded() && abs(number) < 1e9 ? String(Int(number)) : String(number)
    case .flag(let flag): flag ? "yes" : "no"
    case .setting(let setting): setting.rawValue
    case .comlex(let policy): policy.rawValue
    case .visa(let policy): policy.rawValue
    case .words(let words): words.joined(separator: "; ")
    }
  }

  var integer: Int? { if case .integer(let integer) = self { integer } else { nil } }
  var number: Double? { if case .number(let number) = self { number } else { nil } }
  var text: String? { if case .text(let text) = self { text } else { nil } }
}

extension Program {
  /// The value of a field, or `nil` where it is unknown; setting `nil` makes it unknown.
  ///
  /// Code, name and specialty are never unknown: setting them to `nil`, or any field to a value of another type than its
  /// own, changes nothing but makes the optional ones unknown.
  public subscript(field: Field) -> FieldValue? {
    get {
      switch field {
      case .code: .text(code)
      case .program: .text(name)
      case .specialty: .text(specialty)
      case .institution: institution.map { .text($0) }
      case .city: city.map { .text($0) }
      case .state: state.map { .text($0) }
      case .website: website.map { .text($0) }
      case .setting: setting.map { .setting($0) }
      case .comlex: comlex.map { .comlex($0) }
      case .visa: visa.map { .visa($0) }
      case .signals: signals.map { .flag($0) }
      case .features: features.isEmpty ? nil : .words(features)
      case .usceMonths: usceMonths.map { .number($0) }
      case .percentMD: percentMD.map { .number($0) }
      case .percentDO: percentDO.map { .number($0) }
      case .percentUSIMG: percentUSIMG.map { .number($0) }
      case .percentNonUSIMG: percentNonUSIMG.map { .number($0) }
      case .inStatePercent: inStatePercent.map { .number($0) }
      case .latitude: latitude.map { .number($0) }
      case .longitude: longitude.map { .number($0) }
      case .positions: positions.map { .integer($0) }
      case .applications: applications.map { .integer($0) }
      case .interviews: interviews.map { .integer($0) }
      case .step2Low: step2Low.map { .integer($0) }
      case .step2Median: step2Median.map { .integer($0) }
      case .step2High: step2High.map { .integer($0) }
      case .maxYearsSinceGraduation: maxYearsSinceGraduation.map { .integer($0) }
      case .maxAttempts: maxAttempts.map { .integer($0) }
      case .salary: salary.map { .integer($0) }
      }
    }
    set {
      switch field {
      case .code: code = newValue?.text ?? code
      case .program: name = newValue?.text ?? name
      case .specialty: specialty = newValue?.text ?? specialty
      case .institution: institution = newValue?.text
      case .city: city = newValue?.text
      case .state: state = newValue?.text
      case .website: website = newValue?.text
      case .setting: if case .setting(let value)? = newValue { setting = value } else { setting = nil }
      case .comlex: if case .comlex(let value)? = newValue { comlex = value } else { comlex = nil }
      case .visa: if case .visa(let value)? = newValue { visa = value } else { visa = nil }
      case .signals: if case .flag(let value)? = newValue { signals = value } else { signals = nil }
      case .features: if case .words(let value)? = newValue { features = value } else { features = [] }
      case .usceMonths: usceMonths = newValue?.number
      case .percentMD: percentMD = newValue?.number
      case .percentDO: percentDO = newValue?.number
      case .percentUSIMG: percentUSIMG = newValue?.number
      case .percentNonUSIMG: percentNonUSIMG = newValue?.number
      case .inStatePercent: inStatePercent = newValue?.number
      case .latitude: latitude = newValue?.number
      case .longitude: longitude = newValue?.number
      case .positions: positions = newValue?.integer
      case .applications: applications = newValue?.integer
      case .interviews: interviews = newValue?.integer
      case .step2Low: step2Low = newValue?.integer
      case .step2Median: step2Median = newValue?.integer
      case .step2High: step2High = newValue?.integer
      case .maxYearsSinceGraduation: maxYearsSinceGraduation = newValue?.integer
      case .maxAttempts: maxAttempts = newValue?.integer
      case .salary: salary = newValue?.integer
      }
    }
  }
}

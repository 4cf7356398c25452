import Tables

/// What a cell of a catalog file says about a field.
struct CellReading {
  /// The value, or `nil` where it is unknown.
  var value: FieldValue?
  /// The program only prefers it.
  var isPreference = false
  /// What was expected in its place: the value is wrong.
  var fault: String?
  /// What remains open although something was understood.
  var doubt: (problem: String, remedy: String)?
  /// The two ends, where a score was given as a range.
  var ends: (low: Int, high: Int)?

  static let unknown = CellReading()

  static func value(_ value: FieldValue, isPreference: Bool = false) -> CellReading {
    CellReading(value: value, isPreference: isPreference)
  }

  /// Text that means "I do not know".
  static func isUnknown(_ text: String) -> Bool {
    let words: Set<String> = [
      "", "na", "unknown", "unk", "tbd", "tba", "notstated", "notlisted", "notspecified", "unspecified", "notavailable",
      "null", "nil", "nan", "unsure", "notsure", "notknown", "dontknow", "idk", "unclear", "seewebsite", "pending",
    ]
    return words.contains(ColumnName.key(text))
  }

  /// Reads a cell; `fraction` says that its column holds shares from 0 to 1 and not percentages.
  init(_ text: String, as field: Program.Field, fraction: Bool = false) {
    guard !Self.isUnknown(text) else {
      self = .unknown
      return
    }
    switch field {
    case .code, .program, .specialty, .institution, .city: self = .value(.text(text))
    case .website: self = .value(.text(text))
    case .features: self = .features(text)
    case .state:
      let state = USState.recognized(text)
      self = state.map { .value(.text($0.code)) } ?? .fault(field)
    case .setting: self = .setting(text)
    case .comlex: self = .comlex(text)
    case .visa: self = .visa(text)
    case .signals: self = .signals(text)
    case .positions, .applications, .interviews: self = .count(text, field)
    case .step2Low, .step2Median, .step2High: self = .score(text, field)
    case .maxYearsSinceGraduation: self = .years(text)
    case .maxAttempts: self = .attempts(text)
    case .usceMonths: self = .months(text)
    case .percentMD, .percentDO, .percentUSIMG, .percentNonUSIMG, .inStatePercent:
      self = .percent(text, field, fraction: fraction)
    case .salary: self = .salary(text)
    case .latitude, .longitude: self = .degrees(text, field)
    }
  }

  private init(
    value: FieldValue? = nil, isPreference: Bool = false, fault: String? = nil,
    doubt: (problem: String, remedy: String)? = nil, ends: (low: Int, high: Int)? = nil
  ) {
    self.value = value
    self.isPreference = isPreference
    self.fault = fault
    self.doubt = doubt
    self.ends = ends
  }

  static func fault(_ field: Program.Field) -> CellReading { CellReading(fault: CatalogColumns.meaning(of: field)) }

  static func doubtful(_ problem: String, remedy: String) -> CellReading {
    CellReading(doubt: (problem, remedy))
  }

  static func scores(_ value: Int, ends: (low: Int, high: Int)?) -> CellReading {
    CellReading(value: .integer(value), ends: ends)
  }
}

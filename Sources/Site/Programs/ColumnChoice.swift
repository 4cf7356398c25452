internal import SmartPick
internal import Tables

/// What a column of a file can mean, as the page of the preview offers it.
enum ColumnChoice {
  /// The values are the names of FORMATS; empty for a column that is kept and not used.
  static let all: [(value: String, words: String)] =
    [("", "Not used, kept as it is")]
    + Program.Field.allCases.map { ($0.rawValue, "\(words($0)): \(CatalogColumns.meaning(of: $0))") }
    + [
      (CatalogColumns.allIMGs, "Percent of all IMGs, US and non-US together: kept, not used"),
      ("track", "Track: categorical, preliminary, advanced"), ("source", "Source of the row"),
      ("date", "Date of the row's facts"),
    ]

  /// A field in a word or three.
  static func words(_ field: Program.Field) -> String {
    switch field {
    case .step2Low: "Step 2 CK, low end"
    case .step2Median: "Step 2 CK, median"
    case .step2High: "Step 2 CK, high end"
    case .comlex: "COMLEX"
    case .maxYearsSinceGraduation: "Years since graduation"
    case .maxAttempts: "Attempts allowed"
    case .usceMonths: "US clinical months"
    case .percentMD: "Percent MD"
    case .percentDO: "Percent DO"
    case .percentUSIMG: "Percent US IMG"
    case .percentNonUSIMG: "Percent non-US IMG"
    case .inStatePercent: "Percent in state"
    default: field.rawValue.prefix(1).uppercased() + field.rawValue.dropFirst()
    }
  }

  /// How a column was recognized, for a reader of the page.
  static func how(_ how: ColumnMapping.How?) -> String {
    switch how {
    case .exact?: "by its name"
    case .alias?: "by a name people use for it"
    case .similar?: "a guess: the names are alike"
    case .told?: "as you said"
    case nil: "not recognized"
    }
  }

  /// What the form says about every column, kept only where it differs from the guess.
  static func told(_ form: FormFields, _ table: Table) -> [String: String] {
    let guess = ColumnMapping(CatalogColumns.wanted, in: table)
    let names = Dictionary(guess.columns.map { ($0.index, $0.wanted) }) { first, _ in first }
    var told: [String: String] = [:]
    for (index, header) in guess.headers.enumerated() where form.has("column-\(index)") {
      let choice = form["column-\(index)"]
      guard all.contains(where: { $0.value == choice }) || choice == names[index], choice != names[index] ?? "" else {
        continue
      }
      told[header] = choice
    }
    return told
  }
}

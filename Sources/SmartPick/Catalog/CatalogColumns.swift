public import Tables

/// The columns of a catalog file and the names that people give them.
public enum CatalogColumns {
  /// Every column that a catalog reader looks for: the fields, a column for the track, and for each field `X_source` and
  /// `X_date`; `source` and `date` alone speak for the whole row.
  public static let wanted: [WantedColumn] =
    Program.Field.allCases.map { field in
      WantedColumn(
        field.rawValue, aliases: aliases[field] ?? [], isRequired: field == .program || field == .specialty,
        // A column that says whether *I* signaled must not pass for one that says whether the program takes signals.
        allowsSimilar: field != .signals)
    } + [
      // IMGs of the US and from abroad together are neither of the two shares that the odds know.
      WantedColumn(
        allIMGs,
        aliases: [
          "img", "imgs", "img percent", "% img", "% imgs", "all imgs", "% all imgs", "img share", "fmg", "fmgs",
          "% fmg",
          "percent of imgs",
        ], allowsSimilar: false),
      WantedColumn("track", aliases: ["training type", "training types", "position type", "track type", "nrmp type"]),
      WantedColumn("source", aliases: ["source url", "reference"], allowsSimilar: false),
      WantedColumn(
        "date", aliases: ["as of", "last updated", "updated", "checked", "date checked"], allowsSimilar: false),
    ]
    + Program.Field.allCases.flatMap { field in
      ["source", "date"].map { kind in
        WantedColumn(
          "\(field.rawValue)_\(kind)", aliases: (aliases[field] ?? []).map { "\($0) \(kind)" }, allowsSimilar: false)
      }
    }

  /// The name of a column of all IMGs together: kept and not used, until somebody says which of the two it means.
  public static let allIMGs = "percent_img"

  /// What each column holds, in a sentence part for `catalog columns` and for messages.
  public static func meaning(of field: Program.Field) -> String {
    switch field {
    case .code: "the ACGME or NRMP code"
    case .program: "the program's name"
    case .specialty: "the specialty"
    case .institution: "the institution"
    case .city: "the city"
    case .state: "a state's two letters or name"
    case .setting: "academic, community, hybrid or military"
    case .positions: "a number of positions"
    case .applications: "a number of applications"
    case .interviews: "a number of interviews"
    case .step2Low: "the low end of interviewed applicants' Step 2 CK, 1 to 300"
    case .step2Median: "the median Step 2 CK of interviewed applicants, 1 to 300"
    case .step2High: "the high end of interviewed applicants' Step 2 CK, 1 to 300"
    case .comlex: "accepted or required usmle"
    case .visa: "none, J-1, H-1B or both"
    case .maxYearsSinceGraduation: "a number of years, or no limit"
    case .maxAttempts: "a number of attempts, 1 or more, or no limit"
    case .usceMonths: "a number of months, 0 for none"
    case .percentMD, .percentDO, .percentUSIMG, .percentNonUSIMG, .inStatePercent: "a percentage from 0 to 100"
    case .signals: "yes or no"
    case .salary: "dollars a year, such as 65400"
    case .features: "words separated by ;"
    case .website: "a web address"
    case .latitude: "degrees north, −90 to 90"
    case .longitude: "degrees east, -180 to 180"
    }
  }

  private static let aliases: [Program.Field: [String]] = [
    .code: [
      "acgme code", "acgme id", "nrmp code", "program code", "accreditation id", "eras id", "program id", "acgme",
      "nrmp program code", "acgme program code", "acgme number", "nrmp", "id", "code number", "program number",
    ],
    .program: ["program name", "name", "residency program", "residency", "program title", "programs"],
    .specialty: [
      "speciality", "discipline", "field", "specialty name", "program specialty", "department", "spec",
      "specialties", "residency specialty", "dept", "specialty type", "training specialty",
    ],
    .institution: [
      "hospital", "sponsor", "sponsoring institution", "institution name", "health system", "site", "hospital name",
    ],
    .city: ["town", "location", "program city", "city state"],
    .state: ["st", "program state", "us state", "state code"],
    .setting: ["type", "program type", "program setting", "academic or community", "setting type", "hospital type"],
    .positions: [
      "spots", "slots", "quota", "size", "number of positions", "positions per year", "residents per year",
      "class size",
      "pgy1 positions", "program size", "# positions", "no of positions", "# spots", "# slots", "seats", "intake",
      "openings", "number of spots",
    ],
    .applications: [
      "applicants", "applications received", "number of applications", "number of applicants", "apps",
      "total applicants", "# applications", "# applicants",
    ],
    .interviews: [
      "interviewed", "number of interviews", "interview spots", "interviews offered", "interviewees", "# interviews",
      "ivs",
      "number interviewed", "interviews given",
    ],
    .step2Low: [
      "minimum step 2", "min step 2", "step 2 minimum", "step 2 min", "step 2 ck min", "step 2 ck minimum",
      "step 2 cutoff", "step 2 ck cutoff", "lowest step 2", "step 2 ck low", "step2 floor", "minimum step 2 ck",
      "step 2 25th percentile", "minimum score", "min ck", "ck min", "ck cutoff", "min score", "score cutoff",
      "cutoff", "step2 min", "step2ck min",
    ],
    .step2Median: [
      "step 2", "step 2 ck", "step 2 score", "step 2 average", "average step 2", "avg step 2", "mean step 2",
      "step 2 ck median", "median step 2", "step 2 ck average", "step 2 ck score", "avg step 2 ck", "mean step 2 ck",
      "average step 2 ck", "median step 2 ck", "ck", "ck score", "ck avg", "avg ck", "mean ck", "median ck",
      "average score", "mean score", "score",
    ],
    .step2High: [
      "maximum step 2", "max step 2", "step 2 max", "step 2 ck high", "highest step 2", "step 2 75th percentile",
      "step 2 ck max",
    ],
    .comlex: [
      "comlex accepted", "accepts comlex", "comlex policy", "comlex only", "comlex ok", "do comlex", "takes comlex",
    ],
    .visa: [
      "visa sponsorship", "visas", "visa sponsored", "visa type", "visa types", "sponsors visa", "visa policy",
      "visa status", "visas sponsored", "visa sponsor", "j1 h1b", "j1 or h1b", "visa j1 h1b", "h1b j1", "visa support",
      "visa info",
    ],
    .maxYearsSinceGraduation: [
      "yog", "yog cutoff", "years since graduation", "graduation cutoff", "yog limit", "max yog", "graduated within",
      "years since grad", "time since graduation", "max years since grad", "year of graduation cutoff", "grad cutoff",
      "years out", "max years out", "yrs since grad", "yrs since graduation",
      "graduation limit", "max years since graduation yog", "yog max", "years from graduation",
    ],
    .maxAttempts: [
      "attempts", "attempts allowed", "max usmle attempts", "usmle attempts", "attempt limit", "step attempts",
      "maximum attempts",
    ],
    .usceMonths: [
      "usce", "us clinical experience", "usce required", "us clinical experience months", "clinical experience",
      "us experience", "months usce", "required usce", "usce req", "usce requirement", "us clinical exp", "usce mo",
      "usce months required", "us rotations",
    ],
    .percentMD: ["md", "us md", "md percent", "us md percent", "% us md", "percent us md", "mds", "% md residents"],
    .percentDO: ["do", "do percent", "us do percent", "% us do", "percent us do", "dos", "us do", "% do residents"],
    .percentUSIMG: ["us img", "us img percent", "% us img", "usimg", "% us imgs", "us citizen img"],
    .percentNonUSIMG: [
      "non us img", "non us img percent", "% non us img", "non us citizen img", "non us imgs",
    ],
    .inStatePercent: ["in state", "% in state", "instate", "in state residents", "percent in state", "in-state %"],
    .signals: [
      "signaling", "uses signals", "accepts signals", "participates in signaling", "signal participation", "signalling",
    ],
    .salary: [
      "pgy1 salary", "pay", "stipend", "pgy 1 salary", "annual salary", "base salary", "salary usd", "pgy1 pay",
    ],
    .features: ["tags", "highlights", "tracks", "special features", "perks"],
    .website: ["url", "link", "web", "site url", "web site", "program website", "homepage", "web page"],
    .latitude: ["lat"],
    .longitude: ["lon", "lng", "long"],
  ]
}

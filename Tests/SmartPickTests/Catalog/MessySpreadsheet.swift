import SmartPick
import Tables

/// A spreadsheet as a person keeps it: titles on top, columns of other names, values spelled in many ways, twenty faults.
///
/// Every value is chosen first and spelled second, so that what should be understood is known without the reader.
struct MessySpreadsheet {
  struct Fault {
    var row: Int
    var column: String
    var value: String?
    var severity: Finding.Severity
  }

  static let headers = [
    "ACGME ID", "Residency Program", "Discipline", "Hospital", "Town", "US State", "Program Type", "Spots",
    "Min Step 2", "Avg Step 2 CK", "Max Step 2", "Visa Sponsorship (J-1/H-1B)", "YOG cutoff", "USCE required",
    "% US MD",
    "PGY-1 salary", "COMLEX ok?", "My notes",
  ]

  var rows: [[String]] = [["Programs for 2027", "", "(mine)"], headers]
  /// What each row should be understood as, by code.
  var expected: [Program] = []
  var faults: [Fault] = []

  /// The row of the spreadsheet in which the program with this number stands, counted from 0.
  static func row(_ number: Int) -> Int { number + 2 }

  init() {
    for number in 0..<300 { add(number) }
    plant(10, "Spots", "twelve")
    plant(20, "Avg Step 2 CK", "999")
    plant(30, "US State", "Ohoi")
    plant(40, "% US MD", "145%")
    plant(50, "Spots", "-3")
    plant(60, "Residency Program", "", leavesOut: true)
    plant(70, "Residency Program", "N/A", leavesOut: true)
    plant(80, "Discipline", "", leavesOut: true)
    rows[Self.row(80)][0] = ""
    plant(90, "Visa Sponsorship (J-1/H-1B)", "maybe")
    plant(100, "Visa Sponsorship (J-1/H-1B)", "yes", .warning)
    plant(110, "Discipline", "Cosmic Medicine", .warning)
    expected[110].specialty = "Cosmic Medicine"
    plant(120, "Program Type", "haunted")
    plant(130, "YOG cutoff", "2019 or later")
    plant(140, "USCE required", "lots")
    plant(150, "PGY-1 salary", "plenty")
    plant(160, "Avg Step 2 CK", "pass")
    plant(170, "COMLEX ok?", "perhaps")
    plant(180, "ACGME ID", "1.40051E+09")
    plant(190, "ACGME ID", rows[Self.row(189)][0], leavesOut: true)
    plant(200, "Min Step 2", "260")
    rows[Self.row(200)][10] = "240"
    expected[200].step2Low = nil
    expected[200].step2High = nil
  }

  private mutating func plant(
    _ number: Int, _ column: String, _ value: String, _ severity: Finding.Severity = .error, leavesOut: Bool = false
  ) {
    let index = Self.headers.firstIndex(of: column) ?? 0
    rows[Self.row(number)][index] = value
    faults.append(Fault(row: Self.row(number), column: column, value: value, severity: severity))
    if leavesOut { expected[number].code = "LEFT OUT" }
    switch column {
    case "Spots": expected[number].positions = nil
    case "Avg Step 2 CK": expected[number].step2Median = nil
    case "US State": expected[number].state = nil
    case "% US MD": expected[number].percentMD = nil
    case "Visa Sponsorship (J-1/H-1B)": expected[number].visa = nil
    case "Program Type": expected[number].setting = nil
    case "YOG cutoff": expected[number].maxYearsSinceGraduation = nil
    case "USCE required": expected[number].usceMonths = nil
    case "PGY-1 salary": expected[number].salary = nil
    case "COMLEX ok?": expected[number].comlex = nil
    default: break
    }
  }

  private mutating func add(_ number: Int) {
    func spelled<Value>(_ choices: [(Value, [String])], _ shift: Int) -> (Value, String) {
      let (value, spellings) = choices[(number / shift + number) % choices.count]
      return (value, spellings[(number / 3 + shift) % spellings.count])
    }
    let unknown = ["", "N/A", "-", "?", "unknown", "TBD"]
    let kinds = [
      ("Internal Medicine", "140", ["IM", "Internal Med", "medicine", "Internal Medicine"]),
      ("Surgery-General", "440", ["General Surgery", "surgery", "Gen Surg"]),
      ("Obstetrics and Gynecology", "220", ["OB/GYN", "OBGYN", "Ob-Gyn"]),
      ("Physical Medicine and Rehabilitation", "340", ["PM&R", "PMR", "Physical Medicine & Rehabilitation"]),
      ("Anesthesiology", "040", ["Anesthesia", "Anes"]),
      ("Internal Medicine/Pediatrics", "700", ["Med-Peds", "Med/Peds"]),
    ]
    let kind = kinds[number % kinds.count]
    let code = kind.1 + "99" + String(10_000 + number)
    // A spreadsheet takes the code for a number.
    let typedCode = code.hasPrefix("0") ? String(code.dropFirst()) : code
    let name = number == 5 ? "Program 5,\nNorth \"Campus\"" : "Program \(number)"
    var program = Program(code: code, name: name, specialty: kind.0)
    let state = USState.all[number % USState.all.count]
    let setting = spelled(
      [
        (Program.Setting.academic, ["Univ-based", "University", "academic"]),
        (.community, ["Community", "community-based"]),
        (.hybrid, ["community based university affiliated", "Univ. affiliated", "hybrid"]),
        (.military, ["Military (Army)"]),
      ] as [(Program.Setting?, [String])] + [(nil, unknown)], 7)
    let positions: (Int?, String) = spelled(
      [(12, ["12", "12 spots", "~12", "11-13"]), (1_200, ["1,200"]), (nil, unknown)], 11)
    let median: (Int?, String) = spelled([(250, ["250+", "250"]), (235, ["~235", "230-240"]), (nil, unknown)], 13)
    let low: (Int?, String) = spelled([(220, [">=220", "220"]), (nil, unknown)], 5)
    let visa = spelled(
      [
        (Program.VisaPolicy.both, ["J1/H1b", "J-1 & H1B", "both"]),
        (Program.VisaPolicy.none, ["no visa", "None", "no"]), (.j1, ["J1 only", "j-1"]),
        (.h1b, ["H1-B"]),
      ] as [(Program.VisaPolicy?, [String])] + [(nil, unknown)], 17)
    let years: (Int?, String) = spelled(
      [
        (5, ["within 5 years", "5", "5 yrs"]), (Program.noLimit, ["no limit", "none"]), (10, ["10 yrs preferred"]),
        (nil, unknown),
      ], 19)
    let months: (Double?, String) = spelled(
      [(2, ["yes (2 mo)", "2 months", "8 weeks"]), (3, ["3 months", "3"]), (0, ["no", "none"]), (nil, unknown)], 23)
    let percent: (Double?, String) = spelled([(45, ["45%", "45", "45 %"]), (0.5, ["0.5"]), (nil, unknown)], 29)
    let salary: (Int?, String) = spelled([(65_400, ["$65,400", "65.4k", "65400"]), (nil, unknown)], 31)
    let comlex = spelled(
      [(Program.ComlexPolicy.accepted, ["yes", "accepted"]), (.usmleRequired, ["no", "USMLE required"])]
        as [(Program.ComlexPolicy?, [String])] + [(nil, unknown)], 37)
    program.institution = "Institution \(number)"
    program.city = "Town \(number)"
    program.state = state.code
    (program.setting, program.positions, program.step2Median, program.step2Low) = (
      setting.0, positions.0, median.0, low.0
    )
    (program.visa, program.maxYearsSinceGraduation, program.usceMonths) = (visa.0, years.0, months.0)
    (program.percentMD, program.salary, program.comlex) = (percent.0, salary.0, comlex.0)
    if years.1.contains("preferred") { program.preferredOnly = [.maxYearsSinceGraduation] }
    program.extras = ["My notes": "note \(number)"]
    expected.append(program)
    rows.append([
      typedCode, name, kind.2[number / 6 % kind.2.count], "Institution \(number)", "Town \(number)",
      number.isMultiple(of: 2) ? state.name : state.code.lowercased(), setting.1, positions.1, low.1, median.1, "",
      visa.1, years.1, months.1, percent.1, salary.1, comlex.1, "note \(number)",
    ])
  }
}

/// Finds the program that somebody means by a code or a name.
public struct ProgramLookup: Sendable {
  public enum Answer: Sendable {
    case found(Program, warning: (problem: String, remedy: String)?)
    case fault(column: String, value: String, problem: String, expected: String, remedy: String)
  }

  private let byCode: [String: Program]
  private let byName: [String: [Program]]
  private let profile: Profile

  public init(_ programs: [Program], profile: Profile) {
    byCode = Dictionary(programs.map { ($0.code.uppercased(), $0) }, uniquingKeysWith: { first, _ in first })
    byName = Dictionary(grouping: programs) { $0.name.lowercased() }
    self.profile = profile
  }

  /// The program with this code, else the one of this name; one of neither is taken as a typical program of its
  /// specialty.
  ///
  /// - Parameters:
  ///   - typed: the code as typed, or empty.
  ///   - name: as typed, or empty.
  ///   - specialty: as typed; where empty the code's own or else the profile's first.
  ///   - isFirstYear: whether it stands on a supplemental list.
  /// - Returns: the program, with what is worth a second look, or what is wrong.
  public func program(code typed: String, name: String, specialty: String, isFirstYear: Bool = false) -> Answer {
    let code = Self.code(typed)
    if code.isEmpty, name.isEmpty {
      return .fault(
        column: "program", value: "", problem: "the row names no program", expected: "a name or a code",
        remedy: "add it, or delete the row")
    }
    if let program = byCode[code] {
      let differs = !name.isEmpty && name.lowercased() != program.name.lowercased()
      return .found(
        program,
        warning: differs
          ? (
            "the list says \(name), the catalog calls \(program.code) \(program.name)",
            "check that the code is the right one"
          ) : nil)
    }
    if code.hasPrefix("FICTION-") {
      return .fault(
        column: "code", value: typed, problem: "no practice program has this code",
        expected: "a code such as FICTION-IM-0704", remedy: "correct it: each program of the list stands with its code")
    }
    let same = name.isEmpty ? [] : byName[name.lowercased()] ?? []
    let fitting = isFirstYear ? same.filter { $0.track == .preliminary } : same
    if code.isEmpty, fitting.count > 1 {
      return .fault(
        column: "program", value: name, problem: "\(fitting.count) programs of the catalog have this name",
        expected: "one program", remedy: "add its code: " + fitting.prefix(4).map(\.code).joined(separator: ", "))
    }
    if code.isEmpty, let program = fitting.first { return .found(program, warning: nil) }
    return unknown(code, name, specialty, isFirstYear)
  }

  private func unknown(_ code: String, _ name: String, _ typed: String, _ isFirstYear: Bool) -> Answer {
    let parts = ProgramCode(code)
    let named = Specialty.recognized(typed)
    let coded = parts.specialtyDigits.flatMap { Specialty.coded($0)?.name }
    let fallback = isFirstYear ? "Transitional Year" : profile.specialties.first?.name
    guard let specialty = named?.specialty.name ?? (typed.isEmpty ? coded ?? fallback : typed) else {
      return .fault(
        column: "specialty", value: typed, problem: "nobody knows the specialty of \(name.isEmpty ? code : name)",
        expected: "a specialty in the list or in the profile", remedy: "add a column specialty")
    }
    var program = Program(code: code, name: name.isEmpty ? code : name, specialty: specialty)
    if code.isEmpty { program.code = CatalogReader.ownCode(program) }
    program.track =
      parts.track ?? named?.track ?? Track(words: name) ?? (specialty == "Transitional Year" ? .preliminary : nil)
    return .found(
      program,
      warning: (
        "\(program.name) is not in the catalog and was taken as a typical \(specialty) program",
        "nothing need be done; facts in a catalog make its chance sharper"
      ))
  }

  /// The code as typed, put right where a spreadsheet dropped its first zero.
  private static func code(_ typed: String) -> String {
    let code = typed.uppercased()
    return code.utf8.count == 9 && code.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } ? "0" + code : code
  }
}

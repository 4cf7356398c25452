/// Finds the program that somebody means by a code or a name.
public struct ProgramLookup: Sendable {
  /// A program, and what makes it worth a second look.
  public struct Found: Sendable, Equatable {
    public var program: Program
    public var doubt: Doubt?
  }

  /// Why a program that was found may not be the one that is meant; worded by whoever shows it.
  public enum Doubt: Sendable, Equatable {
    /// The name beside the code is another one than the catalog's.
    case nameDiffers(typed: String)
    /// Nothing is known of it but its specialty.
    case notInCatalog
  }

  /// Why no program is meant; worded by whoever shows it.
  public enum Fault: Error, Sendable, Equatable {
    /// Neither a code nor a name.
    case nothingTyped
    /// A code of the practice catalog's kind that it does not have.
    case noPracticeProgram(code: String)
    /// So many programs have the name: their codes, in the catalog's order.
    case severalOfThisName(String, codes: [String])
    /// In no catalog, and neither the row nor the code nor the profile tells what it trains in.
    case noSpecialty(of: String, typed: String)
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
  /// - Returns: the program, with what is worth a second look.
  /// - Throws: why there is none.
  public func program(
    code typed: String, name: String, specialty: String, isFirstYear: Bool = false
  ) throws(Fault) -> Found {
    let code = Self.code(typed)
    if code.isEmpty, name.isEmpty { throw .nothingTyped }
    if let program = byCode[code] {
      let differs = !name.isEmpty && name.lowercased() != program.name.lowercased()
      return Found(program: program, doubt: differs ? .nameDiffers(typed: name) : nil)
    }
    if code.hasPrefix("FICTION-") { throw .noPracticeProgram(code: typed) }
    let same = name.isEmpty ? [] : byName[name.lowercased()] ?? []
    let fitting = isFirstYear ? same.filter { $0.track == .preliminary } : same
    if code.isEmpty, fitting.count > 1 { throw .severalOfThisName(name, codes: fitting.map(\.code)) }
    if code.isEmpty, let program = fitting.first { return Found(program: program) }
    return try unknown(code, name, specialty, isFirstYear)
  }

  private func unknown(
    _ code: String, _ name: String, _ typed: String, _ isFirstYear: Bool
  ) throws(Fault) -> Found {
    let parts = ProgramCode(code)
    let named = Specialty.recognized(typed)
    let coded = parts.specialtyDigits.flatMap { Specialty.coded($0)?.name }
    let fallback = isFirstYear ? "Transitional Year" : profile.specialties.first?.name
    guard let specialty = named?.specialty.name ?? (typed.isEmpty ? coded ?? fallback : typed) else {
      throw .noSpecialty(of: name.isEmpty ? code : name, typed: typed)
    }
    var program = Program(code: code, name: name.isEmpty ? code : name, specialty: specialty)
    if code.isEmpty { program.code = CatalogReader.ownCode(program) }
    program.track =
      parts.track ?? named?.track ?? Track(words: name) ?? (specialty == "Transitional Year" ? .preliminary : nil)
    return Found(program: program, doubt: .notInCatalog)
  }

  /// The code as typed, put right where a spreadsheet dropped its first zero.
  private static func code(_ typed: String) -> String {
    let code = typed.uppercased()
    return code.utf8.count == 9 && code.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } ? "0" + code : code
  }
}

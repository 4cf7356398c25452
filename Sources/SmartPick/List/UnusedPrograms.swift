/// Programs that a person brought and that no list can use, because nobody knows a specialty by the name they carry.
public struct UnusedPrograms: Sendable {
  /// In the order of the catalog.
  public let programs: [Program]
  /// How many programs the catalog holds.
  public let all: Int

  /// O(programs).
  public init(_ request: ListRequest) {
    let chosen = Set(request.profile.specialties.map(\.name))
    var known: [String: Bool] = [:]
    programs = request.programs.filter { program in
      guard !program.isFiction, !chosen.contains(program.specialty) else { return false }
      let isKnown = known[program.specialty] ?? (Specialty.recognized(program.specialty) != nil)
      known[program.specialty] = isKnown
      return !isKnown
    }
    all = request.programs.count
  }

  /// How many, which, why, and what was probably meant; nil where every specialty is known.
  public var sentence: String? {
    guard !programs.isEmpty else { return nil }
    var names: [String] = []
    for program in programs where !names.contains(program.specialty) { names.append(program.specialty) }
    let reasons = names.prefix(4).map { name in
      let of = programs.filter { $0.specialty == name }.map(\.name)
      let shown = of.prefix(3).joined(separator: ", ") + (of.count > 3 ? " and \(of.count - 3) more" : "")
      return
        "\(shown), because no specialty is known by the name \u{201C}\(name)\u{201D}\(Specialty.question(about: name))"
    }
    let rest = names.count > 4 ? " And \(names.count - 4) more names." : ""
    let end = reasons.last?.hasSuffix("?") == true ? "" : "."
    return "\(programs.count) of \(all) programs \(programs.count == 1 ? "is" : "are") not used: "
      + reasons.joined(separator: "; ") + end + rest
  }
}

import SmartPick
import Testing

@Suite struct `Looking up a program` {
  private func program(_ code: String, _ name: String, _ track: Track? = nil) -> Program {
    var program = Program(code: code, name: name, specialty: "Internal Medicine")
    program.track = track
    return program
  }

  private var catalog: [Program] {
    [
      program("1400000001", "Larkspur"), program("1400000002", "Twin"), program("1400000003", "Twin"),
      program("1400000004", "Mixed", .categorical), program("1400000005", "Mixed", .preliminary),
    ]
  }

  private func lookup(_ specialties: [String] = []) -> ProgramLookup {
    var profile = Profile()
    profile.specialties = specialties.map { .init($0, .primary) }
    return ProgramLookup(catalog, profile: profile)
  }

  @Test func `finds it by its code, then by its name`() throws {
    let byCode = try lookup().program(code: "1400000001", name: "larkspur", specialty: "")
    #expect(byCode.program.name == "Larkspur" && byCode.doubt == nil)
    let byName = try lookup().program(code: "", name: "LARKSPUR", specialty: "")
    #expect(byName.program.code == "1400000001" && byName.doubt == nil)
    let other = try lookup().program(code: "1400000001", name: "Lark Spur", specialty: "")
    #expect(other.program.code == "1400000001" && other.doubt == .nameDiffers(typed: "Lark Spur"))
    // On a supplemental list only a first year of the name can be meant.
    #expect(
      try lookup().program(code: "", name: "Mixed", specialty: "", isFirstYear: true).program.code == "1400000005")
  }

  @Test func `takes one of no catalog as typical of its specialty`() throws {
    let named = try lookup(["Pediatrics"]).program(code: "", name: "Elsewhere", specialty: "psych")
    #expect(named.program.specialty == "Psychiatry" && named.doubt == .notInCatalog)
    let coded = try lookup(["Pediatrics"]).program(code: "1800000009", name: "", specialty: "")
    #expect(coded.program.specialty == "Neurology" && coded.doubt == .notInCatalog)
    #expect(
      try lookup(["Pediatrics"]).program(code: "", name: "Elsewhere", specialty: "").program.specialty == "Pediatrics")
  }

  @Test func `says why there is none, each cause a case of its own`() {
    let lookup = lookup()
    #expect(throws: ProgramLookup.Fault.nothingTyped) { try lookup.program(code: "", name: "", specialty: "IM") }
    #expect(throws: ProgramLookup.Fault.noPracticeProgram(code: "fiction-im-1")) {
      try lookup.program(code: "fiction-im-1", name: "Larkspur", specialty: "")
    }
    #expect(throws: ProgramLookup.Fault.severalOfThisName("twin", codes: ["1400000002", "1400000003"])) {
      try lookup.program(code: "", name: "twin", specialty: "")
    }
    #expect(throws: ProgramLookup.Fault.noSpecialty(of: "Elsewhere", typed: "")) {
      try lookup.program(code: "", name: "Elsewhere", specialty: "")
    }
    #expect(throws: ProgramLookup.Fault.noSpecialty(of: "77", typed: "")) {
      try lookup.program(code: "77", name: "", specialty: "")
    }
  }
}

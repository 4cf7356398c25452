import Foundation
import SmartPick
import Testing

/// Unknown is a value of its own: between met and not met, at every program and in every profile.
@Suite struct `An unknown requirement` {
  private static let kinds: [(String, @Sendable (inout Program, Int) -> Void)] = [
    ("visa", { $0.visa = [Program.VisaPolicy.none, nil, .both][$1] }),
    ("years", { $0.maxYearsSinceGraduation = [2, nil, Program.noLimit][$1] }),
    ("attempts", { $0.maxAttempts = [1, nil, 4][$1] }),
    ("COMLEX", { $0.comlex = [.usmleRequired, nil, .accepted][$1] }),
    ("clinical months", { $0.usceMonths = [6, nil, 1][$1] }),
  ]

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `leaves the chance of an interview between met and not met`(seed: UInt64) throws {
    var random = Seeded(seed)
    var profile = Samples.profile(
      &random, type: seed.isMultiple(of: 2) ? .nonUSIMG : .usIMG, specialties: ["Pediatrics"])
    profile.visa = [.j1, .h1b, .either][Int(seed) % 3]
    profile.graduationYear = 2019
    profile.usClinicalMonths = 2
    profile.step2CK = .init()
    profile.comlexLevel2 = .init(score: Int.random(in: 420...680, using: &random), attempts: 2)
    let programs = Samples.programs(["Pediatrics"], 12, &random)
    for (name, set) in Self.kinds {
      var chances: [[Double]] = []
      for level in 0..<3 {
        var changed = programs
        for index in changed.indices {
          changed[index].preferredOnly = []
          changed[index].signals = false
          set(&changed[index], level)
        }
        // One program stays open to all, so that there is a list.
        changed.append(Program(code: "OPEN", name: "Open", specialty: "Pediatrics"))
        let maker = try ListMaker(Samples.request(profile, changed, seed: seed))
        let list = try maker.list()
        chances.append(
          try programs.map { try #require(maker.explanation(of: $0.code, in: list)).interview })
      }
      for index in programs.indices {
        let (no, unknown, yes) = (chances[0][index], chances[1][index], chances[2][index])
        #expect(no < unknown && unknown < yes, "\(name) at \(programs[index].code): \(no), \(unknown), \(yes)")
      }
    }
  }

  @Test func `is a question for the program where the answer would change the list`() throws {
    var random = Seeded(9)
    var profile = Samples.profile(&random, type: .nonUSIMG, specialties: ["Pediatrics"])
    profile.visa = .j1
    var programs = Samples.programs(["Pediatrics"], 20, &random)
    for index in programs.indices { programs[index].visa = .both }
    for index in 0..<10 { programs[index].visa = nil }
    let list = try Samples.list(profile, programs)
    let asked = list.questions.filter { $0.field == .visa }
    #expect(!asked.isEmpty && Set(asked.map(\.program.code)).isSubset(of: programs[..<10].map(\.code)))
    #expect(asked.first?.words.contains("J-1") == true)
  }

  @Test func `widens the range of the odds`() throws {
    var random = Seeded(10)
    let profile = Samples.profile(&random, type: .usMDSenior, specialties: ["Pediatrics"])
    let known = try #require(
      Samples.practice.first {
        $0.specialty == "Pediatrics" && $0.step2Median != nil && $0.percentMD != nil && $0.applications != nil
          && $0.interviews != nil
      })
    var bare = Program(code: "BARE", name: "Bare", specialty: "Pediatrics")
    bare.signals = false
    var full = known
    full.signals = false
    let maker = try ListMaker(Samples.request(profile, [bare, full]))
    let list = try maker.list()
    func width(_ code: String) throws -> Double {
      let row = try #require(list.rows.first { $0.program.code == code })
      func logit(_ share: Double) -> Double { log(share / (1 - share)) }
      return logit(row.interviewHigh) - logit(row.interviewLow)
    }
    #expect(try width("BARE") > width(full.code))
  }
}

import SmartPick
import Testing

@Suite struct `A requirement` {
  private func status(
    _ kind: Requirement.Kind, program change: (inout Program) -> Void = { _ in }, profile edit: (inout Profile) -> Void
  ) -> Requirement.Status? {
    var program = Program(code: "P", name: "P", specialty: "Internal Medicine")
    change(&program)
    var profile = Profile()
    edit(&profile)
    return Requirement.all(of: program, for: profile, season: 2027).first { $0.kind == kind }?.status
  }

  @Test func `of a visa is met by the right kind alone`() {
    typealias Policy = Program.VisaPolicy
    let table: [(Profile.VisaNeed?, Policy?, Requirement.Status?)] = [
      (nil, Policy.none, nil), (Profile.VisaNeed.none, Policy.none, nil), (Profile.VisaNeed.none, nil, nil),
      (.j1, nil, .unknown), (.j1, Policy.none, .notMet), (.j1, .j1, .met), (.j1, .h1b, .notMet), (.j1, .both, .met),
      (.h1b, nil, .unknown), (.h1b, Policy.none, .notMet), (.h1b, .j1, .notMet), (.h1b, .h1b, .met),
      (.h1b, .both, .met), (.either, nil, .unknown), (.either, Policy.none, .notMet), (.either, .j1, .met),
      (.either, .h1b, .met), (.either, .both, .met),
    ]
    for (need, offered, wanted) in table {
      #expect(status(.visa, program: { $0.visa = offered }, profile: { $0.visa = need }) == wanted)
    }
  }

  @Test func `of years since graduation counts from the season`() {
    let table: [(Int?, Int?, Requirement.Status?)] = [
      (2027, 1, nil), (2028, 0, nil), (2022, 5, .met), (2022, 4, .notMet), (2022, nil, .unknown), (2025, nil, nil),
      (2000, Program.noLimit, .met), (nil, 5, .unknown), (nil, nil, nil), (nil, Program.noLimit, nil),
    ]
    for (year, limit, wanted) in table {
      let found = status(
        .yearsSinceGraduation, program: { $0.maxYearsSinceGraduation = limit }, profile: { $0.graduationYear = year })
      #expect(found == wanted, "\(String(describing: year)) \(String(describing: limit))")
    }
  }

  @Test func `of attempts counts the examination taken most often`() {
    let table: [(Int?, Int?, Requirement.Status?)] = [
      (1, 1, nil), (nil, 1, nil), (2, 1, .notMet), (2, 2, .met), (3, 2, .notMet), (2, nil, .unknown),
      (9, Program.noLimit, .met),
    ]
    for (taken, limit, wanted) in table {
      for exam in [\Profile.step1, \Profile.step2CK, \Profile.comlexLevel2] {
        let found = status(
          .attempts, program: { $0.maxAttempts = limit }, profile: { $0[keyPath: exam].attempts = taken })
        #expect(found == wanted)
      }
    }
  }

  @Test func `of USMLE concerns those with COMLEX alone`() {
    for (policy, wanted) in [
      (Program.ComlexPolicy.accepted, Requirement.Status.met), (.usmleRequired, .notMet), (nil, .unknown),
    ] {
      #expect(status(.usmle, program: { $0.comlex = policy }, profile: { $0.comlexLevel2.score = 550 }) == wanted)
      let both = status(
        .usmle, program: { $0.comlex = policy },
        profile: {
          $0.comlexLevel2.score = 550
          $0.step2CK.score = 240
        })
      #expect(both == nil)
    }
  }

  @Test func `of a score is what was seen, not a rule`() {
    for (score, wanted) in [(229, Requirement.Status.preferredOnly), (230, .met), (231, .met)] {
      #expect(status(.scoreFloor, program: { $0.step2Low = 230 }, profile: { $0.step2CK.score = score }) == wanted)
    }
    #expect(status(.scoreFloor, program: { $0.step2Low = 230 }, profile: { _ in }) == nil)
    #expect(status(.scoreFloor, profile: { $0.step2CK.score = 200 }) == nil)
  }

  @Test func `of clinical months concerns graduates of other countries' schools`() {
    let table: [(Double?, Double?, Requirement.Status?)] = [
      (2, 3, .notMet), (3, 3, .met), (4, 3, .met), (nil, 3, .unknown), (2, nil, .unknown), (3, nil, nil), (0, 0, nil),
      (nil, nil, nil),
    ]
    for (months, asked, wanted) in table {
      for type in [ApplicantType.usIMG, .nonUSIMG, nil] {
        let found = status(
          .clinicalExperience, program: { $0.usceMonths = asked },
          profile: {
            $0.applicantType = type
            $0.usClinicalMonths = months
          })
        #expect(found == wanted)
      }
      let american = status(
        .clinicalExperience, program: { $0.usceMonths = asked },
        profile: {
          $0.applicantType = .usMDSenior
          $0.usClinicalMonths = months
        })
      #expect(american == nil)
    }
  }

  @Test func `that a program only prefers is never a bar`() {
    let preferred: (inout Program) -> Void = {
      ($0.visa, $0.maxYearsSinceGraduation, $0.maxAttempts) = (Program.VisaPolicy.none, 1, 1)
      ($0.usceMonths, $0.comlex) = (9, .usmleRequired)
      $0.preferredOnly = [.visa, .maxYearsSinceGraduation, .maxAttempts, .usceMonths, .comlex]
    }
    var program = Program(code: "P", name: "P", specialty: "Internal Medicine")
    preferred(&program)
    var profile = Profile()
    profile.applicantType = .nonUSIMG
    (profile.visa, profile.graduationYear, profile.usClinicalMonths) = (.j1, 2015, 0)
    profile.comlexLevel2 = .init(score: 500, attempts: 4)
    let all = Requirement.all(of: program, for: profile, season: 2027)
    #expect(all.count == 5 && all.allSatisfy { $0.status == .preferredOnly })
    #expect(all.allSatisfy { $0.reason.hasSuffix(".") })
  }

  @Test func `that is not met is shown with its reason and never dropped in silence`() throws {
    var random = Seeded(3)
    var profile = Samples.profile(&random, type: .nonUSIMG, specialties: ["Internal Medicine"])
    profile.visa = .h1b
    var programs = Samples.programs(["Internal Medicine"], 20, &random)
    for index in 0..<5 {
      programs[index].visa = Program.VisaPolicy.none
      programs[index].preferredOnly = []
    }
    let maker = try ListMaker(Samples.request(profile, programs))
    let list = try maker.list()
    for program in programs[..<5] {
      let reasons = list.requirementsNotMet.filter { $0.program.code == program.code && $0.requirement.kind == .visa }
      #expect(
        reasons.first?.requirement.status == .notMet && reasons.first?.requirement.reason.contains("H-1B") == true)
      #expect(!list.rows.contains { $0.program.code == program.code })
      #expect(try #require(maker.explanation(of: program.code, in: list)).isBarred)
    }
  }
}

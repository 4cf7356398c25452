internal import RealModule

/// Who interviews where: programs invite down their lists, applicants keep the invitations that they like best, and a
/// place given up goes to the next in line, until nothing moves.
///
/// Deferred acceptance with many on both sides, programs inviting; the result does not depend on the order.
struct MarketInterviews: Sendable {
  /// Interviews held, applicant by applicant; -1 where the room is not used.
  private(set) var held: [Int32]
  /// What each is worth to the applicant.
  private(set) var worth: [Float]
  private(set) var starts: [Int]
  private(set) var count: [Int32]
  /// The score of the last one that each program invited: its cutoff for interviews, or `-infinity` where it would have
  /// taken anybody above its floor.
  private(set) var cutoff: [Float]
  /// Interviews that each program holds.
  private(set) var interviews: [Int32]

  init(
    _ people: MarketApplicants, _ applications: MarketApplications, _ programs: MarketPrograms,
    _ parameters: MarketParameters
  ) {
    var starts = [0]
    starts.reserveCapacity(people.count + 1)
    for limit in people.capacity { starts.append(starts[starts.count - 1] + Int(limit)) }
    var held = [Int32](repeating: -1, count: starts[people.count])
    var worth = [Float](repeating: 0, count: starts[people.count])
    var count = [Int32](repeating: 0, count: people.count)
    // The least liked invitation of an applicant with no room left.
    var least = [Float](repeating: -.infinity, count: people.count)
    var interviews = [Int32](repeating: 0, count: programs.count)
    let targets = Self.targets(programs, parameters)
    var next = applications.starts
    let noise = MarketNoise.shared
    let taste = Float(parameters.qualityTaste)
    let own = Float(parameters.ownTaste)
    let affinity = Float(parameters.affinityApplicant)
    let first = Float(parameters.firstSpecialty)
    var waiting = Array((0..<programs.count).reversed())
    while let program = waiting.popLast() {
      let end = applications.starts[program + 1]
      let line = Int16(programs.line[program])
      while interviews[program] < targets[program], next[program] < end {
        let entry = Int(applications.order[next[program]])
        next[program] += 1
        let person = Int(applications.applicant[entry])
        let bits = applications.bits[entry]
        let value =
          taste * programs.quality[program] + own * noise.normal(bits, 3) + affinity * noise.normal(bits, 2)
          + (people.first[person] == line ? first : 0)
        let start = starts[person]
        let room = Int(people.capacity[person])
        if Int(count[person]) < room {
          held[start + Int(count[person])] = Int32(entry)
          worth[start + Int(count[person])] = value
          count[person] += 1
        } else {
          guard value > least[person] else { continue }
          var worst = start
          for slot in start..<start + room where worth[slot] < worth[worst] { worst = slot }
          let loser = Int(applications.program[Int(held[worst])])
          interviews[loser] -= 1
          if loser != program { waiting.append(loser) }
          held[worst] = Int32(entry)
          worth[worst] = value
        }
        interviews[program] += 1
        if Int(count[person]) == room {
          var low = worth[start]
          for slot in start..<start + room { low = min(low, worth[slot]) }
          least[person] = low
        }
      }
    }
    cutoff = (0..<programs.count).map { program in
      guard targets[program] > 0 else { return .infinity }
      let isFull = interviews[program] >= targets[program]
      guard isFull, next[program] > applications.starts[program] else { return -.infinity }
      return applications.score[Int(applications.order[next[program] - 1])]
    }
    (self.held, self.worth, self.starts, self.count) = (held, worth, starts, count)
    self.interviews = interviews
  }

  /// Interviews that each program wants to hold.
  static func targets(_ programs: MarketPrograms, _ parameters: MarketParameters) -> [Int32] {
    (0..<programs.count).map { program in
      Int32((Double(programs.quota[program]) * perPosition(program, programs, parameters)).rounded())
    }
  }

  /// Interviews that a program wants to hold for each position.
  static func perPosition(_ program: Int, _ programs: MarketPrograms, _ parameters: MarketParameters) -> Double {
    let spread = parameters.invitationSpread
    return parameters.invitations * .exp(spread * Double(programs.generosity[program]) - spread * spread / 2)
  }
}

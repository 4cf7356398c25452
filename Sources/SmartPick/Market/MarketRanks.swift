internal import Matching
internal import Statistics

/// The rank order lists of both sides after the interviews.
struct MarketRanks: Sendable {
  private(set) var choices = Lists()
  private(set) var rankings = Lists()
  /// The score by which a program ranks, by place in ``MarketInterviews/held``.
  private(set) var scores: [Float]
  /// The preliminary program of the same hospital that the applicant ranks besides, by place in
  /// ``MarketInterviews/held``; -1 for none.
  private(set) var besides: [Int32]

  init(
    _ people: MarketApplicants, _ applications: MarketApplications, _ interviews: MarketInterviews,
    _ programs: MarketPrograms, _ parameters: MarketParameters, seed: UInt64, draw: Int
  ) {
    let noise = MarketNoise.shared
    let key = MarketNoise.key(seed: seed, draw, 5)
    let affinity = Float(parameters.affinityRank)
    let unranked = parameters.notRanked
    scores = [Float](repeating: -.infinity, count: interviews.held.count)
    besides = Self.besides(people, applications, interviews, programs, parameters, seed: seed, draw: draw)
    var room = interviews.interviews
    for program in besides where program >= 0 { room[Int(program)] += 1 }
    choices.reserve(rows: people.count, values: interviews.held.count)
    rankings.reserve(rows: programs.count, values: interviews.held.count)
    var starts = [0]
    for count in room { starts.append(starts[starts.count - 1] + Int(count)) }
    var next = starts
    var keys = [UInt64](repeating: 0, count: starts[programs.count])
    func rank(_ person: Int, _ program: Int, _ score: Float) {
      keys[next[program]] = UInt64(~score.ordered) << 32 | UInt64(UInt32(person))
      next[program] += 1
    }
    let first = Float(parameters.firstSpecialty)
    var wishes: [(worth: Float, slot: Int, program: Int)] = []
    for person in 0..<people.count {
      wishes.removeAll(keepingCapacity: true)
      let start = interviews.starts[person]
      for slot in start..<start + Int(interviews.count[person]) {
        let entry = Int(interviews.held[slot])
        let program = Int(applications.program[entry])
        let worth = interviews.worth[slot]
        wishes.append((worth, slot, program))
        // The same hospital and people, not the specialty.
        if besides[slot] >= 0 { wishes.append((worth - first, slot, Int(besides[slot]))) }
        let bits = applications.bits[entry]
        let drop = MarketNoise.uniform(MarketNoise.bits(key, bits))
        guard drop >= unranked else { continue }
        let score =
          applications.score[entry] + people.impression[person] + noise.normal(bits, 4)
          + affinity * noise.normal(bits, 2)
        scores[slot] = score
        rank(person, program, score)
        if besides[slot] >= 0 { rank(person, Int(besides[slot]), score) }
      }
      // Best liked first; equal worth by place.
      wishes.sort { ($0.worth, $1.slot) > ($1.worth, $0.slot) }
      choices.append(wishes.lazy.map(\.program))
    }
    for program in 0..<programs.count {
      keys[starts[program]..<next[program]].sort()
      rankings.append(keys[starts[program]..<next[program]].lazy.map { Int($0 & 0xFFFF_FFFF) })
    }
  }
  /// Candidates for advanced places, not simulated here, on the list of a preliminary program: several for each place
  /// that such candidates take, and as many as there is room left for on the places that are open to others.
  func guests(
    _ program: Int, _ programs: MarketPrograms, _ interviews: MarketInterviews, _ parameters: MarketParameters
  ) -> Int {
    guard programs.hasGuests[program] else { return 0 }
    let rate = MarketInterviews.perPosition(program, programs, parameters)
    let quota = programs.quota[program]
    let taken = Double(programs.offered[program] - quota) * rate * parameters.preliminaryInterviews
    let room = max(0, Double(quota) * rate - Double(interviews.interviews[program]))
    return Int(((1 - parameters.notRanked) * (taken + room)).rounded())
  }

  /// Who ranks the preliminary year of a hospital after an interview for its categorical places: the interview counts for
  /// both, so it takes no room of the applicant's.
  private static func besides(
    _ people: MarketApplicants, _ applications: MarketApplications, _ interviews: MarketInterviews,
    _ programs: MarketPrograms, _ parameters: MarketParameters, seed: UInt64, draw: Int
  ) -> [Int32] {
    let key = MarketNoise.key(seed: seed, draw, 6)
    var besides = [Int32](repeating: -1, count: interviews.held.count)
    for person in 0..<people.count {
      let start = interviews.starts[person]
      let slots = start..<start + Int(interviews.count[person])
      func program(_ slot: Int) -> Int { Int(applications.program[Int(interviews.held[slot])]) }
      guard slots.contains(where: { programs.preliminary[program($0)] >= 0 }),
        MarketNoise.uniform(MarketNoise.bits(key, people.name[person])) < parameters.preliminaryTrack
      else { continue }
      for slot in slots {
        let other = programs.preliminary[program(slot)]
        // Nobody ranks a program twice.
        guard other >= 0, !slots.contains(where: { program($0) == Int(other) }) else { continue }
        besides[slot] = other
      }
    }
    return besides
  }
}

internal import Matching
internal import Statistics

/// The rank order lists of both sides after the interviews.
struct MarketRanks: Sendable {
  private(set) var choices = Lists()
  private(set) var rankings = Lists()
  /// The score by which a program ranks, by place in ``MarketInterviews/held``.
  private(set) var scores: [Float]

  init(
    _ people: MarketApplicants, _ applications: MarketApplications, _ interviews: MarketInterviews,
    _ programs: MarketPrograms, _ parameters: MarketParameters, seed: UInt64, draw: Int
  ) {
    let noise = MarketNoise.shared
    let key = MarketNoise.key(seed: seed, draw, 5)
    let affinity = Float(parameters.affinityRank)
    let unranked = parameters.notRanked
    scores = [Float](repeating: -.infinity, count: interviews.held.count)
    choices.reserve(rows: people.count, values: interviews.held.count)
    rankings.reserve(rows: programs.count, values: interviews.held.count)
    var starts = [0]
    for count in interviews.interviews { starts.append(starts[starts.count - 1] + Int(count)) }
    var next = starts
    var keys = [UInt64](repeating: 0, count: starts[programs.count])
    for person in 0..<people.count {
      let start = interviews.starts[person]
      let slots = start..<start + Int(interviews.count[person])
      // Best liked first; equal worth by place.
      let order = slots.sorted { (interviews.worth[$0], $1) > (interviews.worth[$1], $0) }
      choices.append(order.lazy.map { Int(applications.program[Int(interviews.held[$0])]) })
      for slot in slots {
        let entry = Int(interviews.held[slot])
        let bits = applications.bits[entry]
        let drop = MarketNoise.uniform(MarketNoise.bits(key, bits))
        guard drop >= unranked else { continue }
        let score =
          applications.score[entry] + people.impression[person] + noise.normal(bits, 4)
          + affinity * noise.normal(bits, 2)
        scores[slot] = score
        let program = Int(applications.program[entry])
        keys[next[program]] = UInt64(~score.ordered) << 32 | UInt64(UInt32(person))
        next[program] += 1
      }
    }
    for program in 0..<programs.count {
      keys[starts[program]..<next[program]].sort()
      rankings.append(keys[starts[program]..<next[program]].lazy.map { Int($0 & 0xFFFF_FFFF) })
    }
  }
}

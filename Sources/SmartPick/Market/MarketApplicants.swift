internal import RealModule
internal import Statistics

/// The registered applicants of one draw: how strong, where they apply, how many interviews they go to.
struct MarketApplicants: Sendable {
  /// Position of the group.
  private(set) var group: [UInt8] = []
  private(set) var strength: [Float] = []
  /// What interview days add, seen only after them.
  private(set) var impression: [Float] = []
  /// Interviews at most.
  private(set) var capacity: [Int32] = []
  /// Position of the line of first choice.
  private(set) var first: [Int16] = []
  /// Position of the second line, or -1.
  private(set) var second: [Int16] = []
  /// Applications to each.
  private(set) var firstCount: [Int16] = []
  private(set) var secondCount: [Int16] = []
  /// What an applicant is called in counters: the same person, whatever the parameters.
  private(set) var name: [UInt64] = []

  var count: Int { group.count }

  /// Specialties whose applicants turn to a preliminary year in surgery.
  private static let surgical: Set = [
    "Surgery-General", "Orthopaedic Surgery", "Neurological Surgery", "Otolaryngology", "Plastic Surgery (Integrated)",
    "Thoracic Surgery (Integrated)", "Vascular Surgery (Integrated)",
  ]

  init(
    _ season: MarketSeason, _ parameters: MarketParameters, applications: [Double], scale: Double, seed: UInt64,
    draw: Int
  ) {
    let noise = MarketNoise.shared
    let key = MarketNoise.key(seed: seed, draw, 1)
    let luck = MarketNoise.key(seed: seed, draw, 2)
    let shifts = season.lines.indices.map { line in
      Double(noise.normal(MarketNoise.bits(MarketNoise.key(seed: seed, draw, 3), UInt64(line)), 0))
    }
    let isSurgical = season.lines.map { !$0.isPreliminary && Self.surgical.contains($0.specialty) }
    let preliminary = season.lines.firstIndex { $0.isPreliminary && $0.specialty == "Surgery-General" } ?? -1
    for group in MarketGroup.allCases {
      let g = group.position
      let shares = season.lines.indices.map { line in
        (parameters.demand[season.lines[line].name]?[g] ?? 0) * .exp(parameters.demandShift * shifts[line])
      }
      let choice = Cumulative(shares)
      let people = Int((season.active[g].value * parameters.registered[g] * scale).rounded())
      let mean = parameters.strength[g]
      for person in 0..<people {
        let name = UInt64(g) << 32 | UInt64(person)
        let bits = MarketNoise.bits(key, name)
        let line = choice[MarketNoise.uniform(MarketNoise.bits(luck, name &* 4))]
        var other = -1
        if MarketNoise.uniform(MarketNoise.bits(luck, name &* 4 &+ 1)) < parameters.backupShare {
          other = choice[MarketNoise.uniform(MarketNoise.bits(luck, name &* 4 &+ 2))]
          if other == line { other = -1 }
        }
        if other < 0, isSurgical[line], preliminary >= 0,
          MarketNoise.uniform(MarketNoise.bits(luck, name &* 4 &+ 2)) < parameters.preliminaryBackup
        {
          other = preliminary
        }
        let spread = parameters.applicationSpread
        let total =
          applications[g] * .exp(spread * Double(noise.normal(bits, 2)) - spread * spread / 2)
        let aside = other < 0 ? 0 : parameters.backupApplications * total
        let room = parameters.capacitySpread
        self.group.append(UInt8(g))
        self.name.append(name)
        strength.append(Float(mean) + Float(parameters.strengthSpread) * noise.normal(bits, 0))
        impression.append(Float(parameters.impression[g]) * noise.normal(bits, 3))
        // Rounded at random, so that the mean moves smoothly with the parameter.
        let limit = parameters.capacity[g] * .exp(room * Double(noise.normal(bits, 1)) - room * room / 2)
        let rounding = MarketNoise.uniform(MarketNoise.bits(luck, name &* 4 &+ 3))
        capacity.append(Int32(max(1, (limit + rounding).rounded(.down))))
        first.append(Int16(line))
        second.append(Int16(other))
        firstCount.append(Int16(max(1, min(500, (total - aside).rounded()))))
        secondCount.append(Int16(min(500, aside.rounded())))
      }
    }
  }
}

/// Picks a position by a number between 0 and 1; O(log n).
private struct Cumulative {
  private var sums: [Double] = []

  init(_ shares: [Double]) {
    var sum = 0.0
    for share in shares {
      sum += share
      sums.append(sum)
    }
    if sum > 0 { sums = sums.map { $0 / sum } }
  }

  subscript(u: Double) -> Int {
    var low = 0
    var high = sums.count - 1
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] <= u { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

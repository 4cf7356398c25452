internal import RealModule
internal import Statistics

/// The applications of one draw that a program does not screen out at its floor, program by program, best score first.
struct MarketApplications: Sendable {
  /// By application, in no order that matters.
  private(set) var applicant: [Int32] = []
  private(set) var program: [Int32] = []
  /// Strength, luck at this program, affinity and openness together: what programs screen by.
  private(set) var score: [Float] = []
  /// The application's random numbers: aim, luck, affinity, the applicant's own taste, the program's second look.
  private(set) var bits: [UInt64] = []
  /// Where each program's applications begin in `order`.
  private(set) var starts: [Int] = []
  /// Applications, program by program, by falling score.
  private(set) var order: [Int32] = []

  init(
    _ people: MarketApplicants, _ programs: MarketPrograms, _ season: MarketSeason, _ parameters: MarketParameters,
    seed: UInt64, draw: Int
  ) {
    let room = people.count * 70
    applicant.reserveCapacity(room)
    program.reserveCapacity(room)
    score.reserveCapacity(room)
    bits.reserveCapacity(room)
    let noise = MarketNoise.shared
    let slices = NormalSlices()
    let key = MarketNoise.key(seed: seed, draw, 4)
    let doors = season.lines.indices.map { ProgramDoors(programs, $0, parameters.sizeAttraction) }
    let floors = season.lines.map { Float(parameters.floor(of: $0.name)) }
    let ease = MarketGroup.allCases.map { group in
      programs.openness.map { Float(parameters.opennessSpread * parameters.opennessWeight[group.position]) * $0 }
    }
    let aimSlope = Float(parameters.aimSlope)
    let aimSpread = Float(parameters.aimSpread)
    let affinity = Float(parameters.affinityScreen)
    var seen = [Int32](repeating: -1, count: programs.count)
    for person in 0..<people.count {
      let strength = people.strength[person]
      let group = Int(people.group[person])
      for isSecond in [false, true] {
        let line = Int(isSecond ? people.second[person] : people.first[person])
        guard line >= 0 else { continue }
        let range = programs.range(line)
        let wanted = Int(isSecond ? people.secondCount[person] : people.firstCount[person])
        // Nobody applies to every program of a specialty.
        let count = min(wanted, max(1, range.count * 17 / 20))
        for number in 0..<count {
          let bits = MarketNoise.bits(key, people.name[person] << 11 | UInt64(number) << 1 | (isSecond ? 1 : 0))
          let aim = aimSlope * strength + aimSpread * noise.normal(bits, 0)
          var index = doors[line].program(slices.share(aim))
          // The nearest program on one side that is not on the list yet.
          let step = bits >> 60 & 1 == 0 ? 1 : -1
          while seen[index] == Int32(person) {
            index += step
            if index == range.upperBound { index = range.lowerBound }
            if index < range.lowerBound { index = range.upperBound - 1 }
          }
          seen[index] = Int32(person)
          let score = strength + noise.normal(bits, 1) + affinity * noise.normal(bits, 2) + ease[group][index]
          guard score >= floors[line] else { continue }
          applicant.append(Int32(person))
          program.append(Int32(index))
          self.score.append(score)
          self.bits.append(bits)
        }
      }
    }
    sort(programs: programs.count)
  }

  /// Fills `starts` and `order`; O(n log n) in the applications of each program.
  private mutating func sort(programs count: Int) {
    var starts = [Int](repeating: 0, count: count + 1)
    for program in program { starts[Int(program) + 1] += 1 }
    for index in 0..<count { starts[index + 1] += starts[index] }
    var next = starts
    var keys = [UInt64](repeating: 0, count: program.count)
    for entry in program.indices {
      let place = next[Int(program[entry])]
      next[Int(program[entry])] += 1
      keys[place] = UInt64(~score[entry].ordered) << 32 | UInt64(UInt32(entry))
    }
    for index in 0..<count { keys[starts[index]..<starts[index + 1]].sort() }
    order = keys.map { Int32(truncatingIfNeeded: $0 & 0xFFFF_FFFF) }
    self.starts = starts
  }
}

extension Float {
  /// Bits that order as the numbers do.
  @inline(__always)
  var ordered: UInt32 { bitPattern >> 31 == 0 ? bitPattern | 0x8000_0000 : ~bitPattern }
}

/// The share of the normal distribution below a number, from a table.
private struct NormalSlices {
  private let table: [Float]

  init() {
    table = (0...2048).map { Float(Normal.cdf(Double($0 - 1024) / 256)) }
  }

  @inline(__always)
  func share(_ x: Float) -> Float {
    let at = min(2047, max(0, (x + 4) * 256))
    let cell = Int(at)
    return table[cell] + (at - Float(cell)) * (table[cell + 1] - table[cell])
  }
}

/// The programs of a line by rising quality, each as wide as its size draws applications.
private struct ProgramDoors {
  private var doors: [Int32] = []

  init(_ programs: MarketPrograms, _ line: Int, _ attraction: Double) {
    let range = programs.range(line)
    let widths = range.map { Double.pow(Double(max(1, programs.offered[$0])), attraction) }
    let total = widths.reduce(0, +)
    // Sixteen doors for an average program.
    let count = 16 * range.count
    doors.reserveCapacity(count)
    var sum = 0.0
    var program = range.lowerBound
    for door in 0..<count {
      let middle = (Double(door) + 0.5) / Double(count) * total
      while program < range.upperBound - 1, sum + widths[program - range.lowerBound] <= middle {
        sum += widths[program - range.lowerBound]
        program += 1
      }
      doors.append(Int32(program))
    }
  }

  @inline(__always)
  func program(_ share: Float) -> Int {
    Int(doors[min(doors.count - 1, Int(share * Float(doors.count)))])
  }
}

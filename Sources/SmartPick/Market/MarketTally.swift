internal import Matching

/// What one draw of the market came to, in the published reports' own counts.
public struct MarketTally: Sendable, Equatable {
  /// By group, in the order of ``MarketGroup``.
  public internal(set) var groups: [Group]
  /// By line, in the order of the season's lines.
  public internal(set) var lines: [Line]
  /// Programs with every position filled.
  public var filledPrograms: Programs { Programs(lines.map(\.filledPrograms)) }
  /// Programs with positions left open.
  public var unfilledPrograms: Programs { Programs(lines.map(\.unfilledPrograms)) }
  /// By program: the last score invited, or `-infinity` where anybody above the floor would have been.
  var interviewCutoffs: [Float]
  /// By program: the lowest score matched, or `-infinity` where positions stayed open.
  var matchCutoffs: [Float]

  /// One group's counts.
  public struct Group: Sendable, Equatable {
    public internal(set) var registered = 0
    /// With at least one interview, and so with a list.
    public internal(set) var active = 0
    public internal(set) var matched = 0
    /// Ranks on the lists of the matched, and of the unmatched.
    public internal(set) var matchedRanks = 0
    public internal(set) var unmatchedRanks = 0
    /// Matched to the first program on the list.
    public internal(set) var firstChoice = 0

    public var matchRate: Double { active > 0 ? 100 * Double(matched) / Double(active) : 0 }
    public var matchedLength: Double { matched > 0 ? Double(matchedRanks) / Double(matched) : 0 }
    public var unmatchedLength: Double {
      active > matched ? Double(unmatchedRanks) / Double(active - matched) : 0
    }
  }

  /// One line's counts.
  public struct Line: Sendable, Equatable {
    public internal(set) var positions = 0
    /// Filled, those that holders of advanced places take among them.
    public internal(set) var filled = 0
    /// Matched here, by group; holders of advanced places not counted.
    public internal(set) var matched = [Int](repeating: 0, count: 5)
    /// Active applicants whose first choice is the line, by group, and how many of them matched in it.
    public internal(set) var preferring = [Int](repeating: 0, count: 5)
    public internal(set) var preferringMatched = [Int](repeating: 0, count: 5)

    /// Active applicants whose list begins with programs of the line, by how many of them stand before another line.
    public internal(set) var runs = Runs()

    /// Active applicants with a program of the line on their list, by group.
    public internal(set) var ranking = [Int](repeating: 0, count: 5)

    /// Programs of the line that filled, and that did not.
    public internal(set) var filledPrograms = Programs()
    public internal(set) var unfilledPrograms = Programs()

    public var fill: Double { positions > 0 ? 100 * Double(filled) / Double(positions) : 100 }
  }

  /// Lists by how many programs of the line ranked first lead them without a break, as the reports count them.
  public struct Runs: Sendable, Equatable {
    /// Longer runs are counted with those of so many.
    public static let longest = 16
    /// By group, then by length less one.
    public internal(set) var applicants = [Int](repeating: 0, count: 5 * longest)
    /// Those who matched in that line.
    public internal(set) var matched = [Int](repeating: 0, count: 5 * longest)
    /// Lengths added up, by group: of those who matched in the line, and of those who did not.
    public internal(set) var matchedSum = [Int](repeating: 0, count: 5)
    public internal(set) var unmatchedSum = [Int](repeating: 0, count: 5)

    mutating func add(_ length: Int, group: Int, isMatched: Bool) {
      let place = group * Self.longest + min(length, Self.longest) - 1
      applicants[place] += 1
      if isMatched {
        matched[place] += 1
        matchedSum[group] += length
      } else {
        unmatchedSum[group] += length
      }
    }

    /// Applicants and matched of a group with runs of these lengths.
    func counts(_ group: Int, _ lengths: ClosedRange<Int>) -> (applicants: Int, matched: Int) {
      lengths.reduce(into: (0, 0)) { sum, length in
        sum.0 += applicants[group * Self.longest + length - 1]
        sum.1 += matched[group * Self.longest + length - 1]
      }
    }
  }

  /// Some programs' counts.
  public struct Programs: Sendable, Equatable {
    public internal(set) var count = 0
    public internal(set) var positions = 0
    public internal(set) var ranks = 0

    init() {}

    init(_ parts: [Programs]) {
      for part in parts {
        count += part.count
        positions += part.positions
        ranks += part.ranks
      }
    }

    mutating func add(_ quota: Int, _ ranked: Int) {
      count += 1
      positions += quota
      ranks += ranked
    }

    /// Ranks for each position, all programs together.
    public var ranksPerPosition: Double { positions > 0 ? Double(ranks) / Double(positions) : 0 }
  }

  init(
    _ model: MarketModel, _ people: MarketApplicants, _ applications: MarketApplications,
    _ interviews: MarketInterviews, _ ranks: MarketRanks, _ outcome: Matching.Outcome
  ) {
    let programs = model.programs
    groups = [Group](repeating: Group(), count: MarketGroup.allCases.count)
    lines = [Line](repeating: Line(), count: model.season.lines.count)
    interviewCutoffs = interviews.cutoff
    var lowest = [Float](repeating: .infinity, count: programs.count)
    var filled = [Int](repeating: 0, count: programs.count)
    var seen = [Int](repeating: -1, count: lines.count)
    for person in 0..<people.count {
      let group = Int(people.group[person])
      groups[group].registered += 1
      let list = ranks.choices.range(person)
      let length = list.count
      guard length > 0 else { continue }
      for program in list {
        let line = Int(programs.line[Int(ranks.choices.values[program])])
        guard seen[line] < person else { continue }
        seen[line] = person
        lines[line].ranking[group] += 1
      }
      groups[group].active += 1
      let line = Int(people.first[person])
      lines[line].preferring[group] += 1
      let front = Int(programs.line[Int(ranks.choices.values[list.lowerBound])])
      let run = list.prefix { Int(programs.line[Int(ranks.choices.values[$0])]) == front }.count
      guard let placement = outcome.placement(ofApplicant: person), let program = placement.program else {
        groups[group].unmatchedRanks += length
        lines[front].runs.add(run, group: group, isMatched: false)
        continue
      }
      groups[group].matched += 1
      groups[group].matchedRanks += length
      if placement.place == 1 { groups[group].firstChoice += 1 }
      let place = Int(programs.line[program])
      lines[place].matched[group] += 1
      if place == line { lines[line].preferringMatched[group] += 1 }
      lines[front].runs.add(run, group: group, isMatched: place == front)
      filled[program] += 1
      for slot in interviews.starts[person]..<interviews.starts[person] + Int(interviews.count[person])
      where applications.program[Int(interviews.held[slot])] == Int32(program)
        || ranks.besides[slot] == Int32(program)
      {
        lowest[program] = min(lowest[program], ranks.scores[slot])
      }
    }
    matchCutoffs = lowest
    for program in 0..<programs.count {
      let line = Int(programs.line[program])
      let quota = Int(programs.quota[program])
      let offered = Int(programs.offered[program])
      lines[line].positions += offered
      lines[line].filled += filled[program] + offered - quota
      let ranked =
        ranks.rankings.range(program).count + ranks.guests(program, programs, interviews, model.parameters)
      if filled[program] < quota {
        matchCutoffs[program] = -.infinity
        lines[line].unfilledPrograms.add(offered, ranked)
      } else {
        lines[line].filledPrograms.add(offered, ranked)
      }
    }
  }
}

internal import Matching

/// The Match of a small market as a visitor steps through it: one request and what came of it at a time.
struct MatchScenes {
  let market: SmallMarket
  let trace: MatchTrace
  /// The algorithm's steps that are told, by number: it asks again from the top of the list after each loss, and a
  /// second no of the same program says nothing new.
  private let told: [Int]
  /// For each step how many of those are told by its end; the first is 0, before anyone has asked.
  private let ends: [Int]

  init(_ market: SmallMarket) {
    self.market = market
    let trace = MatchTrace(market.market(), limit: 2_000)
    self.trace = trace
    let told = Self.told(trace.steps)
    self.told = told
    var ends = [0]
    for (count, index) in told.enumerated().dropFirst() {
      if case .proposal = trace.steps[index] { ends.append(count) }
    }
    if !told.isEmpty { ends.append(told.count) }
    self.ends = ends
  }

  private static func told(_ steps: [MatchStep]) -> [Int] {
    var told: [Int] = []
    var said: Set<MatchStep> = []
    for (index, step) in steps.enumerated() {
      switch step {
      case .rejection(let applicant, let program), .bump(let applicant, let program):
        let refusal = MatchStep.rejection(applicant: applicant, program: program)
        if said.contains(refusal), case .proposal? = told.last.map({ steps[$0] }) {
          told.removeLast()
        } else {
          told.append(index)
        }
        said.insert(refusal)
      default: told.append(index)
      }
    }
    return told
  }

  /// The number of the last step; 0 if nobody asks.
  var last: Int { ends.count - 1 }

  subscript(step: Int) -> MatchScene {
    let step = min(max(step, 0), last)
    let happened = step == 0 ? [] : told[ends[step - 1]..<ends[step]]
    var scene = MatchScene(
      sentences: happened.map { trace.sentences[$0] },
      held: trace.held(after: happened.last.map { $0 + 1 } ?? 0),
      refused: [Set<Int>](repeating: [], count: market.applicants.count))
    for index in told.prefix(ends[step]) {
      switch trace.steps[index] {
      case .proposal(let applicant, let program): if happened.contains(index) { scene.request = (applicant, program) }
      case .rejection(let applicant, let program), .bump(let applicant, let program):
        scene.refused[applicant].insert(program)
      default: break
      }
    }
    return scene
  }

  /// What happened, step by step.
  var all: [[String]] { (0...last).map { self[$0].sentences } }
}

/// Where everyone stands after a step.
struct MatchScene {
  var sentences: [String]
  /// For each program whom it holds.
  var held: [[Int]]
  /// For each applicant who has said no, at once or later.
  var refused: [Set<Int>]
  /// Who asked whom in this step.
  var request: (applicant: Int, program: Int)?

  /// How an applicant and a program stand to each other.
  enum Standing: String {
    case held, refused, open, unlisted

    var words: String {
      switch self {
      case .held: "held"
      case .refused: "refused"
      case .open: "not asked"
      case .unlisted: "not on the other's list"
      }
    }
  }

  func standing(_ applicant: Int, _ program: Int, in market: SmallMarket) -> Standing {
    if held[program].contains(applicant) { return .held }
    if refused[applicant].contains(program) { return .refused }
    let isMutual =
      market.programs[program].list.contains(applicant) && market.applicants[applicant].list.contains(program)
    return isMutual ? .open : .unlisted
  }
}

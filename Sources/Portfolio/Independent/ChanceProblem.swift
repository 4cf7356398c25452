/// Which chances to buy when they are independent of each other and exactly one thing is kept: the best obtained.
///
/// The value of a set is `E[max(outside, best utility obtained)]`. Independence is a strong assumption: where one
/// common cause drives success it understates the chance to obtain nothing, and `ChoiceProblem` is the better question.
public struct ChanceProblem: Sendable, Equatable {
  /// Something that may be obtained.
  public struct Chance: Sendable, Equatable {
    /// The chance to obtain it, 0 to 1.
    public var probability: Double
    /// What obtaining it is worth; finite.
    public var utility: Double
    /// What the chance costs; not negative, in whole ten-thousandths.
    public var cost: Double

    /// Something that may be obtained.
    public init(probability: Double, utility: Double, cost: Double = 1) {
      self.probability = probability
      self.utility = utility
      self.cost = cost
    }
  }

  /// What can be bought.
  public var chances: [Chance]
  /// What obtaining nothing is worth.
  public var outside: Double
  /// At most so many; nil is no limit.
  public var limit: Int?
  /// At most so much money; nil is no limit.
  public var budget: Double?
  /// Stop when one more adds less than this to the value.
  ///
  /// Heeded where all costs are equal or money does not bind.
  public var minimumGain: Double

  /// A problem; whatever is not given does not bind.
  public init(
    _ chances: [Chance], outside: Double = 0, limit: Int? = nil, budget: Double? = nil, minimumGain: Double = 0
  ) {
    self.chances = chances
    self.outside = outside
    self.limit = limit
    self.budget = budget
    self.minimumGain = minimumGain
  }

  /// The best set.
  ///
  /// Without a budget, or with equal costs, by list elimination (Chade and Smith, Econometrica 2006; Kapur and Hong,
  /// arXiv 2205.01869), exact. With a budget and unequal costs by a dynamic program over money, exact, unless its
  /// table would pass `cellLimit`: then greedily by gain and by gain for the cost, the better of both.
  ///
  /// - Parameters:
  ///   - exact: Whether to throw rather than to answer approximately.
  ///   - cellLimit: The most cells (bytes) of the dynamic program.
  /// - Returns: The set, in order of addition.
  /// - Throws: `ChanceError.invalid` with every fault of the input, or `.tooLarge` if exactness was demanded.
  public func solution(exact: Bool = false, cellLimit: Int = 400_000_000) throws(ChanceError) -> ChanceSolution {
    let faults = faults()
    guard faults.isEmpty else { throw .invalid(faults) }
    let most = min(limit ?? .max, chances.count)
    guard let budget, most > 0, let first = chances.first else { return listed(limit: most) }
    if chances.allSatisfy({ $0.cost == first.cost }) {
      let affordable = first.cost == 0 ? Double(most) : (budget + 1e-9) / first.cost
      return listed(limit: affordable < Double(most) ? Int(affordable) : most)
    }
    if chances.reduce(0, { $0 + $1.cost }) <= budget { return listed(limit: most) }
    let table = BudgetTable(self, budget: budget, limit: most)
    if table.cells <= cellLimit { return arranged(table.best()) }
    guard !exact else { throw .tooLarge(cells: table.cells) }
    return greedy(budget: budget, limit: most)
  }

  /// List elimination over all chances.
  private func listed(limit: Int) -> ChanceSolution {
    let list = eliminated(
      probabilities: chances.map(\.probability), utilities: chances.map { $0.utility - outside }, limit: limit,
      minimumGain: minimumGain)
    return ChanceSolution(list.map { ($0.index, false, $0.gain, chances[$0.index].cost) }, outside: outside)
  }

  /// A set in the order in which each adds most to those before it.
  func arranged(_ set: [Int], isExact: Bool = true) -> ChanceSolution {
    let list = eliminated(
      probabilities: set.map { chances[$0].probability }, utilities: set.map { chances[$0].utility - outside },
      limit: set.count, minimumGain: 0)
    return ChanceSolution(
      list.map { (set[$0.index], false, $0.gain, chances[set[$0.index]].cost) }, outside: outside, isExact: isExact)
  }

  /// The better of greedy by gain and greedy by gain for the cost.
  private func greedy(budget: Double, limit: Int) -> ChanceSolution {
    let sets = [false, true].map { perCost in
      var worth = chances.map { max(0, $0.utility - outside) }
      var left = budget + 1e-9
      var set: [Int] = []
      while set.count < limit {
        var best: (index: Int, key: Double)?
        for index in chances.indices where worth[index] > 0 && chances[index].cost <= left {
          let gain = chances[index].probability * worth[index]
          let key = perCost ? gain / max(chances[index].cost, 1e-9) : gain
          if key > best?.key ?? 0 { best = (index, key) }
        }
        guard let best else { break }
        let (probability, taken) = (chances[best.index].probability, worth[best.index])
        left -= chances[best.index].cost
        set.append(best.index)
        for index in worth.indices { worth[index] -= probability * min(worth[index], taken) }
        worth[best.index] = 0
      }
      return arranged(set, isExact: false)
    }
    return sets[0].value >= sets[1].value ? sets[0] : sets[1]
  }
}

/// A set of chances in order of addition.
public struct ChanceSolution: Sendable, Equatable {
  /// One chance that was chosen.
  public struct Row: Sendable, Equatable {
    /// Its index in the problem.
    public let index: Int
    /// Whether it is taken with its upgrade.
    public let isUpgraded: Bool
    /// The value of the set up to this one.
    public let value: Double
    /// What it adds to those before it.
    public let gain: Double
    /// What it costs.
    public let cost: Double
  }

  /// What was chosen, each the one that adds most to those before it; of equal gains the greater utility first, then
  /// the lower index.
  public let rows: [Row]
  /// The value of the whole set.
  public let value: Double
  /// Whether no set is better.
  public let isExact: Bool

  init(
    _ additions: [(index: Int, isUpgraded: Bool, gain: Double, cost: Double)], outside: Double, isExact: Bool = true
  ) {
    var value = outside
    rows = additions.map { addition in
      value += addition.gain
      return Row(
        index: addition.index, isUpgraded: addition.isUpgraded, value: value, gain: addition.gain, cost: addition.cost)
    }
    self.value = value
    self.isExact = isExact
  }
}

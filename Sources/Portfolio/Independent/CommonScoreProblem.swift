/// Which chances to take when one common score decides all: `j` is obtained if a uniform score is below its chance.
///
/// The opposite end from independence: whoever is refused where chances are good is refused wherever they are worse.
/// The optimal sets need not be nested (Ali and Shorrer, "Hedging When Applying").
public struct CommonScoreProblem: Sendable, Equatable {
  /// What can be taken; costs are not heeded.
  public var chances: [ChanceProblem.Chance]
  /// At most so many.
  public var limit: Int
  /// What obtaining nothing is worth.
  public var outside: Double

  /// A problem.
  public init(_ chances: [ChanceProblem.Chance], limit: Int, outside: Double = 0) {
    precondition(limit >= 0, "a number is not negative")
    for chance in chances {
      precondition((0...1).contains(chance.probability), "a chance is 0 to 1")
      precondition(chance.utility.isFinite, "a utility is finite")
    }
    self.chances = chances
    self.limit = limit
    self.outside = outside
  }

  /// The value of a set: by falling utility, each counts with what its chance exceeds the greatest so far.
  public func value(of set: [Int]) -> Double {
    var reached = 0.0
    var value = outside
    for index in set.sorted(by: { (chances[$0].utility, $1) > (chances[$1].utility, $0) }) {
      let chance = chances[index]
      guard chance.utility > outside, chance.probability > reached else { continue }
      value += (chance.probability - reached) * (chance.utility - outside)
      reached = chance.probability
    }
    return value
  }

  /// The best set, exact, in the order in which each adds most to those before it.
  ///
  /// Longest chain by falling utility and rising chance: `W[n][k] = max over j of W[n - 1][j] + (f_k - f_j) t_k`.
  /// - Complexity: O(m^2 * limit).
  public func solution() -> ChanceSolution {
    let order = chances.indices.filter { chances[$0].utility > outside && chances[$0].probability > 0 }
      .sorted { (chances[$0].utility, $1) > (chances[$1].utility, $0) }
    let most = min(limit, order.count)
    guard most > 0 else { return ChanceSolution([], outside: outside) }
    let f = order.map { chances[$0].probability }
    let t = order.map { chances[$0].utility - outside }
    var values = zip(f, t).map { $0 * $1 }
    var cameFrom = [Int](repeating: -1, count: most * order.count)
    var best = (value: -1.0, length: 0, last: 0)
    for length in 0..<most {
      if length > 0 {
        var next = [Double](repeating: -1, count: order.count)
        for k in order.indices {
          for j in 0..<k where f[j] < f[k] && values[j] >= 0 {
            let value = values[j] + (f[k] - f[j]) * t[k]
            if value > next[k] {
              next[k] = value
              cameFrom[length * order.count + k] = j
            }
          }
        }
        values = next
      }
      for k in order.indices where values[k] > best.value { best = (values[k], length, k) }
    }
    var set: [Int] = []
    var (k, length) = (best.last, best.length)
    while k >= 0 {
      set.append(order[k])
      k = cameFrom[length * order.count + k]
      length -= 1
    }
    return arranged(set)
  }

  private func arranged(_ set: [Int]) -> ChanceSolution {
    var left = set.sorted()
    var taken: [Int] = []
    var value = outside
    var additions: [(index: Int, isUpgraded: Bool, gain: Double, cost: Double)] = []
    while !left.isEmpty {
      var best = (position: 0, value: -Double.infinity)
      for (position, index) in left.enumerated() {
        let with = self.value(of: taken + [index])
        if with > best.value { best = (position, with) }
      }
      let index = left.remove(at: best.position)
      taken.append(index)
      additions.append((index, false, best.value - value, chances[index].cost))
      value = best.value
    }
    return ChanceSolution(additions, outside: outside)
  }
}

/// Which independent chances to take, and which of them to upgrade, when upgrades are few.
public struct UpgradeProblem: Sendable, Equatable {
  /// Something that may be obtained, more likely with an upgrade.
  public struct Chance: Sendable, Equatable {
    /// The chance to obtain it without an upgrade, 0 to 1.
    public var plain: Double
    /// The chance with an upgrade, 0 to 1; nil if it cannot be upgraded.
    public var upgraded: Double?
    /// What obtaining it is worth.
    public var utility: Double

    /// Something that may be obtained.
    public init(plain: Double, upgraded: Double?, utility: Double) {
      self.plain = plain
      self.upgraded = upgraded
      self.utility = utility
    }
  }

  /// What can be taken.
  public var chances: [Chance]
  /// At most so many.
  public var limit: Int
  /// At most so many of them with an upgrade.
  public var upgrades: Int
  /// What obtaining nothing is worth.
  public var outside: Double

  /// A problem.
  public init(_ chances: [Chance], limit: Int, upgrades: Int, outside: Double = 0) {
    precondition(limit >= 0 && upgrades >= 0, "a number is not negative")
    for chance in chances {
      precondition((0...1).contains(chance.plain) && (0...1).contains(chance.upgraded ?? 0), "a chance is 0 to 1")
      precondition(chance.utility.isFinite, "a utility is finite")
    }
    self.chances = chances
    self.limit = limit
    self.upgrades = upgrades
    self.outside = outside
  }

  /// The best set, exact, in the order in which each adds most to those before it.
  ///
  /// A dynamic program over (taken, upgraded), chances in order of rising utility.
  /// - Complexity: O(m * limit * upgrades) time and bytes.
  public func solution() -> ChanceSolution {
    let order = chances.indices.filter { chances[$0].utility > outside }
      .sorted { (chances[$0].utility, $0) < (chances[$1].utility, $1) }
    let most = min(limit, order.count)
    let width = min(upgrades, most) + 1
    let plane = (most + 1) * width
    var values = [Double](repeating: 0, count: plane)
    var ways = [UInt8](repeating: 0, count: plane * order.count)
    for (item, index) in order.enumerated() {
      let chance = chances[index]
      let worth = chance.utility - outside
      for taken in stride(from: most, to: 0, by: -1) {
        for used in stride(from: width - 1, through: 0, by: -1) {
          let here = taken * width + used
          let plain = (1 - chance.plain) * values[here - width] + chance.plain * worth
          if plain > values[here] {
            values[here] = plain
            ways[item * plane + here] = 1
          }
          guard used > 0, let upgraded = chance.upgraded else { continue }
          let better = (1 - upgraded) * values[here - width - 1] + upgraded * worth
          if better > values[here] {
            values[here] = better
            ways[item * plane + here] = 2
          }
        }
      }
    }
    var set: [(index: Int, isUpgraded: Bool)] = []
    var here = plane - 1
    for item in order.indices.reversed() {
      let way = ways[item * plane + here]
      guard way > 0 else { continue }
      set.append((order[item], way == 2))
      here -= width + (way == 2 ? 1 : 0)
    }
    let list = eliminated(
      probabilities: set.map { $0.isUpgraded ? chances[$0.index].upgraded ?? 0 : chances[$0.index].plain },
      utilities: set.map { chances[$0.index].utility - outside }, limit: set.count, minimumGain: 0)
    return ChanceSolution(
      list.map { (set[$0.index].index, set[$0.index].isUpgraded, $0.gain, 1) }, outside: outside)
  }
}

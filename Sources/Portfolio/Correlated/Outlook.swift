/// What a given set of chances is worth: the reader's side of a choice, often under fresh scenarios.
///
/// Places are taken in order of falling utility, equal ones in order of their rows. All sums are in `Double`, scenario by
/// scenario from the first, so the same input gives the same bits.
public struct Outlook: Sendable, Equatable {
  /// A chance that is held: what it is worth and which row holds its chance.
  public struct Place: Sendable, Equatable {
    /// What obtaining it is worth.
    public var utility: Double
    /// Its row in the chances.
    public var row: Int

    /// A chance that is held.
    public init(utility: Double, row: Int) {
      self.utility = utility
      self.row = row
    }
  }

  /// The mean utility of the best that is obtained.
  public let value: Double
  /// The chance to obtain at least one.
  public let anyChance: Double
  /// The chance that place `i` (as given) is the best obtained; with `1 - anyChance` they add up to one.
  public let bestChances: [Double]
  /// For each scenario the chance to obtain at least one.
  public let anyByScenario: [Double]
  /// For each scenario the mean utility of the best obtained.
  public let valueByScenario: [Double]

  /// The outlook of a set.
  ///
  /// O(places * scenarios), times the capacity if there is one.
  ///
  /// - Parameters:
  ///   - places: What is held.
  ///   - chances: The chance to obtain each.
  ///   - weights: Of the scenarios; nil is equal.
  ///   - invitations: The chance to be invited, rows as in `chances`; needed with `capacity` only.
  ///   - capacity: At most so many invitations are attended, the first by utility without knowing what follows.
  public init(
    of places: [Place], in chances: ScenarioChances, weights: [Double]? = nil, invitations: ScenarioChances? = nil,
    capacity: Int? = nil
  ) {
    let shares = scenarioShares(weights, scenarios: chances.scenarios)
    let order = places.indices.sorted { (places[$0].utility, places[$1].row) > (places[$1].utility, places[$0].row) }
    var best = [Double](repeating: 0, count: places.count)
    var alive = [Double](repeating: 1, count: chances.scenarios)
    var values = [Double](repeating: 0, count: chances.scenarios)
    if let capacity, capacity < places.count, let invitations {
      // Per scenario: the chance to hold `j` interviews and to have obtained nothing yet.
      for scenario in 0..<chances.scenarios {
        var held = [Double](repeating: 0, count: capacity + 1)
        held[0] = 1
        for index in order {
          let obtain = Double(chances[places[index].row, scenario])
          let invite = max(obtain, Double(invitations[places[index].row, scenario]))
          var obtained = 0.0
          for j in stride(from: capacity - 1, through: 0, by: -1) {
            obtained += held[j] * obtain
            held[j + 1] += held[j] * (invite - obtain)
            held[j] *= 1 - invite
          }
          best[index] += shares[scenario] * obtained
          values[scenario] += obtained * places[index].utility
          alive[scenario] -= obtained
        }
      }
    } else {
      for index in order {
        let row = places[index].row * chances.blocks
        var mean = 0.0
        for scenario in 0..<chances.scenarios {
          let chance = Double(chances.storage[row + scenario / 8][scenario % 8])
          let obtained = alive[scenario] * chance
          mean += shares[scenario] * obtained
          values[scenario] += obtained * places[index].utility
          alive[scenario] *= 1 - chance
        }
        best[index] = mean
      }
    }
    bestChances = best
    valueByScenario = values
    anyByScenario = alive.map { 1 - $0 }
    value = zip(shares, values).reduce(0) { $0 + $1.0 * $1.1 }
    anyChance = 1 - zip(shares, alive).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// Value and chance of any as the places are added one by one, in the order given.
  ///
  /// The entry at `i` is for the first `i + 1` places. O(places^2 * scenarios).
  public static func growth(
    along places: [Place], in chances: ScenarioChances, weights: [Double]? = nil,
    invitations: ScenarioChances? = nil, capacity: Int? = nil
  ) -> [(value: Double, anyChance: Double)] {
    places.indices.map { last in
      let outlook = Outlook(
        of: Array(places[...last]), in: chances, weights: weights, invitations: invitations, capacity: capacity)
      return (outlook.value, outlook.anyChance)
    }
  }
}

extension ChoiceProblem {
  /// What a selection is worth here, the fixed candidates not added: the same numbers as in a solution.
  public func outlook(of selection: [(candidate: Int, variant: Variant)]) -> Outlook {
    Outlook(
      of: selection.map { choice in
        guard let row = candidates[choice.candidate].row(choice.variant) else {
          preconditionFailure("candidate \(choice.candidate) is not offered \(choice.variant)")
        }
        return .init(utility: candidates[choice.candidate].utility, row: row)
      }, in: chances, weights: weights, invitations: invitations, capacity: capacity)
  }
}

extension ChoiceProblem {
  /// What each candidate would add to a selection, by variant (`Variant.rawValue`); nil where not offered.
  ///
  /// Without regard to money, caps, signals and capacity; a candidate of the selection itself is counted as if it
  /// could be obtained twice. Good to about 1e-6 of its size. O((candidates + selection^2) * scenarios).
  ///
  /// - Parameter selection: What is held already; the fixed candidates are not added.
  /// - Returns: One entry of three for each candidate.
  public func gains(over selection: [(candidate: Int, variant: Variant)]) -> [[Double?]] {
    var standing = Standing(shares: scenarioShares(weights, scenarios: chances.scenarios))
    for choice in selection.map({ Choice(candidate: $0.candidate, variant: $0.variant) }) {
      standing.add(row: row(choice), utility: utility(choice), in: chances)
    }
    return candidates.map { candidate in
      candidate.rows.map { row in row.map { standing.gain(row: $0, utility: candidate.utility, in: chances) } }
    }
  }
}

/// What a list leads to over a set of scenarios: the numbers behind every row and the headline.
///
/// Places are taken in order of value, the best one obtained wins (the Match, seen by one applicant whose own list
/// moves nobody's cutoff). With a capacity only the first so many invitations, by value, are attended.
struct Outcome {
  /// Chance by scenario to be matched somewhere, and to match at each place (place × scenario, flat).
  var matched: [Double]
  var best: [Double]
  /// Chance by scenario and prefix of the list (prefix × scenario, flat): matched with the first n+1 places alone.
  var cumulative: [Double]
  /// Expected invitations by scenario.
  var invitations: [Double]
  let scenarios: Int
  let places: Int

  /// - Parameters:
  ///   - rows: in order of addition.
  ///   - values: of the same places; equal values rank in order of addition.
  init(rows: [ChanceRow], values: [Double], scenarios: Int, capacity: Int?) {
    self.scenarios = scenarios
    places = rows.count
    let order = rows.indices.sorted { (values[$0], $1) > (values[$1], $0) }
    matched = [Double](repeating: 0, count: scenarios)
    best = [Double](repeating: 0, count: scenarios * rows.count)
    cumulative = best
    invitations = matched
    for c in 0..<scenarios { invitations[c] = rows.reduce(0) { $0 + $1.interview[c] } }
    // The capacity matters only where more invitations than that can come.
    if let capacity, capacity < rows.count {
      for c in 0..<scenarios {
        let chances = Self.capped(order, rows, c, capacity)
        for (place, chance) in zip(order, chances) {
          best[place * scenarios + c] = chance
          matched[c] += chance
        }
      }
      for prefix in rows.indices {
        let kept = order.filter { $0 <= prefix }
        for c in 0..<scenarios {
          cumulative[prefix * scenarios + c] = Self.capped(kept, rows, c, capacity).reduce(0, +)
        }
      }
      return
    }
    for c in 0..<scenarios {
      var left = 1.0
      for place in order {
        let chance = rows[place].obtained(c)
        best[place * scenarios + c] = left * chance
        left *= 1 - chance
      }
      matched[c] = 1 - left
      var product = 1.0
      for place in rows.indices {
        product *= 1 - rows[place].obtained(c)
        cumulative[place * scenarios + c] = 1 - product
      }
    }
  }

  /// The chance to match at each place of `order` when only the first `capacity` invitations are attended.
  /// O(places × capacity).
  private static func capped(_ order: [Int], _ rows: [ChanceRow], _ c: Int, _ capacity: Int) -> [Double] {
    // left[h]: still unmatched with h interviews held.
    var left = [Double](repeating: 0, count: capacity + 1)
    left[0] = 1
    var top = 0
    return order.map { place in
      let invited = rows[place].interview[c]
      let success = rows[place].match[c]
      var chance = 0.0
      for held in stride(from: min(top, capacity - 1), through: 0, by: -1) where left[held] > 0 {
        let attends = left[held] * invited
        chance += attends * success
        left[held + 1] += attends * (1 - success)
        left[held] -= attends
      }
      top = min(capacity, top + 1)
      return chance
    }
  }

  func mean(_ values: [Double], _ weights: [Double]) -> Double {
    var total = 0.0
    for c in 0..<scenarios { total += weights[c] * values[c] }
    return total / Double(scenarios)
  }

  func best(_ place: Int) -> [Double] { Array(best[place * scenarios..<(place + 1) * scenarios]) }
  func cumulative(_ place: Int) -> [Double] { Array(cumulative[place * scenarios..<(place + 1) * scenarios]) }
}

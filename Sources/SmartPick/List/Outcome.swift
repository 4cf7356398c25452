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
  ///   - leads: whether the place has an interview of its own; a further track of the same application has none.
  ///   - scenarios: how many.
  ///   - capacity: of interviews, where there is one.
  ///   - hasPrefixes: whether ``cumulative`` is asked for; without, it stays 0.
  init(
    rows: [ChanceRow], values: [Double], leads: [Bool], scenarios: Int, capacity: Int?, hasPrefixes: Bool = true
  ) {
    self.scenarios = scenarios
    places = rows.count
    let order = rows.indices.sorted { (values[$0], $1) > (values[$1], $0) }
    matched = [Double](repeating: 0, count: scenarios)
    best = [Double](repeating: 0, count: scenarios * rows.count)
    cumulative = best
    invitations = matched
    for c in 0..<scenarios {
      for place in rows.indices where leads[place] { invitations[c] += rows[place].interview[c] }
    }
    // The capacity matters only where more invitations than that can come.
    if let capacity, capacity < leads.count(where: \.self) {
      var capped = CappedPlaces(rows: rows, leads: leads, scenarios: scenarios, capacity: capacity)
      capped.run(order) { place, c, chance in
        best[place * scenarios + c] = chance
        matched[c] += chance
      }
      for prefix in rows.indices where hasPrefixes {
        capped.run(order.filter { $0 <= prefix }) { _, c, chance in cumulative[prefix * scenarios + c] += chance }
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
      guard hasPrefixes else { continue }
      var product = 1.0
      for place in rows.indices {
        product *= 1 - rows[place].obtained(c)
        cumulative[place * scenarios + c] = 1 - product
      }
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

/// The chance to match at each place when only the first so many invitations are attended.
///
/// The state is the number of interviews held, still unmatched; scenarios run side by side in the inner loop.
/// O(places × capacity × scenarios).
private struct CappedPlaces {
  let scenarios: Int
  let capacity: Int
  /// Whether the place has an interview of its own to attend.
  private let leads: [Bool]
  private let invited: [[Double]]
  private let success: [[Double]]
  private var left: [Double]
  private var chances: [Double]

  init(rows: [ChanceRow], leads: [Bool], scenarios: Int, capacity: Int) {
    self.leads = leads
    self.scenarios = scenarios
    self.capacity = capacity
    invited = rows.map(\.interview)
    success = rows.map(\.match)
    left = [Double](repeating: 0, count: (capacity + 1) * scenarios)
    chances = [Double](repeating: 0, count: scenarios)
  }

  mutating func run(_ order: [Int], _ body: (_ place: Int, _ scenario: Int, _ chance: Double) -> Void) {
    for index in left.indices { left[index] = index < scenarios ? 1 : 0 }
    for (seen, place) in order.enumerated() {
      for c in 0..<scenarios { chances[c] = 0 }
      guard leads[place] else {
        // A further track rides on the interview of its application and takes no day of its own.
        for index in left.indices {
          let c = index % scenarios
          chances[c] += left[index] * success[place][c]
          left[index] *= 1 - success[place][c]
        }
        for c in 0..<scenarios { body(place, c, chances[c]) }
        continue
      }
      let (scenarios, invited, success) = (self.scenarios, self.invited[place], self.success[place])
      left.withUnsafeMutableBufferPointer { left in
        chances.withUnsafeMutableBufferPointer { chances in
          invited.withUnsafeBufferPointer { invited in
            success.withUnsafeBufferPointer { success in
              for held in stride(from: min(seen, capacity - 1), through: 0, by: -1) {
                let (from, to) = (held * scenarios, (held + 1) * scenarios)
                // Bounds: held < capacity, so both rows lie within `left`.
                for c in 0..<scenarios {
                  let attends = left[from + c] * invited[c]
                  chances[c] += attends * success[c]
                  left[to + c] += attends * (1 - success[c])
                  left[from + c] -= attends
                }
              }
            }
          }
        }
      }
      for c in 0..<scenarios { body(place, c, chances[c]) }
    }
  }
}

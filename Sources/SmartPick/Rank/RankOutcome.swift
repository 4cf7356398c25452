/// What an order leads to in each scenario, exactly.
///
/// Given a scenario the places are independent, so the chance to end at one is its own times those of all before it
/// being missed. Tracks of one institution in one specialty share an interview: whoever ranks the applicant high enough
/// for the narrower door does so for the wider one. O(places × scenarios).
struct RankOutcome {
  /// Chance by place and scenario to be matched there, and with the first so many places.
  private(set) var here: [[Double]]
  private(set) var cumulative: [[Double]]
  /// Chance by place and scenario to hold a first year too, given a match at that place.
  private(set) var firstYear: [[Double]]

  /// - Parameters:
  ///   - places: in the order ranked: the chance by scenario of being ranked high enough there, and which door it is.
  ///   - supplemental: by place, the list that is used once that place is matched.
  ///   - scenarios: how many.
  init(_ places: [RankDoor], supplemental: [Int: [RankDoor]] = [:], scenarios: Int) {
    here = []
    cumulative = []
    firstYear = []
    var left = [Double](repeating: 1, count: scenarios)
    // What the places so far have taken of the common chance, by door.
    var taken: [String: [Double]] = [:]
    for (number, place) in places.enumerated() {
      var chances = [Double](repeating: 0, count: scenarios)
      let before = taken[place.name]
      var after = before ?? chances
      for c in 0..<scenarios {
        let old = before?[c] ?? 0
        let chance = place.chances[c]
        guard chance > old, old < 1 else { continue }
        let adds = (chance - old) / (1 - old)
        chances[c] = left[c] * adds
        left[c] *= 1 - adds
        after[c] = chance
      }
      firstYear.append(Self.firstYear(supplemental[number] ?? [], taken, scenarios))
      taken[place.name] = after
      here.append(chances)
      cumulative.append(left.map { 1 - $0 })
    }
  }

  /// A program that has refused on the primary list refuses on the supplemental one too.
  private static func firstYear(_ list: [RankDoor], _ taken: [String: [Double]], _ scenarios: Int) -> [Double] {
    var none = [Double](repeating: 1, count: scenarios)
    var taken = taken
    for door in list {
      var after = taken[door.name] ?? [Double](repeating: 0, count: scenarios)
      for c in 0..<scenarios where door.chances[c] > after[c] && after[c] < 1 {
        none[c] *= (1 - door.chances[c]) / (1 - after[c])
        after[c] = door.chances[c]
      }
      taken[door.name] = after
    }
    return none.map { 1 - $0 }
  }
}

/// One program's chances by scenario, and the interview that it shares with other tracks.
struct RankDoor: Sendable {
  var name: String
  var chances: [Double]
}

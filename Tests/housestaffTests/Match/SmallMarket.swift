/// A market of five applicants and three programs that is matched by going through every matching.
struct SmallMarket {
  private let quotas: [Int]
  private let lists: [[Int]]
  private let rankings: [[Int]]

  init(seed: UInt64) {
    var generator = SplitMix(state: seed)
    let quotas = (0..<3).map { _ in Int.random(in: 1...2, using: &generator) }
    self.quotas = quotas
    lists = (0..<5).map { _ in
      Array((0..<3).shuffled(using: &generator).prefix(Int.random(in: 1...3, using: &generator)))
    }
    rankings = (0..<3).map { _ in
      Array((0..<5).shuffled(using: &generator).prefix(Int.random(in: 3...5, using: &generator)))
    }
  }

  var written: WrittenMarket {
    WrittenMarket(
      source: "",
      programs: (0..<3).map { "P\($0) \(quotas[$0]): " + rankings[$0].map { "A\($0)" }.joined(separator: " ") },
      applicants: (0..<5).map { "A\($0): " + lists[$0].map { "P\($0)" }.joined(separator: " ") })
  }

  /// Who is where in the stable matching that gives every applicant the best place of all stable ones.
  var applicantOptimal: [String: String] {
    var best: [Int]?
    // A matching is the place on each applicant's list, or one beyond its end.
    var places = [Int](repeating: 0, count: 5)
    repeat {
      if isStable(places), best.map({ zip(places, $0).allSatisfy { $0 <= $1 } }) ?? true { best = places }
    } while next(&places)
    var result: [String: String] = [:]
    for (applicant, place) in (best ?? []).enumerated() where place < lists[applicant].count {
      result["A\(applicant)"] = "P\(lists[applicant][place])"
    }
    return result
  }

  private func next(_ places: inout [Int]) -> Bool {
    for index in places.indices {
      places[index] += 1
      if places[index] <= lists[index].count { return true }
      places[index] = 0
    }
    return false
  }

  private func isStable(_ places: [Int]) -> Bool {
    var held = [[Int]](repeating: [], count: 3)
    for applicant in 0..<5 where places[applicant] < lists[applicant].count {
      let program = lists[applicant][places[applicant]]
      guard let rank = rankings[program].firstIndex(of: applicant) else { return false }
      held[program].append(rank)
    }
    guard (0..<3).allSatisfy({ held[$0].count <= quotas[$0] }) else { return false }
    for applicant in 0..<5 {
      for program in lists[applicant].prefix(places[applicant]) {
        guard let rank = rankings[program].firstIndex(of: applicant) else { continue }
        if held[program].count < quotas[program] || held[program].contains(where: { $0 > rank }) { return false }
      }
    }
    return true
  }

  /// Steele, Lea and Flood 2014.
  private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }
}

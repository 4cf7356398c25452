import Matching
import Statistics

/// A made-up season: popular programs, strong applicants, and some luck on both sides.
struct Season {
  var applicants: Int
  var couples: Double = 0
  var length = 12
  var pairs = 24
  var seed: UInt64

  /// 0.13 programs and 0.86 positions for each applicant.
  var lists: MarketLists {
    var generator = SeededGenerator(seed: seed)
    let programs = max(2, Int(0.13 * Double(applicants)))
    let positions = Int(0.86 * Double(applicants))
    let quotas = (0..<programs).map { positions / programs + ($0 < positions % programs ? 1 : 0) }
    func luck() -> Double { (0..<12).reduce(-6) { sum, _ in sum + Double.random(in: 0..<1, using: &generator) } }
    let popularity = (0..<programs).map { _ in luck() }
    let strength = (0..<applicants).map { _ in luck() }
    var rows: [[Int]] = []
    for _ in 0..<applicants {
      var listed = Set<Int>()
      while listed.count < min(length, programs) { listed.insert(Int.random(in: 0..<programs, using: &generator)) }
      let wish = listed.sorted().map { ($0, popularity[$0] + luck()) }
      rows.append(wish.sorted { $0.1 > $1.1 }.map(\.0))
    }
    var liked = [[(Int, Double)]](repeating: [], count: programs)
    for applicant in 0..<applicants {
      for program in rows[applicant] { liked[program].append((applicant, strength[applicant] + luck())) }
    }
    let rankings = liked.map { $0.sorted { $0.1 > $1.1 }.map(\.0) }
    let couples = (0..<Int(Double(applicants) * couples / 2)).map { index in
      let list = pairList(rows[2 * index], rows[2 * index + 1])
      rows[2 * index] = []
      rows[2 * index + 1] = []
      return CoupleList(applicantA: 2 * index, applicantB: 2 * index + 1, pairs: list)
    }
    return MarketLists(quotas: quotas, choices: Lists(rows), rankings: Lists(rankings), couples: couples)
  }

  /// The pairs with the smallest sum of places.
  private func pairList(_ a: [Int], _ b: [Int]) -> [ProgramPair] {
    let all = a.enumerated().flatMap { one in
      b.enumerated().map { (one.offset + $0.offset, ProgramPair(one.element, $0.element)) }
    }
    let sorted = all.enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }
    return sorted.prefix(pairs).map(\.element.1)
  }
}

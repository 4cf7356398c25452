import Improvement
import ProcessControl

/// Somebody who keeps everything that is ever shown of a measure's groups, and works out what follows.
///
/// Each count of a group in a week is an unknown. What is shown are equations: a week's total from the chart, a line of a
/// released table. A week whose total changes has new unknowns from then on; the others are believed to have stayed.
struct CountReader {
  /// One number that nobody shows: a count in a week, or in a release period.
  struct Unknown: Hashable {
    let group: String
    let place: String
    let column: String
  }

  private struct Equation: Hashable {
    /// Unknowns by number with their factors.
    var terms: [Int: Int]
    var sum: Int
  }

  private var numbers: [Unknown: Int] = [:]
  private var equations: Set<Equation> = []

  private mutating func number(_ unknown: Unknown) -> Int {
    if let number = numbers[unknown] { return number }
    let number = numbers.count
    numbers[unknown] = number
    return number
  }

  /// Learns that some unknowns, those with a minus taken away, add up to a number.
  mutating func learn(_ plus: [Unknown], minus: [Unknown] = [], sum: Int) {
    var terms: [Int: Int] = [:]
    for unknown in plus { terms[number(unknown), default: 0] += 1 }
    for unknown in minus { terms[number(unknown), default: 0] -= 1 }
    equations.insert(Equation(terms: terms.filter { $0.value != 0 }, sum: sum))
  }

  /// What follows: by elimination, and because counts are 0 or more.
  func known() -> [Unknown: Int] {
    let names = Dictionary(uniqueKeysWithValues: numbers.map { ($0.value, $0.key) })
    var found: [Unknown: Int] = [:]
    for (number, value) in solved().merging(bounded(), uniquingKeysWith: { first, _ in first }) {
      if let name = names[number] { found[name] = value }
    }
    return found
  }

  // MARK: Elimination

  /// Gauss and Jordan, in numbers modulo a prime: an unknown follows when its row holds nothing else.
  private func solved() -> [Int: Int] {
    let prime = 2_147_483_647
    let width = numbers.count
    var rows = equations.map { equation in
      var row = [Int](repeating: 0, count: width + 1)
      for (index, factor) in equation.terms { row[index] = (factor + prime) % prime }
      row[width] = (equation.sum % prime + prime) % prime
      return row
    }
    var next = 0
    var pivots: [(row: Int, column: Int)] = []
    for column in 0..<width {
      guard let pivot = rows[next...].firstIndex(where: { $0[column] != 0 }) else { continue }
      rows.swapAt(next, pivot)
      let inverse = Self.power(rows[next][column], prime - 2, prime)
      for index in column...width { rows[next][index] = rows[next][index] * inverse % prime }
      let reduced = rows[next]
      for row in rows.indices where row != next && rows[row][column] != 0 {
        let factor = rows[row][column]
        for index in column...width where reduced[index] != 0 {
          rows[row][index] = (rows[row][index] + (prime - factor) * reduced[index]) % prime
        }
      }
      pivots.append((next, column))
      next += 1
      if next == rows.count { break }
    }
    var found: [Int: Int] = [:]
    for (row, column) in pivots where rows[row].prefix(width).count(where: { $0 != 0 }) == 1 {
      found[column] = rows[row][width]
    }
    return found
  }

  private static func power(_ base: Int, _ exponent: Int, _ prime: Int) -> Int {
    var (result, base, exponent) = (1, base % prime, exponent)
    while exponent > 0 {
      if exponent & 1 == 1 { result = result * base % prime }
      base = base * base % prime
      exponent >>= 1
    }
    return result
  }

  // MARK: Bounds

  /// Intervals narrowed until nothing changes.
  private func bounded() -> [Int: Int] {
    var low = [Int](repeating: 0, count: numbers.count)
    var high = [Int](repeating: 1_000_000, count: numbers.count)
    var changed = true
    while changed {
      changed = false
      for equation in equations {
        let least = equation.terms.reduce(0) { $0 + $1.value * ($1.value > 0 ? low[$1.key] : high[$1.key]) }
        let most = equation.terms.reduce(0) { $0 + $1.value * ($1.value > 0 ? high[$1.key] : low[$1.key]) }
        for (index, factor) in equation.terms where abs(factor) == 1 {
          let (own, top) = factor > 0 ? (low[index], high[index]) : (-high[index], -low[index])
          // What the others leave.
          let (new, newTop) = (equation.sum - (most - top), equation.sum - (least - own))
          let (down, up) = factor > 0 ? (new, newTop) : (-newTop, -new)
          if down > low[index] { (low[index], changed) = (down, true) }
          if up < high[index] { (high[index], changed) = (up, true) }
        }
      }
    }
    var found: [Int: Int] = [:]
    for index in low.indices where low[index] == high[index] { found[index] = low[index] }
    return found
  }
}

import ProcessControl
public import Statistics

/// How far two readers of the same charts agree, and how far beyond chance.
///
/// Cohen's kappa (Educational and Psychological Measurement 20, 1960) with the standard error of Fleiss, Cohen and
/// Everitt (Psychological Bulletin 72, 1969).
public struct Agreement: Hashable, Sendable {
  /// Charts read by both.
  public let pairs: Int
  /// On how many they agree.
  public let agreed: Int
  /// Agreement beyond chance: 1 is complete, 0 what chance gives; nil where both used one and the same answer only.
  public let kappa: Double?
  /// Its standard error; nil without a kappa.
  public let standardError: Double?

  /// Below so many pairs nothing is said of agreement beyond chance: the large-sample interval would be a pretense.
  ///
  /// Our choice; even at 30 the interval of kappa is wide.
  public static let fewest = 10

  /// The agreement of pairs of answers.
  public init<Answer: Hashable>(of pairs: some Sequence<(Answer, Answer)>) {
    var places: [Answer: Int] = [:]
    var cells: [[Int]: Int] = [:]
    for (one, two) in pairs {
      for answer in [one, two] where places[answer] == nil { places[answer] = places.count }
      cells[[places[one] ?? 0, places[two] ?? 0], default: 0] += 1
    }
    let kinds = places.count
    self.init(table: (0..<kinds).map { row in (0..<kinds).map { cells[[row, $0]] ?? 0 } })
  }

  /// The agreement of a square table: rows the first reader's answers, columns the second's.
  ///
  /// - Precondition: The table is square and holds no negative count.
  public init(table: [[Int]]) {
    precondition(table.allSatisfy { $0.count == table.count && $0.allSatisfy { $0 >= 0 } }, "A square table of counts.")
    pairs = table.reduce(0) { $0 + $1.reduce(0, +) }
    agreed = table.indices.reduce(0) { $0 + table[$1][$1] }
    let n = Double(pairs)
    let rows = table.map { Double($0.reduce(0, +)) / n }
    let columns = table.indices.map { column in Double(table.reduce(0) { $0 + $1[column] }) / n }
    let byChance = zip(rows, columns).reduce(0) { $0 + $1.0 * $1.1 }
    guard pairs > 0, byChance < 1 else {
      kappa = nil
      standardError = nil
      return
    }
    let kappa = (Double(agreed) / n - byChance) / (1 - byChance)
    var sum = 0.0
    for i in table.indices {
      for j in table.indices {
        let share = Double(table[i][j]) / n
        let weight = i == j ? 1 - (rows[i] + columns[i]) * (1 - kappa) : (columns[i] + rows[j]) * (1 - kappa)
        sum += share * weight * weight
      }
    }
    let rest = kappa - byChance * (1 - kappa)
    self.kappa = kappa
    standardError = max(0, (sum - rest * rest) / n).squareRoot() / (1 - byChance)
  }

  /// The share of charts on which they agree.
  public var share: Double? { pairs > 0 ? Double(agreed) / Double(pairs) : nil }

  /// The 95% interval of kappa, within -1 to 1; nil without one or with too few pairs.
  public var interval: Interval? {
    guard pairs >= Self.fewest, let kappa, let standardError else { return nil }
    let half = Normal.critical(level: 0.95) * standardError
    return Interval(low: max(-1, kappa - half), high: min(1, kappa + half))
  }

  /// Both in one sentence, with n; or why there is none.
  public var statement: String {
    guard let share else { return "No chart was read by a second person yet." }
    let head = "\(agreed) of \(Wording.count(pairs, "chart")) read by two agree (\(Wording.percent(share)))"
    guard pairs >= Self.fewest else { return "\(head); too few for kappa, which asks for \(Self.fewest)." }
    guard let kappa, let interval else {
      return "\(head); kappa says nothing where both gave one and the same answer to all."
    }
    return "\(head); Cohen's kappa \(Self.two(kappa)) (95% CI \(Self.two(interval.low)) to \(Self.two(interval.high)))."
  }

  /// With two decimals, as kappa is read.
  static func two(_ value: Double) -> String {
    let hundred = Int((abs(value) * 100).rounded())
    let sign = value < 0 && hundred > 0 ? Wording.minus : ""
    return "\(sign)\(hundred / 100).\(hundred % 100 < 10 ? "0" : "")\(hundred % 100)"
  }
}

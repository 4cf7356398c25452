internal import RealModule

/// Where the programs of a line stand: the score to beat for an interview and for a place, how it moves with quality,
/// openness and size, how far programs of one kind differ, and how far one program moves from year to year.
///
/// The kind of a program is (specialty, quality, openness, size); a program is its cutoff. Scores are on the scale of
/// ``MarketParameters``: an applicant of a group has its mean strength, within a group the spread is
/// ``MarketParameters/strengthSpread``, and luck at one program has standard deviation 1.
public struct MarketCutoffs: Sendable, Codable, Equatable {
  /// Name of the line.
  public var line: String
  public var programs: Int
  /// Score of the last one invited, and of the last one matched.
  public var interview: Surface
  public var match: Surface

  /// A straight surface through the cutoffs of the programs.
  public struct Surface: Sendable, Codable, Equatable {
    /// At a program of average quality, openness and size.
    public var mean: Double
    /// For each standard deviation of quality.
    public var quality: Double
    /// For each standard deviation of openness (openness lowers the bar for other groups, and so more of them come).
    public var openness: Double
    /// For each doubling of positions.
    public var size: Double
    /// Standard deviation of programs of one kind about the surface.
    public var between: Double
    /// Standard deviation of one program from year to year.
    public var year: Double
    /// Share of programs and years with a cutoff at all; the others took anybody above the line's floor.
    public var bound: Double
  }

  /// The cutoffs of each line with at least `least` programs, from some draws.
  public static func all(_ model: MarketModel, _ tallies: [MarketTally], least: Int = 20) -> [MarketCutoffs] {
    model.season.lines.indices.compactMap { line in
      let range = model.programs.range(line).filter { model.programs.quota[$0] > 0 }
      guard range.count >= least else { return nil }
      let floor = model.parameters.floor(of: model.season.lines[line].name)
      return MarketCutoffs(
        line: model.season.lines[line].name, programs: range.count,
        interview: surface(model, range, tallies.map(\.interviewCutoffs), floor: floor),
        match: surface(model, range, tallies.map(\.matchCutoffs), floor: floor))
    }
  }

  private static func surface(
    _ model: MarketModel, _ range: [Int], _ draws: [[Float]], floor: Double
  ) -> Surface {
    // A program without a cutoff stands at the floor, or at the lowest cutoff of its line where there is none.
    let finite = range.flatMap { program in draws.map { Double($0[program]) } }.filter(\.isFinite)
    let lowest = max(floor, finite.min() ?? -2)
    var means: [Double] = []
    var variance = 0.0
    var bound = 0
    for program in range {
      let values = draws.map { $0[program].isFinite ? Double($0[program]) : lowest }
      bound += draws.count { $0[program].isFinite }
      let mean = values.reduce(0, +) / Double(values.count)
      means.append(mean)
      variance += values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, values.count - 1))
    }
    let sizes = range.map { Double.log2(Double(model.programs.quota[$0])) }
    let usual = sizes.reduce(0, +) / Double(sizes.count)
    let columns = [
      range.map { _ in 1.0 }, range.map { Double(model.programs.quality[$0]) },
      range.map { Double(model.programs.openness[$0]) }, sizes.map { $0 - usual },
    ]
    var matrix = [Double](repeating: 0, count: 16)
    var right = [Double](repeating: 0, count: 4)
    for row in 0..<4 {
      right[row] = zip(columns[row], means).reduce(0) { $0 + $1.0 * $1.1 }
      for column in 0..<4 {
        matrix[row * 4 + column] = zip(columns[row], columns[column]).reduce(0) { $0 + $1.0 * $1.1 }
      }
      // All programs of a line may be of one size.
      matrix[row * 5] += 0.01
    }
    let fit = LinearSystem.solve(matrix, right)
    let residual = means.indices.reduce(0.0) { sum, index in
      let expected = (0..<4).reduce(0.0) { $0 + fit[$1] * columns[$1][index] }
      return sum + (means[index] - expected) * (means[index] - expected)
    }
    let year = variance / Double(range.count)
    let between = max(0, residual / Double(max(1, range.count - 4)) - year / Double(draws.count))
    return Surface(
      mean: rounded(fit[0]), quality: rounded(fit[1]), openness: rounded(fit[2]), size: rounded(fit[3]),
      between: rounded(between.squareRoot()), year: rounded(year.squareRoot()),
      bound: rounded(Double(bound) / Double(range.count * draws.count)))
  }

  private static func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
}

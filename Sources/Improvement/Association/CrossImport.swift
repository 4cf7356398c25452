public import Tables

/// A table of cases read for an association: an outcome against a factor, within the levels of a second one.
///
/// Only ``counts`` are meant to be kept; columns that may identify people are never read. O(rows).
public struct CrossImport: Sendable {
  /// Which column is which, by name; empty guesses the outcome and asks for the rest.
  public struct Columns: Hashable, Sendable {
    public var outcome: String
    public var factor: String
    public var second: String
    /// The word that means the outcome happened; empty for yes, true, 1.
    public var counted: String
    /// Where bands of a numeric factor begin, as "5, 10, 20"; empty chooses quarters of the cases.
    public var cuts: String
    /// A column that says how many cases a row stands for; empty for one.
    public var weight: String

    public init(
      outcome: String = "", factor: String = "", second: String = "", counted: String = "", cuts: String = "",
      weight: String = ""
    ) {
      self.outcome = outcome
      self.factor = factor
      self.second = second
      self.counted = counted
      self.cuts = cuts
      self.weight = weight
    }
  }

  public let headers: [String]
  public let suspects: [IdentifierScreen.Suspect]
  /// The columns as used, with the guess where none was told.
  public private(set) var columns: Columns
  /// Nil where nothing can be counted yet.
  public private(set) var counts: CrossCounts?
  public private(set) var findings: [Finding] = []
  /// Rows that hold anything, and those counted.
  public private(set) var rows = 0
  public private(set) var used = 0
  /// Words of the outcome that say neither yes nor no, at most twelve.
  public private(set) var words: [String] = []

  /// At most so many bands and levels.
  public static let mostBands = 12

  public init(_ table: Table, columns told: Columns) {
    let mapping = ColumnMapping([], in: table)
    headers = mapping.headers
    suspects = IdentifierScreen.suspects(in: table, headerRow: mapping.headerRow)
    columns = told
    let barred = Set(suspects.map(\.index))
    let headers = headers
    func index(_ name: String) -> Int? {
      name.isEmpty ? nil : headers.firstIndex(of: name).flatMap { barred.contains($0) ? nil : $0 }
    }
    guard let factor = index(told.factor), let outcome = index(told.outcome) else {
      findings.append(
        Finding(
          .error, file: table.name, problem: "outcome and factor are not chosen",
          remedy: "choose the column of the outcome and the column it is set against"))
      return
    }
    read(
      table, below: mapping.headerRow, outcome: outcome, factor: factor, second: index(told.second),
      weight: index(told.weight))
  }

  private mutating func read(
    _ table: Table, below headerRow: Int, outcome: Int, factor: Int, second: Int?, weight: Int?
  ) {
    var cells: [[String]: (events: Int, total: Int)] = [:]
    var numbers: Set<Double> = []
    var areNumbers = true
    for row in (headerRow + 1)..<max(headerRow + 1, table.rowCount) {
      if table[row].isBlank { continue }
      rows += 1
      let answer = CountWord.trimmed(table[row, outcome])
      guard CountWord.label(answer) != StratumName.notRecorded else { continue }
      guard let event = CountWord.answer(answer, counted: columns.counted) else {
        if words.count < 12, !words.contains(answer) { words.append(answer) }
        continue
      }
      let many = weight.map { DecimalText.integer(table[row, $0]) } ?? 1
      guard let many, many >= 0, many < 1_000_000_000 else { continue }
      let band = CountWord.label(table[row, factor])
      if band != StratumName.notRecorded {
        if let number = DecimalText.double(band) { numbers.insert(number) } else { areNumbers = false }
      }
      let level = second.map { CountWord.label(table[row, $0]) } ?? ""
      let old = cells[[band, level]] ?? (0, 0)
      cells[[band, level]] = (old.events + (event == 1 ? many : 0), old.total + many)
      used += 1
    }
    if used == 0 {
      findings.append(
        Finding(
          .error, file: table.name, problem: "no row says whether the outcome happened",
          expected: "yes or no" + (words.isEmpty ? "" : "; found \(words.joined(separator: ", "))"),
          remedy: "write which word counts"))
      return
    }
    let bands = Bands(cells.mapValues(\.total), areNumbers: areNumbers && numbers.count > 1, cuts: columns.cuts)
    var sums: [[String]: (Int, Int)] = [:]
    for (key, cell) in cells {
      let name = [bands.name(key[0]), key[1]]
      let old = sums[name] ?? (0, 0)
      sums[name] = (old.0 + cell.events, old.1 + cell.total)
    }
    let levels = Set(cells.keys.map { $0[1] })
    guard bands.bands.count <= CrossImport.mostBands, levels.count <= CrossImport.mostBands else {
      findings.append(
        Finding(
          .error, file: table.name,
          problem: "\(max(bands.bands.count, levels.count)) different values are no bands",
          expected: "at most \(CrossImport.mostBands)", remedy: "group the values in the spreadsheet first"))
      return
    }
    counts = CrossCounts(
      outcome: columns.outcome, factor: columns.factor, second: columns.second, bands: bands.bands,
      cells: sums.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map {
        .init(band: $0.key[0], level: $0.key[1], events: $0.value.0, of: $0.value.1)
      })
  }
}

/// The bands of a factor: its values as they are, or ranges of its numbers.
private struct Bands {
  let bands: [CrossCounts.Band]
  private let cuts: [Double]

  init(_ totals: [[String]: Int], areNumbers: Bool, cuts text: String) {
    var byValue: [String: Int] = [:]
    for (key, total) in totals { byValue[key[0], default: 0] += total }
    let isPartial = byValue.removeValue(forKey: StratumName.notRecorded) != nil
    let rest = isPartial ? [CrossCounts.Band(StratumName.notRecorded)] : []
    let told = text.split { $0 == "," || $0 == ";" || $0 == " " }.compactMap { DecimalText.double(String($0)) }
    guard areNumbers, byValue.count > 8 || !told.isEmpty else {
      cuts = []
      let scores = byValue.keys.map { ($0, Bands.score($0)) }
      let isOrdered = scores.allSatisfy { $0.1 != nil }
      bands =
        scores.sorted { GroupOrder.isBefore($0.0, $1.0) }
        .map { CrossCounts.Band($0.0, score: isOrdered ? $0.1 : nil) } + rest
      return
    }
    let values = byValue.compactMap { key, total in DecimalText.double(key).map { ($0, total) } }.sorted { $0.0 < $1.0 }
    cuts = told.isEmpty ? Bands.quarters(values) : Array(Set(told)).sorted()
    let edges = cuts
    bands = (0...edges.count).map { Bands.band($0, edges, values) } + rest
  }

  func name(_ value: String) -> String {
    guard !cuts.isEmpty, let number = DecimalText.double(value) else { return value }
    return bands[cuts.count { $0 <= number }].name
  }

  /// The beginnings of the upper three quarters of the cases.
  private static func quarters(_ values: [(Double, Int)]) -> [Double] {
    let all = values.reduce(0) { $0 + $1.1 }
    var cuts: [Double] = []
    var sum = 0
    for (value, total) in values {
      if cuts.count < 3, sum * 4 >= all * (cuts.count + 1), value > values[0].0 { cuts.append(value) }
      sum += total
    }
    return Array(Set(cuts)).sorted()
  }

  private static func band(_ index: Int, _ cuts: [Double], _ values: [(Double, Int)]) -> CrossCounts.Band {
    let low = index == 0 ? min(values.first?.0 ?? 0, cuts[0]) : cuts[index - 1]
    let high = index == cuts.count ? max(values.last?.0 ?? 0, low) : cuts[index]
    let name =
      index == 0
      ? "below \(CountText.number(cuts[0]))"
      : index == cuts.count
        ? "\(CountText.number(low)) and more" : "\(CountText.number(low)) to below \(CountText.number(high))"
    // The middle of the range, not of the cases: of few cases their mean would tell too much.
    let width = cuts.count > 1 ? (cuts[cuts.count - 1] - cuts[0]) / Double(cuts.count - 1) : abs(cuts[0])
    let score =
      index == 0
      ? max(cuts[0] - width / 2, 0 <= low ? cuts[0] / 2 : cuts[0] - width / 2)
      : index == cuts.count ? low + width / 2 : (low + high) / 2
    return CrossCounts.Band(name, score: score)
  }

  /// The middle of the numbers in a name: "5-10 miles" is 7.5, "20+" is 20; nil without any.
  private static func score(_ name: String) -> Double? {
    var numbers: [Double] = []
    var digits = ""
    for character in name + " " {
      if character.isASCII, character.isNumber || character == "." {
        digits.append(character)
      } else {
        if let number = DecimalText.double(digits) { numbers.append(number) }
        digits = ""
      }
    }
    guard let first = numbers.first else { return nil }
    return numbers.count > 1 ? (first + numbers[1]) / 2 : first
  }
}

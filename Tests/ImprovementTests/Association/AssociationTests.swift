import Improvement
import Statistics
import Tables
import Testing

/// Counts by band and level: events, of.
private func cross(_ table: [(band: String, level: String, events: Int, total: Int)], scores: [String: Double] = [:])
  -> CrossCounts
{
  var names: [String] = []
  for row in table where !names.contains(row.band) { names.append(row.band) }
  return CrossCounts(
    outcome: "success", factor: "treatment", second: "size",
    bands: names.map { .init($0, score: scores[$0]) },
    cells: table.map { .init(band: $0.band, level: $0.level, events: $0.events, of: $0.total) })
}

/// Admissions to Berkeley's six largest departments, 1973: admitted, of (Bickel and others, Science 187, 1975).
private let berkeley = cross([
  ("men", "A", 512, 825), ("women", "A", 89, 108), ("men", "B", 353, 560), ("women", "B", 17, 25),
  ("men", "C", 120, 325), ("women", "C", 202, 593), ("men", "D", 138, 417), ("women", "D", 131, 375),
  ("men", "E", 53, 191), ("women", "E", 94, 393), ("men", "F", 22, 373), ("women", "F", 24, 341),
])

/// Success of two treatments of kidney stones by size (Charig and others, BMJ 292, 1986).
private let stones = cross([
  ("open surgery", "small", 81, 87), ("percutaneous", "small", 234, 270), ("open surgery", "large", 192, 263),
  ("percutaneous", "large", 55, 80),
])

@Suite struct `A contrast within levels` {
  @Test func `of Berkeley's admissions has the published odds ratio`() throws {
    let result = try #require(
      MantelHaenszel(
        berkeley.levels.map { level in
          let (men, women) = (berkeley.count("men", level: level), berkeley.count("women", level: level))
          return .init(
            level, events: Double(men.events), of: Double(men.total), reference: Double(women.events),
            of: Double(women.total))
        }))
    // R 4, mantelhaen.test(UCBAdmissions): 0.9046968, 95% CI 0.7719074 to 1.0603298.
    let interval = try #require(result.oddsRatioInterval)
    #expect(abs(try #require(result.oddsRatio) - 0.904_696_8) < 1e-6)
    #expect(abs(interval.low - 0.771_907_4) < 1e-6 && abs(interval.high - 1.060_329_8) < 1e-6)
  }

  @Test func `that reverses is called confounded: Berkeley, and kidney stones`() throws {
    for counts in [berkeley, stones] {
      let association = try #require(Association(counts))
      #expect(association.isConfounded)
      #expect(association.sentences.joined().contains("Confounded: it reverses within levels"))
    }
    let surgery = try #require(Association(stones, reference: "percutaneous")?.contrasts.first)
    // 78% of 350 against 83% of 350, yet better for small stones and for large.
    #expect(surgery.crude.difference < 0)
    #expect(surgery.adjusted?.levels.allSatisfy { ($0.difference ?? 0) > 0 } ?? false)
  }

  @Test(arguments: 0..<200) func `is confounded whenever a group is worse overall and better in every level`(seed: Int)
    throws
  {
    var generator = SeededGenerator(seed: UInt64(seed))
    // The group's cases lie where the outcome is frequent; within every level it does better by 4 points.
    var rows: [(band: String, level: String, events: Int, total: Int)] = []
    for (index, base) in [0.2, 0.5, 0.8].enumerated() {
      let level = "level \(index)"
      let (many, few) = (Int.random(in: 400...900, using: &generator), Int.random(in: 50...120, using: &generator))
      let (own, other) = index == 2 ? (many, few) : (few, many)
      rows.append(("group", level, Int(Double(own) * (base - 0.04)), own))
      rows.append(("rest", level, Int((Double(other) * base).rounded(.up)), other))
    }
    let association = try #require(Association(cross(rows), reference: "rest"))
    let contrast = try #require(association.contrasts.first)
    #expect(contrast.crude.difference > 0)
    #expect(contrast.adjusted?.levels.allSatisfy { ($0.difference ?? 0) < 0 } ?? false)
    #expect(contrast.verdict == .confounded)
  }

  @Test func `that holds within levels is not called confounded, nor is chance`() throws {
    var generator = SeededGenerator(seed: 5)
    var confounded = 0
    for _ in 0..<300 {
      var rows: [(band: String, level: String, events: Int, total: Int)] = []
      for level in ["x", "y", "z"] {
        for band in ["a", "b"] {
          let events = (0..<200).count { _ in Double.random(in: 0..<1, using: &generator) < (band == "a" ? 0.5 : 0.3) }
          rows.append((band, level, events, 200))
        }
      }
      if try #require(Association(cross(rows))).isConfounded { confounded += 1 }
    }
    #expect(confounded == 0)
  }

  @Test(arguments: [(81, 87, 234, 270, 192, 263, 55, 80), (5, 40, 9, 60, 20, 50, 10, 30)])
  func `is the weighted mean of the levels' differences`(
    a: Int, b: Int, c: Int, d: Int, e: Int, f: Int, g: Int, h: Int
  ) throws {
    let levels = [
      MantelHaenszel.Level("1", events: Double(a), of: Double(b), reference: Double(c), of: Double(d)),
      MantelHaenszel.Level("2", events: Double(e), of: Double(f), reference: Double(g), of: Double(h)),
    ]
    let result = try #require(MantelHaenszel(levels))
    var top = 0.0
    var weights = 0.0
    var variance = 0.0
    for level in levels {
      let weight = level.total * level.referenceTotal / (level.total + level.referenceTotal)
      let (p1, p0) = (level.events / level.total, level.referenceEvents / level.referenceTotal)
      top += weight * (p1 - p0)
      weights += weight
      variance += weight * weight * (p1 * (1 - p1) / level.total + p0 * (1 - p0) / level.referenceTotal)
    }
    #expect(abs(result.difference - top / weights) < 1e-12)
    // Sato's variance and the plain one are near each other when counts are not small.
    let plain = variance.squareRoot() / weights
    let own = (result.differenceInterval.high - result.differenceInterval.low) / 2 / 1.959_963_984_540_054
    #expect(abs(own - plain) < 0.05 * plain)
  }

  @Test func `of one level is the plain contrast`() throws {
    let result = try #require(MantelHaenszel([.init("1", events: 30, of: 70, reference: 20, of: 80)]))
    #expect(abs(result.difference - (30.0 / 70 - 20.0 / 80)) < 1e-12)
    let oddsRatio = try #require(result.oddsRatio)
    let expected: Double = 30 * 60 / (40 * 20)
    #expect(abs(oddsRatio - expected) < 1e-12)
    #expect(MantelHaenszel([.init("1", events: 0, of: 0, reference: 1, of: 2)]) == nil)
  }
}

@Suite struct `A trend` {
  /// Malformations of newborns by the mother's drinks a day (Agresti, Categorical Data Analysis, 2002, table 3.7).
  private let drinks = [(0.0, 48.0, 17_066.0), (0.5, 38, 14_464), (1.5, 5, 788), (4, 1, 126), (7, 1, 37)].map {
    Trend.Group(score: $0.0, events: $0.1, of: $0.1 + $0.2)
  }

  @Test func `of malformations by drinks has the published test and slope`() throws {
    let z = try #require(Trend.cochranArmitage(drinks))
    // Agresti 2002, 5.3.5: z² = 6.57, slope 0.317 with standard error 0.125.
    #expect(abs(z * z - 6.57) < 0.005)
    let trend = try #require(Trend(drinks))
    #expect(abs(trend.slope - 0.3166) < 5e-4 && abs(trend.error - 0.1254) < 5e-4)
  }

  @Test func `does not change when scores are shifted, turns with them, and shrinks with their unit`() throws {
    let first = try #require(Trend(drinks))
    func moved(_ change: (Double) -> Double) throws -> Trend {
      try #require(Trend(drinks.map { .init(score: change($0.score), events: $0.events, of: $0.total) }))
    }
    #expect(abs(try moved { $0 + 1_000 }.slope - first.slope) < 1e-9)
    #expect(abs(try moved { -$0 }.slope + first.slope) < 1e-9)
    let tenth = try moved { $0 * 10 }
    #expect(abs(tenth.slope * 10 - first.slope) < 1e-9 && abs(tenth.error * 10 - first.error) < 1e-9)
  }

  @Test func `of two bands is the log odds ratio, with its known error`() throws {
    let trend = try #require(
      Trend([.init(score: 0, events: 20, of: 80), .init(score: 1, events: 30, of: 70)]))
    let expected: Double = 30 * 60 / (40 * 20)
    let parts: [Double] = [1 / 30, 1 / 40, 1 / 20, 1 / 60]
    #expect(abs(trend.oddsRatio - expected) < 1e-9)
    #expect(abs(trend.error - parts.reduce(0, +).squareRoot()) < 1e-9)
  }

  @Test func `with a line for each level is that of each level where they agree`() throws {
    let groups = [(0.0, 20.0, 80.0), (1, 30, 70), (2, 25, 40)]
    let one = groups.map { Trend.Group(score: $0.0, level: 0, events: $0.1, of: $0.2) }
    let both = one + groups.map { Trend.Group(score: $0.0, level: 1, events: $0.1, of: $0.2) }
    let (single, double) = (try #require(Trend(one)), try #require(Trend(both)))
    #expect(abs(single.slope - double.slope) < 1e-9)
    #expect(abs(single.error - double.error * 2.squareRoot()) < 1e-9)
  }

  @Test(arguments: [
    [(0.0, 0.0, 10.0), (1, 0, 10)], [(0, 10, 10), (1, 10, 10)], [(1, 3, 10), (1, 4, 10)], [],
    [(0, 0, 10), (1, 10, 10)],
  ]) func `that the data do not bound is none`(groups: [(Double, Double, Double)]) {
    #expect(Trend(groups.map { .init(score: $0.0, events: $0.1, of: $0.2) }) == nil)
  }

  @Test func `that turns round within levels is confounded`() throws {
    // Far patients come to the clinic with fewer no-shows; within each clinic no-shows rise with distance.
    var rows: [(band: String, level: String, events: Int, total: Int)] = []
    for (index, band) in ["near", "middle", "far"].enumerated() {
      rows.append((band, "city", [60, 33, 7][index] * 4, [100, 50, 10][index] * 4))
      rows.append((band, "country", [1, 8, 25][index] * 4, [10, 50, 100][index] * 4))
    }
    let association = try #require(Association(cross(rows, scores: ["near": 2, "middle": 10, "far": 30])))
    #expect(association.reference == "near" && association.trend != nil)
    #expect(association.trendReverses && association.isConfounded)
  }
}

@Suite struct `A table of cases` {
  @Test func `with a group worse overall and better in every level is reported as confounded`() throws {
    var text = "treatment,size,success,MRN\n"
    var number = 80_012_345
    for cell in stones.cells {
      for case_ in 0..<cell.total {
        text += "\(cell.band),\(cell.level),\(case_ < cell.events ? "yes" : "no"),\(number)\n"
        number += 7
      }
    }
    let read = CrossImport(
      try Table(text: text, name: "stones.csv"),
      columns: .init(outcome: "success", factor: "treatment", second: "size"))
    #expect(read.suspects.map(\.header) == ["MRN"] && read.used == 700)
    let counts = try #require(read.counts)
    #expect(Set(counts.cells) == Set(stones.cells))
    let association = try #require(Association(counts))
    #expect(association.isConfounded && Association.caution.contains("factors not recorded may still explain this"))
    for sentence in association.sentences { #expect(!sentence.lowercased().contains("cause")) }
  }

  @Test func `with a numeric factor is cut into bands that hold every case`() throws {
    var generator = SeededGenerator(seed: 3)
    var text = "distance,missed\n"
    for _ in 0..<1_000 {
      text += "\(Int.random(in: 0...80, using: &generator)),\(Int.random(in: 0...1, using: &generator))\n"
    }
    text += ",1\n"
    let table = try Table(text: text, name: "a.csv")
    let quarters = try #require(CrossImport(table, columns: .init(outcome: "missed", factor: "distance")).counts)
    #expect(quarters.bands.count == 5 && quarters.total == 1_001 && quarters.isOrdered)
    for band in quarters.bands.prefix(4) { #expect((180...320).contains(quarters.count(band.name).total)) }
    #expect(quarters.count("not recorded").total == 1)
    let told = try #require(
      CrossImport(table, columns: .init(outcome: "missed", factor: "distance", cuts: "5, 20")).counts)
    #expect(told.bands.map(\.name) == ["below 5", "5 to below 20", "20 and more", "not recorded"])
    let scores = told.bands.compactMap(\.score)
    #expect(scores == scores.sorted() && scores.count == 3)
  }

  @Test func `with bands in words keeps their order and their names`() throws {
    let text = "band,missed,n\n20+ miles,1,30\n0-5 miles,0,70\n5-20 miles,1,40\n"
    let counts = try #require(
      CrossImport(
        try Table(text: text, name: "a.csv"), columns: .init(outcome: "missed", factor: "band", weight: "n")
      ).counts)
    #expect(counts.bands.map(\.name) == ["0-5 miles", "5-20 miles", "20+ miles"] && counts.total == 140)
    #expect(counts.isOrdered)
  }
}

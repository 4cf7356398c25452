import Improvement
import ProcessControl
import Statistics
import Testing

private let share = ProjectMeasure(
  project: ProjectID(rawValue: "p"), name: "Late", role: .outcome, kind: .proportion, denominator: "discharges")

private func monday(_ week: Int) -> Day { Day(number: 20_822).adding(7 * week) }

@Suite struct `Groups of a measure` {
  @Test func `hold those in no group as not recorded, so that nobody is lost`() {
    let counts = [
      PeriodCount(monday(0), 10, of: 40), PeriodCount(monday(0), 4, of: 20, strata: ["language": "English"]),
      PeriodCount(monday(0), 3, of: 10, strata: ["language": "Spanish"]),
      PeriodCount(monday(0), 6, strata: [PeriodCount.reason: "ride"]),
    ]
    #expect(share.divisions(of: counts) == ["language"])
    let parts = share.parts(of: counts, by: "language")
    #expect(parts["not recorded"] == [PeriodCount(monday(0), 3, of: 10, strata: ["language": "not recorded"])])
    let pooled = share.pooled(parts)
    #expect(pooled.map(\.group) == ["English", "Spanish", "not recorded"])
    #expect(pooled.reduce(0) { $0 + $1.events } == 10 && pooled.reduce(0) { $0 + $1.denominator } == 40)
  }
}

@Suite struct `The change of a gap` {
  private func change(_ before: (Int, Int), _ after: (Int, Int)) throws -> GapChange {
    let all = try GapChange.all(
      before: [.init("base", before.0, of: 1_000), .init("group", before.1, of: 900)],
      after: [.init("base", after.0, of: 1_000), .init("group", after.1, of: 900)], scale: .proportion)
    return try #require(all.first)
  }

  @Test func `is narrowed, widened, or cannot be told`() throws {
    #expect(try change((200, 360), (200, 200)).verdict == .narrowed)
    #expect(try change((200, 200), (200, 360)).verdict == .widened)
    #expect(try change((200, 270), (190, 250)).verdict == .cannotTell)
    // The other way up it is the same.
    #expect(try change((400, 180), (400, 340)).verdict == .narrowed)
    #expect(try change((400, 340), (400, 180)).verdict == .widened)
  }

  @Test func `of a gap that turns round is that of its size`() throws {
    let turned = try change((200, 360), (400, 180))
    #expect(turned.before > 0 && turned.after < 0 && abs(turned.change) < 1e-9)
    #expect(turned.verdict == .cannotTell)
    #expect(try change((200, 360), (200, 170)).verdict == .narrowed)
    #expect(try change((200, 200), (400, 180)).verdict == .widened)
  }

  @Test func `has the square root of the sum of squares as the width of its interval`() throws {
    let seen = try change((200, 360), (150, 200))
    // With equal sizes the halves are nearly those of two independent differences.
    let half = (seen.interval.high - seen.interval.low) / 2
    func variance(_ x: Double, _ n: Double) -> Double { x / n * (1 - x / n) / n }
    let plain =
      1.96 * (variance(200, 1_000) + variance(360, 900) + variance(150, 1_000) + variance(200, 900)).squareRoot()
    #expect(abs(half - plain) < 0.01 * plain)
    #expect(seen.statement(scale: .proportion).contains("percentage points"))
  }

  @Test func `says when the better group got worse`() throws {
    let words = try change((100, 360), (300, 360)).statement(scale: .proportion)
    #expect(words.contains("narrowed") && words.contains("base went from 10 to 30"))
  }

  // MARK: A second way

  /// Draws of a binomial by its own distribution function.
  private struct Draws {
    private let cumulated: [Double]

    init(_ events: Int, of cases: Int) {
      let law = Binomial(trials: cases, probability: Double(events) / Double(cases))
      var sum = 0.0
      cumulated = (0...cases).map { count in
        sum += law.mass(count)
        return sum
      }
    }

    func next(_ generator: inout SeededGenerator) -> Int {
      let mark = Double.random(in: 0..<1, using: &generator)
      var (low, high) = (0, cumulated.count - 1)
      while low < high {
        let middle = (low + high) / 2
        if cumulated[middle] > mark { high = middle } else { low = middle + 1 }
      }
      return low
    }
  }

  /// The middle 95% of the change of the gap's size, over so many samples like the one seen.
  private func bootstrap(_ before: (Int, Int), _ after: (Int, Int), seed: UInt64) -> (low: Double, high: Double) {
    var generator = SeededGenerator(seed: seed)
    let laws = [
      (Draws(before.0, of: 1_000), 1_000.0), (Draws(before.1, of: 900), 900), (Draws(after.0, of: 1_000), 1_000),
      (Draws(after.1, of: 900), 900),
    ]
    func sign(_ counts: (Int, Int)) -> Double { Double(counts.1) / 900 < Double(counts.0) / 1_000 ? -1 : 1 }
    let changes = (0..<4_000).map { _ -> Double in
      let shares = laws.map { Double($0.0.next(&generator)) / $0.1 }
      return sign(after) * (shares[3] - shares[2]) - sign(before) * (shares[1] - shares[0])
    }.sorted()
    return (changes[100], changes[3_899])
  }

  @Test(arguments: [
    ((200, 360), (200, 200)), ((200, 200), (200, 360)), ((200, 270), (190, 250)), ((400, 180), (400, 340)),
    ((30, 90), (30, 40)), ((30, 90), (28, 84)), ((500, 300), (480, 420)), ((10, 45), (12, 20)),
    ((200, 360), (400, 180)),
  ])
  func `is told as a bootstrap tells it`(before: (Int, Int), after: (Int, Int)) throws {
    let seen = try change(before, after)
    let drawn = bootstrap(before, after, seed: 11)
    let width = drawn.high - drawn.low
    // Intervals of two makes: their ends lie within a twelfth of their width.
    #expect(abs(seen.interval.low - drawn.low) < width / 12, "\(seen.interval), \(drawn)")
    #expect(abs(seen.interval.high - drawn.high) < width / 12, "\(seen.interval), \(drawn)")
    let verdict: GapChange.Verdict = drawn.high < 0 ? .narrowed : drawn.low > 0 ? .widened : .cannotTell
    #expect(seen.verdict == verdict)
  }

  /// Where nothing changed, at most one gap in twenty is said to have; small groups and rare events included.
  @Test(arguments: [(400, 300, 0.2, 0.35), (1_000, 60, 0.1, 0.3), (300, 300, 0.5, 0.5), (200, 40, 0.05, 0.1)])
  func `is not told of a gap that stayed, but by chance`(large: Int, small: Int, base: Double, other: Double) throws {
    var generator = SeededGenerator(seed: 21)
    let (first, second) = (
      Draws(Int(base * Double(large)), of: large), Draws(Int((other * Double(small)).rounded()), of: small)
    )
    var told = 0
    for _ in 0..<1_500 {
      func counts() -> [GroupComparison.Count] {
        [
          .init("base", first.next(&generator), of: Double(large)),
          .init("group", second.next(&generator), of: Double(small)),
        ]
      }
      let changes = try GapChange.all(before: counts(), after: counts(), scale: .proportion, reference: "base")
      if changes.first?.verdict != .cannotTell { told += 1 }
    }
    // 75 are expected at 5%; its standard error is 8.4.
    #expect(told <= 100, "\(told) of 1,500")
  }
}

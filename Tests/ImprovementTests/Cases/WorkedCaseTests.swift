import Foundation
import Improvement
import ProcessControl
import Statistics
import Tables
import Testing

private let today = Day(number: 20_700)

@Suite struct `The worked case of a checklist` {
  private let made = ProcedureChecklistCase.made

  @Test func `earns its sentence by the rule that was declared before the change`() throws {
    let declaration = try #require(made.declaration)
    #expect(!declaration.isLate)
    let claim = try #require(made.claim(on: today))
    #expect(claim.isEarned)
    #expect(!claim.isBaselineChanged)
    #expect(!claim.isBaselineUnsettled)
    // A week into the change nothing could be said.
    #expect(made.claim(on: declaration.begins.adding(7))?.verdict == .tooEarly)
  }

  @Test func `has every kind of measure and charts that can be drawn`() throws {
    #expect(MeasureFamily.missing(among: made.measures.map(\.measure)).isEmpty)
    for counted in made.measures {
      #expect(throws: Never.self) { try counted.measure.chart(of: counted.counts, marks: counted.marks) }
    }
  }

  @Test func `was tried small first, with predictions locked before Do, each cycle following the one before`() {
    #expect(made.cycles.count == 5)
    #expect(made.cycles.first?.cycle.scale?.isSmall == true)
    for (index, tried) in made.cycles.enumerated() {
      #expect(tried.cycle.predictedBefore == true)
      #expect(tried.cycle.step == .closed)
      #expect(tried.cycle.follows == (index == 0 ? nil : made.cycles[index - 1].id))
    }
  }
}

@Suite struct `The worked case of video visits` {
  private let made = TelehealthCase.made

  @Test func `earns no claim, and says so when its window is over`() throws {
    let declaration = try #require(made.declaration)
    #expect(!declaration.isLate)
    let claim = try #require(made.claim(on: today))
    #expect(claim.verdict == .notEarned)
    #expect(claim.sentence == nil)
    #expect(!claim.isBaselineUnsettled)
    // The averages alone would have tempted.
    let (before, after) = (try #require(claim.before), try #require(claim.after))
    #expect(after.value < before.value)
  }

  @Test func `has no-shows that grow with distance, also within each kind of portal`() throws {
    let association = try #require(Association(TelehealthCase.byDistance))
    let (trend, within) = (try #require(association.trend), try #require(association.trendWithin))
    #expect(trend.slope > 0 && !trend.interval().contains(1))
    #expect(within.slope > 0 && !within.interval().contains(1))
    #expect(!association.isConfounded)
    let bands = TelehealthCase.byDistance
    for portal in bands.levels {
      let shares = bands.bands.map { band in
        let count = bands.count(band.name, level: portal)
        return Double(count.events) / Double(count.total)
      }
      #expect(try #require(shares.first) < #require(shares.last))
    }
  }

  @Test func `gives the same counts by import of its file`() throws {
    let table = try Table(text: TelehealthCase.csv, name: "telehealth-no-shows.csv")
    let outcome = try #require(made.aimed)
    let read = CountImport(
      table, for: outcome.measure,
      told: ToldColumns(day: "date", numerator: "no show", groups: ["distance", "portal"]))
    #expect(read.rows == 2_000)
    #expect(read.suspects.isEmpty)
    #expect(Set(read.counts) == Set(outcome.counts))
    let crossed = CrossImport(table, columns: .init(outcome: "no show", factor: "distance", second: "portal"))
    let counts = try #require(crossed.counts)
    #expect(counts.bands == TelehealthCase.byDistance.bands)
    #expect(Set(counts.cells) == Set(TelehealthCase.byDistance.cells))
  }

  @Test func `is shipped as that file`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
    let shipped = try String(
      contentsOf: root.appending(path: "docs/examples/telehealth-no-shows.csv"), encoding: .utf8)
    #expect(shipped == TelehealthCase.csv)
  }
}

@Suite struct `Every worked case` {
  @Test(arguments: WorkedCase.all.indices)
  func `says that it is invented, holds a contrary card with its year`(
    index: Int
  ) {
    let made = WorkedCase.all[index]
    #expect(made.project.title.contains("invented data"))
    #expect(made.measures.allSatisfy { $0.measure.definition.contains("Invented data") })
    #expect(made.evidence.contains { $0.stance == .opposes })
    #expect(made.evidence.allSatisfy { $0.year != nil && !$0.source.isEmpty && !$0.setting.isEmpty })
    #expect(made.screening.verdict == .likelyImprovement)
    #expect(!made.lessons.isEmpty)
    let days = made.measures.flatMap(\.counts).map(\.day)
    #expect(days.allSatisfy { $0 < Day(number: 20_700) })
  }
}

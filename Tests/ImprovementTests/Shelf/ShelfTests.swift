import Improvement
import Statistics
import Testing

@Suite struct `The starter shelf` {
  @Test(arguments: Starter.all.map(\.id))
  func `has a whole family of measures in every starter`(id: String) throws {
    let starter = try #require(Starter.named(id))
    let measures = starter.measures(for: ProjectID(rawValue: "p"))
    #expect(Set(measures.map(\.role)) == Set(ProjectMeasure.Role.allCases))
    #expect(measures.first?.role == .outcome && measures.first?.better != nil)
    for measure in measures {
      #expect(measure.project.rawValue == "p")
      #expect(!measure.numerator.isEmpty && !measure.definition.isEmpty)
      #expect(measure.denominator.isEmpty != measure.kind.hasDenominator)
    }
  }

  @Test func `has no two of the same name`() {
    #expect(Set(Starter.all.map(\.id)).count == Starter.all.count)
    #expect(Starter.all.count == 6)
  }
}

@Suite struct `Charts to read` {
  @Test(arguments: [0, 0.02, 0.1, 0.3, 0.5, 0.9, 1], [0.02, 0.05, 0.1, 0.2])
  func `are enough, and one fewer is not`(expected: Double, halfWidth: Double) throws {
    let count = ChartCount(expected: expected, halfWidth: halfWidth)
    #expect(count.interval.width <= 2 * halfWidth)
    if count.charts > 1 {
      let fewer = count.charts - 1
      let events = Int((expected * Double(fewer)).rounded())
      #expect(try Proportion(events, of: fewer).wilson().width > 2 * halfWidth)
    }
  }

  /// For a half-width w near p = 0.5 the normal formula 1.96^2 p (1 - p) / w^2 is close (96 at 10 points).
  @Test func `agree with the usual formula in the middle`() {
    #expect(abs(ChartCount(expected: 0.5, halfWidth: 0.1).charts - 96) <= 5)
    #expect(abs(ChartCount(expected: 0.5, halfWidth: 0.05).charts - 384) <= 6)
  }
}

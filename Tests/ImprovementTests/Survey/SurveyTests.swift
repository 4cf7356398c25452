import Improvement
import Statistics
import Testing

@Suite struct `The difference of two means` {
  @Test func `is the published one for the extra sleep of ten patients`() throws {
    // Student's sleep data (Biometrika 6, 1908); R's t.test(extra ~ group) gives -3.3654832 to 0.2054832.
    let one = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]
    let two = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
    func scores(_ values: [Double]) -> Scores { Scores(Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +)) }
    let difference = try #require(MeanDifference(from: scores(two), to: scores(one)))
    let interval = try #require(difference.interval)
    #expect(abs(difference.estimate + 1.58) < 1e-12)
    #expect(abs(interval.low + 3.3654832) < 1e-6 && abs(interval.high - 0.2054832) < 1e-6)
  }

  @Test func `is unmoved by shifting both, and turned by exchanging them`() throws {
    let before = Scores([1: 3, 2: 5, 4: 2])
    let after = Scores([2: 4, 3: 6, 5: 1])
    let plain = try #require(MeanDifference(from: before, to: after))
    func shifted(_ scores: Scores) -> Scores {
      Scores(Dictionary(uniqueKeysWithValues: scores.counts.map { ($0.key + 7, $0.value) }))
    }
    let moved = try #require(MeanDifference(from: shifted(before), to: shifted(after)))
    #expect(abs(plain.estimate - moved.estimate) < 1e-12)
    let turned = try #require(MeanDifference(from: after, to: before))
    let (a, b) = (try #require(plain.interval), try #require(turned.interval))
    #expect(abs(a.low + b.high) < 1e-12 && abs(a.high + b.low) < 1e-12)
    #expect(MeanDifference(from: Scores([3: 6]), to: Scores([4: 6]))?.interval == nil)
    #expect(MeanDifference(from: Scores([:]), to: after) == nil)
  }
}

@Suite struct `A short survey` {
  private func survey() -> Survey {
    Survey(project: ProjectID(rawValue: "p"), title: "Confidence", questions: ["I can do it"])
  }

  @Test func `has one round open at a time, and keeps a shown one closed`() {
    var survey = survey()
    #expect(survey.isDraft && survey.mayOpen(.before, answers: 0))
    survey.set(.before, .open)
    #expect(survey.open == .before && !survey.mayOpen(.after, answers: 0) && !survey.isDraft)
    survey.set(.before, .closed)
    #expect(survey.mayOpen(.before, answers: 4) && !survey.mayOpen(.before, answers: 5))
    #expect(survey.mayOpen(.after, answers: 0))
    survey.questions = []
    #expect(!survey.mayOpen(.after, answers: 0))
  }

  @Test func `says too few below five, otherwise both means with n and interval`() {
    var totals = SurveyTotals()
    totals.set(.before, question: 0, level: 2, to: 4)
    totals.set(.before, question: 0, level: 0, to: 3)
    #expect(totals.answers(.before) == 7)
    #expect(totals.statement(of: 0) == "Too few answered before (4; at least 5 are needed).")
    totals.set(.before, question: 0, level: 3, to: 4)
    #expect(totals.statement(of: 0) == "Too few answered after (0; at least 5 are needed).")
    totals.set(.after, question: 0, level: 4, to: 4)
    totals.set(.after, question: 0, level: 5, to: 4)
    // Means 2.5 and 4.5; variances 2/7 each, 14 degrees, t 2.145: half 0.573.
    #expect(
      totals.statement(of: 0)
        == "Mean 2.5 before (n = 8), 4.5 after (n = 8); difference +2.0 (95% CI +1.4 to +2.6).")
    totals.set(.after, question: 0, level: 5, to: 0)
    totals.set(.after, question: 0, level: 4, to: 8)
    totals.set(.before, question: 0, level: 3, to: 0)
    totals.set(.before, question: 0, level: 2, to: 8)
    #expect(totals.statement(of: 0).contains("no interval can be given"))
  }
}

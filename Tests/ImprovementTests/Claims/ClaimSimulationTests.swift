import Improvement
import ProcessControl
import Statistics
import Testing

@Suite struct `A thousand simulated projects` {
  @Test(arguments: [(12, 26), (24, 12), (24, 26), (24, 52)])
  func `of noise, looked at every week, earn a claim in at most 5 of 100`(baseline: Int, window: Int) throws {
    var generator = SeededGenerator(seed: 20_270_301, stream: UInt64(baseline * 100 + window))
    var example = ClaimCase()
    example.baselineWeeks = baseline
    example.window = window
    let rule = ClaimRule(baseline: baseline, window: window, level: Declaration.level)
    var earned = 0
    for _ in 0..<1_000 {
      let counts = example.counts(baseline + window, using: &generator) { _ in 0.3 }
      // A center on the wrong side of the target cannot be declared; then nothing is claimed.
      if try example.firstEarned(counts, rule: rule) != nil { earned += 1 }
    }
    #expect(earned <= 50, "\(earned) of 1,000; the rule says \(rule?.falseAlarm ?? 1)")
    #expect(earned > 5, "a rule that never alarms was not simulated")
  }

  @Test func `that fall from 30% to 21% at 200 a week earn it within 12 weeks in at least 95 of 100`() throws {
    var generator = SeededGenerator(seed: 20_270_302)
    var example = ClaimCase()
    example.window = 12
    let rule = ClaimRule(baseline: 24, window: 12, level: Declaration.level)
    var earned = 0
    for _ in 0..<1_000 {
      let counts = example.counts(36, using: &generator) { $0 < 24 ? 0.3 : 0.21 }
      if try example.firstEarned(counts, rule: rule) != nil { earned += 1 }
    }
    #expect(earned >= 950, "\(earned) of 1,000")
  }
}

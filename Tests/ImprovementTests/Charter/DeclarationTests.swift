import Foundation
import Improvement
import ProcessControl
import Testing

@Suite struct `A declaration` {
  private let example = ClaimCase(baselineWeeks: 12, window: 12)
  private let counts = (0..<12).map { PeriodCount(ClaimCase.week($0), 60 + Double($0 % 3), of: 200) }

  private func problems(_ change: (inout Aim) -> Void) -> [DeclarationRefusal.Problem] {
    var aim = example.aim
    change(&aim)
    do {
      _ = try Declaration(aim, of: example.measure, counts: counts, at: Moment(startOf: ClaimCase.week(12)))
      return []
    } catch {
      return error.problems
    }
  }

  @Test func `names all that is missing at once`() {
    let all = problems { $0 = Aim(project: ClaimCase.project) }
    #expect(all == [.noMeasure, .noTarget, .noDate, .noBeginning, .noBaseline, .noWindow])
    #expect(all.allSatisfy { $0.words.hasSuffix(".") })
  }

  @Test func `refuses what could never be shown or is no aim`() {
    #expect(problems { _ in }.isEmpty)
    #expect(problems { $0.target = 0.5 } == [.targetNotBetter(median: 0.305)])
    #expect(problems { $0.by = $0.begins } == [.dateBeforeChange])
    #expect(problems { $0.baselineThrough = ClaimCase.week(14) } == [.baselineNotBefore])
    #expect(problems { $0.baselineFrom = ClaimCase.week(8) } == [.baselineTooShort(points: 4, needed: 8)])
    let least = Declaration.leastWindow(baseline: 12)
    #expect(problems { $0.window = least }.isEmpty)
    #expect(problems { $0.window = least - 1 } == [.windowTooShort(least: least)])
    #expect(problems { $0.window = -1 } == [.windowTooShort(least: least)])
  }

  @Test func `refuses a change that names its cause, and a measure that says not what it counts`() throws {
    for (change, word) in [
      ("booking the ride because it works", "because"), ("Booking, so that they leave", "so that"),
      ("a list (thanks  to the nurses)", "thanks to"), ("fewer steps due to the new form", "due to"),
    ] {
      #expect(problems { $0.change = change } == [.causeNamed(word)])
    }
    // The same letters inside other words are none.
    for change in ["overdue tolls collected at noon", "a list", "discharges due by noon, so thatch is dry"] {
      #expect(problems { $0.change = change }.isEmpty, "\(change)")
    }
    var measure = example.measure
    measure.numerator = ""
    #expect(throws: DeclarationRefusal([.notDefined])) {
      _ = try Declaration(example.aim, of: measure, counts: counts, at: Moment(startOf: ClaimCase.week(12)))
    }
  }

  @Test func `keeps the rule that holds for it`() throws {
    let declaration = try example.declaration(counts)
    let rule = try #require(ClaimRule(baseline: 12, window: 12, level: Declaration.level))
    #expect(declaration.run == rule.run && declaration.falseAlarm == rule.falseAlarm)
    #expect(declaration.better == .down && declaration.baseline.points == 12 && declaration.baseline.median == 0.305)
  }
}

@Suite struct `What would settle an aim by its date` {
  private let counts = (0..<24).map { PeriodCount(ClaimCase.week($0), 60 + Double($0 % 5), of: 200) }

  @Test func `is the longest interval that is likely to`() throws {
    let example = ClaimCase()
    let settling = try #require(
      Settling(example.measure, counts: counts, aim: example.aim, from: ClaimCase.week(24)))
    #expect(settling.options.map(\.period) == [.day, .week, .month, .quarter])
    let best = try #require(settling.best)
    #expect(best.period == .month && best.chance >= 0.8)
    #expect(
      settling.statement(by: ClaimCase.week(64)).hasPrefix("If the aim is reached at once, the chance to see these "))
    // One rule is told; another one only where the declared one has little chance, and as another one.
    #expect(!settling.statement(by: ClaimCase.week(64)).contains("Another rule"))
    var short = example.aim
    short.window = settling.declared?.run
    let hard = try #require(Settling(example.measure, counts: counts, aim: short, from: ClaimCase.week(24)))
    #expect(hard.declared?.points == short.window && hard.statement(by: ClaimCase.week(64)).contains("these "))
  }

  @Test func `is no interval when the change is too small or the date too near`() throws {
    var aim = ClaimCase().aim
    aim.target = 0.3099
    let small = try #require(
      Settling(ClaimCase().measure, counts: counts, aim: aim, from: ClaimCase.week(24)))
    #expect(small.best == nil)
    #expect(small.statement(by: ClaimCase.week(64)).contains("No counting interval is likely to settle it"))
    // Each chance stands with the points that it is of.
    let even = small.statement(by: ClaimCase.week(64)).components(separatedBy: "even counting by the ").last ?? ""
    #expect(even.contains(", with all ") && even.contains(" until ") && even.contains(", the chance is "))
    aim.target = 0.21
    aim.by = ClaimCase.week(24).adding(3)
    let near = try #require(Settling(ClaimCase().measure, counts: counts, aim: aim, from: ClaimCase.week(24)))
    #expect(near.best == nil)
  }

  @Test func `never becomes less likely when the aim is further away`() throws {
    var last = Array(repeating: 0.0, count: 4)
    for target in stride(from: 0.30, through: 0.05, by: -0.01) {
      var aim = ClaimCase().aim
      aim.target = target
      let settling = try #require(
        Settling(ClaimCase().measure, counts: counts, aim: aim, from: ClaimCase.week(24)))
      for (index, option) in settling.options.enumerated() {
        #expect(option.chance >= last[index] - 1e-12)
        last[index] = option.chance
      }
    }
  }
}

import Improvement
import ProcessControl
import Statistics

/// A made-up project with weekly shares, a declared aim, and the clock moved on by the test.
struct ClaimCase {
  static let measureID = MeasureID(rawValue: "m")
  static let project = ProjectID(rawValue: "p")
  /// A Monday.
  static let monday = Day(number: 20_003)

  var baselineWeeks = 24
  var window = 26
  var size = 200
  var measure = ProjectMeasure(
    project: project, name: "Late discharges", role: .outcome, kind: .proportion,
    numerator: "discharges that left late", denominator: "discharges", better: .down)

  static func week(_ number: Int) -> Day { monday.adding(7 * number) }

  var aim: Aim {
    Aim(
      project: ClaimCase.project, measure: ClaimCase.measureID, target: 0.21, by: ClaimCase.week(baselineWeeks + 40),
      whom: "patients of the ward", change: "booking the ride at rounds", begins: ClaimCase.week(baselineWeeks),
      baselineFrom: ClaimCase.week(0), baselineThrough: ClaimCase.week(baselineWeeks).adding(-1), window: window)
  }

  /// Declared on the day on which the change begins.
  func declaration(_ counts: [PeriodCount], at week: Int? = nil) throws(DeclarationRefusal) -> Declaration {
    try Declaration(
      aim, of: measure, counts: counts, at: Moment(startOf: ClaimCase.week(week ?? baselineWeeks)))
  }

  /// Weekly counts with a share for each week, one uniform number for each by the inverse of the binomial.
  func counts(_ weeks: Int, using generator: inout SeededGenerator, share: (Int) -> Double) -> [PeriodCount] {
    var tables: [Double: [Double]] = [:]
    return (0..<weeks).map { week in
      let share = share(week)
      let table = tables[share] ?? ClaimCase.table(size, share)
      tables[share] = table
      let uniform = generator.uniform()
      let events = table.firstIndex { uniform < $0 } ?? size
      return PeriodCount(ClaimCase.week(week), Double(events), of: Double(size))
    }
  }

  private static func table(_ size: Int, _ share: Double) -> [Double] {
    let binomial = Binomial(trials: size, probability: share)
    return (0...size).map(binomial.cdf)
  }

  /// The first week after the change in which the claim is earned, looking every Monday; nil if never.
  func firstEarned(_ counts: [PeriodCount], rule: ClaimRule?) throws -> Int? {
    let declaration = try declaration(Array(counts.prefix(baselineWeeks)))
    for week in 1...(counts.count - baselineWeeks) {
      let known = Array(counts.prefix(baselineWeeks + week))
      let claim = Claim(
        declaration, of: measure, counts: known, today: ClaimCase.week(baselineWeeks + week), rule: rule)
      if claim.isEarned { return week }
    }
    return nil
  }
}

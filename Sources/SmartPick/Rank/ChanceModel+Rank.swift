internal import RealModule

extension ChanceModel {
  /// A mean over the scenarios given what has happened, and its range over the draws of the assumptions.
  ///
  /// The ends are the 5% and 95% quantiles of the draws, each draw counting for as much as what has happened makes it
  /// likely. O(scenarios).
  func chance(_ values: [Double]) -> RankChance {
    var draws: [(value: Double, mass: Double)] = []
    var (total, mass) = (0.0, 0.0)
    for draw in 0..<scenarios.draws {
      var (part, weight) = (0.0, 0.0)
      for c in draw * scenarios.strengths..<(draw + 1) * scenarios.strengths {
        part += weights[c] * values[c]
        weight += weights[c]
      }
      total += part
      mass += weight
      if weight > 0 { draws.append((part / weight, weight)) }
    }
    guard mass > 0 else { return RankChance(0, low: 0, high: 0) }
    draws.sort { ($0.value, $0.mass) < ($1.value, $1.mass) }
    func quantile(_ share: Double) -> Double {
      var below = 0.0
      for draw in draws {
        below += draw.mass
        if below >= share * mass { return draw.value }
      }
      return draws.last?.value ?? 0
    }
    return RankChance(total / mass, low: quantile(0.05), high: quantile(0.95))
  }

  /// The logarithm of the chance, by scenario, that one average application in a plan stays without an interview.
  ///
  /// The average application is the one of ``Anchor``: the group's places and signals, this applicant's own scores.
  func silence(_ plan: Int) -> [Double] {
    var logs = [Double](repeating: 0, count: scenarios.count)
    let cohort = cohorts[plan]
    for draw in 0..<scenarios.draws {
      func value(_ name: EffectName) -> Double { scenarios.effect(name, draw: draw) }
      let classes = Anchor.averageList(cohort, value)
      let all = classes.reduce(0) { $0 + $1.count }
      let open = Anchor.openShare(cohort, value)
      let taste = value(.programTasteSd)
      let shrink = 1 / (1 + .pi / 8 * taste * taste).squareRoot()
      let base =
        anchors[plan][draw].interview + value(.baselineInterviews)
        + cohort.applicantTerms.reduce(0) { $0 + $1.amount * value($1.effect) }
      let strengthSd = strength(cohort, value)
      let yearSd = value(.specialtyShiftSd)
      for c in draw * scenarios.strengths..<(draw + 1) * scenarios.strengths {
        let level = base + strengthSd * scenarios.strength[c] + yearSd * scenarios.specialtyShifts[plan][c]
        for part in classes {
          let chance = open / (1 + .exp(-shrink * (level + part.interview)))
          logs[c] += part.count / all * .log(max(1e-9, 1 - chance))
        }
      }
    }
    return logs
  }
}

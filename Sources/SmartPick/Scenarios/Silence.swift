internal import RealModule

/// What the answers so far say about those that are missing.
///
/// Nobody knows how many programs have decided. Let a share s of all have: a program that has decided invites with its
/// chance p, and tells a refusal with a chance of its own. Of those that did not invite, the share u that told a refusal
/// is known. Whoever is silent has then decided with the share a = (s - u) / (1 - u), and the chance of silence is
/// proportional to 1 - a p. Without any knowledge of pace (a density of 1/s) the first invitation leaves every a up to
/// `answer_share` equally likely: it says that not all programs refuse, and nothing about how fast the others decide. Each
/// further one weighs the pace by s again. So silence grows with the answers, never at one stroke; once the interviews are
/// over, a is 1.
struct Silence: Sendable, Equatable {
  /// Programs that invited, that refused, and that have not answered.
  let invited: Int
  let refused: Int
  let waiting: Int
  let isOver: Bool

  /// Steps of the share that are summed over.
  static let steps = 16

  init(_ statuses: [Prospect.Status], isOver: Bool) {
    var (invited, refused, waiting) = (0, 0, 0)
    for status in statuses {
      switch status {
      case .invited, .declined: invited += 1
      case .rejected: refused += 1
      case .applied: waiting += 1
      case .open, .withdrawn: break
      }
    }
    (self.invited, self.refused, self.waiting, self.isOver) = (invited, refused, waiting, isOver)
  }

  /// Whether anything has happened that speaks about the applicant.
  var isInformative: Bool { invited > 0 || refused > 0 || isOver && waiting > 0 }

  /// Adds the chance of the silence to `logs`, summed over every share, and takes from what that leaves one share for
  /// each scenario.
  ///
  /// - Parameters:
  ///   - silent: the chances of an interview of those who have not answered, by program and scenario.
  ///   - scenarios: where the chances hold.
  ///   - logs: logarithms of chances, by scenario.
  /// - Returns: the share of the silent that have decided, by scenario.
  func decided(_ silent: [[Double]], in scenarios: ScenarioSet, adding logs: inout [Double]) -> [Double] {
    let told = Double(refused) / Double(max(1, refused + waiting))
    var sums = [Double](repeating: 0, count: Self.steps)
    return (0..<scenarios.count).map { c in
      let most = scenarios.effect(.answerShare, draw: c / scenarios.strengths)
      for step in 0..<Self.steps {
        let share = most * (Double(step) + 0.5) / Double(Self.steps)
        var product = 1.0
        var sum = Double(invited - 1) * .log(told + (1 - told) * share)
        for (number, chances) in silent.enumerated() {
          product *= 1 - share * min(1 - 1e-9, chances[c])
          // One logarithm for many factors; sixteen of 1e-9 are far from the smallest number.
          if number & 15 == 15 {
            sum += .log(product)
            product = 1
          }
        }
        sums[step] = sum + .log(product)
      }
      let top = sums.max() ?? 0
      let masses = sums.map { Double.exp($0 - top) }
      let all = masses.reduce(0, +)
      logs[c] += top + .log(all / Double(Self.steps))
      // The share whose part of the mass below it is the scenario's own uniform number.
      var below = 0.0
      for (step, mass) in masses.enumerated() {
        if below + mass >= scenarios.pace[c] * all || step == Self.steps - 1 {
          let inside = mass > 0 ? min(1, max(0, (scenarios.pace[c] * all - below) / mass)) : 0.5
          return most * (Double(step) + inside) / Double(Self.steps)
        }
        below += mass
      }
      return most
    }
  }
}

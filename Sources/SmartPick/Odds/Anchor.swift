internal import RealModule
internal import Statistics

/// The two intercepts that make an average applicant, with an average list, come out at the published figures.
///
/// The average list has the group's mean number of applications, its signals, and the shares of in-state and
/// preferred-division programs that `average_in_state_share` and `average_division_share` say. The interview intercept
/// is solved so that the expected interviews equal the published mean list length; then the match intercept so that
/// the chance to match, over the unobserved strengths, equals the published rate. Both by bisection on a monotone
/// function; O(iterations × nodes²).
public struct Anchor: Sendable, Equatable {
  /// Log-odds of an interview at an average program without signal or tie.
  public var interview: Double
  /// Log-odds of being matched there if nothing better is, given an interview.
  public var match: Double

  /// - Parameters:
  ///   - cohort: whose published figures are to come out.
  ///   - count: nodes of each of the two Gauss-Hermite rules.
  ///   - value: the effects, in the scale of sums; each draw of the effects has its own anchor, so that a doubt about
  ///     a signal moves who gets the interviews and not how many there are.
  public init(_ cohort: Cohort, nodes count: Int = 11, value: (EffectName) -> Double) {
    let classes = Self.averageList(cohort, value)
    let shrink = 1 / (1 + .pi / 8 * .pow(value(.programTasteSd), 2)).squareRoot()
    let nodes = GaussHermite.nodes(count)
    let strength = value(.strengthSd)
    let carry = value(.strengthCarry)
    let day = value(.interviewDaySd)

    let open = Self.openShare(cohort, value)
    func chance(_ base: Double, _ theta: Double, _ part: ListClass) -> Double {
      open * Logistic.logistic(shrink * (base + theta + part.interview))
    }
    let target = min(cohort.interviews.value, 0.8 * open * cohort.applications.value)
    interview = bisect(-14...10) { base in
      var total = 0.0
      for (point, weight) in zip(nodes.points, nodes.weights) {
        for part in classes { total += weight * part.count * chance(base, strength * point, part) }
      }
      return total - target
    }
    let base = interview
    let rows = nodes.points.map { point in classes.map { chance(base, strength * point, $0) } }
    match = bisect(-14...10) { match in
      var unmatched = 0.0
      for (row, (point, weight)) in zip(rows, zip(nodes.points, nodes.weights)) {
        for (dayPoint, dayWeight) in zip(nodes.points, nodes.weights) {
          let level = match + carry * strength * point + day * dayPoint
          var product = 1.0
          for (part, invited) in zip(classes, row) {
            product *= .pow(1 - invited * Logistic.logistic(level + part.match), part.count)
          }
          unmatched += weight * dayWeight * product
        }
      }
      return 1 - unmatched - cohort.matchRate.value
    }
  }

  /// The share of an average list's programs that are open to the group at all.
  static func openShare(_ cohort: Cohort, _ value: (EffectName) -> Double) -> Double {
    switch cohort.type {
    case .usIMG: value(.averageOpenShareUsImg)
    case .nonUSIMG: value(.averageOpenShareNonUsImg)
    default: 1.0
    }
  }

  /// Applications of one kind: how many, and what they add to the log-odds.
  struct ListClass {
    var count: Double
    var interview: Double
    var match: Double
  }

  /// The applications of an average member of the group, by place and signal.
  static func averageList(_ cohort: Cohort, _ value: (EffectName) -> Double) -> [ListClass] {
    let count = cohort.applications.value
    let own = value(.averageInStateShare)
    let near = value(.averageDivisionShare)
    let places = [
      (own, min(value(.homeState), value(.geographyCap)), value(.homeStateMatch)), (near, value(.preferredDivision), 0),
      (max(0, 1 - own - near), 0, 0),
    ]
    var kinds: [(Double, Double, Double)] = []
    let allowance = cohort.signals
    let total = min(Double(allowance?.total ?? 0), 0.8 * count) / count
    if let allowance, allowance.isTiered {
      let gold = total * Double(allowance.gold) / Double(max(1, allowance.total))
      kinds = [
        (gold, value(.signalGold), value(.signalAfterInterview)),
        (total - gold, value(.signalSilver), value(.signalAfterInterview)),
      ]
    } else if total > 0 {
      kinds = [(total, cohort.isLargeSignal ? 0 : value(.signal), value(.signalAfterInterview))]
    }
    kinds.append((1 - total, cohort.isLargeSignal ? value(.noSignalLarge) : 0, 0))
    return places.flatMap { place in
      kinds.map { kind in
        ListClass(count: count * place.0 * kind.0, interview: place.1 + kind.1, match: place.2 + kind.2)
      }
    }.filter { $0.count > 0 }
  }
}

/// The root of an increasing function, to 1e-6 of its argument.
private func bisect(_ range: ClosedRange<Double>, _ function: (Double) -> Double) -> Double {
  var (low, high) = (range.lowerBound, range.upperBound)
  while high - low > 1e-6 {
    let middle = (low + high) / 2
    if function(middle) < 0 { low = middle } else { high = middle }
  }
  return (low + high) / 2
}

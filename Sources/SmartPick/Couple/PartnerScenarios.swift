internal import Statistics

/// Which scenario the partner is in while the first of a couple is in another.
///
/// What has happened to either gives each their own weights of the same scenarios, and each must have alone the chances
/// of a list of one's own. So the two sets of weights are joined by a coupling that keeps both exactly: both in one
/// scenario (the same year under the same assumptions) as far as both weigh it alike, else under the same draw of the
/// assumptions as far as that goes, and what is then left independently. Multiplying the weights instead would let the
/// strength of one speak about the other's, by nothing but the number of the scenario.
package struct PartnerScenarios: Sendable {
  /// What each partner's weights leave once the common part is taken, by scenario.
  private let rest: (mine: [Double], theirs: [Double])
  /// The chance that the partner is in the same scenario, and, if not, under the same draw.
  private let same: [Double]
  private let sameDraw: [Double]
  /// What the partner's weights leave beyond the common draws, by draw.
  private let otherDraws: [Double]
  /// By draw, the sum of what is left of the partner's weights.
  private let theirsByDraw: [Double]
  private let strengths: Int

  /// - Parameters:
  ///   - mine: weights of the scenarios; both sets sum to their number.
  ///   - theirs: the partner's.
  ///   - draws: of the assumptions; scenarios of one draw stand side by side.
  package init(_ mine: [Double], _ theirs: [Double], draws: Int) {
    let strengths = mine.count / draws
    self.strengths = strengths
    let common = zip(mine, theirs).map { min($0, $1) }
    let rest = (mine: zip(mine, common).map { $0 - $1 }, theirs: zip(theirs, common).map { $0 - $1 })
    func byDraw(_ values: [Double]) -> [Double] {
      (0..<draws).map { draw in values[draw * strengths..<(draw + 1) * strengths].reduce(0, +) }
    }
    let left = (mine: byDraw(rest.mine), theirs: byDraw(rest.theirs))
    self.rest = rest
    same = zip(mine, common).map { $0 > 0 ? $1 / $0 : 0 }
    sameDraw = zip(left.mine, left.theirs).map { $0 > 0 ? min($0, $1) / $0 : 0 }
    otherDraws = zip(left.mine, left.theirs).map { max(0, $1 - $0) }
    theirsByDraw = left.theirs
  }

  /// A scenario for the partner while the first is in `c`.
  func drawn(for c: Int, using generator: inout SeededGenerator) -> Int {
    if generator.uniform() < same[c] { return c }
    var draw = c / strengths
    if generator.uniform() >= sameDraw[draw] {
      // Nothing is left to go to but for what rounding leaves.
      guard let other = Self.pick(otherDraws[...], generator.uniform()) else { return c }
      draw = other
    }
    return Self.pick(rest.theirs[draw * strengths..<(draw + 1) * strengths], generator.uniform()) ?? c
  }

  /// The chance that the partner is in `e` while the first is in `c`.
  package func chance(of e: Int, for c: Int) -> Double {
    let (draw, other) = (c / strengths, e / strengths)
    let within = theirsByDraw[other] > 0 ? rest.theirs[e] / theirsByDraw[other] : 0
    let total = otherDraws.reduce(0, +)
    let away = total > 0 ? otherDraws[other] / total : 0
    return (e == c ? same[c] : 0)
      + (1 - same[c]) * within * ((draw == other ? sameDraw[draw] : 0) + (1 - sameDraw[draw]) * away)
  }

  /// An index, each as likely as its weight; nil where all weights are nothing.
  private static func pick(_ weights: ArraySlice<Double>, _ u: Double) -> Int? {
    var left = u * weights.reduce(0, +)
    var last: Int?
    for index in weights.indices where weights[index] > 0 {
      last = index
      left -= weights[index]
      if left < 0 { return index }
    }
    return last
  }
}

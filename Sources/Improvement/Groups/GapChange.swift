public import ProcessControl
public import Statistics

/// Whether the gap between a group and the reference narrowed after a change.
///
/// The gap is the difference of shares or rates; its change has an interval from those of both gaps (G. Zou and
/// A. Donner, Statistics in Medicine 27, 2008).
public struct GapChange: Sendable, Hashable {
  /// What the interval of the change allows to say.
  public enum Verdict: String, Sendable, CaseIterable {
    case narrowed
    case widened
    case cannotTell
  }

  public let group: String
  public let reference: String
  /// Group minus reference, at baseline and after.
  public let before: Double
  public let after: Double
  /// The change of the gap's size: a fall is below zero, also of a gap that turned round.
  public let change: Double
  /// Its 95% interval.
  public let interval: Interval
  public let verdict: Verdict
  /// The reference at baseline and after: a gap also narrows when the better group gets worse.
  public let referenceBefore: Double
  public let referenceAfter: Double

  /// Every group with cases at both times against the reference. O(groups)
  ///
  /// - Throws: `CountError` for impossible counts.
  public static func all(
    before: [GroupComparison.Count], after: [GroupComparison.Count], scale: GroupComparison.Scale,
    reference: String? = nil
  ) throws(CountError) -> [GapChange] {
    guard
      let base = reference.flatMap({ name in before.first { $0.group == name } })
        ?? before.max(by: { $0.denominator < $1.denominator }),
      after.contains(where: { $0.group == base.group })
    else { return [] }
    let early = try GroupComparison(before, scale: scale, reference: base.group)
    let late = try GroupComparison(after, scale: scale, reference: base.group)
    let lateByGroup = Dictionary(uniqueKeysWithValues: late.standings.map { ($0.count.group, $0) })
    guard let firstBase = early.standings.first(where: { $0.count.group == base.group }),
      let lastBase = lateByGroup[base.group]
    else { return [] }
    return early.standings.compactMap { first in
      guard let last = lateByGroup[first.count.group], let d0 = first.difference, let d1 = last.difference,
        let i0 = first.differenceInterval, let i1 = last.differenceInterval
      else { return nil }
      return GapChange(
        group: first.count.group, reference: base.group, before: (d0, i0), after: (d1, i1),
        base: (firstBase.estimate, lastBase.estimate))
    }
  }

  private init(
    group: String, reference: String, before: (Double, Interval), after: (Double, Interval), base: (Double, Double)
  ) {
    self.group = group
    self.reference = reference
    self.before = before.0
    self.after = after.0
    (referenceBefore, referenceAfter) = base
    // Seen from the side on which the gap began.
    let sign: Double = before.0 < 0 ? -1 : 1
    let turn = { (interval: Interval) in
      sign < 0 ? Interval(low: -interval.high, high: -interval.low) : interval
    }
    let (d0, i0) = (before.0 * sign, turn(before.1))
    var (d1, i1) = (after.0 * sign, turn(after.1))
    // A gap that turned round is as large as it is on the other side.
    if d1 < 0 { (d1, i1) = (-d1, Interval(low: -i1.high, high: -i1.low)) }
    let low = ((d1 - i1.low) * (d1 - i1.low) + (i0.high - d0) * (i0.high - d0)).squareRoot()
    let high = ((i1.high - d1) * (i1.high - d1) + (d0 - i0.low) * (d0 - i0.low)).squareRoot()
    change = d1 - d0
    interval = Interval(low: d1 - d0 - low, high: d1 - d0 + high)
    verdict = interval.high < 0 ? .narrowed : interval.low > 0 ? .widened : .cannotTell
  }

  /// One sentence.
  ///
  /// - Parameters:
  ///   - scale: Shares are said in percentage points.
  ///   - multiplier: What rates are given per.
  /// - Returns: The verdict with both gaps and the interval of the change.
  public func statement(scale: GroupComparison.Scale, multiplier: Double = 1) -> String {
    let factor = scale == .proportion ? 100 : multiplier
    let unit = scale == .proportion ? " percentage points" : ""
    func said(_ value: Double) -> String { Wording.number((value * factor * 10).rounded() / 10) }
    let numbers =
      "from \(said(before)) to \(said(after))\(unit) (change 95% CI \(said(interval.low)) to \(said(interval.high)))"
    switch verdict {
    case .narrowed:
      let base = "\(reference) went from \(said(referenceBefore)) to \(said(referenceAfter))"
      return "The gap between \(group) and \(reference) narrowed, \(numbers); \(base), so look whether that is why."
    case .widened: return "The gap between \(group) and \(reference) widened, \(numbers)."
    case .cannotTell:
      return "\(group) and \(reference): cannot tell whether the gap changed, \(numbers)."
    }
  }
}

/// The rules of NHS England's Making Data Count, as the public R package NHSRplotthedots applies them (0.2.2, 2025).
///
/// Per point the first of: outside the limits; part of a trend of seven; part of two of three near a limit; part of
/// seven on one side of the mean. Variation is read at the last point, assurance from the last limits.
public enum MakingDataCount {
  /// What the last point says about the process.
  public enum Variation: String, Sendable, Hashable {
    case commonCause
    /// A signal in the better direction.
    case improvement
    /// A signal in the worse direction.
    case concern
    /// A signal upward, where no direction is better.
    case high
    /// A signal downward, where no direction is better.
    case low
  }

  /// Whether the target will be met, as long as the process stays as it is.
  public enum Assurance: String, Sendable, Hashable {
    /// All points within the limits meet it.
    case pass
    /// No point within the limits meets it.
    case fail
    /// The target lies inside the limits.
    case hitAndMiss
  }

  /// The rule that marks a point.
  public struct Mark: Sendable, Hashable {
    public let rule: Signal.Rule
    public let direction: Direction
  }

  static let window = 7

  /// The mark of each point of a phase, nil for common cause.
  ///
  /// Gaps and excluded points break every pattern.
  static func marks(_ points: [ControlChart.Point], _ phase: ControlChart.Phase) -> [Mark?] {
    let range = phase.range
    func drawn(_ index: Int) -> Double { points[index].isIncluded ? points[index].drawn : .nan }
    let sides = range.map { index in
      let value = drawn(index)
      return value > points[index].line ? 1 : value < points[index].line ? -1 : 0
    }
    let steps = range.map { index in
      guard index > range.lowerBound else { return 0 }
      let change = drawn(index) - drawn(index - 1)
      return change > 0 ? 1 : change < 0 ? -1 : 0
    }
    let near = range.map { index in
      let point = points[index]
      guard point.isIncluded, !point.isBeyondLimits else { return false }
      let reach = 2.0 / 3 * ((point.drawn > point.line ? point.upper : point.lower) - point.line)
      return reach != 0 && abs(point.drawn - point.line) > abs(reach)
    }
    var marks = [Mark?](repeating: nil, count: range.count)
    func direction(_ sign: Int) -> Direction { sign > 0 ? .up : .down }
    // Later rules overwrite earlier ones: the last written has priority.
    for last in stride(from: window - 1, to: range.count, by: 1) {
      let side = sides[last]
      if side != 0, (last - window + 1...last).allSatisfy({ sides[$0] == side }) {
        for index in last - window + 1...last { marks[index] = Mark(rule: .sevenOnOneSide, direction: direction(side)) }
      }
    }
    for last in stride(from: 2, to: range.count, by: 1) {
      let side = sides[last]
      guard side != 0, (last - 2...last).allSatisfy({ sides[$0] == side }) else { continue }
      let close = (last - 2...last).filter { near[$0] }
      if close.count >= 2 {
        for index in close { marks[index] = Mark(rule: .twoOfThree, direction: direction(side)) }
      }
    }
    for last in stride(from: window - 1, to: range.count, by: 1) {
      let step = steps[last]
      if step != 0, (last - window + 2...last).allSatisfy({ steps[$0] == step }) {
        for index in last - window + 1...last { marks[index] = Mark(rule: .trend, direction: direction(step)) }
      }
    }
    for index in range where points[index].isBeyondLimits && points[index].isIncluded {
      let isHigh = points[index].drawn > points[index].upper
      marks[index - range.lowerBound] = Mark(rule: .beyondLimits, direction: isHigh ? .up : .down)
    }
    return marks
  }

  /// Neighboring points with the same mark make one signal.
  static func signals(
    _ points: [ControlChart.Point], _ phase: ControlChart.Phase, _ number: Int
  ) -> [Signal] {
    var found: [Signal] = []
    let marks = marks(points, phase)
    var first = 0
    while first < marks.count {
      guard let mark = marks[first] else {
        first += 1
        continue
      }
      var end = first + 1
      let reach = mark.rule == .twoOfThree ? 2 : 1
      var indices = [first]
      while end < marks.count, end - (indices.last ?? first) <= reach {
        if marks[end] == mark { indices.append(end) } else if mark.rule != .twoOfThree { break }
        end += 1
      }
      let last = indices[indices.count - 1]
      found.append(
        Signal(
          rule: mark.rule, phase: number, points: indices.map { $0 + phase.range.lowerBound },
          direction: mark.direction))
      // A point between two marks of "two of three" may carry a mark of its own; it is visited again.
      for index in first...last where marks[index] != nil && marks[index] != mark {
        found.append(
          Signal(
            rule: marks[index]?.rule ?? .beyondLimits, phase: number, points: [index + phase.range.lowerBound],
            direction: marks[index]?.direction))
      }
      first = last + 1
    }
    return found
  }

  static func variation(_ mark: Mark?, better: Direction?) -> Variation {
    guard let mark else { return .commonCause }
    guard let better else { return mark.direction == .up ? .high : .low }
    return mark.direction == better ? .improvement : .concern
  }
}

extension ControlChart {
  /// The Making Data Count rule that marks each point, whichever rules were asked for; nil for common cause.
  ///
  /// The limits are those of this chart: ask for ``RuleSet/makingDataCount`` to get that method's rounding.
  public var makingDataCountMarks: [MakingDataCount.Mark?] {
    phases.flatMap { MakingDataCount.marks(points, $0) }
  }

  /// What each point says, by the Making Data Count rules.
  public var pointVariation: [MakingDataCount.Variation] {
    makingDataCountMarks.map { MakingDataCount.variation($0, better: request.better) }
  }

  /// What the last point says, by the Making Data Count rules; nil without points.
  public var variation: MakingDataCount.Variation? { pointVariation.last }

  /// Whether the target will be met if nothing changes; nil without target, direction or limits.
  ///
  /// A process without any variation has limits on its line, so it passes or fails; only a target exactly on that
  /// line is met by every point, and passes.
  public var assurance: MakingDataCount.Assurance? {
    guard let target = request.target, let better = request.better, let last = points.last, !last.upper.isNaN,
      !last.lower.isNaN
    else { return nil }
    if last.lower == last.upper, target == last.upper { return .pass }
    let isAbove = target > last.upper
    let isBelow = target < last.lower
    guard isAbove || isBelow else { return .hitAndMiss }
    return isAbove == (better == .down) ? .pass : .fail
  }
}

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
  static func marks(_ points: [ControlChart.Point], _ phase: ControlChart.Phase) -> [Mark?] {
    var marks = [Mark?](repeating: nil, count: phase.range.count)
    // Later patterns overwrite earlier ones: the last written has priority.
    for pattern in patterns(points, phase) {
      for index in pattern.indices { marks[index - phase.range.lowerBound] = pattern.mark }
    }
    return marks
  }

  /// Each pattern is a signal, named with all its points even where another rule marks some of them.
  static func signals(
    _ points: [ControlChart.Point], _ phase: ControlChart.Phase, _ number: Int
  ) -> [Signal] {
    patterns(points, phase).map {
      Signal(rule: $0.mark.rule, phase: number, points: $0.indices, direction: $0.mark.direction)
    }
  }

  private typealias Pattern = (mark: Mark, indices: [Int])

  /// The patterns of a phase, from the least priority to the highest.
  ///
  /// Gaps and excluded points break every pattern.
  private static func patterns(_ points: [ControlChart.Point], _ phase: ControlChart.Phase) -> [Pattern] {
    let range = phase.range
    func drawn(_ index: Int) -> Double { points[index].isIncluded ? points[index].drawn : .nan }
    func sign(_ x: Double) -> Int { x > 0 ? 1 : x < 0 ? -1 : 0 }
    let sides = range.map { sign(drawn($0) - points[$0].line) }
    let steps = range.dropFirst().map { sign(drawn($0) - drawn($0 - 1)) }
    var found = stretches(sides, atLeast: window).map { stretch -> Pattern in
      (Mark(rule: .sevenOnOneSide, direction: stretch.direction), stretch.range.map { $0 + range.lowerBound })
    }
    found += nearLimits(points, range, sides)
    found += stretches(steps, atLeast: window - 1).map { stretch in
      // A trend of six steps has seven points.
      let indices = stretch.range.map { $0 + range.lowerBound } + [stretch.range.upperBound + range.lowerBound]
      return (Mark(rule: .trend, direction: stretch.direction), indices)
    }
    for index in range where points[index].isBeyondLimits && points[index].isIncluded {
      let isHigh = points[index].drawn > points[index].upper
      found.append((Mark(rule: .beyondLimits, direction: isHigh ? .up : .down), [index]))
    }
    return found
  }

  /// The longest stretches of one sign, other than zero.
  private static func stretches(
    _ signs: [Int], atLeast length: Int
  ) -> [(range: Range<Int>, direction: Direction)] {
    var found: [(range: Range<Int>, direction: Direction)] = []
    var first = 0
    while first < signs.count {
      var end = first + 1
      while end < signs.count, signs[end] == signs[first] { end += 1 }
      if signs[first] != 0, end - first >= length { found.append((first..<end, signs[first] > 0 ? .up : .down)) }
      first = end
    }
    return found
  }

  /// Two of three points on one side and near its limit; windows that share a point are one pattern.
  private static func nearLimits(
    _ points: [ControlChart.Point], _ range: Range<Int>, _ sides: [Int]
  ) -> [Pattern] {
    func isNear(_ index: Int) -> Bool {
      let point = points[index]
      guard point.isIncluded, !point.isBeyondLimits else { return false }
      let reach = 2.0 / 3 * ((point.drawn > point.line ? point.upper : point.lower) - point.line)
      return reach != 0 && abs(point.drawn - point.line) > abs(reach)
    }
    var found: [Pattern] = []
    for last in range.dropFirst(2) {
      let side = sides[last - range.lowerBound]
      guard side != 0, (last - 2...last).allSatisfy({ sides[$0 - range.lowerBound] == side }) else { continue }
      let close = (last - 2...last).filter(isNear)
      guard close.count >= 2 else { continue }
      let mark = Mark(rule: .twoOfThree, direction: side > 0 ? .up : .down)
      if let before = found.last, before.mark == mark, before.indices.contains(where: close.contains) {
        found[found.count - 1].indices += close.filter { !before.indices.contains($0) }
      } else {
        found.append((mark, close))
      }
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

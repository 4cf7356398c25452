public import ProcessControl

/// What a project has to show, gathered from its parts: the only thing that its stage is computed from.
public struct ProjectEvidence: Sendable, Hashable {
  /// Periods or events counted, of all measures.
  public var points: Int
  public var aimIsMeasurable: Bool
  /// Points with a value in the aim's measure before the change.
  public var baselinePoints: Int
  public var roles: Set<ProjectMeasure.Role>
  public var isDeclared: Bool
  public var cycles: [Cycle]
  /// The names of cycles that others follow from.
  public var followed: Int
  /// The last months in a row that each hold a point of the aim's outcome, up to now.
  public var monthsInARow: Int
  /// Whether the declared window has given its answer: earned, or over without.
  public var isAnswered: Bool
  public var hasSuccessor: Bool

  public init(
    points: Int = 0, aimIsMeasurable: Bool = false, baselinePoints: Int = 0,
    roles: Set<ProjectMeasure.Role> = [], isDeclared: Bool = false, cycles: [Cycle] = [], followed: Int = 0,
    monthsInARow: Int = 0, isAnswered: Bool = false, hasSuccessor: Bool = false
  ) {
    self.points = points
    self.aimIsMeasurable = aimIsMeasurable
    self.baselinePoints = baselinePoints
    self.roles = roles
    self.isDeclared = isDeclared
    self.cycles = cycles
    self.followed = followed
    self.monthsInARow = monthsInARow
    self.isAnswered = isAnswered
    self.hasSuccessor = hasSuccessor
  }

  /// Points that a baseline needs.
  public static let baseline = 12
  /// Months in a row that make data over time.
  public static let months = 3

  /// The evidence that is there; every field that grows can only add to it.
  public var gates: Set<Gate> {
    var gates: Set<Gate> = []
    func pass(_ gate: Gate, _ isMet: Bool) { if isMet { gates.insert(gate) } }
    pass(.problemCounted, points > 0)
    pass(.aimMeasurable, aimIsMeasurable)
    pass(.baselineEnough, baselinePoints >= ProjectEvidence.baseline)
    pass(.measuresOfThreeKinds, roles.count == ProjectMeasure.Role.allCases.count)
    pass(.aimDeclared, isDeclared)
    pass(.smallScaleFirst, cycles.contains { $0.doing != nil && $0.scale?.isSmall == true })
    pass(.predictionLocked, cycles.contains { $0.predictedBefore == true })
    pass(.studied, cycles.contains { $0.study != nil })
    pass(.nextLinked, followed > 0)
    pass(.dataOverTime, monthsInARow >= ProjectEvidence.months)
    pass(.answered, isAnswered)
    pass(.successor, hasSuccessor)
    return gates
  }

  /// The stage.
  public var stage: ProjectStage { ProjectStage.reached(by: gates) }

  /// The first piece of evidence missing on the way to the next stage; nil at the last.
  public var missing: Gate? {
    let gates = gates
    return ProjectStage.allCases.lazy.flatMap(\.needs).first { !gates.contains($0) }
  }

  /// The months in a row, up to a day, of which each holds a count.
  ///
  /// Counts of a longer period speak for all its months. The last period that has ended may still be on its way; when
  /// more is missing, the row has ended and counts nothing.
  /// - Parameters:
  ///   - days: The days of the counts.
  ///   - period: What each count stands for.
  ///   - today: The day looked on; nil takes the last of the days.
  /// - Returns: How many months, 0 when the last ones lie empty.
  public static func monthsInARow(_ days: [Day], of period: Period = .day, until today: Day? = nil) -> Int {
    let month = Period.month
    guard let today = today ?? days.max() else { return 0 }
    var months: Set<Int> = []
    for day in days where day <= today {
      let index = period.index(of: day)
      let isLong = period == .quarter || period == .year
      let first = isLong ? period.start(ofIndex: index) : day
      let last = isLong ? min(period.start(ofIndex: index + 1).adding(-1), today) : day
      months.formUnion(month.index(of: first)...month.index(of: last))
    }
    let late = period.start(ofIndex: period.index(of: today) - 1).adding(-1)
    guard let last = months.max(), last >= month.index(of: late) else { return 0 }
    var length = 1
    while months.contains(last - length) { length += 1 }
    return length
  }

  /// The months in a row, up to a day, over which rare events were watched.
  ///
  /// An event speaks for every month since the one before: a month without one is no month without data. After the last
  /// event silence is told from not counting only by other counts of the project that still come in. Once both have been
  /// silent for longer than any time between two events before, and longer than a month, the row has ended.
  /// - Parameters:
  ///   - events: The days of the events, in any order.
  ///   - counted: The last day of the project's other counts.
  ///   - today: The day looked on.
  /// - Returns: How many months, 0 when the row has ended.
  /// - Complexity: O(n log n)
  public static func monthsInARow(ofEvents events: [Day], counted: Day? = nil, until today: Day) -> Int {
    let days = events.filter { $0 <= today }.sorted()
    guard let first = days.first, let last = days.last else { return 0 }
    let longest = zip(days, days.dropFirst()).map { Int($1.number) - Int($0.number) }.max() ?? 0
    let seen = max(last, min(counted ?? last, today))
    guard Int(today.number) - Int(seen.number) <= max(longest, 31) else { return 0 }
    return Period.month.index(of: seen) - Period.month.index(of: first) + 1
  }
}

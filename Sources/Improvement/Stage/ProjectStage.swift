/// Where a project stands: the furthest stage all of whose evidence, and all before it, is there.
///
/// Computed, never typed.
public enum ProjectStage: Int, Sendable, CaseIterable, Comparable {
  /// It has been begun.
  case begun
  /// The problem is counted.
  case counted
  /// The aim has a number and a date.
  case aimed
  /// The baseline has points enough.
  case measured
  /// The aim is declared and closed.
  case chartered
  /// A change is tried on a small scale, against a prediction locked before.
  case testing
  /// A cycle was studied against its prediction and led to the next, with data over time.
  case learning
  /// The declared procedure has given its answer.
  case answered
  /// Somebody who stays keeps it.
  case kept

  public static func < (one: ProjectStage, other: ProjectStage) -> Bool { one.rawValue < other.rawValue }

  /// What it takes, besides all before, to stand here.
  public var needs: [Gate] {
    switch self {
    case .begun: []
    case .counted: [.problemCounted]
    case .aimed: [.aimMeasurable]
    case .measured: [.baselineEnough]
    case .chartered: [.measuresOfThreeKinds, .aimDeclared]
    case .testing: [.smallScaleFirst, .predictionLocked]
    case .learning: [.studied, .nextLinked, .dataOverTime]
    case .answered: [.answered]
    case .kept: [.successor]
    }
  }

  /// The stage that some evidence carries; more evidence never lowers it. O(stages)
  public static func reached(by gates: Set<Gate>) -> ProjectStage {
    var stage = ProjectStage.begun
    for next in allCases.dropFirst() {
      guard next.needs.allSatisfy(gates.contains) else { return stage }
      stage = next
    }
    return stage
  }
}

/// One piece of evidence that a project lives by its method.
public enum Gate: String, Sendable, CaseIterable {
  case problemCounted
  case aimMeasurable
  case baselineEnough
  case measuresOfThreeKinds
  case aimDeclared
  case smallScaleFirst
  case predictionLocked
  case studied
  case nextLinked
  case dataOverTime
  case answered
  case successor

  /// About how long it takes to add, in minutes, when the numbers are at hand.
  public var minutes: Int {
    switch self {
    case .problemCounted, .baselineEnough: 10
    case .aimMeasurable, .measuresOfThreeKinds: 5
    case .aimDeclared, .smallScaleFirst: 3
    case .predictionLocked, .successor: 2
    case .studied: 10
    case .nextLinked: 1
    case .dataOverTime, .answered: 5
    }
  }

  /// The gates that measure fidelity to the method: linked cycles, locked prediction, small scale, data over time, and
  /// study (after Taylor et al., *BMJ Quality & Safety* 2014;23:290).
  public static let fidelity: [Gate] = [.smallScaleFirst, .predictionLocked, .studied, .nextLinked, .dataOverTime]
}

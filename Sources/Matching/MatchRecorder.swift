/// Listens to the algorithm.
///
/// The silent one costs nothing: its calls are compiled away.
protocol MatchRecorder: Sendable {
  mutating func record(_ step: @autoclosure () -> MatchStep)
}

/// Hears nothing, for every match that is not being explained.
struct SilentRecorder: MatchRecorder {
  @inline(__always)
  mutating func record(_ step: @autoclosure () -> MatchStep) {}
}

/// Writes every step down, up to a bound.
struct StepRecorder: MatchRecorder {
  var steps: [MatchStep] = []
  var limit: Int
  var isCut = false

  mutating func record(_ step: @autoclosure () -> MatchStep) {
    if steps.count < limit { steps.append(step()) } else { isCut = true }
  }
}

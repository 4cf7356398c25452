/// Tells exactly when a deterministic process has come back to a state that it was in before.
///
/// Brent's method: keep one earlier state, replaced when the number of steps doubles, and compare. A hash of what has
/// changed since then makes the comparison almost free; only when it says "nothing changed" are the states compared
/// whole, so a loop is never declared for a mere repetition (as Roth and Peranson's counter may).
struct CycleDetector: Sendable {
  /// Everything that decides what happens next.
  struct State: Equatable, Sendable {
    var at: [Int32]
    var extra: [Int32]
    var lent: [Int32]
    var agents: [Int32]
    var couples: [Int32]
    var programs: [Int32]
  }

  private var kept: State?
  private var changed: UInt64 = 0
  private var steps = 0
  private var nextKeep: Int
  private let firstKeep: Int
  private let limit: Int
  /// How often each agent moved since the state was kept.
  private(set) var moves: [Int32: Int] = [:]
  /// The steps ran out before a state came back.
  private(set) var isExhausted = false

  /// - Parameters:
  ///   - firstKeep: steps before the first state is kept; most chains end long before.
  ///   - limit: steps after which the process is given up though no state has come back.
  init(firstKeep: Int, limit: Int) {
    self.firstKeep = firstKeep
    self.limit = limit
    nextKeep = firstKeep
  }

  /// A new process begins.
  mutating func restart() {
    steps = 0
    nextKeep = firstKeep
    changed = 0
    if kept != nil {
      kept = nil
      moves.removeAll(keepingCapacity: true)
    }
  }

  /// An agent's place changed.
  @inline(__always)
  mutating func note(_ agent: Int32, from old: Int32, to new: Int32) {
    changed ^= Self.mix(agent, old) ^ Self.mix(agent, new)
    if kept != nil { moves[agent, default: 0] += 1 }
  }

  /// An applicant's place on the supplemental list changed.
  mutating func noteSupplement(_ applicant: Int32, from old: Int32, to new: Int32) {
    // Negative numbers are nobody's, so a place on a supplemental list never cancels one on a primary list.
    changed ^= Self.mix(-1 - applicant, old) ^ Self.mix(-1 - applicant, new)
    if kept != nil { moves[applicant, default: 0] += 1 }
  }

  /// Counts a step, and tells whether this state has been before.
  @inline(__always)
  mutating func isLoop(_ state: @autoclosure () -> State) -> Bool {
    steps += 1
    if steps < firstKeep { return false }
    return isLoopAfterAll(state)
  }

  private mutating func isLoopAfterAll(_ state: () -> State) -> Bool {
    if changed == 0, let kept, kept == state() { return true }
    if steps >= limit {
      isExhausted = true
      return true
    }
    if steps >= nextKeep {
      nextKeep = 2 * steps
      kept = state()
      changed = 0
      moves.removeAll(keepingCapacity: true)
    }
    return false
  }

  @inline(__always)
  private static func mix(_ agent: Int32, _ place: Int32) -> UInt64 {
    var z = UInt64(UInt32(bitPattern: agent)) << 32 | UInt64(UInt32(bitPattern: place))
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

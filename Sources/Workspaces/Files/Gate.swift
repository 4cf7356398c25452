import Synchronization

/// Lets work through until it is closed; closing waits for what is inside. (A closed connection must never be used: the
/// database library does not survive it.)
final class Gate: Sendable {
  private struct State {
    var inside = 0
    var closed = false
    var waiting: [CheckedContinuation<Void, Never>] = []

    mutating func takeWaiting() -> [CheckedContinuation<Void, Never>] {
      defer { waiting = [] }
      return waiting
    }
  }

  private let state = Mutex(State())

  /// Whether work may go in; if so it must ``leave()``.
  func enter() -> Bool {
    state.withLock { state in
      if !state.closed { state.inside += 1 }
      return !state.closed
    }
  }

  func leave() {
    let done = state.withLock { state in
      state.inside -= 1
      return state.inside == 0 ? state.takeWaiting() : []
    }
    for continuation in done { continuation.resume() }
  }

  /// Lets nothing in any more, and returns when nothing is inside.
  func close() async {
    await withCheckedContinuation { continuation in
      let empty = state.withLock { state in
        state.closed = true
        if state.inside > 0 { state.waiting.append(continuation) }
        return state.inside == 0
      }
      if empty { continuation.resume() }
    }
  }
}

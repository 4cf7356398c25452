internal import Synchronization
internal import Workspaces

/// The workspace that is open on the visitor's device during one request; made at their first write.
final class Entry: Sendable {
  /// An open workspace, and who is there.
  struct Place: Sendable {
    let workspace: Workspace
    let seat: Seat
    /// Whether it is an example: an invented person's.
    var isDemo = false
    /// Whether anything in it was written while the clock was set by hand.
    var isRehearsed = false
  }

  private struct State {
    var place: Place?
    var fresh: Token?
  }

  private let state: Mutex<State>

  init(_ place: Place?) { state = Mutex(State(place: place)) }

  /// Nil for a visitor who keeps nothing here yet.
  var place: Place? { state.withLock { $0.place } }

  /// The token of a workspace that was entered during this request, for the browser to keep.
  var fresh: Token? { state.withLock { $0.fresh } }

  /// What every page of it says at its top.
  var notice: String? { place?.isDemo == true ? "Example: invented people and data" : nil }

  func arrive(_ arrival: Arrival, isDemo: Bool = false) {
    let place = Place(workspace: arrival.workspace, seat: arrival.seat, isDemo: isDemo)
    state.withLock { $0 = State(place: place, fresh: arrival.token) }
  }

  func leave() { state.withLock { $0 = State() } }
}

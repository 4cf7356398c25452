/// One program as a place that this profile could apply to.
public struct Prospect: Sendable {
  public let program: Program
  /// The position of its specialty among the profile's.
  public let plan: Int
  public let odds: ProgramOdds
  /// What a place there is worth, 0 to 1.
  public let value: Double
  /// Whether the applicant named it as loved.
  public let isLoved: Bool
  /// How much it is wanted, 0 to 1.
  public let preference: Double
  /// What has happened there.
  public let status: Status
  /// The position of its census division, where the state is known.
  let division: USState.Division?
  /// Whether the applicant wants it on the list whatever the search thinks of it.
  var isPinned = false

  public enum Status: Sendable, Equatable {
    case open
    /// Applied to, with this signal.
    case applied(SignalKind)
    /// Invited.
    case invited(SignalKind)
    /// Invited, and declined by the applicant: certain not to be a place.
    case declined(SignalKind)
    case rejected(SignalKind)
    /// Taken back by the applicant before any answer: no place, and no word about strength.
    case withdrawn(SignalKind)

    /// Whether the program has answered: an interview offered or refused.
    var isAnswered: Bool {
      switch self {
      case .invited, .declined, .rejected: true
      case .open, .applied, .withdrawn: false
      }
    }

    /// Whether an interview is had.
    var isInvited: Bool { if case .invited = self { true } else { false } }

    /// The signal sent, once applied.
    public var signal: SignalKind? {
      switch self {
      case .open: nil
      case .applied(let signal), .invited(let signal), .declined(let signal), .rejected(let signal),
        .withdrawn(let signal):
        signal
      }
    }
  }
}

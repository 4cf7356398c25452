/// What an applicant tells about herself, in the shape of `PROFILE.json`.
///
/// Every field may be unknown (`nil`, or an empty list): unknown is never read as no. Race, sex, age, religion,
/// disability and pregnancy have no field here and are never asked.
public struct Profile: Sendable, Equatable {
  /// `nil`: the average over all applicants, with wider odds.
  public var applicantType: ApplicantType?
  public var school: String?
  /// Two-letter state codes.
  public var schoolState: String?
  public var homeState: String?
  public var ties: [Tie] = []
  public var step1 = Examination()
  /// Step 2 CK, 1 to 300.
  public var step2CK = Examination()
  /// COMLEX-USA Level 2-CE, 9 to 999.
  public var comlexLevel2 = Examination()
  public var step3Passed: Bool?
  public var ecfmgCertified: Bool?
  public var graduationYear: Int?
  public var usClinicalMonths: Double?
  public var priorMatchAttempts: Int?
  public var priorResidency: Bool?
  public var leaveOrFailure: Bool?
  public var researchExperiences: Int?
  /// Abstracts, presentations and publications together.
  public var outputs: Int?
  public var honors: [String]?
  public var clerkshipHonors: Int?
  public var visa: VisaNeed?
  /// Codes of programs at the applicant's own school.
  public var homePrograms: [String] = []
  public var awayRotations: [String] = []
  public var specialties: [SpecialtyChoice] = []
  public var preferences = Preferences()
  /// Dollars for application fees; `nil` is no limit.
  public var budget: Double?
  /// At most so many applications, by specialty.
  public var maxApplications: [String: Int] = [:]
  /// Interviews that can be attended; `nil` is no limit.
  public var interviewCapacity: Int?
  /// 0 counts only matching, 1 only where.
  public var ambition: Double?
  public var applied: [Application] = []
  public var interviews: [Interview] = []
  public var couple: CouplePlan?

  public init() {}

  public struct Tie: Sendable, Equatable {
    public var state: String
    public var why: String?
    public init(state: String, why: String? = nil) {
      self.state = state
      self.why = why
    }
  }

  /// The three-digit scores of COMLEX Level 2; 44 is a slip of the hand, or on another scale.
  public static let comlexScores = 100...999

  /// One examination: a result or a score, and how many attempts it took.
  public struct Examination: Sendable, Equatable {
    public var passed: Bool?
    public var score: Int?
    public var attempts: Int?
    public init(passed: Bool? = nil, score: Int? = nil, attempts: Int? = nil) {
      self.passed = passed
      self.score = score
      self.attempts = attempts
    }
  }

  public enum VisaNeed: String, Sendable, CaseIterable {
    case none
    case j1 = "J-1"
    case h1b = "H-1B"
    case either
  }

  public struct SpecialtyChoice: Sendable, Equatable {
    public enum Role: String, Sendable, CaseIterable { case primary, parallel }
    public var name: String
    public var role: Role
    public init(_ name: String, _ role: Role = .primary) {
      self.name = name
      self.role = role
    }
  }

  /// What is wanted; weights run from 0 to 1.
  public struct Preferences: Sendable, Equatable {
    public var states: [String: Double] = [:]
    /// Census divisions.
    public var divisions: [USState.Division] = []
    public var setting: [Program.Setting: Double] = [:]
    public var features: [String: Double] = [:]
    /// By program code: how much this very place is wanted, in place of what the rest says of it.
    public var programs: [String: Double] = [:]
    /// Program codes.
    public var loved: [String] = []
    public var refused: [String] = []
    /// Always on the list, whatever the search thinks of them.
    public var pinned: [Pin] = []
    public init() {}
    /// Whether anything was said about where to train.
    public var isEmpty: Bool {
      states.isEmpty && divisions.isEmpty && setting.isEmpty && features.isEmpty && programs.isEmpty && loved.isEmpty
    }
  }

  /// A program that stays on the list, and why.
  public struct Pin: Sendable, Equatable {
    public var code: String
    public var reason: String?
    public init(_ code: String, reason: String? = nil) {
      self.code = code
      self.reason = reason
    }
  }

  /// An application already sent.
  public struct Application: Sendable, Equatable {
    public var code: String
    public var signal: SignalKind
    public init(_ code: String, _ signal: SignalKind = .none) {
      self.code = code
      self.signal = signal
    }
  }

  /// An answer already received.
  public struct Interview: Sendable, Equatable {
    public enum Status: String, Sendable, CaseIterable { case received, declined, waiting, rejected, withdrawn }
    public var code: String
    public var status: Status
    public init(_ code: String, _ status: Status = .received) {
      self.code = code
      self.status = status
    }
  }

  public struct CouplePlan: Sendable, Equatable {
    /// The partner's profile, a path beside this one.
    public var profile: String
    public var maxMiles: Double?
    public init(profile: String, maxMiles: Double? = nil) {
      self.profile = profile
      self.maxMiles = maxMiles
    }
  }
}

/// A preference signal sent with an application.
public enum SignalKind: String, Sendable, CaseIterable, Codable {
  case gold, silver, signal, none
}

internal import SmartPick
internal import Workspaces

/// What happened this season, program by program: one to a workspace.
///
/// These are facts, not wishes: they condition the odds of every list (``told(to:)``).
struct SeasonDocument: PageDocument, Equatable {
  static let collection = "season"
  static let words = "your season"
  static let id = DocumentID<SeasonDocument>(only: "season")

  /// One application that was sent.
  struct Application: Codable, Sendable, Equatable {
    /// How it stands.
    enum Standing: String, Codable, Sendable, CaseIterable {
      /// Sent; no answer yet.
      case waiting
      /// An interview was offered, and it stands.
      case interview
      /// An interview was offered, and the applicant declined it.
      case declined
      /// The program said no.
      case rejected
      /// The applicant took the application back before any answer.
      case withdrawn

      /// As pages say it.
      var words: String {
        switch self {
        case .waiting: "Waiting"
        case .interview: "Interview"
        case .declined: "Declined by me"
        case .rejected: "Rejected"
        case .withdrawn: "Withdrawn"
        }
      }
    }

    /// The program's code, by which catalogs and lists know it.
    var code: String
    /// Its name and specialty when it was added, for where no catalog holds it any more.
    var name: String
    var specialty: String
    /// What tracks that share a fee and a signal have in common; nil where the institution is not known.
    var institution: String?
    var signal: SignalKind
    var standing: Standing
    /// The day of the interview, as `2026-11-03`; nil where it is not known.
    var interviewDay: String?
    /// Its local time, as `09:30`; nil where it is not known.
    var interviewTime: String?

    init(
      _ code: String, name: String, specialty: String, institution: String? = nil, signal: SignalKind = .none,
      standing: Standing = .waiting, interviewDay: String? = nil, interviewTime: String? = nil
    ) {
      self.code = code
      self.name = name
      self.specialty = specialty
      self.institution = institution
      self.signal = signal
      self.standing = standing
      self.interviewDay = interviewDay
      self.interviewTime = interviewTime
    }
  }

  /// In the order in which they were added; each code once.
  var applications: [Application] = []

  static func page(_ id: DocumentID<SeasonDocument>) -> Link { .season }

  /// Those with an interview that stands, in the order of the document.
  var interviews: [Application] { applications.filter { $0.standing == .interview } }

  /// The application to a program, if one was sent.
  subscript(code: String) -> Application? {
    get { applications.first { $0.code == code } }
    set {
      if let place = applications.firstIndex(where: { $0.code == code }) {
        if let newValue { applications[place] = newValue } else { applications.remove(at: place) }
      } else if let newValue {
        applications.append(newValue)
      }
    }
  }

  /// Signals spent in a specialty, by kind: an institution's tracks share one.
  func signals(in specialty: String) -> [SignalKind: Int] {
    var seen = Set<String>()
    var spent: [SignalKind: Int] = [:]
    for application in applications where application.specialty == specialty && application.signal != .none {
      if seen.insert(application.institution ?? application.code).inserted {
        spent[application.signal, default: 0] += 1
      }
    }
    return spent
  }

  var lines: [(name: String, value: String)] {
    applications.map { application in
      let signal =
        application.signal == .none
        ? nil : application.signal == .signal ? "signal" : "\(application.signal.rawValue) signal"
      let day = application.interviewDay.map {
        [$0, application.interviewTime].compactMap(\.self).joined(separator: " ")
      }
      return (
        application.name, [application.standing.words, signal, day].compactMap(\.self).joined(separator: ", ")
      )
    }
  }

  /// The profile with these facts in it; where the profile holds another answer from the same program, these win.
  func told(to profile: Profile) -> Profile {
    guard !applications.isEmpty else { return profile }
    var profile = profile
    let mine = Set(applications.map(\.code))
    profile.applied.removeAll { mine.contains($0.code) }
    profile.interviews.removeAll { mine.contains($0.code) }
    for application in applications {
      profile.applied.append(.init(application.code, application.signal))
      let status: Profile.Interview.Status =
        switch application.standing {
        case .waiting: .waiting
        case .interview: .received
        case .declined: .declined
        case .rejected: .rejected
        case .withdrawn: .withdrawn
        }
      profile.interviews.append(.init(application.code, status))
    }
    return profile
  }
}

extension SeasonDocument.Application {
  /// An application to a program, just sent.
  init(_ program: Program, signal: SignalKind) {
    let place = [program.institution, program.city, program.state].compactMap { $0?.lowercased() }
    self.init(
      program.code, name: program.name, specialty: program.specialty,
      institution: program.institution?.isEmpty == false ? place.joined(separator: "|") : nil, signal: signal)
  }
}

public import ProcessControl

/// One cycle of Plan, Do, Study, Act: a change tried on a scale where it may fail, against a prediction made before.
///
/// The prediction is open until *Do* begins; then it is locked with its time and can only be annotated
/// (Taylor et al., *BMJ Quality & Safety* 2014;23:290 name prediction, small scale, data over time and linked cycles
/// as what makes the method work).
public struct Cycle: Codable, Hashable, Sendable {
  public var project: ProjectID
  /// From 1, in the order in which the project's cycles were begun here.
  public var number: Int
  /// The change in each of its versions, oldest first; never empty.
  public private(set) var versions: [Version]
  /// How far the change is tried.
  public var scale: Scale?
  /// What the cycle is to answer.
  public var question: String
  /// What the team expects.
  public private(set) var prediction: Prediction?
  /// Who does it, when it should begin, and where.
  public var who: String
  public var planned: Day?
  public var place: String
  /// What is written down meanwhile, by whom.
  public var dataPlan: String
  /// The measure whose chart answers; nil where something else does.
  public var measure: MeasureID?
  /// What happened; nil until it begins.
  public private(set) var doing: Doing?
  public private(set) var study: Study?
  public private(set) var act: Act?
  /// The cycle whose lesson led to this one; nil for the first of a chain.
  public var follows: CycleID?

  public init(
    project: ProjectID, number: Int, change: String, scale: Scale? = nil, question: String = "", on day: Day,
    follows: CycleID? = nil
  ) {
    self.project = project
    self.number = number
    versions = [Version(text: change, on: day)]
    self.scale = scale
    self.question = question
    who = ""
    place = ""
    dataPlan = ""
    self.follows = follows
  }

  /// The change as it is now.
  public var change: String { versions.last?.text ?? "" }

  /// Words the change anew.
  ///
  /// Before Do the same version is written over; later a new version is kept beside the old, with its day.
  public mutating func reword(_ text: String, on day: Day) {
    guard text != change else { return }
    if doing == nil { versions.removeLast() }
    versions.append(Version(text: text, on: day))
  }

  /// Writes the prediction; refused once Do has begun.
  public mutating func predict(_ text: String) throws(CycleError) {
    guard doing == nil else { throw .predictionLocked }
    prediction = text.isEmpty ? nil : Prediction(text: text)
  }

  /// Begins Do: from here on the prediction stands as it is.
  ///
  /// - Parameters:
  ///   - day: The day on which the change was first tried; it may be earlier than `moment` when it is told late, and
  ///     the prediction then does not count as made before (``Cycle/predictedBefore``).
  ///   - moment: Now, by the clock.
  /// - Throws: ``CycleError`` when it has begun already, or has no change or no prediction.
  public mutating func begin(on day: Day, at moment: Moment) throws(CycleError) {
    guard doing == nil else { throw .begun }
    guard !change.isEmpty else { throw .noChange }
    guard prediction != nil else { throw .noPrediction }
    prediction?.locked = moment
    doing = Doing(begun: day)
  }

  /// Adds a remark to a prediction that is locked.
  public mutating func annotate(_ text: String, at moment: Moment) throws(CycleError) {
    guard prediction?.locked != nil else { throw .notBegun }
    guard !text.isEmpty else { return }
    prediction?.remarks.append(Remark(text: text, at: moment))
  }

  /// Tells what happened.
  public mutating func tell(asPlanned: Bool?, surprises: String, ended: Day?) throws(CycleError) {
    guard var now = doing else { throw .notBegun }
    if let ended, ended < now.begun { throw .endsBeforeItBegan }
    now.asPlanned = asPlanned
    now.surprises = surprises
    now.ended = ended
    doing = now
  }

  /// Compares what happened with the prediction.
  public mutating func study(_ study: Study) throws(CycleError) {
    guard doing != nil else { throw .notBegun }
    self.study = study
  }

  /// Decides.
  public mutating func act(_ act: Act) throws(CycleError) {
    guard study != nil else { throw .notStudied }
    self.act = act
  }

  /// The next cycle, linked to this one; it starts from this change, one step larger where it was adopted.
  public func next(number: Int, of id: CycleID, on day: Day) -> Cycle {
    var scale = scale
    if act?.decision == .adopt, let now = scale { scale = now.next ?? now }
    var next = Cycle(
      project: project, number: number, change: act?.decision == .abandon ? "" : change, scale: scale, on: day,
      follows: id)
    next.measure = measure
    next.who = who
    next.place = place
    next.dataPlan = dataPlan
    return next
  }
}

/// The name under which a cycle is kept.
public struct CycleID: RawRepresentable, Codable, Hashable, Sendable, CustomStringConvertible {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public var description: String { rawValue }
}

/// Why a cycle refused a step.
public enum CycleError: Error, Hashable, Sendable {
  case predictionLocked
  case begun
  case noChange
  case noPrediction
  case notBegun
  case endsBeforeItBegan
  case notStudied

  /// What happened and what to do next.
  public var words: String {
    switch self {
    case .predictionLocked: "The prediction was locked when Do began. Add a remark to it instead."
    case .begun: "This cycle has begun already. Plan the next one."
    case .noChange: "Say what is changed before it begins."
    case .noPrediction: "Write the prediction before Do begins: afterwards it could not be told from the result."
    case .notBegun: "Begin Do first."
    case .endsBeforeItBegan: "It ends before it began. Correct one of the two days."
    case .notStudied: "Study the cycle against its prediction first."
    }
  }
}

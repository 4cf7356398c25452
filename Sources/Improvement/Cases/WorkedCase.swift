public import ProcessControl

/// A whole project to learn from: every part of it made up, none of it about a real place or person.
///
/// A pure value: the same on every machine and every day. Its cards alone are real; each names its source.
public struct WorkedCase: Sendable {
  /// A measure with its counts and what is marked on its chart.
  public struct Counted: Sendable {
    public let id: MeasureID
    public let measure: ProjectMeasure
    public let counts: [PeriodCount]
    public let marks: MeasureMarks
  }

  /// A PDSA cycle under its name.
  public struct Tried: Sendable {
    public let id: CycleID
    public let cycle: Cycle
  }

  public let id: ProjectID
  public let project: Project
  public internal(set) var screening: ResearchScreening
  public internal(set) var charter: Charter
  public internal(set) var drivers: DriverDiagram
  public internal(set) var map: ProcessMap
  public internal(set) var aim: Aim
  /// The aim as it was declared, before the change; nil only if the engine refuses it.
  public internal(set) var declaration: Declaration?
  public internal(set) var measures: [Counted] = []
  public internal(set) var associations: [CrossCounts] = []
  public internal(set) var cycles: [Tried] = []
  public internal(set) var people: [Stakeholder] = []
  public internal(set) var concerns: [Concern] = []
  public internal(set) var evidence: [EvidenceCard] = []
  public internal(set) var log: SafetyLog?
  public internal(set) var entries: [SafetyEntry] = []
  /// The lines that are read aloud, where the change is a checklist.
  public internal(set) var checklist: Checklist?
  /// What was recorded with it, month by month.
  public internal(set) var uses: [ChecklistUses] = []
  /// Questions that a group was asked before and after, and its answers in totals.
  public internal(set) var survey: Survey?
  public internal(set) var answers = SurveyTotals()
  public internal(set) var rotation: Rotation
  /// What is worth looking at, in order: a sentence for each.
  public internal(set) var lessons: [String] = []

  /// Both cases.
  public static let all = [ProcedureChecklistCase.made, TelehealthCase.made]

  init(_ id: String, _ project: Project, aim: (ProjectID) -> Aim, leaves: Day) {
    let name = ProjectID(rawValue: id)
    self.id = name
    self.project = project
    self.aim = aim(name)
    screening = ResearchScreening(project: name, on: project.began)
    charter = Charter(project: name)
    drivers = DriverDiagram(project: name)
    map = ProcessMap(project: name)
    rotation = Rotation(project: name, leaves: leaves)
  }

  /// The measure of the aim.
  public var aimed: Counted? { measures.first { $0.id == aim.measure } }

  /// The first measure whose cases are told apart by group.
  public var grouped: MeasureID? { measures.first { !$0.measure.divisions(of: $0.counts).isEmpty }?.id }

  /// The project as it stands on a day: handed over when its team has left and somebody goes on.
  public func project(on today: Day) -> Project {
    guard let leaves = rotation.leaves, leaves < today, !rotation.successor.isEmpty else { return project }
    var ended = project
    ended.ending = Project.Ending(
      .handedOver, reason: "The team\u{2019}s year is over; \(rotation.successor) goes on.", on: leaves)
    return ended
  }

  /// What may be said on a day.
  public func claim(on today: Day) -> Claim? {
    guard let declaration, let aimed else { return nil }
    return Claim(declaration, of: aimed.measure, counts: aimed.counts, today: today)
  }

  mutating func add(_ id: String, _ measure: ProjectMeasure, _ counts: [PeriodCount], _ marks: MeasureMarks) {
    measures.append(Counted(id: MeasureID(rawValue: id), measure: measure, counts: counts, marks: marks))
  }

  mutating func declare(on day: Day) {
    guard let aimed else { return }
    declaration = try? Declaration(aim, of: aimed.measure, counts: aimed.counts, at: Moment(startOf: day))
  }

  mutating func say(
    _ claim: String, _ source: String, _ year: Int, of sampleSize: Int? = nil, _ setting: String,
    _ stance: EvidenceCard.Stance, _ likeness: EvidenceCard.Likeness, differs: String
  ) {
    evidence.append(
      EvidenceCard(
        project: id, claim: claim, source: source, year: year, sampleSize: sampleSize, setting: setting,
        stance: stance, likeness: likeness, differs: differs))
  }

  mutating func doubt(
    _ said: String, by who: String, _ kind: Concern.Kind, raised: Day, heard: String, _ answer: Concern.Answer,
    _ answered: String, settled: Day?, revisit: Day? = nil
  ) {
    var concern = Concern(project: id, said: said, who: who, kind: kind, raised: raised)
    concern.asked = kind.question
    concern.heard = heard
    concern.answer = answer
    concern.answered = answered
    concern.settled = settled
    concern.revisit = revisit
    concerns.append(concern)
  }

  /// Adds a cycle that follows the one before it, lived through to its decision.
  mutating func tried(_ trial: Trial, measure: MeasureID?) {
    let number = cycles.count + 1
    var cycle = Cycle(
      project: id, number: number, change: trial.change, scale: trial.scale, question: trial.question,
      on: trial.begun.adding(-7), follows: cycles.last?.id)
    cycle.who = trial.who
    cycle.place = trial.place
    cycle.planned = trial.begun
    cycle.dataPlan = trial.data
    cycle.measure = measure
    do throws(CycleError) {
      try cycle.predict(trial.prediction)
      try cycle.begin(on: trial.begun, at: Moment(rawValue: Moment(startOf: trial.begun).rawValue + 7 * 3_600))
      try cycle.tell(asPlanned: trial.asPlanned, surprises: trial.surprises, ended: trial.ended)
      try cycle.study(
        Cycle.Study(trial.outcome, seen: trial.seen, learned: trial.learned, on: trial.ended.adding(2)))
      try cycle.act(Cycle.Act(trial.decision, why: trial.why, on: trial.ended.adding(3)))
    } catch {
      return
    }
    cycles.append(Tried(id: CycleID(rawValue: "\(id.rawValue)-cycle-\(number)"), cycle: cycle))
  }

  /// All of one cycle, as it was.
  struct Trial {
    var change: String
    var scale: Cycle.Scale
    var question: String
    var prediction: String
    var who: String
    var place: String
    var data: String
    var begun: Day
    var ended: Day
    var asPlanned: Bool
    var surprises = ""
    var outcome: Cycle.Study.Outcome
    var seen: String
    var learned: String
    var decision: Cycle.Act.Decision
    var why: String
  }
}

extension Day {
  /// A day that is written in the code and exists.
  static func on(_ year: Int, _ month: Int, _ day: Int) -> Day {
    guard let day = Day(year: year, month: month, day: day) else { preconditionFailure("there is no such day") }
    return day
  }
}

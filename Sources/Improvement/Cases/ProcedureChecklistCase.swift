import ProcessControl
import Statistics

/// The second worked case, all invented: a checklist for outpatient procedures, whose aim earns its sentence.
///
/// A near miss or event follows a procedure with chance 1 in 48 before the checklist and 1 in 200 after: what a reader
/// sees on the T and G charts is made by that, not drawn.
public enum ProcedureChecklistCase {
  /// The day on which the checklist came into daily use in Clinic A.
  static let begins = Day.on(2025, 9, 1)
  /// The first day of the log, and the last that is counted.
  static let first = Day.on(2025, 1, 6)
  static let last = Day.on(2026, 8, 30)
  static let spread = Day.on(2026, 3, 2)

  /// The case, complete.
  public static let made: WorkedCase = {
    var made = WorkedCase(
      "example-checklist",
      Project(
        title: "A checklist for outpatient procedures (invented data)",
        bother: "Consent forms, allergies and specimen labels are checked from memory, and nearly every week "
          + "something is found missing when the procedure has begun.",
        place: "Clinic A, procedure rooms", countable: "Near misses and events, and the procedures between them",
        lead: "Resident R. (invented)", began: first),
      aim: { id in
        Aim(
          project: id, measure: MeasureID(rawValue: "example-checklist-days"), target: 14, by: Day.on(2026, 8, 31),
          whom: "everyone who has a procedure in Clinic A",
          change: "reading the procedure checklist aloud before every procedure", begins: begins, baselineFrom: first,
          baselineThrough: Day.on(2025, 6, 29), window: 12)
      }, leaves: Day.on(2026, 9, 30))
    count(&made)
    made.declare(on: Day.on(2025, 8, 18))
    work(&made)
    trials(&made)
    return made
  }()

  private static func count(_ made: inout WorkedCase) {
    var log = SafetyLog(
      project: made.id, title: "Near misses and events of procedures (invented)", kinds: SafetyLog.usualKinds,
      places: ["Room 1", "Room 2", "Recovery"], began: first)
    log.daysBetween = MeasureID(rawValue: "example-checklist-days")
    log.casesBetween = MeasureID(rawValue: "example-checklist-cases")
    made.log = log
    made.entries = entries(made.id)
    var marks = MeasureMarks(baselineEnd: Day.on(2025, 6, 29), target: 14)
    marks.add(.init(.note, on: Day.on(2025, 7, 7), "Simulation sessions begin"))
    marks.add(.init(.note, on: begins, "The checklist is read aloud before every procedure"))
    made.add(
      "example-checklist-days",
      ProjectMeasure(
        project: made.id, name: "Days between near misses or events", role: .outcome, kind: .daysBetween,
        definition: "From the safety log of Clinic A: near misses and events of procedures. Invented data.",
        numerator: "near misses or events", unit: "days", better: .up, collector: "safety log", period: .day),
      made.entries.daysBetween, marks)
    made.add(
      "example-checklist-cases",
      ProjectMeasure(
        project: made.id, name: "Procedures between near misses or events", role: .outcome, kind: .casesBetween,
        definition: "From the safety log of Clinic A: procedures done since the event before. Invented data.",
        numerator: "near misses or events", unit: "procedures", better: .up, collector: "safety log",
        period: .day),
      made.entries.casesBetween, MeasureMarks(marks: marks.marks, baselineEnd: marks.baselineEnd))
    made.uses = uses()
    made.add(
      "\(list)-completion",
      ProjectMeasure(
        project: made.id, name: "Checklists complete", role: .process, kind: .proportion,
        definition:
          "From the checklist in use, the first two procedures of each day in a clinic: every line ticked. It "
          + "records completion; it is not the chart nor the time-out itself. Invented data.",
        numerator: "uses with every line ticked", denominator: "uses of the checklist", better: .up,
        collector: "checklist in use"),
      made.uses.counts(by: .week), MeasureMarks(marks: [.init(.note, on: spread, "Clinic B begins")]))
    made.add(
      "example-checklist-delay",
      ProjectMeasure(
        project: made.id, name: "Minutes from planned to actual start", role: .balancing, kind: .value,
        definition: "Mean of all procedures of the week in Clinic A. Invented data.", numerator: "minutes of delay",
        denominator: "procedures", unit: "min", better: .down, collector: "room clock"),
      delay(),
      MeasureMarks(
        marks: [.init(.note, on: begins, "The checklist is read aloud before every procedure")],
        baselineEnd: Day.on(2025, 8, 31)))
    confidence(&made)
  }

  /// The name of the checklist, by which its uses and its completion know it.
  public static let list = "example-checklist-lines"

  /// Twenty-four people asked before the checklist and after; one would rather not say.
  private static func confidence(_ made: inout WorkedCase) {
    var survey = Survey(
      project: made.id, title: "Confidence of the staff (invented)",
      questions: ["I am confident that nothing was forgotten before we began."])
    for round in Survey.Round.allCases { survey.set(round, .closed) }
    made.survey = survey
    for (round, levels) in [(Survey.Round.before, [0, 1, 4, 8, 8, 3]), (.after, [1, 0, 1, 3, 11, 8])] {
      for (level, count) in levels.enumerated() { made.answers.set(round, question: 0, level: level, to: count) }
      made.answers.seal(round)
    }
  }

  /// What fell into the log: one draw for each procedure.
  private static func entries(_ id: ProjectID) -> [SafetyEntry] {
    var random = SeededGenerator(seed: 2_026, stream: 2)
    var entries: [SafetyEntry] = []
    var since = 0
    for number in first.number...last.number {
      let day = Day(number: number)
      // Weeks begin on Monday; the rooms rest on the two days at their end.
      guard Int(day.number) - Int(Period.week.start(of: day).number) < 5 else { continue }
      for _ in 0..<(7 + Int(random.uniform() * 4)) {
        since += 1
        let (chance, kind, room) = (random.uniform(), random.uniform(), random.uniform())
        guard chance < (day < begins ? 1.0 / 48 : 1.0 / 200) else { continue }
        entries.append(
          SafetyEntry(
            project: id, day: day, kind: SafetyLog.usualKinds[kind < 0.75 ? 0 : kind < 0.93 ? 1 : 2],
            place: room < 0.45 ? "Room 1" : room < 0.9 ? "Room 2" : "Recovery", casesSince: since))
        since = 0
      }
    }
    return entries
  }

  /// The checklist in use, month by month: two procedures a day in Clinic A, and in Clinic B once it has begun.
  private static func uses() -> [ChecklistUses] {
    var random = SeededGenerator(seed: 2_026, stream: 3)
    var months: [ChecklistUses] = []
    var month = ""
    let lines = (1...9).map { "i\($0)" }
    for number in begins.number...last.number {
      let day = Day(number: number)
      guard Int(day.number) - Int(Period.week.start(of: day).number) < 5 else { continue }
      if day.description.prefix(7) != month {
        month = String(day.description.prefix(7))
        months.append(ChecklistUses(of: list))
      }
      for place in ["Clinic A", "Clinic B"] where place == "Clinic A" || day >= spread {
        let weeks = Double(number - (place == "Clinic A" ? begins : spread).number) / 7
        let chance = place == "Clinic A" ? min(0.95, 0.68 + 0.018 * weeks) : min(0.9, 0.6 + 0.02 * weeks)
        for turn in 1...2 {
          let (luck, line, why) = (random.uniform(), random.uniform(), random.uniform())
          let missing = luck < chance ? nil : line < 0.55 ? lines.last : lines[Int(line * 8)]
          let reason = why < 0.5 ? "Forgotten" : why < 0.8 ? "Interrupted" : "Somebody missing"
          months[months.count - 1].take(
            "\(place.suffix(1))-\(number)-\(turn)",
            ChecklistUse(
              shown: lines, ticked: lines.filter { $0 != missing }, reason: missing == nil ? nil : reason, place: place),
            on: day)
        }
      }
    }
    return months
  }

  /// Minutes of delay: a week's sum and its procedures; half a minute longer with the checklist.
  private static func delay() -> [PeriodCount] {
    var random = SeededGenerator(seed: 2_026, stream: 4)
    return stride(from: first.number, to: last.number, by: 7).map { number in
      let cases = 38 + Int(random.uniform() * 9)
      // The mean of some forty delays varies by about a minute and a half.
      let noise = (0..<6).reduce(0) { sum, _ in sum + random.uniform() - 0.5 }
      let mean = 11.8 + (number >= begins.number ? 0.5 : 0) + 1.9 * noise
      return PeriodCount(Day(number: number), (mean * Double(cases)).rounded(), of: Double(cases))
    }
  }
}

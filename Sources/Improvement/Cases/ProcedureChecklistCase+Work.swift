import ProcessControl

extension ProcedureChecklistCase {
  static func work(_ made: inout WorkedCase) {
    let id = made.id
    made.screening.answers = [
      "local-aim": .yes, "anyway": .yes, "known": .yes, "random": .no, "withheld": .no, "risk": .no,
      "identified": .no, "funded": .no, "generalize": .no,
    ]
    made.screening.by = "Resident R. (invented)"
    made.charter = Charter(
      project: id, scope: "Every procedure in the two rooms of Clinic A", outside: "Procedures at the bedside",
      sponsor: "Medical director of the clinic (invented)", owner: "Charge nurse of the rooms (invented)",
      goal: "No procedure begins while something is missing",
      touched: [.patient, .nurse, .resident, .attending, .clerk])
    for (driver, parts) in [
      ("Everything is there before we begin", [("One list, one reader", ["Checklist on the wall, read aloud"])]),
      ("Anyone may stop", [("Nurses lead the pause", ["The nurse holds the list", "Practice in simulation"])]),
    ] {
      made.drivers.add(driver)
      let primary = made.drivers.nodes.last?.id
      for (part, ideas) in parts {
        made.drivers.add(part, under: primary)
        let secondary = made.drivers.nodes.last?.id
        for idea in ideas { made.drivers.add(idea, under: secondary) }
      }
    }
    made.map.steps = [
      .init("Room set up", who: "Nurse", minutes: 8, waiting: 4),
      .init("Consent and allergies looked up", who: "Resident", minutes: 4, waiting: 6),
      .init("Checklist read aloud", who: "Nurse", minutes: 1),
      .init("Procedure", who: "Resident", minutes: 20),
      .init("Specimen labeled", who: "Nurse", minutes: 2),
    ]
    made.checklist = Checklist(
      project: id, title: "Before the procedure (invented)",
      items: [
        "The patient says name and procedure", "Consent is signed for this side", "Allergies are said aloud",
        "Anticoagulants are known", "Imaging is on the screen", "Equipment is open and complete",
        "The monitor is on", "Everyone has said a name", "The specimen is labeled at the bedside",
      ], places: ["Clinic A", "Clinic B"])
    people(&made)
    cards(&made)
    made.rotation.successor = "Charge nurse of the rooms (invented)"
    made.lessons = [
      "The sentence under \u{201C}What you may say\u{201D} was earned: look at what was declared, and on which day.",
      "Rare events are not a share of a week: the charts count days and procedures between two of them.",
      "Staff confidence was asked twice, by one link and without names: a difference with its interval, and no claim.",
      "Fewer reports may also mean less reporting. A concern says it; completion and confidence are beside it.",
    ]
  }

  private static func people(_ made: inout WorkedCase) {
    let id = made.id
    made.people = [
      Stakeholder(
        project: id, name: "Room nurses (three, invented)", role: .nurse, influence: .high, interest: .high,
        isAtTable: true, plan: "Write the list with them, line by line", contacted: .on(2025, 6, 16),
        burden: "A minute before every procedure",
        shaped: "Cut the list from 19 lines to 9 and put the specimen label last"),
      Stakeholder(
        project: id, name: "Proceduralist (invented)", role: .attending, influence: .high, interest: .low,
        isAtTable: true, plan: "Show the room clock first", contacted: .on(2025, 6, 20),
        shaped: "Asked that the nurse reads and the operator answers"),
      Stakeholder(
        project: id, name: "Residents of the rotation (invented)", role: .resident, influence: .low, interest: .high,
        isAtTable: true, plan: "Simulation at the start of each block", contacted: .on(2025, 7, 7)),
      Stakeholder(
        project: id, name: "Front desk (invented)", role: .clerk, influence: .low, interest: .low, isAtTable: true,
        plan: "Tell them what changes in the morning", contacted: .on(2025, 8, 4)),
      Stakeholder(
        project: id, name: "A patient adviser (invented)", role: .patient, influence: .low, interest: .high,
        isAtTable: true, plan: "Read the words that patients hear", contacted: .on(2025, 7, 21),
        shaped: "The patient says name and procedure first, in their own words"),
    ]
    made.doubt(
      "This will make every list run late.", by: "Proceduralist (invented)", .time, raised: .on(2025, 6, 20),
      heard: "The first case of the morning must not slip.", .smallerPilot,
      "One morning first, with the room clock; the delay is a measure of the project.", settled: .on(2025, 8, 4))
    made.doubt(
      "Fewer reports could mean that people stopped reporting.", by: "Safety officer (invented)", .risk,
      raised: .on(2026, 1, 12), heard: "Reports fell once before when a form was changed.", .data,
      "The form is unchanged; completion and confidence are read beside the log each quarter.", settled: nil,
      revisit: .on(2026, 10, 1))
    made.doubt(
      "Another form. We check this anyway.", by: "Room nurse (invented)", .other, raised: .on(2025, 6, 16),
      heard: "It is checked by whoever remembers.", .changed, "The nurses wrote the list; ten lines went.",
      settled: .on(2025, 7, 21))
  }

  private static func cards(_ made: inout WorkedCase) {
    made.say(
      "National and international guidance asks for a structured pause with a list before an operation.",
      "World Health Organization, WHO Guidelines for Safe Surgery and Surgical Safety Checklist", 2009,
      "Operating rooms worldwide", .supports, .somewhat,
      differs: "Written for operating rooms; it invites each place to adapt the list.")
    made.say(
      "After a 19-item checklist began, deaths were 0.8% (1.5% before) and complications 7.0% (11.0% before).",
      "Haynes and others, New England Journal of Medicine 360:491", 2009, of: 7_688,
      "Patients of eight hospitals in eight countries, before and after", .supports, .unlike,
      differs: "Inpatient operations; two periods were compared, without a chart over time.")
    made.say(
      "When checklists became mandatory, operative mortality did not change: 0.71% before, 0.65% after (odds ratio "
        + "0.91, 95% CI 0.80 to 1.03).",
      "Urbach and others, New England Journal of Medicine 370:1029", 2014,
      "101 hospitals of Ontario, about 216,000 procedures", .opposes, .unlike,
      differs: "A mandate from above. How the list was used in the room was not measured.")
    made.say(
      "Complications 2.0% before and 0.8% after a checklist that was changed weekly for three months.",
      "BMJ Open Quality 7(3):e000074", 2018, "One cardiac catheterization laboratory, before and after", .supports,
      .alike, differs: "Two points only: what a chart would have shown is not known.")
  }

  static func trials(_ made: inout WorkedCase) {
    let complete = MeasureID(rawValue: "\(list)-completion")
    let days = MeasureID(rawValue: "example-checklist-days")
    made.tried(
      .init(
        change: "A list of 19 lines is read by the resident in a simulated procedure.", scale: .onePatient,
        question: "Can it be read in under a minute without anybody leaving the table?",
        prediction: "It takes 50 seconds, and at least one planted omission is found.", who: "Resident, two nurses",
        place: "Simulation room", data: "Stopwatch; two omissions are planted", begun: .on(2025, 7, 7),
        ended: .on(2025, 7, 7), asPlanned: true, surprises: "Nobody looked at the wall while gloved.",
        outcome: .partly, seen: "110 seconds; both omissions were found.",
        learned: "Too long, and the wrong reader: the nurse has free hands.", decision: .adapt,
        why: "Nine lines, read by the nurse, as the nurses asked."), measure: nil)
    made.tried(
      .init(
        change: "Nine lines, read by the nurse, in four simulated procedures.", scale: .fewPatients,
        question: "Does the short list still find what is missing?",
        prediction: "Under 60 seconds in all four; 7 of 8 planted omissions are found.", who: "Four teams",
        place: "Simulation room", data: "Stopwatch; eight omissions are planted", begun: .on(2025, 7, 21),
        ended: .on(2025, 7, 22), asPlanned: true, outcome: .asPredicted,
        seen: "41 to 58 seconds; 7 of 8 were found, the specimen label was not.",
        learned: "The label belongs at the end, after the procedure.", decision: .adopt,
        why: "Ready for one real morning."), measure: nil)
    made.tried(
      .init(
        change: "Nine lines in two parts: eight before, the specimen label after.", scale: .oneShift,
        question: "Does the morning run late?",
        prediction: "The start slips by less than a minute in the mean of eight procedures.", who: "One team",
        place: "Room 1", data: "Room clock for the morning", begun: .on(2025, 8, 4), ended: .on(2025, 8, 4),
        asPlanned: true, surprises: "One procedure was stopped: the consent was for the other side.",
        outcome: .asPredicted, seen: "0.4 minutes later in the mean of eight.",
        learned: "The proceduralist asked to keep it.", decision: .adopt, why: "Declare the aim, then all rooms."),
      measure: nil)
    made.tried(
      .init(
        change: "The checklist is read aloud before every procedure in Clinic A.", scale: .oneUnit,
        question: "Do near misses and events become rarer when it is used every day?",
        prediction: "The median time between two goes from about a week to two weeks, and completion passes 90% by "
          + "the new year.", who: "All teams", place: "Clinic A",
        data: "Safety log; completion each week; room clock", begun: begins, ended: .on(2026, 2, 27), asPlanned: true,
        surprises: "Agency nurses did not know the list: it now hangs in both rooms.", outcome: .asPredicted,
        seen: "See the chart of the log, and what may be said; delay within its limits.",
        learned: "Completion rose slowly; it needed the nurses\u{2019} own numbers on the wall.", decision: .adopt,
        why: "Proposal to the director: mandatory in the rooms, with completion shown each month; spread to Clinic B."),
      measure: days)
    made.tried(
      .init(
        change: "Clinic B reads the checklist, in its nurses\u{2019} own wording.", scale: .severalUnits,
        question: "Does it hold where nobody built it?",
        prediction: "Completion in Clinic B is 80% after three months.", who: "Nurse lead of Clinic B (invented)",
        place: "Clinic B", data: "Completion by clinic, each week", begun: spread, ended: .on(2026, 8, 28),
        asPlanned: false, surprises: "It began a month before its nurses had seen a simulation.", outcome: .partly,
        seen: "Look at completion by clinic: B began lower and rises.",
        learned: "Spread needs the simulation too, not only the paper.", decision: .adapt,
        why: "Simulation at the start of each block in both clinics."), measure: complete)
  }
}

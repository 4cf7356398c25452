import ProcessControl

extension TelehealthCase {
  static func work(_ made: inout WorkedCase) {
    let id = made.id
    made.screening.answers = [
      "local-aim": .yes, "anyway": .yes, "known": .yes, "random": .no, "withheld": .no, "risk": .no,
      "identified": .no, "funded": .no, "generalize": .no,
    ]
    made.screening.by = "Resident T. (invented)"
    made.charter = Charter(
      project: id, scope: "Stable follow-up in the continuity clinic",
      outside: "First visits, examinations, injections",
      sponsor: "Clinic director (invented)", owner: "Scheduling lead (invented)",
      goal: "Care is reached by those who live far away",
      touched: [.patient, .nurse, .resident, .attending, .clerk, .interpreter, .informatics])
    for (driver, part, idea) in [
      ("The way is long", "A visit without the way", "Video for stable follow-up"),
      ("The day does not fit", "Times that people choose", "Evening hours"),
      ("Video is out of reach", "Another door", "Telephone visits; help to open a portal at the desk"),
    ] {
      made.drivers.add(driver)
      let primary = made.drivers.nodes.last?.id
      made.drivers.add(part, under: primary)
      made.drivers.add(idea, under: made.drivers.nodes.last?.id)
    }
    made.map.steps = [
      .init("Follow-up is ordered", who: "Resident", minutes: 1, waiting: 60),
      .init("Portal and stability are checked", who: "Clerk", minutes: 3),
      .init("Video or room is offered", who: "Clerk", minutes: 4, waiting: 30),
      .init("Reminder", who: "Portal", minutes: 0, waiting: 0),
      .init("Visit", who: "Resident", minutes: 20),
    ]
    people(&made)
    cards(&made)
    made.lessons = [
      "Look at no-shows by distance, then within each kind of portal: the trend holds in both. That is no cause; who "
        + "lives far away differs in more than miles.",
      "Read what may be said: the declared rule decides, not the two averages.",
      "Look at those without a portal. Nothing was offered to them; a later cycle is for them.",
      "Convenience rose and continuity fell. The decision weighs both, and the cards disagree too.",
      "Somebody is missing from the table: the project touches interpreters, and none was asked.",
    ]
  }

  private static func people(_ made: inout WorkedCase) {
    let id = made.id
    made.people = [
      Stakeholder(
        project: id, name: "Faculty champion (invented)", role: .attending, influence: .high, interest: .high,
        isAtTable: true, plan: "Shows the chart at faculty meeting, also when it is dull", contacted: .on(2025, 12, 1),
        shaped: "Asked for the telephone as a second door"),
      Stakeholder(
        project: id, name: "Scheduling lead (invented)", role: .clerk, influence: .high, interest: .low,
        isAtTable: true, plan: "Sit at the desk for a morning", contacted: .on(2026, 1, 12),
        burden: "Three minutes more for each follow-up", shaped: "The offer is one question, not a form"),
      Stakeholder(
        project: id, name: "Clinic nurses (invented)", role: .nurse, influence: .low, interest: .high, isAtTable: true,
        plan: "Agree who counts as stable", contacted: .on(2026, 1, 12), shaped: "The list of who is stable"),
      Stakeholder(
        project: id, name: "Residents (invented)", role: .resident, influence: .low, interest: .high, isAtTable: true,
        plan: "Ten minutes before clinic", contacted: .on(2026, 1, 19)),
      Stakeholder(
        project: id, name: "Two patient advisers (invented)", role: .patient, influence: .low, interest: .high,
        isAtTable: true, plan: "One of them has no portal", contacted: .on(2026, 1, 20)),
      Stakeholder(
        project: id, name: "Portal team (invented)", role: .informatics, influence: .high, interest: .low,
        isAtTable: true, plan: "Ask for the weekly report", contacted: .on(2025, 10, 6)),
    ]
    made.doubt(
      "Those who need us most have no portal.", by: "Clinic nurse (invented)", .risk, raised: .on(2026, 1, 12),
      heard: "About one in four, and more of those who live far away.", .data,
      "Their no-shows are a measure of their own; the next cycle is telephone visits for them.", settled: nil,
      revisit: .on(2026, 9, 1))
    made.doubt(
      "We will lose what an examination finds.", by: "Attending (invented)", .risk, raised: .on(2025, 12, 15),
      heard: "Feet and blood pressure.", .smallerPilot, "Only stable follow-up, and every other visit in the room.",
      settled: .on(2026, 2, 2))
  }

  private static func cards(_ made: inout WorkedCase) {
    made.say(
      "Appointments were completed more often by telehealth: 73.4% against 64.2% in person (adjusted odds ratio 1.64, "
        + "95% CI 1.59 to 1.69).", "Cummins and others, JAMIA Open 7:ooae059", 2024, of: 87_376,
      "Matched appointments of an academic health center in Tampa, 2021 to 2023, observed", .supports, .somewhat,
      differs: "Who chose video differed from who did not, also after matching.")
    made.say(
      "No-shows were 0.68 times as frequent by telehealth (95% CI 0.65 to 0.71), 0.47 times for Black patients and 0.58 "
        + "times with Medicaid.", "Journal of General Internal Medicine (PMC10506986)", 2023, of: 311_517,
      "Visits of an urban primary care network, April to December 2021, observed", .supports, .alike,
      differs: "A year of the pandemic; physicians only; nothing is said of distance.")
    made.say(
      "The adjusted odds of a no-show were 0.71 times as large with telehealth.", "PubMed 36884183", 2023,
      "Safety-net health system, observed", .supports, .somewhat, differs: "Many clinics, few of them for residents.")
    made.say(
      "Video visits had twice the odds of a no-show.",
      "Kemp and others, Journal of the American College of Surgeons "
        + "231:695", 2020, of: 12_359,
      "Patients of one center\u{2019}s surgical clinics, 903 of them by video, 2018 to March 2020",
      .opposes, .unlike, differs: "Return visits after operations, before the pandemic made video usual.")
  }

  static func trials(_ made: inout WorkedCase) {
    let outcome = MeasureID(rawValue: "example-telehealth-no-shows")
    made.tried(
      .init(
        change: "Six stable patients of one resident are offered video.", scale: .fewPatients,
        question: "Can they and we do it?", prediction: "Five accept, four connect within five minutes.",
        who: "Resident T., one clerk", place: "One session", data: "A tally on paper", begun: .on(2026, 1, 27),
        ended: .on(2026, 1, 27), asPlanned: true, surprises: "Two had no portal and were proud of never needing one.",
        outcome: .partly, seen: "Four accepted, three connected within five minutes.",
        learned: "Check the portal before the offer.", decision: .adapt, why: "One question first: do you have it?"),
      measure: nil)
    made.tried(
      .init(
        change: "The clerk asks for the portal first, then offers video.", scale: .oneWeek,
        question: "Does the desk keep up?", prediction: "Less than four minutes for each, and nobody waits longer.",
        who: "Two clerks", place: "Continuity clinic", data: "Clock at the desk", begun: .on(2026, 2, 2),
        ended: .on(2026, 2, 6), asPlanned: true, outcome: .asPredicted, seen: "3.2 minutes in the mean of 22.",
        learned: "One question is enough.", decision: .adopt, why: "Declare the aim, then the whole clinic."),
      measure: nil)
    made.tried(
      .init(
        change: "All stable follow-up with a portal is offered video.", scale: .oneUnit,
        question: "Are fewer appointments missed?",
        prediction: "No-shows of all fall from about 21% to 16% within 16 weeks.", who: "All teams",
        place: "Continuity clinic", data: "Weekly report, by distance and portal; experience every other month",
        begun: begins, ended: .on(2026, 6, 5), asPlanned: true,
        surprises: "Some of those who came by video missed their laboratory visits.", outcome: .otherwise,
        seen: "No change beyond chance by the declared rule. Convenience rose, continuity fell.",
        learned: "One visit in five was by video: too few to move the share of all, even if each helped.",
        decision: .adapt,
        why:
          "Decision with the faculty champion: video stays as an offer, with one\u{2019}s own clinician; no claim is "
          + "made. Next: telephone visits for those without a portal."), measure: outcome)
  }
}

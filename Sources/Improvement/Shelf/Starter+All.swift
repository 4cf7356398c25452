import ProcessControl

extension Starter {
  /// Every starter on the shelf.
  public static let all: [Starter] = [
    .timeToAntibiotic, .dischargeDelay, .handOff, .interpreterUse, .painReassessment, .pagesPerShift,
  ]

  /// The starter of that id.
  public static func named(_ id: String) -> Starter? { all.first { $0.id == id } }

  private static let nowhere = ProjectID(rawValue: "")

  private static func share(
    _ role: ProjectMeasure.Role, _ name: String, _ numerator: String, of denominator: String, better: Direction?,
    definition: String
  ) -> ProjectMeasure {
    ProjectMeasure(
      project: nowhere, name: name, role: role, kind: .proportion, definition: definition, numerator: numerator,
      denominator: denominator, better: better)
  }

  private static func minutes(_ name: String, _ numerator: String, definition: String) -> ProjectMeasure {
    ProjectMeasure(
      project: nowhere, name: name, role: .balancing, kind: .value, definition: definition, numerator: numerator,
      unit: "min")
  }

  private static let timeToAntibiotic = Starter(
    id: "time-to-antibiotic", title: "Time to first antibiotic",
    bother: "Patients with suspected sepsis wait too long for their first antibiotic.",
    measure: share(
      .outcome, "Antibiotic within 60 min", "patients whose first dose was given within 60 min of the order",
      of: "patients with an antibiotic ordered for suspected sepsis", better: .up,
      definition: "Clock starts at the time of the order and stops when the first dose is charted as given."),
    companions: [
      share(
        .process, "Order set used", "orders placed through the order set",
        of: "antibiotic orders for suspected sepsis", better: .up,
        definition: "Counted from the order, not from memory."),
      share(
        .balancing, "Stopped within 72 h as not needed", "courses stopped within 72 h because infection was ruled out",
        of: "courses begun for suspected sepsis", better: nil,
        definition: "Faster starts can mean more that were not needed."),
    ],
    caution: "Choose one start of the clock and keep it: arrival, triage and order give different results.")

  private static let dischargeDelay = Starter(
    id: "discharge-delay", title: "Discharge delay",
    bother: "Patients wait for hours after the discharge order.",
    measure: share(
      .outcome, "Left more than 4 h after the order", "discharges that left more than 4 h after the order",
      of: "discharges to home", better: .down,
      definition: "From the first discharge order of the day to the time that the bed is marked as empty."),
    companions: [
      share(
        .process, "Medicines ready before the order",
        "discharges whose medicines were ready when the order was written",
        of: "discharges to home", better: .up, definition: "Ready means at the bedside or at the window."),
      share(
        .balancing, "Back within 7 days", "discharges followed by an unplanned visit within 7 days",
        of: "discharges to home", better: nil, definition: "Emergency visits and readmissions to this hospital."),
    ],
    caution: "Count the reason of each delay too: without counted reasons no cause can be named.")

  private static let handOff = Starter(
    id: "hand-off", title: "Hand-off completeness",
    bother: "At night I am called about patients whose plan I was not told.",
    measure: share(
      .outcome, "Calls with no plan in the hand-off", "night calls about a matter that the hand-off did not mention",
      of: "night calls about signed-out patients", better: .down,
      definition: "The night resident marks each call: in the hand-off, not in it, or could not have been known."),
    companions: [
      share(
        .process, "Complete hand-offs", "hand-offs with illness severity, summary, actions and contingency filled in",
        of: "hand-offs looked at", better: .up, definition: "Ten a week, drawn at random."),
      minutes(
        "Minutes of sign-out", "minutes of sign-out",
        definition: "From the first patient to the last, timed once a week."),
    ],
    caution: "Completeness is not quality: keep the calls as the outcome.")

  private static let interpreterUse = Starter(
    id: "interpreter-use", title: "Interpreter use",
    bother: "We round without an interpreter and guess.",
    measure: share(
      .outcome, "Days with a professional interpreter",
      "hospital days with at least one conversation through a professional interpreter",
      of: "hospital days of patients who prefer another language than English", better: .up,
      definition: "Family, staff without certification and applications on a phone do not count."),
    companions: [
      share(
        .process, "Language recorded on day 1", "admissions with the preferred language recorded within 24 h",
        of: "admissions", better: .up, definition: "\u{201C}Unknown\u{201D} counts as not recorded."),
      minutes(
        "Minutes to an interpreter", "minutes to an interpreter",
        definition: "From the call to the first word, ten calls a week."),
    ],
    caution: "Those whose language is not recorded belong in a group of their own, not out of the count.")

  private static let painReassessment = Starter(
    id: "pain-reassessment", title: "Pain reassessment",
    bother: "Pain is treated and nobody asks whether it helped.",
    measure: share(
      .outcome, "Reassessed within 60 min", "doses followed by a recorded pain score within 60 min",
      of: "doses of analgesics given for a pain score of 4 or more", better: .up,
      definition: "By the times in the chart; asleep and documented as such counts."),
    companions: [
      share(
        .process, "Reminder shown", "doses for which the reminder appeared", of: "doses given for pain", better: .up,
        definition: "From the record of the pump or the chart."),
      minutes(
        "Documentation minutes per shift", "minutes of documentation", definition: "Asked of three nurses each week."),
    ],
    caution: "A score that is charted is not pain that is less: look at the scores too.")

  private static let pagesPerShift = Starter(
    id: "pages-per-shift", title: "Pages per shift",
    bother: "I am paged so often that I cannot finish a thought.",
    measure: ProjectMeasure(
      project: nowhere, name: "Pages per shift", role: .outcome, kind: .rate,
      definition: "Every page or message that asks for an answer, from the log of the paging system.",
      numerator: "pages", denominator: "shifts", unit: "per shift", better: .down, period: .week),
    companions: [
      share(
        .process, "Bundled messages", "non-urgent messages sent in the agreed bundles", of: "non-urgent messages",
        better: .up, definition: "By the marks that senders agreed on."),
      share(
        .balancing, "Urgent pages answered late", "urgent pages answered after more than 5 min", of: "urgent pages",
        better: .down, definition: "From the log: time of page to time of answer."),
    ],
    caution: "Fewer pages can mean that people stopped asking: keep the late answers beside it.")
}

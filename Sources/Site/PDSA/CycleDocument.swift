internal import Improvement
internal import ProcessControl
internal import Workspaces

/// A PDSA cycle as it is kept.
struct CycleDocument: ProjectOwned, Equatable {
  static let collection = "cycle"
  static let words = "a PDSA cycle"

  var cycle: Cycle

  var owner: String { cycle.project.rawValue }

  static func page(_ id: DocumentID<CycleDocument>) -> Link { .cycle(id: id.description) }

  var searchableText: String? { [cycle.change, cycle.question].joined(separator: " ") }

  /// The locked prediction stands, in its words and with its time; so do the remarks on it.
  var acts: [Act] {
    var acts: [Act] = []
    if let prediction = cycle.prediction, let locked = prediction.locked {
      let begun = cycle.doing.map { ", Do begun \($0.begun)" } ?? ""
      acts.append(
        Act("Prediction locked \(locked.text)\(begun): \u{201C}\(prediction.text)\u{201D}", isFinal: true))
    }
    acts += cycle.prediction?.remarks.map { Act("Remark \($0.at.text): \u{201C}\($0.text)\u{201D}") } ?? []
    if let study = cycle.study { acts.append(Act("Studied \(study.on): \(study.outcome.words)")) }
    if let act = cycle.act { acts.append(Act("Decided \(act.on): \(act.decision.words)")) }
    return acts
  }

  var lines: [(name: String, value: String)] {
    let prediction = cycle.prediction.map { prediction in
      prediction.text + (prediction.locked.map { " (locked \($0.text))" } ?? "")
    }
    return [
      ("Change", cycle.change), ("Scale", cycle.scale?.words ?? ""), ("Question", cycle.question),
      ("Prediction", prediction ?? ""),
      ("Remarks", cycle.prediction?.remarks.map { "\($0.at.text): \($0.text)" }.joined(separator: "; ") ?? ""),
      ("Who", cycle.who), ("When", cycle.planned?.description ?? ""), ("Where", cycle.place),
      ("Data plan", cycle.dataPlan), ("Begun", cycle.doing?.begun.description ?? ""),
      ("Ended", cycle.doing?.ended?.description ?? ""),
      ("As planned", cycle.doing?.asPlanned.map { $0 ? "yes" : "no" } ?? ""),
      ("Surprises", cycle.doing?.surprises ?? ""), ("Against the prediction", cycle.study?.outcome.words ?? ""),
      ("Seen", cycle.study?.seen ?? ""), ("Learned", cycle.study?.learned ?? ""),
      ("Decision", cycle.act.map { $0.decision.words } ?? ""), ("Why", cycle.act?.why ?? ""),
    ]
  }
}

extension Kept<CycleDocument> {
  /// The name by which the next cycle and others refer to it.
  var cycle: CycleID { CycleID(rawValue: id.description) }

  /// "PDSA 2: ride booked at rounds", short enough for a chart.
  var pinned: String {
    let change = value.cycle.change
    return "PDSA \(value.cycle.number): " + (change.count > 40 ? change.prefix(39) + "\u{2026}" : change)
  }
}

extension Cycle.Scale {
  /// As pages say it.
  var words: String {
    switch self {
    case .onePatient: "One patient"
    case .fewPatients: "A few patients"
    case .oneShift: "One shift"
    case .oneWeek: "One week in one place"
    case .oneUnit: "One unit"
    case .severalUnits: "Several units"
    case .everywhere: "Everywhere it applies"
    }
  }
}

extension Cycle.Study.Outcome {
  /// As pages say it.
  var words: String {
    switch self {
    case .asPredicted: "As predicted"
    case .partly: "Partly as predicted"
    case .otherwise: "Not as predicted"
    case .cannotTell: "Cannot tell"
    }
  }
}

extension Cycle.Act.Decision {
  /// As pages say it.
  var words: String {
    switch self {
    case .adopt: "Adopt"
    case .adapt: "Adapt"
    case .abandon: "Abandon"
    }
  }

  /// What choosing it means.
  var hint: String {
    switch self {
    case .adopt: "Keep it, and try it on a larger scale or for longer."
    case .adapt: "Change it by what was learned, and try again."
    case .abandon: "Give it up. What was learned stays here for the next team."
    }
  }
}

extension Cycle.Step {
  /// As pages say it.
  var words: String {
    switch self {
    case .plan: "Plan"
    case .do: "Do"
    case .study: "Study"
    case .act: "Act"
    case .closed: "Closed"
    }
  }
}

internal import Improvement
internal import ProcessControl

/// What a page of a cycle asks: its fields as kept or as typed, and what it does to the cycle.
struct CycleForm {
  let part: CyclePart
  let typed: FormFields

  /// The form with what was sent.
  init(_ part: CyclePart, typed: FormFields) {
    self.part = part
    self.typed = typed
  }

  /// The form with what is kept.
  init(_ part: CyclePart, of cycle: Cycle, today: Day) {
    var fields = FormFields()
    func add(_ name: String, _ value: String?) { fields.add(name, value ?? "") }
    switch part {
    case .change:
      add("change", cycle.change)
      add("scale", cycle.scale?.rawValue)
    case .prediction:
      add("question", cycle.question)
      add("prediction", cycle.prediction?.text)
    case .plan:
      add("who", cycle.who)
      add("planned", cycle.planned?.description)
      add("place", cycle.place)
    case .data:
      add("plan", cycle.dataPlan)
      add("measure", cycle.measure?.rawValue)
    case .begin: add("begun", (cycle.planned.map { min($0, today) } ?? today).description)
    case .remark: add("remark", "")
    case .happened:
      add("planned", cycle.doing?.asPlanned.map { $0 ? "yes" : "no" })
      add("surprises", cycle.doing?.surprises)
      add("ended", cycle.doing?.ended?.description)
    case .study:
      add("outcome", cycle.study?.outcome.rawValue)
      add("seen", cycle.study?.seen)
      add("learned", cycle.study?.learned)
    case .act:
      add("decision", cycle.act?.decision.rawValue)
      add("why", cycle.act?.why)
    }
    typed = fields
    self.part = part
  }

  /// Changes the cycle as the form says.
  ///
  /// - Returns: What is wrong, by field; the cycle is to be kept only when nothing is.
  func change(_ cycle: inout Cycle, today: Day, now: Moment) -> [(field: String, words: String)] {
    let problems = problems(today: today)
    guard problems.isEmpty else { return problems }
    do throws(CycleError) {
      switch part {
      case .change:
        cycle.reword(typed["change"], on: today)
        cycle.scale = Cycle.Scale(rawValue: typed["scale"])
      case .prediction:
        cycle.question = typed["question"]
        if cycle.doing == nil { try cycle.predict(typed["prediction"]) }
      case .plan:
        cycle.who = typed["who"]
        cycle.planned = Day(iso: typed["planned"])
        cycle.place = typed["place"]
      case .data:
        cycle.dataPlan = typed["plan"]
        cycle.measure = typed["measure"].isEmpty ? nil : MeasureID(rawValue: typed["measure"])
      case .begin: try cycle.begin(on: Day(iso: typed["begun"]) ?? today, at: now)
      case .remark: try cycle.annotate(typed["remark"], at: now)
      case .happened:
        try cycle.tell(
          asPlanned: typed["planned"].isEmpty ? nil : typed["planned"] == "yes", surprises: typed["surprises"],
          ended: Day(iso: typed["ended"]))
      case .study:
        guard let outcome = Cycle.Study.Outcome(rawValue: typed["outcome"]) else { break }
        try cycle.study(.init(outcome, seen: typed["seen"], learned: typed["learned"], on: today))
      case .act:
        guard let decision = Cycle.Act.Decision(rawValue: typed["decision"]) else { break }
        try cycle.act(.init(decision, why: typed["why"], on: today))
      }
    } catch {
      return [(field(for: error), error.words)]
    }
    return []
  }

  private func problems(today: Day) -> [(field: String, words: String)] {
    var problems: [(field: String, words: String)] = []
    func need(_ name: String, _ words: String) { if typed[name].isEmpty { problems.append((name, words)) } }
    func day(_ name: String, upToToday: Bool) {
      guard !typed[name].isEmpty else { return }
      guard let day = Day(iso: typed[name]) else {
        return problems.append((name, "Write the day as 2027-03-01."))
      }
      if upToToday, day > today { problems.append((name, "That day is still to come.")) }
    }
    switch part {
    case .change: need("change", "Say what is done differently.")
    case .prediction: break
    case .plan: day("planned", upToToday: false)
    case .data: break
    case .begin:
      need("begun", "Say on which day it began.")
      day("begun", upToToday: true)
    case .remark: need("remark", "Write the remark.")
    case .happened: day("ended", upToToday: true)
    case .study:
      need("outcome", "Choose how it went against the prediction.")
      need("seen", "Say in a sentence what was seen.")
    case .act: need("decision", "Choose what is done with the change.")
    }
    return problems
  }

  private func field(for error: CycleError) -> String {
    switch error {
    case .endsBeforeItBegan: "ended"
    case .noPrediction, .noChange, .begun: "begun"
    case .predictionLocked: "prediction"
    case .notBegun, .notStudied: part == .act ? "decision" : "outcome"
    }
  }
}

internal import Improvement
internal import Markup
internal import ProcessControl
internal import Workspaces

/// One question of a cycle.
struct CyclePartPage {
  let file: ProjectFile
  let kept: Kept<CycleDocument>
  let form: CycleForm
  var problems: [(field: String, words: String)] = []

  private var cycle: Cycle { kept.value.cycle }
  private var part: CyclePart { form.part }

  func answer(_ page: PageContext) -> Answer {
    page.page(part.words, status: problems.isEmpty ? 200 : 400) {
      p(.class("small")) { a(.href(Link.cycle(id: kept.id.description).path)) { kept.pinned } }
      h1 { part.words }
      ErrorList(problems: problems)
      page.writing(to: .cyclePart(id: kept.id.description, part: part.rawValue), on: kept) {
        fields
        actions { SubmitButton(part == .begin ? "Lock the prediction and begin" : "Save") }
      }
    }
  }

  private func error(_ name: String) -> String? { problems.first { $0.field == name }?.words }

  private func field(
    _ name: String, _ question: String, _ control: Field.Control = .line(), hint: String? = nil,
    isRequired: Bool = false
  ) -> Field {
    Field(
      name, question, control: control, typed: form.typed[name], hint: hint, error: error(name),
      isRequired: isRequired)
  }

  private var fields: HTML {
    switch part {
    case .change: return change
    case .prediction: return prediction
    case .plan:
      return HTML {
        field("who", "Who does it?", hint: "Roles, or the names that the team uses.")
        field("planned", "When does it begin?", .line(.date))
        field("place", "Where?", hint: "A unit, a room, a team.")
      }
    case .data: return data
    case .begin: return begin
    case .remark:
      return HTML {
        locked
        field("remark", "Remark", .area(rows: 3), isRequired: true)
      }
    case .happened:
      return HTML {
        ChoiceField(
          "planned", "Was it done as planned?", choices: [.init("yes", "Yes"), .init("no", "No, or not quite")],
          chosen: [form.typed["planned"]])
        field(
          "surprises", "What surprised you?", .area(rows: 4),
          hint: "What got in the way, what helped, what you did not expect. No patient details.")
        field("ended", "The last day of the trial", .line(.date), hint: "Leave it open while it runs.")
      }
    case .study: return study
    case .act:
      return HTML {
        ChoiceField(
          "decision", "What is done with the change?",
          choices: Cycle.Act.Decision.allCases.map { .init($0.rawValue, $0.words, hint: $0.hint) },
          chosen: [form.typed["decision"]], error: error("decision"))
        field("why", "Why?", .area(rows: 3))
      }
    }
  }

  private var change: HTML {
    HTML {
      field(
        "change", "What is done differently?", .area(rows: 3),
        hint: cycle.doing == nil
          ? "So that somebody else could do the same tomorrow."
          : "It has been tried: the earlier wording stays beside the new one.", isRequired: true)
      ChoiceField(
        "scale", "On what scale?", choices: Cycle.Scale.allCases.map { .init($0.rawValue, $0.words) },
        chosen: [form.typed["scale"]],
        hint: "Small enough that failing teaches and harms nobody. A first cycle is small.")
    }
  }

  @HTMLBuilder private var prediction: HTML {
    field("question", "What should this cycle answer?", .area(rows: 2))
    if cycle.doing == nil {
      field(
        "prediction", "What do you predict?", .area(rows: 3),
        hint: "With a number if you can. It is locked when Do begins, so that it can be told from the result.")
    } else {
      locked
    }
  }

  private var locked: HTML {
    HTML {
      p {
        b { "Predicted: " }
        cycle.prediction?.text ?? ""
      }
      p(.class("small")) {
        cycle.prediction?.locked.map { "Locked \($0.words), when Do began. It can be annotated, not changed. " } ?? ""
        if part == .prediction, cycle.prediction?.locked != nil {
          a(.href(Link.cyclePart(id: kept.id.description, part: CyclePart.remark.rawValue).path)) { "Add a remark" }
        }
      }
    }
  }

  private var data: HTML {
    let choices =
      [("", "None of them")] + file.measures.map { ($0.id.description, $0.value.measure.name) }
    return HTML {
      field(
        "measure", "Which measure\u{2019}s chart will answer?",
        .selection(choices.map { (value: $0.0, words: $0.1) }))
      field(
        "plan", "What else is written down, by whom, how often?", .area(rows: 3),
        hint: "A tally of ten cases is enough for a small cycle. Counts only, no patient details.")
    }
  }

  private var begin: HTML {
    HTML {
      p {
        b { "Predicted: " }
        cycle.prediction?.text ?? "Nothing yet"
      }
      p {
        "From this moment the prediction stands as it is, with its time. It can be annotated later, never changed: this cannot be undone."
      }
      field(
        "begun", "On which day did it begin?", .line(.date),
        hint: "A trial told late is kept; its prediction then does not count as made before.", isRequired: true)
    }
  }

  private var study: HTML {
    HTML {
      p {
        b { "Predicted: " }
        cycle.prediction?.text ?? ""
      }
      if let measure = cycle.measure.flatMap(file.measure) {
        p {
          b { "The chart: " }
          measure.link
        }
      }
      ChoiceField(
        "outcome", "How did it go against the prediction?",
        choices: Cycle.Study.Outcome.allCases.map { .init($0.rawValue, $0.words) },
        chosen: [form.typed["outcome"]], error: error("outcome"))
      field(
        "seen", "What was seen?", .area(rows: 3), hint: "Numbers first: so many of so many, in how many days.",
        isRequired: true)
      field("learned", "What did you learn?", .area(rows: 3), hint: "What would you tell the team that tries it next?")
    }
  }
}

internal import Improvement
internal import Markup
internal import ProcessControl
internal import Workspaces

/// The definition of a measure, new or changed.
struct MeasureForm {
  let project: Kept<ProjectDocument>
  /// The measure that is changed; nil for a new one.
  var kept: Kept<MeasureDocument>?
  var typed: FormFields

  /// The form of a new measure; `role` is the kind that the family lacks.
  init(in project: Kept<ProjectDocument>, role: ProjectMeasure.Role?, typed: FormFields? = nil) {
    self.project = project
    if let typed {
      self.typed = typed
    } else {
      var start = FormFields()
      let role = role ?? .outcome
      start.add("role", role.rawValue)
      start.add("kind", "proportion")
      start.add("period", "week")
      start.add("better", role == .outcome ? "down" : role == .process ? "up" : "neither")
      if role == .outcome { start.add("numerator", project.value.project.countable) }
      self.typed = start
    }
  }

  /// The form of a measure that is there.
  init(_ kept: Kept<MeasureDocument>, in project: Kept<ProjectDocument>, typed: FormFields? = nil) {
    self.project = project
    self.kept = kept
    self.typed = typed ?? MeasureForm.fields(kept.value.measure)
  }

  private static func fields(_ measure: ProjectMeasure) -> FormFields {
    var fields = FormFields()
    for (name, value) in [
      ("name", measure.name), ("role", measure.role.rawValue), ("kind", measure.kind.rawValue),
      ("definition", measure.definition), ("numerator", measure.numerator), ("denominator", measure.denominator),
      ("unit", measure.unit), ("multiplier", measure.multiplier == 1 ? "" : NumberText.full(measure.multiplier)),
      ("better", measure.better?.rawValue ?? "neither"), ("collector", measure.collector),
      ("period", measure.period.rawValue),
    ] { fields.add(name, value) }
    return fields
  }

  /// What is wrong, by field.
  var problems: [(field: String, words: String)] {
    var problems: [(field: String, words: String)] = []
    if typed["name"].isEmpty { problems.append(("name", "Give the measure a short name.")) }
    if typed["name"].count > 120 { problems.append(("name", "Keep the name below 120 letters.")) }
    if ProjectMeasure.Role(rawValue: typed["role"]) == nil { problems.append(("role", "Choose what it is for.")) }
    guard let kind = ProjectMeasure.Kind(rawValue: typed["kind"]) else {
      return problems + [("kind", "Choose what each number is.")]
    }
    if typed["numerator"].isEmpty {
      problems.append(("numerator", "Say what is counted, so that two people count the same."))
    }
    if kind.hasDenominator, typed["denominator"].isEmpty {
      problems.append(("denominator", "Say of what: a share and a rate need it."))
    }
    if multiplier == nil { problems.append(("multiplier", "Write a number above 0, such as 1000.")) }
    return problems
  }

  private var multiplier: Double? {
    let text = typed["multiplier"].filter { $0 != "," }
    if text.isEmpty { return 1 }
    return Double(text).flatMap { $0 > 0 && $0.isFinite ? $0 : nil }
  }

  /// The measure as typed.
  var measure: ProjectMeasure {
    ProjectMeasure(
      project: project.project, name: typed["name"],
      role: ProjectMeasure.Role(rawValue: typed["role"]) ?? .outcome,
      kind: ProjectMeasure.Kind(rawValue: typed["kind"]) ?? .proportion, definition: typed["definition"],
      numerator: typed["numerator"], denominator: typed["denominator"], unit: typed["unit"],
      multiplier: multiplier ?? 1, better: Direction(rawValue: typed["better"]), collector: typed["collector"],
      period: Period(rawValue: typed["period"]) ?? .week)
  }

  // MARK: Page

  func answer(_ page: PageContext, isSent: Bool = false) -> Answer {
    let problems = isSent ? problems : []
    let heading = kept == nil ? "A new measure" : "How \u{201C}\(kept?.value.measure.name ?? "")\u{201D} is counted"
    let target: Link =
      kept.map { .measureDefinition(id: $0.id.description) } ?? .newMeasure(project: project.id.description)
    return page.page(heading, status: problems.isEmpty ? 200 : 400) {
      project.wayBack
      h1 { heading }
      p(.class("lede")) { "Defined so that two people count the same." }
      ErrorList(problems: problems)
      page.writing(to: target, on: kept) {
        fields(problems)
        actions { SubmitButton(kept == nil ? "Add the measure" : "Save") }
      }
      if let kept, page.edits(kept) { removal(kept, page) }
      if let kept, !page.edits(kept) {
        SummaryList(entries: kept.value.lines.map { .words($0.name, $0.value) })
        page.readOnly(kept)
      }
    }
  }

  @HTMLBuilder private func fields(_ problems: [(field: String, words: String)]) -> HTML {
    let error = { (name: String) in problems.first { $0.field == name }?.words }
    Field(
      "name", "Name", typed: typed["name"], hint: "As on the chart: \u{201C}Late discharges\u{201D}.",
      error: error("name"), isRequired: true)
    ChoiceField(
      "role", "What is it for?",
      choices: ProjectMeasure.Role.allCases.map { .init($0.rawValue, $0.fullName, hint: $0.question) },
      chosen: [typed["role"]], error: error("role"))
    Field(
      "kind", "What is each number?",
      control: .selection(ProjectMeasure.Kind.allCases.map { ($0.rawValue, $0.words) }), typed: typed["kind"],
      hint: "It decides the chart.", error: error("kind"))
    Field(
      "numerator", "What is counted?", typed: typed["numerator"],
      hint:
        "The numerator: \u{201C}discharges that left more than 4 h after the order\u{201D}. For a quantity: what it is.",
      error: error("numerator"), isRequired: true)
    Field(
      "denominator", "Of what?", typed: typed["denominator"],
      hint: "The denominator, for a share or a rate: \u{201C}discharges\u{201D}, \u{201C}patient-days\u{201D}.",
      error: error("denominator"))
    Field(
      "definition", "Definition", control: .area(rows: 3), typed: typed["definition"],
      hint: "Who is in, who is out, from which record. No names, nothing by which a patient could be known.")
    ChoiceField(
      "better", "Which way is better?",
      choices: [.init("down", "Lower"), .init("up", "Higher"), .init("neither", "Neither: it should stay")],
      chosen: [typed["better"]])
    Field(
      "period", "How often is a point made?",
      control: .selection(Period.allCases.map { ($0.rawValue, "Every \($0.rawValue)") }), typed: typed["period"],
      hint: "More often is sooner known, if each point still holds enough.")
    Field("collector", "Who collects it?", typed: typed["collector"], hint: "A role, or the name that the team uses.")
    more("Unit and scale", isOpen: !typed["unit"].isEmpty || !typed["multiplier"].isEmpty || error("multiplier") != nil)
    {
      Field(
        "unit", "Unit", typed: typed["unit"], hint: "As \u{201C}min\u{201D} or \u{201C}per 1,000 patient-days\u{201D}.")
      Field(
        "multiplier", "For a rate: shown per so many", control: .line(mode: .decimal, size: 8),
        typed: typed["multiplier"],
        hint: "1000 for \u{201C}per 1,000\u{201D}; empty for 1.", error: error("multiplier"))
    }
  }

  private func removal(_ kept: Kept<MeasureDocument>, _ page: PageContext) -> HTML {
    dialogButton("Delete this measure", style: .danger) {
      p { "The measure leaves the project; its counts stay in the file, and undo brings it back." }
      page.writing(to: .measureRemoval(id: kept.id.description), on: kept) {
        SubmitButton("Delete it", style: .danger)
      }
    }
  }
}

internal import Improvement
internal import Markup
internal import ProcessControl
internal import Workspaces

/// Somebody whom the project touches: new or changed.
struct PersonForm {
  let file: ProjectFile
  var kept: Kept<StakeholderDocument>?
  let typed: FormFields
  var problems: [(field: String, words: String)] = []

  init(_ file: ProjectFile, kept: Kept<StakeholderDocument>? = nil, role: WorkRole? = nil) {
    self.file = file
    self.kept = kept
    let person = kept?.value.person
    typed = FormFields(kept: [
      ("name", person?.name ?? role?.name), ("role", (person?.role ?? role)?.rawValue),
      ("influence", person?.influence?.rawValue), ("interest", person?.interest?.rawValue),
      ("table", person?.isAtTable == true ? "yes" : ""), ("plan", person?.plan),
      ("by", person?.contactBy?.description), ("contacted", person?.contacted?.description),
      ("burden", person?.burden), ("shaped", person?.shaped),
    ])
  }

  /// The form as it was sent.
  init(_ file: ProjectFile, kept: Kept<StakeholderDocument>?, sent: FormFields) {
    self.file = file
    self.kept = kept
    typed = sent
    if sent["name"].isEmpty { problems.append(("name", "Give a role or the name that the team uses.")) }
    for name in ["by", "contacted"] where !sent[name].isEmpty && Day(iso: sent[name]) == nil {
      problems.append((name, "Write the day as 2027-03-01."))
    }
  }

  /// The person as the form says.
  var person: Stakeholder {
    Stakeholder(
      project: file.project.project, name: typed["name"], role: WorkRole(rawValue: typed["role"]),
      influence: .init(rawValue: typed["influence"]), interest: .init(rawValue: typed["interest"]),
      isAtTable: typed["table"] == "yes", plan: typed["plan"], contactBy: Day(iso: typed["by"]),
      contacted: Day(iso: typed["contacted"]), burden: typed["burden"], shaped: typed["shaped"])
  }

  func answer(_ page: PageContext) -> Answer {
    let link: Link =
      kept.map { .person(id: $0.id.description) } ?? .newPerson(project: file.project.id.description)
    let form = ProjectForm(
      file: file, heading: kept?.value.person.name ?? "Add a person or a role", link: link, typed: typed,
      problems: problems)
    let degrees = [ChoiceField.Choice("high", "Much"), .init("low", "Little")]
    return form.answer(page, on: kept) {
      form.field("name", "Who?", hint: "A role or the name that the team uses. Never a patient.", isRequired: true)
      form.field(
        "role", "Which role?",
        .selection([(value: "", words: "Another")] + WorkRole.allCases.map { ($0.rawValue, $0.name) }))
      form.choice("influence", "How much do they decide?", degrees)
      form.choice("interest", "How much does it matter to them?", degrees)
      ChoiceField(
        "table", "At the table?",
        choices: [.init("yes", "Takes part in deciding", hint: "Not only told.")], chosen: [typed["table"]],
        allowsSeveral: true)
      form.field("plan", "How are they reached, and by whom?", .area(rows: 2))
      form.field("by", "By when?", .line(.date))
      form.field("contacted", "Talked with on", .line(.date))
      form.field(
        "burden", "Which extra work does the change make for them?", .area(rows: 2),
        hint: "Downstream too: who answers the calls, fills the form, stays later?")
      form.field("shaped", "What in the change did they shape?", .area(rows: 2), hint: "It is credited to them.")
    }
  }
}

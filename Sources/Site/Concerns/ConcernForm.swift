internal import Improvement
internal import Markup
internal import ProcessControl
internal import Workspaces

/// A concern: raised in two answers, then asked about, heard, answered and looked at again.
struct ConcernForm {
  let file: ProjectFile
  let kept: Kept<ConcernDocument>?
  let typed: FormFields
  var problems: [(field: String, words: String)] = []

  init(_ file: ProjectFile, kept: Kept<ConcernDocument>? = nil) {
    self.file = file
    self.kept = kept
    let concern = kept?.value.concern
    typed = FormFields(kept: [
      ("said", concern?.said), ("who", concern?.who), ("kind", concern?.kind.rawValue),
      ("asked", concern?.asked), ("heard", concern?.heard), ("answer", concern?.answer?.rawValue),
      ("answered", concern?.answered), ("revisit", concern?.revisit?.description),
      ("settled", concern?.settled == nil ? "" : "yes"),
    ])
  }

  /// The form as it was sent.
  init(_ file: ProjectFile, kept: Kept<ConcernDocument>?, sent: FormFields) {
    self.file = file
    self.kept = kept
    typed = sent
    if sent["said"].isEmpty { problems.append(("said", "Write the concern as it was said.")) }
    if Concern.Kind(rawValue: sent["kind"]) == nil { problems.append(("kind", "Choose what it is about.")) }
    if !sent["revisit"].isEmpty, Day(iso: sent["revisit"]) == nil {
      problems.append(("revisit", "Write the day as 2027-03-01."))
    }
  }

  /// The concern as the form says.
  func concern(on today: Day) -> Concern {
    let before = kept?.value.concern
    var concern = Concern(
      project: file.project.project, said: typed["said"], who: typed["who"],
      kind: .init(rawValue: typed["kind"]) ?? .other, raised: before?.raised ?? today)
    concern.asked = typed["asked"]
    concern.heard = typed["heard"]
    concern.answer = .init(rawValue: typed["answer"])
    concern.answered = typed["answered"]
    concern.revisit = Day(iso: typed["revisit"])
    concern.settled = typed["settled"] == "yes" ? before?.settled ?? today : nil
    return concern
  }

  func answer(_ page: PageContext) -> Answer {
    let link: Link =
      kept.map { .concern(id: $0.id.description) } ?? .newConcern(project: file.project.id.description)
    let form = ProjectForm(
      file: file, heading: kept == nil ? "A concern" : "A concern, and its answer",
      lede: "Resistance is expected, and often right. It is asked about before it is answered.", link: link,
      typed: typed, problems: problems)
    return form.answer(page, on: kept) {
      form.field("said", "What was said?", .area(rows: 2), hint: "In their words.", isRequired: true)
      form.field("who", "By whom?", hint: "A role.")
      form.choice("kind", "What is it about?", Concern.Kind.allCases.map { .init($0.rawValue, $0.words) })
      if let kept {
        form.field(
          "asked", "Which question did you ask?", .area(rows: 2),
          hint: "For example: \(kept.value.concern.kind.question)")
        form.field("heard", "What did you hear?", .area(rows: 3))
        form.choice("answer", "What answers it?", Concern.Answer.allCases.map { .init($0.rawValue, $0.words) })
        form.field("answered", "The answer", .area(rows: 2))
        form.field("revisit", "Look again on", .line(.date))
        ChoiceField(
          "settled", "Is it settled?",
          choices: [.init("yes", "Whoever raised it says so", hint: "Not because time went by.")],
          chosen: [typed["settled"]], allowsSeveral: true)
      }
    }
  }
}

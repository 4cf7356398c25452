internal import Improvement
internal import Markup
internal import ProcessControl
internal import Workspaces

/// An evidence card: new or changed.
struct EvidenceForm {
  let file: ProjectFile
  let kept: Kept<EvidenceDocument>?
  let typed: FormFields
  var problems: [(field: String, words: String)] = []

  init(_ file: ProjectFile, kept: Kept<EvidenceDocument>? = nil) {
    self.file = file
    self.kept = kept
    let card = kept?.value.card
    typed = FormFields(kept: [
      ("claim", card?.claim), ("source", card?.source), ("year", card?.year.map(String.init)),
      ("n", card?.sampleSize.map(String.init)),
      ("setting", card?.setting), ("stance", card?.stance.rawValue), ("likeness", card?.likeness?.rawValue),
      ("differs", card?.differs),
    ])
  }

  /// The form as it was sent.
  init(_ file: ProjectFile, kept: Kept<EvidenceDocument>?, sent: FormFields, today: Day) {
    self.file = file
    self.kept = kept
    typed = sent
    if sent["claim"].isEmpty { problems.append(("claim", "Write what it says.")) }
    if sent["source"].isEmpty { problems.append(("source", "Say where it stands, so that it can be looked up.")) }
    if EvidenceCard.Stance(rawValue: sent["stance"]) == nil {
      problems.append(("stance", "Choose whether it speaks for the change."))
    }
    if !sent["year"].isEmpty, Int(sent["year"]).map({ !(1800...today.parts.year + 1).contains($0) }) ?? true {
      problems.append(("year", "Write the year of the source as four digits, up to \(today.parts.year + 1)."))
    }
    if !sent["n"].isEmpty, EvidenceCard.sampleSize(typed: sent["n"]) == nil {
      problems.append(("n", "Write a whole number from 1 to 10,000,000, or leave it empty."))
    }
  }

  /// The card as the form says.
  var card: EvidenceCard {
    EvidenceCard(
      project: file.project.project, claim: typed["claim"], source: typed["source"], year: Int(typed["year"]),
      sampleSize: EvidenceCard.sampleSize(typed: typed["n"]),
      setting: typed["setting"], stance: .init(rawValue: typed["stance"]) ?? .mixed,
      likeness: .init(rawValue: typed["likeness"]), differs: typed["differs"])
  }

  func answer(_ page: PageContext) -> Answer {
    let link: Link =
      kept.map { .evidenceCard(id: $0.id.description) } ?? .newEvidence(project: file.project.id.description)
    let form = ProjectForm(
      file: file, heading: "Evidence", lede: "What is known elsewhere, for the change and against it.", link: link,
      typed: typed, problems: problems)
    return form.answer(page, on: kept) {
      form.field(
        "claim", "What does it say?", .area(rows: 2), hint: "With its number: from how much to how much, in how many.",
        isRequired: true)
      form.field("source", "Where does it stand?", hint: "Journal, guideline, report.", isRequired: true)
      form.field("year", "Year", .line(mode: .numeric, size: 6))
      form.field(
        "n", "In how many?", .line(mode: .numeric, size: 10),
        hint: "Patients, visits or procedures, all together. Leave it empty if it is not said.")
      form.field("setting", "Where was it found?", hint: "What kind of place, which patients.")
      form.choice(
        "stance", "Does it speak for the change?", EvidenceCard.Stance.allCases.map { .init($0.rawValue, $0.words) })
      form.choice(
        "likeness", "How like our unit is that place?",
        EvidenceCard.Likeness.allCases.reversed().map { .init($0.rawValue, $0.words) })
      form.field("differs", "What is different here?")
    }
  }
}

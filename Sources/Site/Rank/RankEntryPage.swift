internal import Markup
internal import SmartPick
internal import Workspaces

/// One place of the list: the interview, the impression, a note, the first years that go with it.
struct RankEntryPage {
  let inputs: RankInputs
  let entry: RankDocument.Entry
  var typed: FormFields?
  var problems: [String: String] = [:]

  private var program: Program { inputs.program(entry) }

  func answer(_ page: PageContext) -> Answer {
    page.page(
      entry.name, notice: program.isFiction ? "Practice program: fictional" : nil, status: problems.isEmpty ? 200 : 400
    ) {
      p(.class("small")) { a(.href(Link.rank.path)) { "Your rank order list" } }
      h1 { entry.name }
      p(.class("lede")) {
        "\(entry.code) · \(program.specialty). Only the interview changes a chance; the rest is for you."
      }
      ErrorList(problems: problems.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
      page.writing(to: .rankEntry(code: entry.code)) {
        page.revisionField(inputs.kept)
        ChoiceField(
          "interviewed", "Did you interview there?",
          choices: [
            .init("yes", "Yes"), .init("no", "No", hint: "Then there is no chance: programs rank whom they met."),
          ],
          chosen: [value("interviewed", entry.wasInterviewed ? "yes" : "no")])
        ChoiceField(
          "would_go", "Would you go there?",
          choices: [.init("yes", "Yes"), .init("no", "No", hint: "A match binds: then leave it off the list.")],
          chosen: [value("would_go", entry.wouldGo ? "yes" : "no")])
        Field(
          "impression", "Your impression",
          control: .selection([("", "Not said")] + (1...5).map { ("\($0)", "\($0) of 5") }),
          typed: value("impression", entry.impression.map(String.init) ?? ""),
          hint: "Compared with the order, never part of the odds.")
        Field(
          "note", "Note", control: .area(rows: 3), typed: value("note", entry.note),
          hint: "What you will want to remember in February. No patient, no interviewer by name.",
          error: problems["note"])
        if program.track == .advanced || !entry.firstYears.isEmpty {
          Field(
            "first_years", "Supplemental list: codes of first years, one a line, first choice first",
            control: .area(rows: 4), typed: value("first_years", entry.firstYears.joined(separator: "\n")),
            hint: "It begins in the second year. This list is used only if you match here. Find codes under Programs.",
            error: problems["first_years"])
        }
        actions { SubmitButton("Save") }
      }
      page.button(
        "Take it off the list", to: .rankRemoval(code: entry.code), style: .danger,
        fields: [(FieldName.revision, "\(inputs.kept?.revision ?? 0)")])
    }
  }

  private func value(_ name: String, _ kept: String) -> String { typed?[name] ?? kept }

  /// The entry as the form says it, or what is wrong with it.
  static func read(
    _ form: FormFields, _ entry: RankDocument.Entry, _ inputs: RankInputs
  ) -> (entry: RankDocument.Entry, problems: [String: String]) {
    var entry = entry
    var problems: [String: String] = [:]
    if form.has("interviewed") { entry.wasInterviewed = form["interviewed"] != "no" }
    if form.has("would_go") { entry.wouldGo = form["would_go"] != "no" }
    if form.has("impression") { entry.impression = Int(form["impression"]).flatMap { (1...5).contains($0) ? $0 : nil } }
    if form.has("note") {
      entry.note = form["note"]
      if entry.note.count > 2000 { problems["note"] = "The note has more than 2,000 letters. Shorten it." }
    }
    if form.has("first_years") {
      let codes = form["first_years"].split(whereSeparator: { $0.isWhitespace || $0 == "," || $0 == ";" })
        .map { $0.uppercased() }
      let wrong = codes.filter { code in
        guard let program = inputs.index.programs.first(where: { $0.code == code }) else {
          return ProgramCode(code).track != .preliminary
        }
        return program.track != .preliminary
      }
      if !wrong.isEmpty {
        problems["first_years"] =
          "\(Words.list(wrong)): not the code of a preliminary or transitional year. Look it up under Programs."
      } else if Set(codes).count < codes.count {
        problems["first_years"] = "A code stands twice. Remove one of the two."
      }
      entry.firstYears = codes
    }
    return (entry, problems)
  }
}

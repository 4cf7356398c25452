internal import Improvement
internal import Markup
internal import ProcessControl
internal import Workspaces

/// Three questions to start a project; everything else grows from its page.
struct NewProjectPage {
  var typed = FormFields()
  /// The opportunity that it takes up, if it began there.
  var opportunity: Kept<OpportunityDocument>?
  /// Work like what was typed.
  var similar: [AlikeWork] = []
  /// The project that already takes this person's year.
  var running: Project?

  /// What is wrong with the answers, by field.
  var problems: [(field: String, words: String)] {
    var problems: [(field: String, words: String)] = []
    if typed["bother"].isEmpty { problems.append(("bother", "Say in a sentence what bothers you.")) }
    if typed["title"].count > 120 { problems.append(("title", "Keep the title below 120 letters.")) }
    if let running, typed["makes-way"].isEmpty {
      problems.append(
        (
          "makes-way",
          "You already run \u{201C}\(running.title)\u{201D}. Say what will stop or wait, or what makes both possible."
        ))
    }
    return problems
  }

  /// The project as answered; without a title, the beginning of the frustration is one.
  func project(began: Day) -> Project {
    let bother = typed["bother"]
    let title = typed["title"]
    return Project(
      title: title.isEmpty ? String(bother.prefix(80)) : title, bother: bother, place: typed["place"],
      countable: typed["countable"], lead: typed["lead"], began: began,
      makesWay: typed["makes-way"].isEmpty ? nil : typed["makes-way"])
  }

  private func value(_ name: String, _ fallback: String? = nil) -> String {
    typed.has(name) ? typed[name] : fallback ?? ""
  }

  func answer(_ page: PageContext, isSent: Bool = false) -> Answer {
    let problems = isSent ? problems : []
    func error(_ name: String) -> String? {
      let words = problems.filter { $0.field == name }.map(\.words)
      return words.isEmpty ? nil : words.joined(separator: " ")
    }
    return page.page("Begin a project", status: problems.isEmpty ? 200 : 400) {
      p(.class("small")) { a(.href(Link.improve.path)) { "All projects" } }
      h1 { "Begin a project" }
      p(.class("lede")) { "Three questions. The rest grows from the project's page." }
      ErrorList(problems: problems)
      page.writing(to: .newProject, showsSimilar: true) {
        if let opportunity { page.hidden("opportunity", opportunity.id.description) }
        Field(
          "bother", "What bothers you?", control: .area(rows: 3),
          typed: value("bother", opportunity?.value.opportunity.what),
          hint: "No names, no record numbers, nothing by which a patient could be known.", error: error("bother"),
          isRequired: true)
        SimilarWork(works: similar).whileTyping
        Field(
          "place", "Where does it happen?", typed: value("place", opportunity?.value.opportunity.place),
          hint: "A unit, a clinic, a service.")
        Field(
          "countable", "What could you count?", typed: typed["countable"],
          hint: "As \u{201C}discharges that left more than 4 h after the order\u{201D}. Unknown is fine.")
        if running != nil {
          Field(
            "makes-way", "What will stop or wait for it?", typed: typed["makes-way"],
            hint: "One project per person and year is what gets finished.", error: error("makes-way"))
        }
        more("A title and who leads it, if you like", isOpen: !typed["title"].isEmpty || !typed["lead"].isEmpty) {
          Field("title", "Title", typed: typed["title"], error: error("title"))
          Field("lead", "Led by", typed: typed["lead"], hint: "A role or a name that the team uses.")
        }
        actions {
          SubmitButton("Begin")
          SubmitButton("Look for similar work first", style: .quiet, field: ("look", "yes"))
        }
      }
      p {
        "Not sure what to count? "
        a(.href(Link.shelf.path)) { "Begin with a ready measure" }
      }
    }
  }
}

internal import Improvement
internal import Markup
internal import ProcessControl

/// Three questions to start a project; everything else grows from its page.
struct NewProjectPage {
  var typed = FormFields()

  /// What is wrong with the answers, by field.
  var problems: [(name: String, words: String)] {
    var problems: [(name: String, words: String)] = []
    if typed["bother"].isEmpty { problems.append(("bother", "Say in a sentence what bothers you.")) }
    if typed["title"].count > 120 { problems.append(("title", "Keep the title below 120 letters.")) }
    return problems
  }

  /// The project as answered; without a title, the beginning of the frustration is one.
  func project(began: Day) -> Project {
    let bother = typed["bother"]
    let title = typed["title"]
    return Project(
      title: title.isEmpty ? String(bother.prefix(80)) : title, bother: bother, place: typed["place"],
      countable: typed["countable"], lead: typed["lead"], began: began)
  }

  func answer(_ page: PageContext, isSent: Bool = false) -> Answer {
    let problems = isSent ? problems : []
    func error(_ name: String) -> String? { problems.first { $0.name == name }?.words }
    return page.page("Begin a project", status: problems.isEmpty ? 200 : 400) {
      p(.class("small")) { a(.href(Link.improve.path)) { "All projects" } }
      h1 { "Begin a project" }
      p(.class("lede")) { "Three questions. The rest grows from the project's page." }
      ErrorList(problems: problems.map { ($0.name, $0.words) })
      page.writing(to: .newProject) {
        Field(
          "bother", "What bothers you?", control: .area(rows: 3), typed: typed["bother"],
          hint: "No names, no record numbers, nothing by which a patient could be known.", error: error("bother"),
          isRequired: true)
        Field("place", "Where does it happen?", typed: typed["place"], hint: "A unit, a clinic, a service.")
        Field(
          "countable", "What could you count?", typed: typed["countable"],
          hint: "As \u{201C}discharges that left more than 4 h after the order\u{201D}. Unknown is fine.")
        more("A title and who leads it, if you like") {
          Field("title", "Title", typed: typed["title"], error: error("title"))
          Field("lead", "Led by", typed: typed["lead"], hint: "A role or a name that the team uses.")
        }
        actions { SubmitButton("Begin") }
      }
    }
  }
}

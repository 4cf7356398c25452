internal import Improvement
internal import Markup
internal import Workspaces

/// A survey as its team sees it: questions, rounds, links, and what may be shown.
struct SurveyPage {
  let file: SurveyFile
  var typed: FormFields?
  var problems: [(field: String, words: String)] = []

  private var survey: Survey { file.survey }

  /// What these questions are not; on every page of a survey.
  static let limits = "Own plain questions: not a validated scale."

  func answer(_ page: PageContext) -> Answer {
    page.page(survey.title, status: problems.isEmpty ? 200 : 400) {
      if let project = file.project { project.wayBack }
      h1 { survey.title }
      p(.class("lede")) {
        "\(Self.limits) Only totals are kept; a round is shown when it is closed and at least \(Survey.fewest) answered."
      }
      ErrorList(problems: problems)
      for round in Survey.Round.allCases { part(round, page) }
      if Survey.Round.allCases.allSatisfy(file.isShown) { differences }
      links(page)
      questions(page)
    }
  }

  // MARK: Rounds

  private func part(_ round: Survey.Round, _ page: PageContext) -> HTML {
    section(.aria("labelledby", round.rawValue)) {
      h2(.id(round.rawValue)) { round.words }
      switch file.isShown(round) ? .closed : survey.state(round) {
      case .notOpened: p { "Not opened yet." }
      case .open:
        p {
          file.totals.answers(round) >= Survey.fewest
            ? "Open; at least \(Survey.fewest) answered. It is shown once it is closed."
            : "Open; fewer than \(Survey.fewest) answered so far."
        }
      case .closed:
        if file.isShown(round) {
          distribution(round)
        } else {
          p { "Closed with fewer than \(Survey.fewest) answers: too few to show. It may be opened again." }
        }
      }
      if page.edits(file.kept), !file.isShown(round) { button(round, page) }
    }
  }

  @HTMLBuilder private func button(_ round: Survey.Round, _ page: PageContext) -> HTML {
    if survey.state(round) == .open {
      page.writing(to: .surveyRounds(id: file.id), on: file.kept) {
        page.hidden("round", round.rawValue)
        actions { SubmitButton("Close this round", field: ("do", "close")) }
      }
    } else if survey.mayOpen(round, answers: file.totals.answers(round)) {
      page.writing(to: .surveyRounds(id: file.id), on: file.kept) {
        page.hidden("round", round.rawValue)
        actions {
          SubmitButton(
            survey.state(round) == .closed ? "Open it again" : "Open this round", style: .quiet, field: ("do", "open"))
        }
      }
    }
  }

  private func distribution(_ round: Survey.Round) -> HTML {
    RowsTable(
      "Answers, \(round.words.lowercased())",
      columns: [.init("Question")] + Survey.levels.map { .init(level($0), isNumeric: true) }
        + [.init("n", isNumeric: true)],
      rows: survey.questions.enumerated().map { place, question in
        [HTML { question }]
          + Survey.levels.map { level in HTML { "\(file.totals.count(round, question: place, level: level))" } }
          + [HTML { "\(file.totals.scores(round, question: place).count)" }]
      }
    ).body
  }

  private func level(_ level: Int) -> String {
    switch level {
    case 0: "Not said"
    case 1: "1 \(survey.low)"
    case Survey.levels.upperBound: "\(level) \(survey.high)"
    default: "\(level)"
    }
  }

  private var differences: HTML {
    section(.aria("labelledby", "difference")) {
      h2(.id("difference")) { "After, beside before" }
      ul {
        for (place, question) in survey.questions.enumerated() {
          li {
            b { question }
            " \(file.totals.statement(of: place))"
          }
        }
      }
      p(.class("small")) {
        "Welch\u{2019}s interval (1947) for different people: nobody\u{2019}s two answers can be put together. A difference "
        "after the change is not yet one that the change made."
      }
    }
  }

  // MARK: Links

  private func links(_ page: PageContext) -> HTML {
    section(.class("share"), .aria("labelledby", "links")) {
      h2(.id("links")) { "The group\u{2019}s link" }
      p { "One link for the whole group, without an account. It shows the questions of the round that is open." }
      if page.site.options.reach == nil {
        FlashMessage(
          .warn, "Others cannot open a link to this computer.", "Share the server on the local network to use it.")
      }
      if page.may(.invite) {
        page.button("Make a link", to: .surveyLinks(id: file.id))
      }
      if !file.links.isEmpty {
        RowsTable(
          "Links that were made", columns: [.init("Made"), .init("Until"), .init("Change")],
          rows: file.links.map { kept in
            [
              HTML { DayText.day(kept.value.made) }, HTML { kept.value.expires.map(DayText.day) ?? "taken back" },
              page.button(
                "Take back", to: .surveyLinkRemoval(id: file.id), style: .small,
                fields: [("link", kept.id.description)]),
            ]
          })
      }
    }
  }

  // MARK: Questions

  @HTMLBuilder private func questions(_ page: PageContext) -> HTML {
    if survey.isDraft {
      if page.edits(file.kept) {
        section(.aria("labelledby", "questions-heading")) {
          h2(.id("questions-heading")) { "Questions" }
          page.writing(to: .survey(id: file.id), on: file.kept) {
            SurveyFields(typed: typed ?? FormFields(survey), problems: problems).body
            actions { SubmitButton("Save", style: .quiet) }
          }
        }
      }
    } else {
      more("Questions") {
        p(.class("small")) { "They stay as they are since the first round was opened, so that both ask the same." }
        ul { survey.questions.map { question in li { question } } }
      }
    }
  }
}

/// The fields of a survey.
struct SurveyFields: Component {
  let typed: FormFields
  let problems: [(field: String, words: String)]

  private func error(_ name: String) -> String? { problems.first { $0.field == name }?.words }

  var body: HTML {
    HTML {
      Field("title", "Title", typed: typed["title"], error: error("title"), isRequired: true)
      Field(
        "questions", "Questions, one a line", control: .area(rows: 6), typed: typed["questions"],
        hint: "Up to \(Survey.mostQuestions), each answered from 1 to 5. Your own words: published scales have owners.",
        error: error("questions"))
      Field("low", "What 1 means", typed: typed["low"])
      Field("high", "What 5 means", typed: typed["high"])
    }
  }

  /// The survey as typed, or what is wrong with it.
  static func survey(
    _ form: FormFields, of project: ProjectID
  ) -> (survey: Survey, problems: [(field: String, words: String)]) {
    let questions = ReviewForm.lines(form["questions"])
    var problems: [(field: String, words: String)] = []
    if form["title"].isEmpty { problems.append(("title", "Give it a title.")) }
    if questions.isEmpty { problems.append(("questions", "Write at least one question.")) }
    if questions.count > Survey.mostQuestions {
      problems.append(("questions", "Ask at most \(Survey.mostQuestions) questions."))
    }
    let survey = Survey(
      project: project, title: String(form["title"].prefix(120)), questions: questions,
      low: form["low"].isEmpty ? "not at all" : String(form["low"].prefix(40)),
      high: form["high"].isEmpty ? "completely" : String(form["high"].prefix(40)))
    return (survey, problems)
  }
}

extension FormFields {
  init(_ survey: Survey) {
    self.init()
    add("title", survey.title)
    add("questions", survey.questions.joined(separator: "\n"))
    add("low", survey.low)
    add("high", survey.high)
  }
}

/// The beginning of a survey.
struct NewSurveyPage {
  let project: Kept<ProjectDocument>
  var typed: FormFields?
  var problems: [(field: String, words: String)] = []

  func answer(_ page: PageContext) -> Answer {
    page.page("A short survey", status: problems.isEmpty ? 200 : 400) {
      project.wayBack
      h1 { "A short survey" }
      p(.class("lede")) {
        "The same few questions before and after the change, answered by the group in a minute. \(SurveyPage.limits)"
      }
      ErrorList(problems: problems)
      page.writing(to: .newSurvey(project: project.id.description)) {
        SurveyFields(
          typed: typed
            ?? FormFields(
              Survey(
                project: project.project, title: "Confidence",
                questions: ["How confident are you that you would notice a missed step?"])), problems: problems
        ).body
        actions { SubmitButton("Make the survey") }
      }
    }
  }
}

extension Survey.Round {
  var words: String { self == .before ? "Before the change" : "After the change" }
}

internal import Foundation
internal import Improvement
internal import Markup
internal import Workspaces

/// Short surveys: the team's side, and the group's side behind a link.
///
/// As for an adviser's page, the token of a link goes to a cookie of its own and stands in no address after that.
enum SurveyRoutes {
  static let all: [Route] = [
    .get(.newSurvey(project: "{id}"), for: .guest(.contribute)) { page in
      guard page.workspace != nil else { return .see(.improve) }
      return NewSurveyPage(project: try await page.projectFile().project).answer(page)
    },
    .post(.newSurvey(project: "{id}"), for: .guest(.contribute)) { page in
      guard page.workspace != nil else { throw SiteError.notFound }
      let project = try await page.projectFile().project
      let (survey, problems) = SurveyFields.survey(page.form, of: project.project)
      guard problems.isEmpty else {
        return NewSurveyPage(project: project, typed: page.form, problems: problems).answer(page)
      }
      let kept = try await page.write { try $0.create(SurveyDocument(survey: survey)) }
      return .see(.survey(id: kept.id.description), page.saved(kept))
    },
    .get(.survey(id: "{id}"), for: .guest(.read)) { page in
      guard page.workspace != nil else { return .see(.improve) }
      return SurveyPage(file: try await page.surveyFile()).answer(page)
    },
    .post(.survey(id: "{id}"), for: .guest(.contribute)) { page in
      guard page.workspace != nil else { throw SiteError.notFound }
      let file = try await page.surveyFile()
      guard file.survey.isDraft else { return .see(.survey(id: file.id)) }
      let (survey, problems) = SurveyFields.survey(page.form, of: file.survey.project)
      guard problems.isEmpty else {
        return SurveyPage(file: file, typed: page.form, problems: problems).answer(page)
      }
      let kept = try await page.save(SurveyDocument(survey: survey), as: file.kept.id)
      return .see(.survey(id: file.id), page.saved(kept))
    },
    .post(.surveyRounds(id: "{id}"), for: .guest(.contribute)) { page in
      guard page.workspace != nil else { throw SiteError.notFound }
      return try await turn(try await page.surveyFile(), page)
    },
    .post(.surveyLinks(id: "{id}"), for: .member(.invite)) { page in
      let file = try await page.surveyFile()
      let expires = page.site.world.now().addingTimeInterval(60 * 86_400)
      let token = try await page.write {
        try $0.showPage(SurveyFile.page(file.id), label: "A survey\u{2019}s group", until: expires)
      }
      return LinkPage.survey(token, of: file, until: expires, page)
    },
    .post(.surveyLinkRemoval(id: "{id}"), for: .member(.invite)) { page in
      let file = try await page.surveyFile()
      guard let id = file.links.first(where: { $0.id.description == page.form["link"] })?.id else {
        throw SiteError.notFound
      }
      try await page.write { try $0.hidePage(id) }
      return .see(.survey(id: file.id), Flash(.good, "Taken back.", "That link opens nothing any more."))
    },
    .get(.surveyLink(id: "{id}", token: "{token}"), for: .anyone) { page in
      try page.limitLinks()
      guard let token = Token(page.parameters["token"] ?? "") else { throw WorkspaceError.noEntrance }
      return Answer.see(.surveyAnswer(id: page.parameters["id"] ?? ""))
        .setting(SiteCookie(name: .page, value: token.text, lifetime: 86_400))
    },
    .get(.surveyThanks, for: .anyone) { page in SurveyAnswerPage.thanks(page) },
    .get(.surveyAnswer(id: "{id}"), for: .anyone) { page in
      guard let token = page.pageToken else { return SurveyAnswerPage.none(page) }
      let (id, survey) = try await shown(token, page)
      return SurveyAnswerPage.answer(survey, id: id.description, page)
    },
    .post(.surveyAnswer(id: "{id}"), for: .anyone) { page in
      guard let token = page.pageToken else { throw WorkspaceError.noEntrance }
      return try await take(token, page)
    },
  ]

  /// Opens or closes a round.
  private static func turn(_ file: SurveyFile, _ page: PageContext) async throws -> Answer {
    guard let round = Survey.Round(rawValue: page.form["round"]) else { throw SiteError.notFound }
    let (id, revision, isOpening) = (file.kept.id, page.revision, page.form["do"] == "open")
    let isDone = try await page.write { writing in
      guard let now = try SurveyFile(id, in: writing.reading) else { throw SiteError.notFound }
      var survey = now.survey
      if isOpening {
        guard survey.mayOpen(round, answers: now.totals.answers(round)) else { return false }
        survey.set(round, .open)
        try writing.makeTotals(round, of: id, questions: survey.questions.count)
      } else {
        guard survey.state(round) == .open else { return false }
        survey.set(round, .closed)
        if now.totals.answers(round) >= Survey.fewest { try writing.seal(round, of: id) }
      }
      try writing.write(SurveyDocument(survey: survey), to: id, on: revision)
      return true
    }
    let words = isOpening ? "The round is open." : "The round is closed."
    return .see(
      .survey(id: file.id), isDone ? Flash(.good, words, "") : Flash(.warn, "The survey has changed meanwhile.", ""))
  }

  /// The survey that a link shows, in the workspace that it leads to.
  private static func shown(
    _ token: Token, _ page: PageContext
  ) async throws -> (id: DocumentID<SurveyDocument>, survey: Survey) {
    guard let id = DocumentID<SurveyDocument>(page.parameters["id"] ?? "") else { throw SiteError.notFound }
    let workspace = try await page.site.shelf.workspace(of: token)
    let survey = try await workspace.read(by: token, page: SurveyFile.page(id.description)) { reading, _ in
      try reading.document(id)?.value.survey
    }
    guard let survey else { throw WorkspaceError.noEntrance }
    return (id, survey)
  }

  private static func take(_ token: Token, _ page: PageContext) async throws -> Answer {
    let (id, survey) = try await shown(token, page)
    guard let round = survey.open, page.form["round"] == round.rawValue else {
      return SurveyAnswerPage.answer(survey, id: id.description, page)
    }
    var levels: [Int] = []
    var problems: [(field: String, words: String)] = []
    for (place, question) in survey.questions.enumerated() {
      let name = Survey.name(ofQuestion: place)
      if let level = Int(page.form[name]), Survey.levels.contains(level) {
        levels.append(level)
      } else {
        problems.append((name, "Choose a level, or \u{201C}rather not say\u{201D}: \(question)"))
      }
    }
    guard problems.isEmpty else {
      return SurveyAnswerPage.answer(survey, id: id.description, typed: page.form, problems: problems, page)
    }
    guard let form = SurveyForm(sent: page.form[SurveyForm.field], of: id.description, round, page) else {
      // An older page, or the server has a new key: the same answers with a form that counts.
      return SurveyAnswerPage.answer(
        survey, id: id.description, typed: page.form,
        problems: [
          (Survey.name(ofQuestion: 0), "This page was too old to be counted. Look at it and send it once more.")
        ],
        page)
    }
    let workspace = try await page.site.shelf.workspace(of: token)
    let (answers, mark) = (levels, form.mark(page))
    let isKept = try await workspace.write(by: token, page: SurveyFile.page(id.description)) { writing, _ in
      try writing.answer(answers, on: mark, to: id)
    }
    guard isKept else { return SurveyAnswerPage.answer(survey, id: id.description, page) }
    // The page's cookie goes too: the next one at this device begins with the link.
    return Answer.see(.surveyThanks).setting(.forgetting(.page))
  }
}

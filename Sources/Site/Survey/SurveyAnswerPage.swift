internal import HTTPTypes
internal import Improvement
internal import Markup
internal import Workspaces

/// The survey as somebody of the group sees it through the link.
enum SurveyAnswerPage {
  static func answer(
    _ survey: Survey, id: String, typed: FormFields? = nil, problems: [(field: String, words: String)] = [],
    _ page: PageContext
  ) -> Answer {
    var answer = AdviserLinkPage.frame(survey.title, page) {
      h1 { survey.title }
      if survey.open == nil {
        p(.class("lede")) { "No round is open now. Nothing can be answered." }
      } else {
        p(.class("lede")) {
          "\(survey.questions.count == 1 ? "One question" : "\(survey.questions.count) questions"), a minute. \(SurveyPage.limits)"
        }
        ErrorList(problems: problems)
        page.writing(to: .surveyAnswer(id: id)) {
          // A page that was opened in one round is not counted in the next.
          page.hidden("round", survey.open?.rawValue ?? "")
          page.hidden(SurveyForm.field, SurveyForm(of: id, survey.open, page).text)
          div(.class("one-hand")) {
            for (place, question) in survey.questions.enumerated() {
              ChoiceField(
                Survey.name(ofQuestion: place), question,
                choices: Survey.levels.filter { $0 > 0 }.map { .init("\($0)", words($0, survey)) }
                  + [.init("0", "Rather not say")],
                chosen: [typed?[Survey.name(ofQuestion: place)] ?? ""],
                error: problems.first { $0.field == Survey.name(ofQuestion: place) }?.words)
            }
          }
          actions { SubmitButton("Send") }
        }
        reading
      }
    }
    if !problems.isEmpty { answer.status = .init(code: 400) }
    return answer
  }

  static func thanks(_ page: PageContext) -> Answer {
    AdviserLinkPage.frame("Thank you", page) {
      h1 { "Thank you" }
      p(.class("lede")) { "Your answer is one of the totals now. It cannot be found again, nor taken back." }
      p { "The page that you answered on is closed on this device. You may close this one too." }
    }
  }

  static func none(_ page: PageContext) -> Answer {
    AdviserLinkPage.frame("A short survey", page) {
      h1 { "Open the link you were given" }
      p(.class("lede")) { "This page begins with a link from your team. Open it again, or ask for a new one." }
    }
  }

  private static func words(_ level: Int, _ survey: Survey) -> String {
    switch level {
    case 1: "1, \(survey.low)"
    case Survey.levels.upperBound: "\(level), \(survey.high)"
    default: "\(level)"
    }
  }

  /// Who could read what.
  private static var reading: HTML {
    section(.aria("labelledby", "who")) {
      h2(.id("who")) { "Who could read what" }
      ul {
        li {
          "Kept is only how many chose each level of each question. No name, no device, no time, no order, no row of "
          "your own."
        }
        li {
          "The team sees these totals when the round is closed and at least \(Survey.fewest) answered. If all chose the "
          "same level, that is then known of everybody."
        }
        li {
          "This form counts once, however often it is sent. To know it again, a mark of the form is kept until the round is "
          "closed for good: random, without a time, and apart from what was answered. Whoever opens the link again has a new form "
          "and could answer again: nothing here knows who you are, so nothing can prevent that."
        }
        li {
          "Whoever runs this server, or copies the workspace\u{2019}s file before and after an answer, could tell that "
          "answer from the difference. Answer only if you trust them with it."
        }
      }
    }
  }
}

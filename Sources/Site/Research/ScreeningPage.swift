internal import Improvement
internal import Markup
internal import ProcessControl
internal import Workspaces

/// Improvement or research? One sitting, then a dated record to print.
struct ScreeningPage {
  let project: Kept<ProjectDocument>
  let kept: Kept<ScreeningDocument>?
  /// The first day that was counted in the project; nil before anything was.
  let firstCount: Day?
  var typed: FormFields?
  var problems: [(field: String, words: String)] = []

  func answer(_ page: PageContext) -> Answer {
    page.page("Improvement or research?", status: problems.isEmpty ? 200 : 400) {
      project.wayBack
      h1 { "Improvement or research?" }
      p(.class("lede")) {
        "Before any data. This is not a determination: many hospitals do not let teams decide. Take the record to those "
        "who do."
      }
      if let kept { record(kept.value.screening) }
      ErrorList(problems: problems)
      if page.writes(kept) {
        more(kept == nil ? "The questions" : "Answer again", isOpen: kept == nil || !problems.isEmpty) {
          questions(page)
        }
      } else if kept == nil {
        p { "The questions were not answered yet." }
      }
      page.readOnly(kept)
    }
  }

  private func record(_ screening: ResearchScreening) -> HTML {
    section(.class("card"), .aria("labelledby", "record")) {
      h2(.id("record")) { screening.verdict?.words ?? "Not finished" }
      p {
        "Answered on \(screening.on.words)\(screening.by.isEmpty ? "" : " by \(screening.by)"). "
        if let firstCount {
          firstCount > screening.on
            ? "The first count here is of \(firstCount.words), after that."
            : "The first count here is of \(firstCount.words), not after it: the answers did not come before all data."
        } else {
          "Nothing is counted here yet."
        }
      }
      if !screening.localWords.isEmpty {
        p {
          b { "What holds here: " }
          screening.localWords
        }
      }
      if !screening.pointers.isEmpty {
        h3 { "What to ask about" }
        ul {
          screening.pointers.map { question in
            li {
              "\(question.words) \u{2013} \(screening.answers[question.id]?.words ?? ""). "
              small { question.why }
            }
          }
        }
      }
      more("Every answer") {
        SummaryList(
          entries: ResearchQuestion.all.map { question in
            .init(question.words, screening.answers[question.id].map { answer in HTML { answer.words } })
          })
      }
      sourceNote(
        "Research is a systematic investigation designed to develop or contribute to generalizable knowledge "
          + "(45 CFR 46.102). The questions are ours; your hospital's go before them.")
    }
  }

  private func questions(_ page: PageContext) -> HTML {
    page.writing(to: .screening(id: project.id.description), on: kept) {
      for question in ResearchQuestion.all {
        ChoiceField(
          question.id, question.words,
          choices: ResearchScreening.Answer.allCases.map { .init($0.rawValue, $0.words) }, chosen: chosen(question),
          error: problems.first { $0.field == question.id }?.words)
      }
      Field("by", "Answered by", typed: typed?["by"] ?? kept?.value.screening.by ?? "", hint: "A role.")
      Field(
        "local-words", "Your hospital's own rule, or the board's reply", control: .area(rows: 3),
        typed: typed?["local-words"] ?? kept?.value.screening.localWords ?? "",
        hint: "It stands above our words on the record.")
      actions { SubmitButton("Make the record") }
    }
  }

  private func chosen(_ question: ResearchQuestion) -> Set<String> {
    if let typed { return typed.has(question.id) ? [typed[question.id]] : [] }
    return (kept?.value.screening.answers[question.id]).map { [$0.rawValue] } ?? []
  }
}

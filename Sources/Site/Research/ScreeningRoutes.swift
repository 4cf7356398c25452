internal import Improvement
internal import Markup
internal import Workspaces

/// The screening of a project: improvement of care, a question for the board, or research.
enum ScreeningRoutes {
  static let all: [Route] = [
    .get(.screening(id: "{id}"), for: .guest(.read)) { page in
      guard page.workspace != nil else { return .see(.improve) }
      return try await screening(page).answer(page)
    },
    .post(.screening(id: "{id}"), for: .guest(.contribute)) { page in
      guard page.workspace != nil else { throw SiteError.notFound }
      var shown = try await screening(page)
      let screening = ResearchScreening(
        project: shown.project.project,
        answers: ResearchQuestion.all.reduce(into: [:]) { answers, question in
          answers[question.id] = ResearchScreening.Answer(rawValue: page.form[question.id])
        }, on: page.today, by: page.form["by"], localWords: page.form["local-words"])
      guard screening.unanswered.isEmpty else {
        shown.typed = page.form
        shown.problems = screening.unanswered.map {
          ($0.id, "Not answered: \($0.words) \u{201C}Not sure\u{201D} is an answer.")
        }
        return shown.answer(page)
      }
      guard let id = DocumentID<ScreeningDocument>(shown.project.id.description) else { throw SiteError.notFound }
      let kept = try await page.save(ScreeningDocument(screening: screening), as: id)
      return .see(.screening(id: id.description), page.saved(kept))
    },
  ]

  private static func screening(_ page: PageContext) async throws -> ScreeningPage {
    guard let id = DocumentID<ProjectDocument>(page.parameters["id"] ?? ""),
      let record = DocumentID<ScreeningDocument>(id.description),
      let (file, kept) = try await page.read({ reading in
        (try ProjectFile(id, in: reading), try reading.document(record))
      }), let file
    else { throw SiteError.notFound }
    return ScreeningPage(
      project: file.project, kept: kept, firstCount: file.counts.values.lazy.flatMap { $0 }.map(\.day).min())
  }
}

extension ProjectPart {
  /// Before any data: whether this is research is still to be asked.
  static let screeningOpen = ProjectPart { file, _ in
    guard file.screening == nil else { return .empty }
    return section(.class("card"), .aria("labelledby", "screening")) {
      h2(.id("screening")) { "Improvement or research?" }
      p {
        "Ask before any data: five minutes, one record to print. "
        a(.href(Link.screening(id: file.project.id.description).path)) { "Answer nine questions" }
      }
    }
  }

  /// What was answered to it.
  static let screening = ProjectPart(place: .foundation) { file, _ in
    guard let kept = file.screening else { return .empty }
    return section(.aria("labelledby", "screening")) {
      h2(.id("screening")) { "Improvement or research?" }
      p {
        "\(kept.value.screening.verdict?.words ?? "Not finished") (\(kept.value.screening.on.words)). "
        a(.href(Link.screening(id: file.project.id.description).path)) { "The record" }
      }
    }
  }
}

internal import Improvement
internal import Markup
internal import ProcessControl
internal import Workspaces

/// Concerns: raised, asked about, answered, looked at again.
enum ConcernRoutes {
  static let all: [Route] = [
    .get(.newConcern(project: "{id}"), for: .guest(.contribute)) { page in
      guard page.workspace != nil else { return .see(.improve) }
      return ConcernForm(try await page.projectFile()).answer(page)
    },
    .post(.newConcern(project: "{id}"), for: .guest(.contribute)) { page in
      let file = try await page.projectFile()
      let form = ConcernForm(file, kept: nil, sent: page.form)
      guard form.problems.isEmpty else { return form.answer(page) }
      let concern = form.concern(on: page.today)
      let kept = try await page.write { try $0.create(ConcernDocument(concern: concern)) }
      return .see(.concern(id: kept.id.description), page.saved(kept, "Ask about it before you answer."))
    },
    .get(.concern(id: "{id}"), for: .guest(.read)) { page in
      guard page.workspace != nil else { return .see(.improve) }
      let (file, kept) = try await page.owned(ConcernDocument.self)
      return ConcernForm(file, kept: kept).answer(page)
    },
    .post(.concern(id: "{id}"), for: .guest(.contribute)) { page in
      let (file, kept) = try await page.owned(ConcernDocument.self)
      let form = ConcernForm(file, kept: kept, sent: page.form)
      guard form.problems.isEmpty else { return form.answer(page) }
      let saved = try await page.save(ConcernDocument(concern: form.concern(on: page.today)), as: kept.id)
      return .see(.project(id: file.project.id.description), page.saved(saved))
    },
  ]
}

extension ProjectPart {
  /// The open concerns, at the head of the page; the due ones first.
  static let openConcerns = ProjectPart { file, page in
    let open = file.work.concerns.filter { $0.value.concern.isOpen }
      .sorted { $0.value.concern.isDue(on: page.today) && !$1.value.concern.isDue(on: page.today) }
    guard !open.isEmpty else { return .empty }
    return section(.class("card"), .aria("labelledby", "concerns")) {
      h2(.id("concerns")) { open.count == 1 ? "One concern is open" : "\(open.count) concerns are open" }
      TaskList(
        tasks: open.map { kept in
          let concern = kept.value.concern
          let due = concern.isDue(on: page.today)
          return .init(
            concern.said, at: Link.concern(id: kept.id.description).path,
            due ? .begun("Due") : .open(concern.step.words),
            note: [
              concern.kind.words, concern.who, concern.revisit.map { "look again \($0.words)" } ?? "",
            ].filter { !$0.isEmpty }.joined(separator: ", "))
        })
    }
  }

  /// All concerns with their answers, and the way to note one.
  static let concerns = ProjectPart(place: .aside) { file, page in
    let settled = file.work.concerns.filter { !$0.value.concern.isOpen }
    return section(.class("card"), .aria("labelledby", "heard")) {
      h2(.id("heard")) { "Concerns" }
      if file.work.concerns.isEmpty {
        p { "None is noted. Ask somebody who would be against it, before it begins." }
      } else if settled.isEmpty {
        p { "None is settled yet; the open ones head this page." }
      }
      if !settled.isEmpty {
        ul {
          for kept in settled {
            li {
              a(.href(Link.concern(id: kept.id.description).path)) { kept.value.concern.said }
              " "
              small { "settled: \(kept.value.concern.answer?.words.lowercased() ?? "no answer kept")" }
            }
          }
        }
      }
      if page.may(.contribute) {
        p(.class("small not-in-print")) {
          a(.href(Link.newConcern(project: file.project.id.description).path)) { "Note a concern" }
        }
      }
    }
  }
}

internal import Improvement
internal import Markup
internal import Workspaces

/// Evidence cards.
enum EvidenceRoutes {
  static let all: [Route] = [
    .get(.newEvidence(project: "{id}"), for: .guest(.contribute)) { page in
      guard page.workspace != nil else { return .see(.improve) }
      return EvidenceForm(try await page.projectFile()).answer(page)
    },
    .post(.newEvidence(project: "{id}"), for: .guest(.contribute)) { page in
      let file = try await page.projectFile()
      let form = EvidenceForm(file, kept: nil, sent: page.form, today: page.today)
      guard form.problems.isEmpty else { return form.answer(page) }
      let kept = try await page.write { try $0.create(EvidenceDocument(card: form.card)) }
      return .see(.project(id: file.project.id.description), page.saved(kept))
    },
    .get(.evidenceCard(id: "{id}"), for: .guest(.read)) { page in
      guard page.workspace != nil else { return .see(.improve) }
      let (file, kept) = try await page.owned(EvidenceDocument.self)
      return EvidenceForm(file, kept: kept).answer(page)
    },
    .post(.evidenceCard(id: "{id}"), for: .guest(.contribute)) { page in
      let (file, kept) = try await page.owned(EvidenceDocument.self)
      let form = EvidenceForm(file, kept: kept, sent: page.form, today: page.today)
      guard form.problems.isEmpty else { return form.answer(page) }
      let saved = try await page.save(EvidenceDocument(card: form.card), as: kept.id)
      return .see(.project(id: file.project.id.description), page.saved(saved))
    },
  ]
}

extension ProjectPart {
  /// What is known elsewhere, each card with its stance and how like us its place was.
  static let evidence = ProjectPart(place: .aside) { file, page in
    section(.class("card"), .aria("labelledby", "evidence")) {
      h2(.id("evidence")) { "Evidence from elsewhere" }
      if file.work.evidence.isEmpty {
        p { "No card yet. Look for one that speaks against the change too." }
      } else {
        ul {
          for kept in file.work.evidence {
            let card = kept.value.card
            li {
              a(.href(Link.evidenceCard(id: kept.id.description).path)) { card.claim }
              " "
              small { card.origin }
            }
          }
        }
        if !file.work.evidence.contains(where: { $0.value.card.stance != .supports }) {
          p(.class("small")) { "All speak for it. Is there none against?" }
        }
      }
      if page.may(.contribute) {
        p(.class("small not-in-print")) {
          a(.href(Link.newEvidence(project: file.project.id.description).path)) { "Add a card" }
        }
      }
    }
  }
}

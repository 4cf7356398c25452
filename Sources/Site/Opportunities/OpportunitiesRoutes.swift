internal import Improvement
internal import ProcessControl
internal import Workspaces

/// Opportunities: kept, seen again, weighed, asked for.
enum OpportunitiesRoutes {
  static let all: [Route] = [
    .get(.opportunities, for: .guest(.read)) { page in try await listing(page).answer(page) },
    .post(.opportunities, for: .guest(.contribute)) { page in
      var form = OpportunityForm(typed: page.form)
      // Looking keeps nothing: the page again, with what is like it.
      if page.form.has("look") {
        let typed = "\(page.form["what"]) \(page.form["where"])"
        form.similar = try await page.read { try $0.workAlike(typed) } ?? []
        return try await listing(page).answer(page, form: form)
      }
      guard form.problems.isEmpty, let opportunity = form.opportunity(on: page.today) else {
        return try await listing(page).answer(page, form: form, isSent: true)
      }
      let document = OpportunityDocument(opportunity: opportunity)
      guard !form.typed.has("unsigned") else {
        try await page.write { writing in try writing.createUnsigned(document) }
        return .see(.opportunities, Flash(.good, "Kept, without your name.", ""))
      }
      let kept = try await page.write { writing in try writing.create(document) }
      return .see(.opportunities, page.saved(kept))
    },
    .get(.opportunity(id: "{id}"), for: .guest(.read)) { page in
      guard page.workspace != nil else { return .see(.opportunities) }
      return try await one(page).answer(page)
    },
    .post(.sightings(id: "{id}"), for: .guest(.contribute)) { page in
      guard let id = DocumentID<OpportunityDocument>(page.parameters["id"] ?? ""), page.workspace != nil else {
        throw SiteError.notFound
      }
      let sighting = Opportunity.Sighting(page.today, shift: page.form["shift"])
      let kept = try await page.write { writing in
        guard let kept = try writing.reading.document(id) else { throw SiteError.notFound }
        var document = kept.value
        document.opportunity.sightings.append(sighting)
        // Everybody may say that they saw it too: it adds to the count, on whatever it says by now.
        return try (page.edits(kept) ? writing : writing.unsigned()).write(document, to: id, on: kept.revision)
      }
      return .see(
        .opportunity(id: id.description),
        page.edits(kept) ? page.saved(kept) : Flash(.good, "Counted.", "Without your name."))
    },
    .post(.opportunityWords(id: "{id}"), for: .guest(.contribute)) { page in
      let form = OpportunityForm(typed: page.form)
      guard form.problems.isEmpty else {
        guard page.workspace != nil else { return .see(.opportunities) }
        var shown = try await one(page)
        (shown.typed, shown.problems) = (page.form, form.problems)
        return shown.answer(page)
      }
      return try await change(page) { form.correct(&$0) }
    },
    .post(.opportunityRemoval(id: "{id}"), for: .guest(.contribute)) { page in
      guard let id = DocumentID<OpportunityDocument>(page.parameters["id"] ?? ""), page.workspace != nil else {
        throw SiteError.notFound
      }
      let same = DocumentID<OpportunityDocument>(page.form["same"])
      let revision = page.revision
      let gone = try await page.write { writing -> (words: String, revision: Int) in
        guard let kept = try writing.reading.document(id), kept.value.opportunity.project == nil else {
          throw SiteError.notFound
        }
        var words = kept.value.opportunity.what
        if let same, same != id, let other = try writing.reading.document(same) {
          var document = other.value
          document.opportunity.sightings += kept.value.opportunity.sightings
          // It adds to the count alone, as "Seen again" does.
          try (page.edits(other) ? writing : writing.unsigned()).write(document, to: same, on: other.revision)
          words += " Its sightings are counted with the other from now on."
        }
        try writing.delete(id, on: revision)
        let now = try writing.reading.deleted(OpportunityDocument.self).first { $0.id == id }?.revision ?? revision
        return (words, now)
      }
      return .see(
        .opportunities,
        Flash(
          .good, "Removed.", gone.words,
          undo: .init(collection: OpportunityDocument.collection, id: id.description, revision: gone.revision)))
    },
    .post(.opportunityStanding(id: "{id}"), for: .guest(.contribute)) { page in
      try await change(page) { opportunity in
        func value(_ name: String) -> Int? { Int(page.form[name]).flatMap { (1...5).contains($0) ? $0 : nil } }
        opportunity.standing = Opportunity.Standing(
          importance: value("importance"), data: value("data"), control: value("control"), effort: value("effort"))
      }
    },
    .post(.opportunityProposal(id: "{id}"), for: .guest(.contribute)) { page in
      var problems: [(field: String, words: String)] = []
      if page.form["request"].isEmpty { problems.append(("request", "Say what you ask for.")) }
      if page.form["owner"].isEmpty { problems.append(("owner", "Name who answers.")) }
      let day = Day(iso: page.form["answer-by"])
      if day == nil { problems.append(("answer-by", "Give a day as 2027-03-01.")) }
      guard problems.isEmpty, let day else {
        guard page.workspace != nil else { return .see(.opportunities) }
        var shown = try await one(page)
        (shown.typed, shown.problems) = (page.form, problems)
        return shown.answer(page)
      }
      return try await change(page) { opportunity in
        let answer = page.form["answer"]
        opportunity.proposal = Opportunity.Proposal(
          request: page.form["request"], owner: page.form["owner"], answerBy: day, answer: answer,
          answered: answer.isEmpty ? nil : opportunity.proposal?.answered ?? page.today)
      }
    },
    .get(.choosing, for: .guest(.read)) { page in
      let (kept, works) =
        try await page.read { reading in (try reading.documents(OpportunityDocument.self), try reading.allWork()) }
        ?? ([], [])
      return ChoosingPage(kept: kept, works: works.filter(\.isWork)).answer(page)
    },
  ]

  private static func listing(_ page: PageContext) async throws -> OpportunitiesPage {
    let kept = try await page.documents(OpportunityDocument.self)
    // By theme where anybody named one; otherwise by what everybody had to say.
    let usual: Recurrence.Axis = kept.contains { !$0.value.opportunity.theme.isEmpty } ? .theme : .kind
    return OpportunitiesPage(kept: kept, axis: Recurrence.Axis(rawValue: page.query["by"]) ?? usual)
  }

  private static func one(_ page: PageContext) async throws -> OpportunityPage {
    guard let id = DocumentID<OpportunityDocument>(page.parameters["id"] ?? ""),
      let (kept, works, all) = try await page.read({ reading in
        (
          try reading.document(id), try reading.allWork(except: id), try reading.documents(OpportunityDocument.self)
        )
      }), let kept
    else { throw SiteError.notFound }
    return OpportunityPage(
      kept: kept, similar: works.like("\(kept.value.opportunity.what) \(kept.value.opportunity.theme)"),
      others: all.filter { $0.id != id })
  }

  private static func change(
    _ page: PageContext, _ body: (inout Opportunity) throws -> Void
  ) async throws -> Answer {
    guard let id = DocumentID<OpportunityDocument>(page.parameters["id"] ?? ""), page.workspace != nil,
      let kept = try await page.document(id)
    else { throw SiteError.notFound }
    var document = kept.value
    try body(&document.opportunity)
    let saved = try await page.save(document, as: id)
    return .see(.opportunity(id: id.description), page.saved(saved))
  }
}

internal import Improvement
internal import Markup
internal import ProcessControl
internal import Workspaces

/// One opportunity: what is known of it, how it stands, and the ways on from it.
struct OpportunityPage {
  let kept: Kept<OpportunityDocument>
  let similar: [AlikeWork]
  /// The other opportunities, one of which may be the same.
  let others: [Kept<OpportunityDocument>]
  var typed: FormFields?
  var problems: [(field: String, words: String)] = []

  private var opportunity: Opportunity { kept.value.opportunity }
  private var id: String { kept.id.description }

  func answer(_ page: PageContext) -> Answer {
    page.page("An opportunity", status: problems.isEmpty ? 200 : 400) {
      p(.class("small")) { a(.href(Link.opportunities.path)) { "All opportunities" } }
      h1 { opportunity.what }
      ErrorList(problems: problems)
      SummaryList(
        entries: [
          .init("Where", opportunity.place.isEmpty ? nil : HTML { opportunity.place }),
          .init("About", HTML { opportunity.kind.words }),
          .init(
            "Follows from it",
            opportunity.consequences.isEmpty
              ? nil : HTML { opportunity.consequences.map(\.words).joined(separator: ", ") }),
          .init("Theme", opportunity.theme.isEmpty ? nil : HTML { opportunity.theme }),
          .init("Seen", HTML { seen }),
        ])
      actions {
        page.button("Seen again", to: .sightings(id: id))
        if let project = opportunity.project {
          LinkButton("The project that took it up", to: Link.project(id: project.rawValue).path)
        } else if page.may(.contribute) {
          LinkButton("Begin a project with it", to: "\(Link.newProject.path)?opportunity=\(id)")
        }
        LinkButton("What was changed", to: Link.history(collection: "opportunity", id: id).path, style: .quiet)
      }
      SimilarWork(works: similar)
      if page.edits(kept) {
        standing(page)
        proposal(page)
        correction(page)
      } else {
        said
        page.readOnly(kept)
      }
    }
  }

  /// What was answered, for those who may not change it.
  @HTMLBuilder private var said: HTML {
    if let proposal = opportunity.proposal {
      SummaryList(entries: [
        .words("Asked for", proposal.request), .words("Who answers", proposal.owner),
        .words("By", proposal.answerBy.words), .words("The answer", proposal.answer),
      ])
    }
  }

  private var seen: String {
    let days = opportunity.sightings.map(\.day).sorted()
    guard let first = days.first, let last = days.last else { return "Not yet" }
    if first == last { return days.count == 1 ? "Once, on \(first.words)" : "\(days.count) times, on \(first.words)" }
    return "\(days.count) times, from \(first.words) to \(last.words)"
  }

  @HTMLBuilder private func correction(_ page: PageContext) -> HTML {
    let isTyped = typed?.has("what") ?? false
    more("Put it right, or remove it", isOpen: isTyped) {
      page.writing(to: .opportunityWords(id: id), on: kept) {
        OpportunityForm(typed: isTyped ? typed ?? .init() : OpportunityForm.fields(of: opportunity))
          .correction(problems: problems)
        actions { SubmitButton("Save the correction", style: .quiet) }
      }
      if opportunity.project == nil {
        page.writing(to: .opportunityRemoval(id: id), on: kept) {
          if !others.isEmpty {
            Field(
              "same", "Is it there twice?",
              control: .selection(
                [("", "No: it leaves with its sightings")]
                  + others.map { ($0.id.description, "As \u{201C}\($0.value.opportunity.what)\u{201D}") }),
              hint: "The other then counts how often this one was seen, too.")
          }
          actions { SubmitButton("Remove it", style: .danger) }
          p(.class("small")) { "Undo brings it back, and so does the history." }
        }
      } else {
        p(.class("small")) { "A project took it up, so it stays." }
      }
    }
  }

  private func standing(_ page: PageContext) -> HTML {
    let standing = opportunity.standing ?? Opportunity.Standing()
    func field(_ name: String, _ words: String, _ hint: String, _ value: Int?) -> HTML {
      let choices =
        [("", "Not said")] + (1...5).map { ("\($0)", $0 == 1 ? "1 (little)" : $0 == 5 ? "5 (much)" : "\($0)") }
      return Field(
        name, words, control: .selection(choices), typed: value.map { "\($0)" } ?? "", hint: hint
      ).body
    }
    return section(.aria("labelledby", "standing")) {
      h2(.id("standing")) { "How it stands beside others" }
      p { "Four answers, shown side by side and never added up: a score would hide which of them decides." }
      page.writing(to: .opportunityStanding(id: id), on: kept) {
        field("importance", "How much does it matter?", "To patients, to staff.", standing.importance)
        field("data", "How near are the data?", "5: they can be counted this week.", standing.data)
        field("control", "How far is it in our own hands?", "5: nobody else has to agree.", standing.control)
        field("effort", "How much effort?", "5: more than the months you have left in this post.", standing.effort)
        actions { SubmitButton("Save", style: .quiet) }
      }
    }
  }

  private func proposal(_ page: PageContext) -> HTML {
    func error(_ name: String) -> String? { problems.first { $0.field == name }?.words }
    let kept = opportunity.proposal
    func value(_ name: String, _ saved: String?) -> String { typed?[name] ?? saved ?? "" }
    return section(.aria("labelledby", "proposal")) {
      h2(.id("proposal")) { "No project needed? Ask for it" }
      p {
        "Some things need a decision, not a project. Name who decides and by when an answer is owed; a no with its "
        "reason is an answer."
      }
      if let kept, kept.isOverdue(on: page.today) {
        FlashMessage(.warn, "The answer is overdue.", "\(kept.owner) was to answer by \(kept.answerBy.words).")
      }
      page.writing(to: .opportunityProposal(id: id), on: self.kept) {
        Field(
          "request", "What do you ask for?", control: .area(rows: 2), typed: value("request", kept?.request),
          error: error("request"))
        Field("owner", "Who answers?", typed: value("owner", kept?.owner), hint: "A role.", error: error("owner"))
        Field(
          "answer-by", "By when?", control: .line(.date), typed: value("answer-by", kept?.answerBy.description),
          hint: "As 2027-03-01.", error: error("answer-by"))
        if kept != nil {
          Field(
            "answer", "The answer, with its reason", control: .area(rows: 2), typed: value("answer", kept?.answer),
            hint: "Leave empty while it is owed. Tell those who asked.")
        }
        actions { SubmitButton(kept == nil ? "Ask" : "Save the answer", style: .quiet) }
      }
    }
  }
}

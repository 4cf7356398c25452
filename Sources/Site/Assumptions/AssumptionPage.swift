internal import Markup
internal import SmartPick
internal import Workspaces

/// One assumption: what it means, where it comes from, and a form to put another in its place.
struct AssumptionPage {
  let effect: Effect
  let form: AssumptionForm
  let kept: Kept<EffectsDocument>?

  func answer(_ page: PageContext) -> Answer {
    let published = Effects.published[form.name]
    return page.page(EffectWords.title(form.name), status: form.problems.isEmpty ? 200 : 400) {
      p(.class("small")) { a(.href(Link.assumptions.path)) { "Assumptions" } }
      h1 { EffectWords.title(form.name) }
      p(.class("lede")) { published.note }
      ErrorList(problems: form.problems)
      SummaryList(entries: [
        .init(
          "Published",
          HTML(
            "\(AssumptionForm.text(published.value)) (\(AssumptionForm.text(published.low)) to \(AssumptionForm.text(published.high))), \(EffectWords.scale(published.scale))"
          )), .init("Source", HTML("\(published.source). \(published.specialty), \(published.season).")),
        .init("Its name in files", code { published.name }),
      ])
      page.writing(to: .assumption(name: published.name)) {
        page.revisionField(kept)
        Field(
          "value", "Value", control: .line(mode: .decimal, size: 8), typed: form.typed.value,
          hint: EffectWords.hint(published.scale), error: form.problem("value"))
        Field(
          "low", "Low end of the range", control: .line(mode: .decimal, size: 8), typed: form.typed.low,
          hint: "The range that nine in ten informed people would allow; the interval of your list comes from it.",
          error: form.problem("low"))
        Field(
          "high", "High end of the range", control: .line(mode: .decimal, size: 8), typed: form.typed.high,
          error: form.problem("high"))
        actions {
          SubmitButton("Use this and see what changes")
          LinkButton("Leave it", to: Link.assumptions.path, style: .quiet)
        }
      }
      if kept?.value.values[published.name] != nil {
        page.button(
          "Back to the published value", to: .assumptionsReset,
          fields: [("name", published.name), (FieldName.revision, "\(kept?.revision ?? 0)")])
      }
    }
  }
}

extension EffectWords {
  static func scale(_ scale: Effect.Scale) -> String {
    switch scale {
    case .oddsRatio: "times the odds"
    case .exponent: "an exponent"
    case .probability: "a probability"
    case .share: "a share"
    case .points: "points"
    case .logOdds: "log-odds"
    }
  }

  static func hint(_ scale: Effect.Scale) -> String {
    switch scale {
    case .oddsRatio: "Times the odds: 1 changes nothing, 2 doubles them, 0.5 halves them."
    case .exponent: "0 changes nothing, 1 is in proportion."
    case .probability, .share: "From 0 to 1."
    case .points: "Points of a Step 2 CK score."
    case .logOdds: "A standard deviation in log-odds: 0 is none, 1 is large."
    }
  }

  /// The heading under which effects of a stage stand.
  static func stage(_ stage: Effect.Stage) -> String {
    switch stage {
    case .interview: "What moves the chance of an interview"
    case .match: "What moves the chance after an interview"
    case .scenario: "How far one season differs from another"
    case .anchor: "What an average applicant meets"
    case .value: "What a place is worth"
    }
  }
}

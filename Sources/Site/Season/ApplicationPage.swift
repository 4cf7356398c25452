internal import Markup
internal import SmartPick
internal import Workspaces

/// One application: its signal, its answer, the day of its interview.
struct ApplicationPage {
  let kept: Kept<SeasonDocument>
  let application: SeasonDocument.Application
  var typed: FormFields?
  var problems: [String: String] = [:]

  func answer(_ page: PageContext) -> Answer {
    page.page(application.name, status: problems.isEmpty ? 200 : 400) {
      p(.class("small")) { a(.href(Link.season.path)) { "Your season" } }
      h1 { "My application to \(application.name)" }
      p(.class("lede")) { application.specialty }
      ErrorList(
        problems: ["standing", "day", "time", "signal"].compactMap { name in problems[name].map { (name, $0) } })
      page.writing(to: .seasonApplication(code: application.code)) {
        page.revisionField(kept)
        ChoiceField(
          "standing", "How it stands",
          choices: SeasonDocument.Application.Standing.allCases.map {
            .init($0.rawValue, $0.words, hint: Self.hint($0))
          },
          chosen: [typed?["standing"] ?? application.standing.rawValue], error: problems["standing"])
        Field(
          "day", "Day of the interview", control: .line(.date, size: 14),
          typed: typed?["day"] ?? application.interviewDay ?? "",
          hint: "As 2026-11-03; empty if it is not known yet.", error: problems["day"])
        Field(
          "time", "Its time, where you will be", control: .line(.time, size: 8),
          typed: typed?["time"] ?? application.interviewTime ?? "",
          hint: "As 09:30; empty for the whole day.", error: problems["time"])
        Field(
          "signal", "The signal sent with it", control: .selection(signals.map { ($0.rawValue, Self.words($0)) }),
          typed: typed?["signal"] ?? application.signal.rawValue, error: problems["signal"])
        actions {
          SubmitButton("Save")
          LinkButton("Back without saving", to: Link.season.path, style: .quiet)
        }
      }
      page.button(
        "I did not apply there: take it off", to: .seasonRemoval(code: application.code), style: .danger,
        fields: [(FieldName.revision, "\(kept.revision)")])
      p(.class("small")) {
        a(.href(Link.history(collection: SeasonDocument.collection, id: SeasonDocument.id.description).path)) {
          "History of my season"
        }
      }
    }
  }

  private var signals: [SignalKind] {
    guard let allowance = Season.latest.signals(for: application.specialty) else {
      return application.signal == .none ? [.none] : [.none, application.signal]
    }
    let offered: [SignalKind] = allowance.isTiered ? [.none, .gold, .silver] : [.none, .signal]
    return offered.contains(application.signal) ? offered : offered + [application.signal]
  }

  private static func words(_ signal: SignalKind) -> String {
    switch signal {
    case .none: "None"
    case .gold: "Gold"
    case .silver: "Silver"
    case .signal: "A signal"
    }
  }

  private static func hint(_ standing: SeasonDocument.Application.Standing) -> String {
    switch standing {
    case .waiting: "No answer yet."
    case .interview: "They invited me, and I go."
    case .declined: "They invited me, and I said no."
    case .rejected: "They said no."
    case .withdrawn: "I took it back before they answered."
    }
  }
}

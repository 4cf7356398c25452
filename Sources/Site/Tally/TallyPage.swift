internal import Improvement
internal import Markup
internal import ProcessControl
internal import Workspaces

/// Two big buttons for one hand; what was tapped today is on them.
struct TallyPage {
  let kept: Kept<MeasureDocument>
  let sheet: TapSheet
  /// A name for a tap that is sent without a script; new with every page, so that sending it twice counts once.
  let tapName: String
  let lastName: String?
  /// What it is counted for.
  let project: Kept<ProjectDocument>?

  private var measure: ProjectMeasure { kept.value.measure }

  func answer(_ page: PageContext) -> Answer {
    let totals = sheet.totals
    return page.page("Tally: \(measure.name)", scripts: [.tallyScript]) {
      p(.class("small")) { a(.href(Link.measure(id: kept.id.description).path)) { measure.name } }
      h1 { "Tally" }
      if let project { EndedNotice(project: project).body }
      p(.class("lede")) { measure.definition.isEmpty ? measure.numerator : measure.definition }
      Markup.form(
        .class("tally"), .method(.post), .action(Link.tally(id: kept.id.description).path),
        .data("tally", kept.id.description), .data("event", "\(totals.events)"), .data("other", "\(totals.others)"),
        .data("day", sheet.day.description), .data("known", known)
      ) {
        page.hidden(FieldName.formToken, page.formToken)
        page.hidden("name", tapName)
        page.hidden("last", lastName ?? "")
        big("event", measure.numerator.isEmpty ? measure.name : measure.numerator, totals.events)
        if measure.kind.hasDenominator { big("other", otherWords, totals.others) }
        SubmitButton("Take the last one back", style: .quiet, field: ("kind", "undo"))
      }
      p(.id("tally-note"), .role("status")) { "Today, \(sheet.day.words)." }
      p(.class("small")) {
        "Taps wait on this phone while there is no network, and each counts once. Nothing but the tap and its day is "
        "kept. They are added to the \(measure.period.rawValue) of \(measure.period.start(of: sheet.day).words)."
      }
    }
  }

  /// The names of the taps that are in these numbers, those taken back with a mark, so that a phone that never heard of
  /// their arrival does not add them once more.
  private var known: String {
    sheet.taps.sorted { $0.key < $1.key }.map { $0.value.isUndone ? "\($0.key)!" : $0.key }.joined(separator: " ")
  }

  private var otherWords: String {
    measure.kind == .rate ? measure.denominator : "Not so, of \(measure.denominator)"
  }

  private func big(_ kind: String, _ words: String, _ count: Int) -> HTML {
    button(.class("tally-button"), .type(.submit), .name("kind"), .value(kind)) {
      span { words }
      b(.id("tally-\(kind)")) { "\(count)" }
    }
  }
}

internal import Improvement
internal import Markup
internal import ProcessControl
internal import Workspaces

/// A log of rare events by choices alone.
struct SafetyLogPage {
  let project: Kept<ProjectDocument>
  let kept: Kept<SafetyLogDocument>?
  let entries: [SafetyEntry]
  /// Measures of days between events that nothing is counted for yet: the log may count one of them.
  var measures: [Kept<MeasureDocument>] = []
  var typed = FormFields()
  var problems: [(field: String, words: String)] = []

  private var id: String { project.id.description }

  func answer(_ page: PageContext) -> Answer {
    page.page("Safety log", status: problems.isEmpty ? 200 : 400) {
      p(.class("small")) { a(.href(Link.project(id: id).path)) { project.value.project.title } }
      h1 { kept?.value.log.title ?? "Begin a safety log" }
      p(.class("lede")) {
        "Rare events by choices alone: no names, no story. What harmed or nearly harmed a patient is reported in the "
        "hospital's own system first; this only counts the days between."
      }
      ErrorList(problems: problems)
      if let log = kept?.value.log {
        if page.may(.contribute) { entry(log, page) }
        counted(log, page)
      } else if !page.may(.contribute) {
        p { "No log was begun in this project." }
      } else {
        beginning(page)
      }
    }
  }

  private func error(_ name: String) -> String? { problems.first { $0.field == name }?.words }

  private func beginning(_ page: PageContext) -> HTML {
    page.writing(to: .safetyLog(id: id), on: kept) {
      Field(
        "title", "What does it log?", typed: typed["title"], hint: "As \u{201C}Events in the procedure clinic\u{201D}.",
        error: error("title"))
      Field(
        "kinds", "Kinds to choose from, one a line", control: .area(rows: 4),
        typed: typed.has("kinds") ? typed["kinds"] : SafetyLog.usualKinds.joined(separator: "\n"), error: error("kinds")
      )
      Field(
        "places", "Places to choose from, one a line", control: .area(rows: 3), typed: typed["places"],
        hint: "May stay empty.")
      Field(
        "measure", "Where are the days between events counted?",
        control: .selection(
          [("", "In a new outcome measure, \u{201C}Days between events\u{201D}")]
            + measures.map { ($0.id.description, $0.value.measure.name) }),
        typed: typed.has("measure") ? typed["measure"] : measures.first?.id.description ?? "",
        hint: "From the first entry on the log counts it, and nothing else is typed into it.")
      actions { SubmitButton("Begin the log") }
    }
  }

  private func entry(_ log: SafetyLog, _ page: PageContext) -> HTML {
    section(.aria("labelledby", "entry")) {
      h2(.id("entry")) { "Log an event" }
      page.writing(to: .safetyEntries(id: id)) {
        Field(
          "day", "Day", control: .line(.date), typed: typed.has("day") ? typed["day"] : page.today.description,
          error: error("day"))
        ChoiceField(
          "kind", "Kind", choices: log.kinds.map { .init($0, $0) }, chosen: [typed["kind"]], error: error("kind"))
        if !log.places.isEmpty {
          Field(
            "place", "Place", control: .selection([("", "Not said")] + log.places.map { ($0, $0) }),
            typed: typed["place"])
        }
        Field(
          "cases", "Cases since the event before, if you count them", control: .line(mode: .numeric, size: 6),
          typed: typed["cases"], error: error("cases"))
        div(.class(error("reported") == nil ? "choice" : "choice field-wrong")) {
          input(.type(.checkbox), .id("reported"), .name("reported"), .value("yes"), .required(true))
          label(.for("reported")) {
            "It was reported in the hospital's own system first (must be ticked)"
            if let words = error("reported") { small { words } }
          }
        }
        actions { SubmitButton("Log it") }
        p(.class("small")) {
          "Your name is not kept with it; its day is. A slip is taken back by Undo, right after; later an editor removes it."
        }
      }
    }
  }

  private func counted(_ log: SafetyLog, _ page: PageContext) -> HTML {
    // Events of before the log was begun may be logged too.
    let first = entries.first.map { min($0.day, log.began) } ?? log.began
    return section(.aria("labelledby", "counted")) {
      h2(.id("counted")) { "What was logged" }
      if entries.isEmpty {
        p { "Nothing since \(log.began.words). The days between events are drawn from the second event on." }
      } else {
        p {
          entries.count == 1
            ? "1 event, on \(first.words). " : "\(entries.count) events, the last on \(entries.last?.day.words ?? ""). "
          first < log.began
            ? "The log was begun on \(log.began.words); of events before that day, from \(first.words), some may not be in it."
            : "The log was begun on \(log.began.words)."
        }
        // Kinds divide rare events into small counts.
        if kept.map(page.edits) ?? false {
          RowsTable(
            "Logged, by kind", columns: [.init("Kind"), .init("Events", isNumeric: true), .init("Last")],
            rows: log.kinds.map { kind in
              let of = entries.filter { $0.kind == kind }
              return [
                HTML { kind }, HTML { "\(of.count)" },
                HTML { of.map(\.day).max().map(\.words) ?? "\u{2013}" },
              ]
            })
        }
        if page.may(.edit) { single(page) }
      }
      if let measure = log.daysBetween {
        p(.class("small")) {
          "What lies between events is an outcome measure of the project: more is better. "
          if page.may(.edit) {
            a(.href(Link.measureDefinition(id: measure.rawValue).path)) { "Change what kind of measure it is" }
          }
        }
      }
      actions {
        if let measure = log.daysBetween {
          LinkButton("Days between events", to: Link.measure(id: measure.rawValue).path, style: .quiet)
        }
        if let measure = log.casesBetween {
          LinkButton("Cases between events", to: Link.measure(id: measure.rawValue).path, style: .quiet)
        }
      }
    }
  }

  /// Each entry for an editor to remove; entries that say the same stand in one row.
  private func single(_ page: PageContext) -> HTML {
    let alike = Dictionary(grouping: entries, by: \.self).mapValues(\.count)
    let rows = alike.sorted { one, other in
      let (a, b) = (one.key, other.key)
      return a.day != b.day
        ? a.day > b.day : (a.kind, a.place, a.casesSince ?? -1) < (b.kind, b.place, b.casesSince ?? -1)
    }
    let shown = page.query.has("entries") ? rows : Array(rows.prefix(40))
    return more("Remove an entry that is wrong", isOpen: page.query.has("entries")) {
      p(.class("small")) {
        "The chart of what lies between events follows. The history keeps that you removed it. "
        if shown.count < rows.count {
          a(.href(Link.safetyLog(id: id).path + "?entries=all")) { "Show older entries too" }
        }
      }
      RowsTable(
        "Entries, newest first",
        columns: [.init("Day"), .init("Kind"), .init("Place"), .init("Cases", isNumeric: true), .init("Change")],
        rows: shown.map { entry, count in
          [
            HTML { entry.day.words }, HTML { entry.kind + (count == 1 ? "" : " (\(count) alike)") },
            HTML { entry.place.isEmpty ? "Not said" : entry.place },
            HTML { entry.casesSince.map { "\($0)" } ?? "\u{2013}" },
            page.button(
              count == 1 ? "Remove" : "Remove one", to: .safetyEntryRemoval(id: id), style: .small,
              fields: [
                ("day", entry.day.description), ("kind", entry.kind), ("place", entry.place),
                ("cases", entry.casesSince.map { "\($0)" } ?? ""),
              ]),
          ]
        })
    }
  }
}

internal import Improvement
internal import Markup
internal import Pictures
internal import ProcessControl
internal import Workspaces

/// One measure: its chart with what it says, its numbers, what is marked on it, and what to collect next.
struct MeasurePage {
  let file: MeasureFile

  private var id: String { file.measure.id.description }
  private var measure: ProjectMeasure { file.definition }

  func answer(_ page: PageContext) -> Answer {
    page.page(measure.name, summary: measure.definition) {
      if let project = file.project { project.wayBack }
      h1 { measure.name }
      p {
        Tag(measure.role.fullName, .plain)
      }
      if !measure.definition.isEmpty { p(.class("lede")) { measure.definition } }
      if let project = file.project { EndedNotice(project: project).body }
      picture(on: page.today, links: [("The numbers as CSV", Link.measureFile(id: id).path)])
      next(page)
      statement(on: page.today, tellsReasons: page.edits(file.measure))
      marks
      ways(page)
      definition(change: page.edits(file.measure) ? Link.measureDefinition(id: id).path : nil)
    }
  }

  // MARK: Chart

  private var events: [ChartEvent] {
    let notes = file.marks?.value.marks.marks(.note).map { ChartEvent(day: $0.day, words: $0.words) } ?? []
    return (file.events + notes).sorted { $0.day < $1.day }
  }

  @HTMLBuilder func picture(
    on today: ProcessControl.Day, links: [(words: String, address: String)] = []
  ) -> HTML {
    if !file.counts.isEmpty {
      switch file.chart(on: today) {
      case .success(let chart) where chart.points.isEmpty: HTML.empty
      case .success(let chart):
        ChartFigure(
          name: "chart",
          picture: chart.picture("\(measure.name)\(rhythm)", valueName: measure.valueName, events: events),
          sentence: chart.sentences.first,
          explanation: ([chart.sentences.rest] + chart.choice.advice).joined(separator: " "),
          links: links)
        more("Why this chart") {
          p { chart.choice.reason }
          p {
            "Three rules are looked at. A point beyond the limits, which are three standard deviations wide, where the "
            "chart has limits. A run of points on one side of the line that is longer than chance gives. And a line "
            "that is crossed more rarely than chance gives, which speaks of all the points together. A point on the "
            "line counts to neither side, and a gap neither lengthens nor breaks a run (Anh\u{F8}j, PLoS One 2015)."
          }
          if file.aim?.measure == file.name {
            p { "The baseline and the target are those of the project\u{2019}s aim, here as on its page." }
          }
        }
      case .failure(let error):
        FlashMessage(.bad, "The chart cannot be drawn.", "\(error) Correct the count, then it is drawn.")
      }
      if let soFar = measure.soFar(of: file.counts, on: today) { p { soFar } }
      if let missing = measure.missingWords(file.counts, on: today) { p(.class("small")) { missing } }
    }
  }

  private var rhythm: String { measure.kind.isPeriodic ? ", by \(measure.period.rawValue)" : "" }

  // MARK: What to do next

  private func next(_ page: PageContext) -> HTML {
    section(.class("card card-next"), .aria("labelledby", "next")) {
      h2(.id("next")) { "What to collect next" }
      p { NextPoint(measure, counts: file.counts, today: page.today).statement }
      if !measure.collector.isEmpty { p(.class("small")) { "Collected by: \(measure.collector)." } }
      if page.may(.contribute) {
        actions {
          if let source = file.source {
            LinkButton(source.words, to: source.link.path)
          } else {
            LinkButton("Type or paste counts", to: Link.measureGrid(id: id).path)
            LinkButton("Bring a file", to: Link.measureImport(id: id).path, style: .quiet)
          }
        }
      }
    }
  }

  @HTMLBuilder func statement(on today: ProcessControl.Day, tellsReasons: Bool) -> HTML {
    let problem = ProblemStatement(
      measure, counts: file.counts, place: file.project?.value.project.place ?? "",
      through: file.marks?.value.marks.baselineEnd, on: today, tellsReasons: tellsReasons)
    if !problem.sentence.isEmpty {
      section(.aria("labelledby", "numbers")) {
        h2(.id("numbers")) { "In numbers" }
        p { problem.sentence }
        if !problem.missing.isEmpty {
          p(.class("small")) { "Still missing: \(problem.missing.joined(separator: "; "))." }
        }
      }
    }
  }

  @HTMLBuilder var marks: HTML {
    let marked = file.marks?.value.marks.marks ?? []
    if !marked.isEmpty || !file.events.isEmpty {
      section(.aria("labelledby", "marked")) {
        h2(.id("marked")) { "On the chart" }
        ul {
          for event in file.events { li { "\(event.day.pictured?.longText ?? ""): \(event.words)" } }
          for mark in marked {
            li { "\(mark.kind.words), \(mark.day.pictured?.longText ?? ""): \(mark.words)" }
          }
        }
      }
    }
  }

  private func ways(_ page: PageContext) -> HTML {
    actions {
      LinkButton("By group", to: Link.measureGroups(id: id).path, style: .quiet)
      if page.writes(file.marks) {
        LinkButton("Target, baseline, phases and notes", to: Link.measureMarks(id: id).path, style: .quiet)
      }
    }
  }

  func definition(change: String? = nil) -> HTML {
    func said(_ text: String) -> HTML? { text.isEmpty ? nil : HTML { text } }
    return section(.aria("labelledby", "definition")) {
      h2(.id("definition")) { "How it is counted" }
      SummaryList(
        entries: [
          .init("Counted", said(measure.numerator), change: change),
          .init("Of", measure.kind.hasDenominator ? said(measure.denominator) : HTML { "nothing: it is no share" }),
          .init("Kind", HTML { measure.kind.words }),
          .init("Better", HTML { measure.better.map { $0 == .up ? "Higher" : "Lower" } ?? "Neither" }),
          .init("How often", HTML { measure.kind.isPeriodic ? "Every \(measure.period.rawValue)" : "At each event" }),
          .init("Collected by", said(measure.collector)),
        ])
    }
  }
}

extension ProjectMeasure {
  /// What the values of its chart are.
  var valueName: String {
    let what = numerator.isEmpty ? name : numerator
    let capital = what.prefix(1).uppercased() + what.dropFirst()
    switch kind {
    case .rate: return "\(capital), \(rateUnit)"
    case .value where !unit.isEmpty: return "\(capital) (\(unit))"
    case .daysBetween: return "Days between \(what)"
    case .casesBetween:
      return "\(unit.isEmpty ? "Cases" : unit.prefix(1).uppercased() + unit.dropFirst()) between \(what)"
    default: return capital
    }
  }
}

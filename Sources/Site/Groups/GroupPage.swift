internal import Improvement
internal import Markup
internal import Pictures
internal import ProcessControl
internal import Statistics
internal import Workspaces

/// A measure by group: charts side by side on one scale, differences and ratios with intervals, and whether gaps changed.
struct GroupPage {
  let groups: GroupFile
  var problems: [(field: String, words: String)] = []

  private var file: MeasureFile { groups.file }
  private var measure: ProjectMeasure { file.definition }
  private var id: String { file.measure.id.description }

  func answer(_ page: PageContext) -> Answer {
    page.page("By group: \(measure.name)", status: problems.isEmpty ? 200 : 400) {
      p(.class("small")) { a(.href(Link.measure(id: id).path)) { measure.name } }
      h1 { "By group" }
      p(.class("lede")) { "Who is left behind? \(measure.name), for each group on one scale." }
      ErrorList(problems: problems)
      if let division = groups.division {
        if groups.divisions.count > 1 { tabs }
        if groups.isEditor {
          inside(division, page)
          choice(page)
        }
        outside(page)
      } else if !groups.isEditor, !measure.divisions(of: file.counts).isEmpty {
        EmptyState(
          "Groups are not shown yet", "An editor of this measure chooses once how groups are shown to others."
        ) { LinkButton("Back to the measure", to: Link.measure(id: id).path, style: .quiet) }
      } else {
        EmptyState(
          "No groups are counted yet",
          "Bring a file with a column such as language or payer, or type a group beside a count."
        ) {
          if page.may(.contribute) {
            LinkButton("Bring a file", to: Link.measureImport(id: id).path)
            LinkButton("Type counts", to: Link.measureGrid(id: id).path, style: .quiet)
          }
        }
      }
    }
  }

  private var tabs: HTML {
    Tabs(
      name: "Groups",
      ways: groups.divisions.map { name in
        Way(name, Link.measureGroups(id: id).path + "?by=\(Link.encoded(name))", isHere: name == groups.division)
      }
    ).body
  }

  // MARK: For the measure's editors

  @HTMLBuilder private func inside(_ division: String, _ page: PageContext) -> HTML {
    let parts = measure.parts(of: file.counts, by: division)
    let names = GroupOrder.sorted(parts.keys)
    p(.class("small")) { "Your role sees the counts themselves. Others see the table at the end of the page." }
    ChartFigure(
      name: "groups", picture: multiples(division, names, parts),
      sentence: "\(measure.name) by \(division).",
      explanation:
        "Each group has its own center line. With \(names.count) charts some points stand out by chance alone.")
    if let scale = measure.comparisonScale {
      comparison(measure.pooled(parts), scale, "All periods")
      gap(
        before: { measure.pooled(parts, before: $0) }, after: { measure.pooled(parts, from: $0) }, scale, page)
    } else {
      p { "Quantities are shown, not compared: their spread within groups is not kept." }
    }
  }

  private func multiples(_ division: String, _ names: [String], _ parts: [String: [PeriodCount]]) -> SmallMultiples {
    var panels: [SmallMultiples.Panel] = []
    var format = ValueFormat.percent()
    for name in names {
      let own = (parts[name] ?? []).map { PeriodCount($0.day, $0.numerator, of: $0.denominator) }
      guard let chart = try? measure.chart(of: own) else { continue }
      format = chart.format
      panels.append(.init(name, note: note(name, parts), points: chart.picturedPoints))
    }
    return SmallMultiples(
      "\(measure.name) by \(division)", summary: panels.map { "\($0.name): \($0.note)." }.joined(separator: " "),
      valueName: measure.valueName, format: format, panels: panels)
  }

  private func note(_ name: String, _ parts: [String: [PeriodCount]]) -> String {
    let sum = (parts[name] ?? []).reduce((0.0, 0.0)) { ($0.0 + $1.numerator, $0.1 + ($1.denominator ?? 0)) }
    guard measure.kind == .proportion, sum.1 > 0 else { return NumberText.said(sum.0) }
    return "\(ValueFormat.percent().text(sum.0 / sum.1)), \(NumberText.full(sum.0)) of \(NumberText.full(sum.1))"
  }

  // MARK: Comparisons

  @HTMLBuilder private func comparison(
    _ counts: [GroupComparison.Count], _ scale: GroupComparison.Scale, _ words: String
  ) -> HTML {
    if counts.count > 1, let comparison = try? GroupComparison(counts, scale: scale) {
      let factor = scale == .proportion ? 1 : measure.multiplier
      h2 { "Differences and ratios" }
      ChartFigure(
        name: "comparison",
        picture: DotIntervalPlot(
          "\(measure.name) by group", summary: comparison.statement(multiplier: factor),
          rows: comparison.standings.map { standing in
            .init(
              standing.count.group,
              basis: "\(NumberText.grouped(standing.count.events)) of \(NumberText.full(standing.count.denominator))",
              .interval(
                standing.estimate * factor, low: standing.interval.low * factor, high: standing.interval.high * factor))
          }, format: scale == .proportion ? .percent(places: 1) : .number(places: 2)),
        sentence: "\(words).", lines: comparison.sentences(multiplier: factor))
    } else {
      p { "There are not two groups to compare." }
    }
  }

  @HTMLBuilder private func gap(
    before: (ProcessControl.Day) -> [GroupComparison.Count], after: (ProcessControl.Day) -> [GroupComparison.Count],
    _ scale: GroupComparison.Scale, _ page: PageContext
  ) -> HTML {
    let asked = EventDay.read(page.query["change"])
    let day = asked ?? groups.change
    h2 { "Did the gap change?" }
    Filters(
      address: Link.measureGroups(id: id).path,
      fields: [
        Field("change", "First day after the change", control: .line(.date), typed: day?.description ?? ""),
        Field(
          "by", "Divided by", control: .selection(groups.divisions.map { ($0, $0) }), typed: groups.division ?? ""),
      ])
    if let day {
      let changes = (try? GapChange.all(before: before(day), after: after(day), scale: scale)) ?? []
      if changes.isEmpty {
        p { "Cannot tell: there are not two groups with cases both before and after \(day.pictured?.longText ?? "")." }
      } else {
        ul {
          for change in changes {
            li {
              Tag(
                change.verdict.words, change.verdict == .narrowed ? .good : change.verdict == .widened ? .bad : .plain)
              " "
              change.statement(scale: scale, multiplier: scale == .proportion ? 1 : measure.multiplier)
              if page.may(.contribute), measure.isBehind(change) {
                " "
                a(.href(Link.newCycle(project: measure.project.rawValue).path + "?for=\(Link.encoded(change.group))")) {
                  "Plan a cycle for \u{201C}\(change.group)\u{201D}"
                }
              }
            }
          }
        }
        p(.class("small")) {
          "After \(day.pictured?.longText ?? ""), not because of it. If a gap stays, plan the next cycle with the group left "
          "behind."
        }
      }
    } else {
      p { "No change has begun: mark the end of the baseline or begin a cycle, or choose a day." }
    }
  }

  // MARK: For everybody else

  private func choice(_ page: PageContext) -> HTML {
    section(.class("card"), .aria("labelledby", "release")) {
      h2(.id("release")) { "What others see" }
      if let release = groups.release {
        p {
          "Viewers, links and files show groups by \(release.choice.division), by \(release.choice.period.rawValue), when "
          "the \(release.choice.period.rawValue) is over and its counts were left alone for a week, without counts below "
          "\(SmallCells().threshold). A table stays as it was shown: what is corrected later is said, but not in it. This "
          "was chosen once: two tables of the same cases could be subtracted."
        }
      } else {
        let free = groups.periods(by: groups.division ?? "")
        let periods = free.filter { shown($0, page).open > 0 }
        if free.isEmpty {
          p {
            "Groups are shown to nobody else, and not by \(groups.division ?? ""): others see another table of it, and the two "
            "could be subtracted. Choose another division."
          }
        } else {
          p {
            if !page.may(.edit) { "An editor of the workspace chooses: " }
            "Groups are shown to nobody else until a period is chosen. Choose it long enough that most groups reach "
            "\(SmallCells().threshold); it cannot be changed afterwards."
          }
          if periods.isEmpty {
            p {
              "There is nothing to choose yet: by no period would a count be shown. A period must be over, and a pair of "
              "groups is hidden when either has fewer than \(SmallCells().threshold) with it, or without it. Count on, or "
              "divide into fewer groups."
            }
          }
          if page.may(.edit), periods.count < free.count {
            ul(.class("small")) {
              for period in free where !periods.contains(period) {
                li { "By \(period.rawValue), not offered: \(hidden(period, page))" }
              }
            }
          }
        }
        if !periods.isEmpty, page.may(.edit) {
          page.writing(to: .measureRelease(id: id)) {
            page.hidden("division", groups.division ?? "")
            ChoiceField(
              "period", "Show groups by \(groups.division ?? "") to others",
              choices: periods.map {
                .init($0.rawValue, "By \($0.rawValue)", hint: hidden($0, page))
              },
              error: problems.first { $0.field == "period" }?.words)
            actions { SubmitButton("Choose for good", style: .quiet) }
          }
        }
      }
    }
  }

  /// How much a period would hide of what is there.
  private func hidden(_ period: Period, _ page: PageContext) -> String {
    let (open, cells) = shown(period, page)
    return cells == 0
      ? "no \(period.rawValue) is over yet." : "\(open) of \(cells) counts would be shown so far."
  }

  /// How many counts a period would show, of all.
  private func shown(_ period: Period, _ page: PageContext) -> (open: Int, of: Int) {
    guard let division = groups.division else { return (0, 0) }
    let release = GroupRelease(measure, counts: file.counts, by: division, period: period, today: page.today)
    let cells = release.tables.reduce(0) { $0 + max($1.lines.count, 1) }
    let open = release.tables.reduce(0) { $0 + $1.lines.values.count { $0.events != nil } }
    return (open, cells)
  }

  @HTMLBuilder private func outside(_ page: PageContext) -> HTML {
    if let release = groups.released(today: page.today) {
      if !groups.isEditor, let scale = groups.releasedMeasure.comparisonScale {
        comparison(release.pooled(), scale, "The \(release.period.plural) that are shown whole")
        gap(before: { release.pooled(before: $0) }, after: { release.pooled(from: $0) }, scale, page)
      }
      h2 { "By \(release.period.rawValue), as others see it" }
      if release.tables.isEmpty {
        p {
          "No \(release.period.rawValue) is shown yet: each is when it is over and its counts were left alone for a week."
        }
      } else {
        table(release)
        p(.class("small")) {
          hiding(release)
          a(.href(Link.measureGroupsFile(id: id).path + "?by=\(Link.encoded(release.division))")) { "The same as CSV" }
        }
      }
    }
  }

  /// What a table leaves out, and why.
  func hiding(_ release: GroupRelease) -> HTML {
    HTML {
      "Hidden: counts below \(release.threshold), and others that would give them away. "
      if release.tables.contains(where: \.isKept) {
        "Counts of the \(release.period.plural) marked * came or were corrected after they were shown; they are not in "
        "the table, because its difference would tell them. "
      }
    }
  }

  func table(_ release: GroupRelease) -> HTML {
    let measure = groups.releasedMeasure
    let isShare = measure.kind == .proportion
    return RowsTable(
      "Groups by \(release.period.rawValue)",
      columns: [
        .init("Period"), .init("Group"), .init(isShare ? "With it" : "Events", isNumeric: true),
        .init(isShare ? "Of" : measure.kind == .rate ? "Exposure" : "Periods", isNumeric: true),
      ],
      rows: release.tables.flatMap { table in
        (release.groups.isEmpty ? ["all groups"] : release.groups).map { group in
          let line = table.line(of: group)
          return [
            HTML {
              Wording.place(.day(table.start), period: release.period, withYear: true) + (table.isKept ? "*" : "")
            }, HTML { group }, HTML { line.events.map { "\($0)" } ?? "hidden" },
            HTML { line.denominator.map(NumberText.full) ?? "hidden" },
          ]
        }
      }
    ).body
  }
}

extension ProjectMeasure {
  /// Whether the group stands worse than the reference after the change.
  fileprivate func isBehind(_ change: GapChange) -> Bool {
    change.group != StratumName.notRecorded && (better == .down ? change.after > 0 : better == .up && change.after < 0)
  }
}

extension GapChange.Verdict {
  /// As pages say it.
  var words: String {
    switch self {
    case .narrowed: "Narrowed"
    case .widened: "Widened"
    case .cannotTell: "Cannot tell"
    }
  }
}

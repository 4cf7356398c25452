internal import Improvement
internal import Markup
internal import Pictures
internal import ProcessControl
internal import Workspaces

extension ProjectPart {
  /// The problem in numbers, as the first measure that has some says it.
  static let problem = ProjectPart(place: .head) { file, page in
    let counted = file.problemMeasure
    let problem = counted.map { file.problem(in: $0, on: page.today, tellsReasons: page.edits($0)) }
    let bother = file.project.value.project.bother
    return HTML {
      if let counted, let problem, !problem.sentence.isEmpty {
        p(.class("lede")) { problem.sentence }
        p(.class("small")) {
          if !problem.missing.isEmpty { "Still missing: \(problem.missing.joined(separator: "; ")). " }
          a(.href(Link.measure(id: counted.id.description).path)) { "From \(counted.value.measure.name)" }
        }
      } else {
        if !bother.isEmpty, bother != file.project.value.project.title { p(.class("lede")) { bother } }
        p(.class("small")) {
          counted.map { !(file.counts[$0.id] ?? []).isEmpty } ?? false
            ? "The first \(counted?.value.measure.pointNoun ?? "period") is not over, so the problem has no number yet. "
            : "Nothing is counted yet, so the problem has no number. "
          if let counted {
            a(.href(Link.measure(id: counted.id.description).path)) { "Count \(counted.value.measure.name)" }
          }
        }
      }
    }
  }

  /// The family of measures with small charts, and the kind that is missing.
  static let measures = ProjectPart(place: .across) { file, page in
    let missing = MeasureFamily.missing(among: file.measures.map(\.value.measure))
    let project = file.project.id.description
    return section(.aria("labelledby", "measures")) {
      h2(.id("measures")) { "Measures" }
      if file.measures.isEmpty {
        EmptyState("Nothing is counted yet", "Begin with the number that the aim is about.") {
          if page.may(.contribute) { LinkButton("Add a measure", to: Link.newMeasure(project: project).path) }
        }
      } else {
        div(.class("family")) {
          for role in ProjectMeasure.Role.allCases {
            file.measures.filter { $0.value.measure.role == role }.map {
              MeasureCard(kept: $0, file: file, today: page.today).body
            }
          }
        }
        if !missing.isEmpty {
          p { "Still without: \(missing.map { $0.fullName.lowercased() }.joined(separator: ", "))." }
          ul { missing.map { role in li { role.question } } }
        }
        if page.may(.contribute) {
          actions {
            for role in missing {
              LinkButton(
                "Add a \(role.fullName.lowercased())".replacing("a outcome", with: "an outcome"),
                to: Link.newMeasure(project: project).path + "?role=\(role.rawValue)", style: .quiet)
            }
            if missing.isEmpty {
              LinkButton("Add a measure", to: Link.newMeasure(project: project).path, style: .quiet)
            }
          }
        }
      }
    }
  }
}

extension ProjectFile {
  /// The measure that says the problem: the first outcome that has counts, or else the first.
  var problemMeasure: Kept<MeasureDocument>? {
    let outcomes = measures.filter { $0.value.measure.role == .outcome }
    return outcomes.first { !(counts[$0.id] ?? []).isEmpty } ?? outcomes.first
  }

  /// The problem as a measure says it: what was there before the change.
  func problem(
    in counted: Kept<MeasureDocument>, on today: ProcessControl.Day, tellsReasons: Bool
  ) -> ProblemStatement {
    let aim = work.aim?.value.aim
    return ProblemStatement(
      counted.value.measure, counts: (counts[counted.id] ?? []) + (reasons[counted.id] ?? []),
      place: project.value.project.place,
      through: (aim?.measure?.rawValue == counted.id.description ? aim?.baselineThrough : nil)
        ?? marks[counted.id]?.baselineEnd,
      on: today,
      tellsReasons: tellsReasons)
  }
}

/// One measure of the family: a small chart and what it says.
struct MeasureCard: Component {
  let kept: Kept<MeasureDocument>
  let file: ProjectFile
  let today: ProcessControl.Day
  /// Where its own page is.
  var link: Link?

  var body: HTML {
    let measure = kept.value.measure
    let counts = file.counts[kept.id] ?? []
    return div(.class("card")) {
      h3 { a(.href((link ?? .measure(id: kept.id.description)).path)) { measure.name } }
      p(.class("small")) { measure.role.fullName }
      if counts.isEmpty {
        p { "Nothing is counted yet." }
      } else if case .success(let chart) = file.chart(of: kept, on: today) {
        if !chart.points.isEmpty {
          chart.picture(measure.name, valueName: measure.valueName).svg(id: "chart-\(kept.id)", size: .narrow)
          p(.class("small")) { chart.sentences.first }
        }
        if let soFar = measure.soFar(of: counts, on: today) { p(.class("small")) { soFar } }
        if let missing = measure.missingWords(counts, on: today) { p(.class("small")) { missing } }
      } else {
        p { "The chart cannot be drawn: its page says why." }
      }
    }
  }
}

internal import Improvement
internal import Markup
internal import ProcessControl
internal import Workspaces

/// All projects of the workspace with their computed stage, last data and next step: nothing is typed.
struct DepartmentPage {
  /// What the rows are sorted by.
  enum Order: String, CaseIterable {
    case stage
    case data
    case project

    var words: String {
      switch self {
      case .stage: "By stage"
      case .data: "By last data"
      case .project: "By name"
      }
    }
  }

  let standings: [ProjectStanding]
  let order: Order

  init(_ standings: [ProjectStanding], order: Order) {
    self.order = order
    self.standings = standings.enumerated().sorted { one, other in
      let (a, b) = (one.element, other.element)
      switch order {
      case .stage: if a.stage != b.stage { return a.stage > b.stage }
      case .data:
        if a.lastData != b.lastData { return (a.lastData?.number ?? .min) > (b.lastData?.number ?? .min) }
      case .project: if a.name != b.name { return a.name < b.name }
      }
      return one.offset < other.offset
    }.map(\.element)
  }

  func answer(_ page: PageContext) -> Answer {
    let running = standings.filter { $0.file.project.value.project.ending == nil }
    let ended = standings.filter { $0.file.project.value.project.ending != nil }
    return page.page("All projects, by evidence") {
      p(.class("small")) { a(.href(Link.improve.path)) { "Projects" } }
      h1 { "All projects, by evidence" }
      p(.class("lede")) {
        "Stages are computed from what each project has kept. Nobody types them, so they can be compared."
      }
      if standings.isEmpty {
        EmptyState("No project yet", "Begin one; it appears here with its stage.") {
          if page.may(.contribute) { LinkButton("Begin a project", to: Link.newProject.path) }
        }
      } else {
        DueLookBacks(looks: standings.compactMap { LookBacks($0.file) }.due(on: page.today), today: page.today)
        StatCards(stats: [
          .init("\(running.count)", running.count == 1 ? "project running" : "projects running"),
          .init("\(running.count { $0.stage >= .testing })", "at testing or beyond"),
          .init("\(standings.count { $0.record.standing?.isEarned == true })", "with an earned change"),
        ])
        Tabs(
          name: "Order",
          ways: Order.allCases.map {
            Way($0.words, Link.department.path + "?sort=\($0.rawValue)", isHere: $0 == order)
          })
        rows("Running", running, page)
        rows("Ended", ended, page)
        p(.class("small")) {
          "Method counts five features: small scale first, prediction locked before Do, study, linked cycles, data every "
          "month (after Taylor et al., BMJ Quality & Safety 2014)."
        }
      }
    }
  }

  @HTMLBuilder private func rows(_ words: String, _ standings: [ProjectStanding], _ page: PageContext) -> HTML {
    if !standings.isEmpty {
      section {
        h2 { words }
        RowsTable(
          words,
          columns: [
            .init("Project"), .init("Stage"), .init("Method"), .init("Last data"), .init("What the data allow"),
            .init("Next step"),
          ],
          rows: standings.map { row($0, page) })
      }
    }
  }

  private func row(_ standing: ProjectStanding, _ page: PageContext) -> [HTML] {
    let project = standing.file.project.value.project
    let gates = standing.evidence.gates
    return [
      HTML {
        a(.href(standing.file.link.path)) { project.title }
        small { [project.place, project.lead].filter { !$0.isEmpty }.joined(separator: " \u{B7} ") }
      },
      HTML { standing.stage.words.prefix(1).uppercased() + standing.stage.words.dropFirst() },
      HTML { "\(Gate.fidelity.count { gates.contains($0) }) of \(Gate.fidelity.count)" },
      HTML { standing.lastData?.words ?? "None" },
      HTML { standing.verdict },
      next(standing, project, page),
    ]
  }

  @HTMLBuilder private func next(_ standing: ProjectStanding, _ project: Project, _ page: PageContext) -> HTML {
    let closing = standing.closing(on: page.today)
    if let ending = project.ending {
      "\(ending.kind.words): \(ending.reason)"
      if ending.kind != .stopped { small { " \(closing.words)" } }
    } else if let gate = standing.evidence.missing {
      if standing.may(gate, page) { a(.href(standing.link(gate).path)) { gate.words } } else { gate.words }
      " (\(gate.minutes) min)"
    } else {
      a(.href(Link.ending(project: standing.file.project.id.description).path)) { closing.words }
    }
  }
}

extension ProjectStanding {
  /// The project's title.
  var name: String { file.project.value.project.title }

  /// What the data allow, in two or three words.
  var verdict: String {
    guard let claim = record.standing else { return "Not declared" }
    switch claim.verdict {
    case .earned: return "Change earned"
    case .tooEarly: return "Too early"
    case .notEarned: return "No change beyond chance"
    case .noBaseline: return "No baseline"
    }
  }
}

/// The department's view.
enum DepartmentRoutes {
  static let all: [Route] = [
    .get(.department, for: .guest(.read)) { page in
      let today = page.today
      let standings =
        try await page.read { reading in
          try reading.documents(ProjectDocument.self)
            .compactMap { try ProjectFile($0.id, in: reading) }.map { ProjectStanding($0, today: today) }
        } ?? []
      return DepartmentPage(standings, order: .init(rawValue: page.query["sort"]) ?? .stage).answer(page)
    }
  ]
}

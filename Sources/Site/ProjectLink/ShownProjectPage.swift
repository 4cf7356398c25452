internal import Improvement
internal import Markup
internal import ProcessControl
internal import Workspaces

/// A project as a link shows it: what it says, on what it rests, and no way to anything else.
struct ShownProjectPage {
  let shown: ShownProject

  private var file: ProjectFile { shown.file }
  private var project: Project { file.project.value.project }

  /// Nobody followed a link here.
  static func none(_ page: PageContext) -> Answer {
    AdviserLinkPage.frame("A project", page) {
      h1 { "Open the link you were given" }
      p(.class("lede")) { "This page begins with a link to one project. Open it again, or ask for a new one." }
    }
  }

  func answer(_ page: PageContext) -> Answer {
    let today = page.today
    return shown.framed(project.title, page) {
      h1 { project.title }
      problem(on: today)
      if let ending = project.ending {
        FlashMessage(.news, "\(ending.kind.words) \(ending.on.words).", ending.reason)
      }
      div(.class("columns")) {
        div {
          aim(today)
          claim(today)
        }
        div {
          StandingCard(standing: ProjectStanding(file, today: today), leadsTo: [], namesPeople: false)
          evidence
        }
      }
      measures(today)
      cycles
      shown.limits(today)
    }
  }

  @HTMLBuilder private func problem(on today: Day) -> HTML {
    if let counted = file.problemMeasure {
      let words = file.problem(in: counted, on: today, tellsReasons: false).sentence
      if !words.isEmpty { p(.class("lede")) { words } }
    }
    if !project.bother.isEmpty, project.bother != project.title { p { project.bother } }
  }

  @HTMLBuilder private func aim(_ today: ProcessControl.Day) -> HTML {
    if let aim = file.work.aim?.value.aim, let aimed = file.aimed {
      section(.class("card"), .aria("labelledby", "aim")) {
        h2(.id("aim")) { "Aim" }
        AimFigure(file: file, aim: aim, aimed: aimed, today: today, link: link(to: aimed.kept))
      }
    }
  }

  private func claim(_ today: ProcessControl.Day) -> HTML {
    let record = file.claims(on: today)
    return section(.class("card card-said"), .aria("labelledby", "said")) {
      h2(.id("said")) { "What the data allow to be said" }
      if let claim = record.standing {
        ClaimWords(claim: claim, record: record)
      } else {
        p { "Nothing yet: it was not declared what will count as proof." }
      }
    }
  }

  @HTMLBuilder private var evidence: HTML {
    if !file.work.evidence.isEmpty {
      section(.class("card"), .aria("labelledby", "evidence")) {
        h2(.id("evidence")) { "Evidence from elsewhere" }
        ul {
          for kept in file.work.evidence {
            li {
              kept.value.card.claim
              " "
              small { kept.value.card.origin }
            }
          }
        }
      }
    }
  }

  private func measures(_ today: ProcessControl.Day) -> HTML {
    section(.aria("labelledby", "measures")) {
      h2(.id("measures")) { "Measures" }
      if file.measures.isEmpty {
        p { "Nothing is counted yet." }
      } else {
        div(.class("family")) {
          for role in ProjectMeasure.Role.allCases {
            file.measures.filter { $0.value.measure.role == role }.map {
              MeasureCard(kept: $0, file: file, today: today, link: link(to: $0)).body
            }
          }
        }
      }
    }
  }

  @HTMLBuilder private var cycles: HTML {
    if !file.cycles.isEmpty {
      section(.aria("labelledby", "cycles")) {
        h2(.id("cycles")) { "PDSA cycles" }
        TaskList(tasks: file.cycles.reversed().map { file.task($0, at: nil) })
      }
    }
  }

  private func link(to measure: Kept<MeasureDocument>) -> Link {
    .shownMeasure(id: file.project.id.description, measure: measure.id.description)
  }
}

/// One measure of a project as a link shows it: its chart, what it says, how it is counted, and groups as released.
struct ShownMeasurePage {
  let shown: ShownProject
  let groups: GroupFile

  func answer(_ page: PageContext) -> Answer {
    let measure = groups.file.definition
    let parts = MeasurePage(file: groups.file)
    return shown.framed(measure.name, page) {
      p(.class("small")) {
        a(.href(Link.shownProject(id: shown.file.project.id.description).path)) {
          shown.file.project.value.project.title
        }
      }
      h1 { measure.name }
      p { Tag(measure.role.fullName, .plain) }
      if !measure.definition.isEmpty { p(.class("lede")) { measure.definition } }
      if groups.file.counts.isEmpty { p { "Nothing is counted yet." } }
      parts.picture(on: page.today)
      parts.statement(on: page.today, tellsReasons: false)
      released(page.today)
      parts.marks
      parts.definition()
      shown.limits(page.today)
    }
  }

  @HTMLBuilder private func released(_ today: ProcessControl.Day) -> HTML {
    if let release = groups.released(today: today), !release.tables.isEmpty {
      let table = GroupPage(groups: groups)
      section(.aria("labelledby", "groups")) {
        h2(.id("groups")) { "By \(release.division), by \(release.period.rawValue)" }
        table.table(release)
        p(.class("small")) { table.hiding(release) }
      }
    }
  }
}

extension ShownProject {
  /// The frame of its pages: no way to other pages, which would show another workspace or none.
  fileprivate func framed(_ heading: String, _ page: PageContext, @HTMLBuilder _ content: () -> HTML) -> Answer {
    AdviserLinkPage.frame(
      heading, notice: isDemo ? "Example: invented people and data" : "One project, to read",
      rehearsal: isRehearsed ? "Rehearsal: dates were set by hand. Nothing here is a result." : nil, page, content)
  }

  /// What the page is, how fresh, and how long it opens.
  fileprivate func limits(_ today: ProcessControl.Day) -> HTML {
    p(.class("source")) {
      "Shown by a link: this project only, to read, "
      "\(expires.map { "until \(ShownProject.lastDay($0))" } ?? "until it is ended"). As it is on \(today.words). "
      "Groups stand here only as they were released, without small counts."
    }
  }
}

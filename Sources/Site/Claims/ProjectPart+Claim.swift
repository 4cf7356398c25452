internal import Improvement
internal import Markup
internal import Pictures
internal import ProcessControl
internal import Workspaces

extension ProjectPart {
  /// The aim with the chart of its measure.
  static let aim = ProjectPart { file, page in
    section(.class("card"), .aria("labelledby", "aim")) {
      h2(.id("aim")) { "Aim" }
      if let aim = file.work.aim?.value.aim, let aimed = file.aimed {
        AimFigure(file: file, aim: aim, aimed: aimed, today: page.today).body
      } else {
        p { "There is no aim yet: how much, for whom, by when, from which baseline." }
      }
      if page.may(.contribute) {
        p(.class("small not-in-print")) {
          a(.href(Link.aim(project: file.project.id.description).path)) {
            file.work.aim == nil
              ? "Set the aim" : page.writes(file.work.aim) ? "Change the aim" : "The aim, as it was set"
          }
          if file.work.aim != nil {
            " \u{B7} "
            a(.href(Link.proof(project: file.project.id.description).path)) { "What counts as proof" }
          }
        }
      }
    }
  }

  /// What the data allow to be said, by the procedure that was declared.
  static let claim = ProjectPart { file, page in
    let record = file.claims(on: page.today)
    let project = file.project.id.description
    return section(.class("card card-said"), .aria("labelledby", "said")) {
      h2(.id("said")) { "What you may say" }
      if page.isRehearsal {
        p(.class("small")) {
          Tag("Rehearsal", .warn)
          " Dates were set by hand: this is practice, and proves nothing."
        }
      }
      if let claim = record.standing {
        ClaimWords(claim: claim, record: record).body
      } else {
        p {
          "Nothing yet. Say first what will count as proof; then the sentence is printed when the data have earned it."
        }
        if page.may(.contribute) {
          WayToDeclaring(file: file, now: page.now, maySetAim: page.writes(file.work.aim)).body
        }
      }
      if record.standing != nil {
        p(.class("small")) { a(.href(Link.declaration(project: project).path)) { "What was declared, and when" } }
      }
    }
  }
}

/// What is ready to be done on the way to a declaration: the declaration itself only when nothing keeps it back.
private struct WayToDeclaring: Component {
  let file: ProjectFile
  let now: Moment
  let maySetAim: Bool

  var body: HTML {
    let id = file.project.id.description
    let (words, link, why): (String, Link, String?) =
      switch DeclarationPage(file: file).declared(at: now) {
      case .success: ("Declare the aim", .declaration(project: id), nil)
      case .failure(let refusal): step(refusal, id)
      }
    return HTML {
      if let why { p(.class("small")) { why } }
      switch link {
      case .aim, .proof:
        if maySetAim {
          actions { LinkButton(words, to: link.path, style: .quiet) }
        } else {
          p(.class("small")) { "Who set the aim says it, or an editor." }
        }
      default: actions { LinkButton(words, to: link.path, style: .quiet) }
      }
    }
  }

  private func step(_ refusal: DeclarationRefusal, _ id: String) -> (String, Link, String?) {
    let outcome = file.aimed?.kept ?? file.measures.first { $0.value.measure.role == .outcome }
    guard let outcome else {
      return ("Add the outcome measure", .newMeasure(project: id), "An aim is about an outcome measure.")
    }
    if (file.counts[outcome.id] ?? []).isEmpty {
      return ("Count it", .measureGrid(id: outcome.id.description), "Without counts there is no baseline.")
    }
    let first = refusal.problems.first
    if let first, first.isAboutAim { return ("Set the aim", .aim(project: id), first.words) }
    if case .baselineTooShort = first {
      return ("Count the baseline", .measureGrid(id: outcome.id.description), first?.words)
    }
    return ("Say what counts as proof", .proof(project: id), first?.words)
  }
}

/// The chart of the aim's measure, the same as on the measure's own page, with the cycles pinned.
struct AimFigure: Component {
  let file: ProjectFile
  let aim: Aim
  let aimed: (kept: Kept<MeasureDocument>, counts: [PeriodCount])
  let today: ProcessControl.Day
  /// Where the measure's own page is.
  var link: Link?

  private var address: String { (link ?? .measure(id: aimed.kept.id.description)).path }

  @HTMLBuilder var body: HTML {
    let measure = aimed.kept.value.measure
    let statement = aim.statement(of: measure, counts: aimed.counts)
    p { b { statement.isEmpty ? measure.name : statement } }
    if case .success(let chart) = file.chart(of: aimed.kept, on: today), !chart.points.isEmpty {
      ChartFigure(
        name: "aim-chart",
        picture: chart.picture(
          measure.name, valueName: measure.valueName, events: ChartEvent.all(among: file.cycles)),
        sentence: chart.sentences.first, explanation: chart.sentences.rest,
        links: [("How this is counted", address)])
      if let soFar = measure.soFar(of: aimed.counts, on: today) { p(.class("small")) { soFar } }
    } else if aimed.counts.isEmpty {
      p {
        "Nothing is counted yet. "
        a(.href(address)) { link == nil ? "Count \(measure.name)" : measure.name }
      }
    }
  }
}

/// The sentence that was earned, or why there is none, with everything a reader must know.
struct ClaimWords: Component {
  let claim: Claim
  let record: ClaimRecord

  @HTMLBuilder var body: HTML {
    if let sentence = claim.sentence {
      blockquote { p(.class("earned")) { "\u{201C}\(sentence)\u{201D}" } }
      if let size = claim.size { p { size } }
      p(.class("small")) { claim.basis }
      p(.class("small")) { "After is not because of: other things may have changed at the same time." }
    } else {
      p { claim.basis }
      if claim.verdict == .notEarned {
        p(.class("small")) {
          "That is a result too: study the cycles, change the change, and declare the next attempt before it begins."
        }
      }
    }
    if !claim.notes.isEmpty || record.warning != nil {
      ul(.class("small")) {
        if let warning = record.warning { li { warning } }
        for note in claim.notes { li { note } }
      }
    }
  }
}

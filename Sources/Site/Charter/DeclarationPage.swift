internal import Improvement
internal import Markup
internal import ProcessControl
internal import Workspaces

/// The aim and its proof as they will be closed, and what still keeps them from it.
struct DeclarationPage {
  let file: ProjectFile

  private var id: String { file.project.id.description }

  /// The declaration that would be made now, or why not.
  func declared(at now: Moment) -> Result<Declaration, DeclarationRefusal> {
    guard let aim = file.work.aim?.value.aim, let aimed = file.aimed else {
      return .failure(DeclarationRefusal([.noMeasure]))
    }
    do throws(DeclarationRefusal) {
      return .success(
        try Declaration(aim, of: aimed.kept.value.measure, counts: aimed.counts, at: now))
    } catch {
      return .failure(error)
    }
  }

  func answer(_ page: PageContext, isSent: Bool = false) -> Answer {
    let result = declared(at: page.now)
    let isWrong = if case .failure = result { isSent } else { false }
    return page.page("Declare the aim", status: isWrong ? 400 : 200) {
      file.project.wayBack
      h1 { "Declare the aim" }
      p(.class("lede")) {
        "Once declared it is closed with its time: this cannot be undone. It can be declared again, and every declaration "
        "stays on record."
      }
      if page.isRehearsal {
        FlashMessage(.warn, "Rehearsal.", "The time of a declaration is set by hand here: it proves nothing.")
      }
      BoardFirst(file: file).body
      switch result {
      case .success(let declaration): ready(declaration, page)
      case .failure(let refusal): missing(refusal)
      }
      earlier
    }
  }

  private func missing(_ refusal: DeclarationRefusal) -> HTML {
    HTML {
      h2 { "Not ready yet" }
      ul {
        for problem in refusal.problems {
          li {
            problem.words
            " "
            if problem == .notDefined, let measure = file.aimed?.kept {
              a(.href(Link.measureDefinition(id: measure.id.description).path)) { "The measure" }
            } else {
              a(.href((problem.isAboutAim ? Link.aim(project: id) : Link.proof(project: id)).path)) {
                problem.isAboutAim ? "The aim" : "The proof"
              }
            }
          }
        }
      }
    }
  }

  @HTMLBuilder private func ready(_ declaration: Declaration, _ page: PageContext) -> HTML {
    if let measure = file.aimed?.kept.value.measure, let aim = file.work.aim?.value.aim {
      let noun = measure.pointNoun
      p { b { aim.statement(of: measure, counts: file.aimed?.counts ?? []) } }
      SummaryList(entries: [
        .words("Change", declaration.change, change: Link.proof(project: id).path),
        .words("In use from", declaration.begins.words, change: Link.proof(project: id).path),
        .words(
          "Baseline",
          "\(declaration.baseline.points) \(noun)s, \(declaration.baseline.from.words) to "
            + "\(declaration.baseline.through.words), median \(measure.said(declaration.baseline.median))",
          change: Link.proof(project: id).path),
        .words("What counts", "\(declaration.window) \(noun)s from \(declaration.counts.words)"),
        .words(
          "What earns it",
          "\(declaration.run) \(noun)s in a row \(declaration.better == .down ? "below" : "above") that median, within "
            + "those \(declaration.window). An unchanged "
            + "process shows that in \(percent(declaration.falseAlarm)), however often you look."),
      ])
      if declaration.isLate {
        FlashMessage(
          .warn, "The change has begun already.",
          "Only \(noun)s from today on will count; those before were seen before anything was declared.")
      }
      if let settling = Settling(measure, counts: file.aimed?.counts ?? [], aim: aim, from: page.today) {
        p(.class("small")) { settling.statement(by: declaration.by) }
      }
      page.writing(to: .declaration(project: id)) {
        actions { SubmitButton("Declare and close") }
      }
    }
  }

  private func percent(_ share: Double) -> String { "\((share * 1_000).rounded() / 10)% of cases" }

  @HTMLBuilder private var earlier: HTML {
    let all = (file.work.declarations + file.work.takenBack).sorted {
      $0.value.declaration.at < $1.value.declaration.at
    }
    if !all.isEmpty {
      section {
        h2 { "Declared before" }
        ul {
          for kept in all {
            let declaration = kept.value.declaration
            li {
              "\(declaration.at.words): \(declaration.change.isEmpty ? "a change" : declaration.change), "
              "\(declaration.window) points from \(declaration.counts.words)"
              if file.work.takenBack.contains(where: { $0.id == kept.id }) { " (taken back)" }
            }
          }
        }
        p(.class("small")) { "Each further declaration is another chance for noise; the claim says so." }
      }
    }
  }
}

extension DeclarationRefusal.Problem {
  /// Whether the page of the aim answers it; otherwise that of the proof.
  var isAboutAim: Bool {
    switch self {
    case .noMeasure, .notAnOutcome, .notDefined, .noTarget, .noDate, .dateBeforeChange, .targetNotBetter: true
    default: false
    }
  }
}

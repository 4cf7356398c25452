internal import Markup
internal import SmartPick
internal import Workspaces

/// What is the visitor's own about one program: the note, the pin, the application.
struct ProgramOwn: Sendable {
  let program: Program
  let marks: Kept<MarksDocument>?
  let profile: Kept<ProfileDocument>
  let season: Kept<SeasonDocument>?
  /// What the pin costs, once it is known.
  let cost: PinCost?
  var typed: (field: String, text: String)?
  var problem: String?

  var pin: Profile.Pin? { profile.value.profile.preferences.pinned.first { $0.code == program.code } }

  func section(_ page: PageContext) -> HTML {
    HTML {
      if let problem, let typed { ErrorList(problems: [(typed.field, problem)]) }
      div(.class("columns")) {
        page.writing(to: .note(code: program.code)) {
          page.revisionField(marks)
          Field(
            "note", "My note", control: .area(rows: 4),
            typed: typed?.field == "note" ? typed?.text ?? "" : marks?.value[program.code].note ?? "",
            hint: "Only yours; it changes no odds. No names of patients.", error: typed?.field == "note" ? problem : nil
          )
          actions { SubmitButton("Keep the note", style: .quiet) }
        }
        div {
          pinForm(page)
          application(page)
        }
      }
    }
  }

  private func pinForm(_ page: PageContext) -> HTML {
    HTML {
      if let pin {
        p {
          b { "Pinned." }
          " It stays on your list\(pin.reason.map { ": \($0)" } ?? "")."
          if let cost { " \(cost.words)" }
        }
        page.button(
          "Take the pin away", to: .pinRemoval(code: program.code), style: .small,
          fields: [(FieldName.revision, "\(profile.revision)")])
      } else {
        page.writing(to: .pin(code: program.code)) {
          page.revisionField(profile)
          Field(
            "reason", "Pin it: always on my list, because", typed: typed?.field == "reason" ? typed?.text ?? "" : "",
            hint: "The search then works around it, and the list says what it costs.",
            error: typed?.field == "reason" ? problem : nil)
          actions { SubmitButton("Pin it", style: .quiet) }
        }
      }
    }
  }

  private func application(_ page: PageContext) -> HTML {
    HTML {
      if let sent = season?.value[program.code] {
        p {
          "You applied: \(sent.standing.words.lowercased()). "
          a(.href(Link.seasonApplication(code: program.code).path)) { "Change" }
        }
      } else {
        page.button(
          "I applied here", to: .season, style: .small,
          fields: [
            ("code", program.code), ("then", Link.program(code: program.code).path),
            (FieldName.revision, "\(season?.revision ?? 0)"),
          ])
      }
    }
  }
}

extension PinCost {
  /// What it costs, in a sentence.
  var words: String {
    if isChosenAnyway { return "It costs nothing: the search would choose it anyway." }
    let points = match * 100
    let money = fees > 0.5 ? " and \(Words.dollars(fees))" : fees < -0.5 ? " and saves \(Words.dollars(-fees))" : ""
    if points >= 0.05 { return "Keeping it costs \(Words.fixed(points, 1)) points of chance\(money)." }
    if points <= -0.05 {
      return
        "Keeping it adds \(Words.fixed(-points, 1)) points of chance\(money); the search would have put another place before it."
    }
    return "Keeping it costs less than 0.1 points of chance\(money)."
  }
}

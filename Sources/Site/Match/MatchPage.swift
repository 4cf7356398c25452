internal import Markup
internal import Matching

/// The algorithm step by step on a small market that the visitor may change.
struct MatchPage {
  private let market: SmallMarket
  private let step: Int
  private let query: FormFields
  /// The market as typed; the example where nothing was.
  private let typed: (applicants: String, programs: String)

  init(_ query: FormFields) {
    self.query = query
    let example = SmallMarket.example.text
    typed = (
      query.has("applicants") ? query["applicants"] : example.applicants,
      query.has("programs") ? query["programs"] : example.programs
    )
    market = SmallMarket(applicants: typed.applicants, programs: typed.programs)
    step = Int(query["step"]) ?? 0
  }

  func answer(_ page: PageContext) -> Answer {
    page.page(
      "How the Match works", summary: "The algorithm of the Match, step by step, on a market that you may change.",
      notice: "An invented market", status: market.problems.isEmpty ? 200 : 400
    ) {
      h1 { "How the Match works" }
      p(.class("lede")) {
        "Applicants ask, best choice first. A program holds the best who have asked, and lets one go when a better one "
        "comes. Nothing is final until nobody has anyone left to ask. The people and programs here are invented."
      }
      if market.problems.isEmpty {
        let scenes = MatchScenes(market)
        stepping(scenes)
        result(scenes)
        ListTrialSection(market: market, query: query, kept: kept(step: step)).body
        couples(page)
      } else {
        ErrorList(problems: market.problems)
      }
      change
    }
  }

  // MARK: the steps

  private func stepping(_ scenes: MatchScenes) -> HTML {
    let step = min(max(step, 0), scenes.last)
    let scene = scenes[step]
    return section(.class("card match-step"), .id("step"), .aria("labelledby", "step-heading")) {
      h2(.id("step-heading")) { step == 0 ? "Before the first step" : "Step \(step) of \(scenes.last)" }
      p(.class("match-sentence")) { sentence(scene, step, scenes) }
      actions {
        go("Back", to: step - 1, scenes, style: .quiet)
        go("Next", to: step + 1, scenes, style: .primary)
        go("To the start", to: 0, scenes, style: .quiet, isAway: step > 0)
        go("To the end", to: scenes.last, scenes, style: .quiet, isAway: step < scenes.last)
      }
      MatchDrawing(market: market, scene: scene)
      more(scenes.last == 1 ? "The step in words" : "All \(scenes.last) steps in words") {
        ol {
          for (index, sentences) in scenes.all.enumerated().dropFirst() {
            li {
              a(.href(address(step: index)), .when(index == step, .aria("current", "step"))) {
                sentences.joined(separator: " ")
              }
            }
          }
        }
      }
    }
  }

  private func sentence(_ scene: MatchScene, _ step: Int, _ scenes: MatchScenes) -> String {
    if scenes.last == 0 { return "No applicant and program list each other, so nobody asks, and nobody matches." }
    if step == 0 {
      let first = scenes[1].request.map { market.applicants[$0.applicant].name } ?? ""
      return "Nobody has asked yet. \(first) goes first; who goes first changes nothing in the end."
    }
    let end = step == scenes.last ? " Nobody has anyone left to ask: what is held now is the match." : ""
    return scene.sentences.joined(separator: " ") + end
  }

  private func go(
    _ words: String, to step: Int, _ scenes: MatchScenes, style: ButtonStyle, isAway: Bool = true
  ) -> HTML {
    guard isAway, (0...scenes.last).contains(step) else {
      return SubmitButton(words, style: style, isDisabled: true).body
    }
    return LinkButton(words, to: address(step: step), style: style).body
  }

  // MARK: the result

  private func result(_ scenes: MatchScenes) -> HTML {
    let outcome = scenes.trace.outcome
    let explained = outcome.explanations(of: market.applicants.indices)
    return section(.aria("labelledby", "result")) {
      h2(.id("result")) { "The match, and why" }
      RowsTable(
        "Where each applicant is matched, and why not higher",
        columns: [
          .init("Applicant"), .init("Matched to"), .init("Choice", isNumeric: true),
          .init("Why not higher", isWholeOnPhone: true),
        ],
        rows: market.applicants.indices.map { number in
          let placement = outcome.placement(ofApplicant: number)
          let above = explained[number].lines.filter { $0.reason != .matched }.map(\.sentence)
          return [
            b { market.applicants[number].name },
            HTML(placement?.program.map { market.programs[$0].name } ?? "unmatched"),
            HTML(placement.map { "\($0.place)" } ?? ""),
            HTML(
              above.isEmpty
                ? (placement == nil ? "Nobody on the list." : "The first choice.") : above.joined(separator: " ")),
          ]
        })
      p {
        outcome.isStable
          ? "Checked pair by pair: no applicant and program would both rather have each other. That is what stable means, and of all stable matches this one is the best for every applicant."
          : "Not stable: \(outcome.blockingPairs.count) pairs would rather have each other."
      }
    }
  }

  private func couples(_ page: PageContext) -> HTML {
    section(.class("card match-couples"), .aria("labelledby", "couples")) {
      h2(.id("couples")) { "Couples" }
      p {
        "A couple ranks pairs of programs, and for couples no such guarantee exists: a stable match may not exist at "
        "all, and the true order is not always the best one."
      }
      if page.ownsSmartPick {
        p {
          b { "Next: " }
          a(.href(Link.rank.path)) { "your own list" }
          ", in the order you want. The chance beside a program never changes its place."
        }
      }
    }
  }

  // MARK: changing the market

  private var change: HTML {
    section(.aria("labelledby", "change")) {
      h2(.id("change")) { "Change the market" }
      form(.method(.get), .action(Link.match.path), .noValidate(true)) {
        Field(
          "applicants", "Applicants", control: .area(rows: 6), typed: typed.applicants,
          hint:
            "One on each line, at most \(SmallMarket.mostApplicants): the name, a colon, the programs in the order wanted.",
          error: problem("applicants"))
        Field(
          "programs", "Programs", control: .area(rows: 5), typed: typed.programs,
          hint:
            "One on each line, at most \(SmallMarket.mostPrograms): the name, the number of positions, a colon, the applicants, best first.",
          error: problem("programs"))
        actions {
          SubmitButton("Run the Match", style: market.problems.isEmpty ? .quiet : .primary)
          LinkButton("Back to the example", to: Link.match.path, style: .quiet)
        }
      }
      sourceNote(
        "Deferred acceptance: Gale and Shapley 1962, as the NRMP runs it (Roth and Peranson 1999). The market is in the address of this page; nothing is kept. On the command line, housestaff match runs a market of any size, couples included."
      )
    }
  }

  private func problem(_ field: String) -> String? {
    let words = market.problems.filter { $0.field == field }.map(\.words)
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  // MARK: addresses

  /// The fields that keep the market; none for the example.
  private func kept(step: Int?) -> FormFields {
    var fields = FormFields()
    let example = SmallMarket.example.text
    if market.text != example {
      fields.add("applicants", market.text.applicants)
      fields.add("programs", market.text.programs)
    }
    if let step, step > 0 { fields.add("step", "\(step)") }
    return fields
  }

  private func address(step: Int) -> String {
    let fields = kept(step: step)
    return Link.match.path + (fields.pairs.isEmpty ? "" : "?" + fields.encoded) + "#step"
  }
}

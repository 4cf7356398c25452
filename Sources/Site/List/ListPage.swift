internal import Markup
internal import Pictures
internal import SmartPick
internal import Tables
internal import Workspaces

/// The list: the answer in a sentence, the programs, the curve, and what to do next.
struct ListPage {
  let profile: Kept<ProfileDocument>
  let season: Kept<SeasonDocument>?
  let list: ListResult
  /// What the applicant and advisers wrote beside the programs.
  let written: ListWritten
  /// What each pin costs, by code; nil while it is worked out.
  let costs: [String: PinCost]?
  /// What the last change did to the list.
  let change: ListChange?
  /// Budget, limit and ambition, with what was typed and what is wrong with it.
  let controls: ListControls
  /// Why some of the visitor's own programs are not used; nil where all could be.
  let unused: String?

  func answer(_ page: PageContext) -> Answer {
    let words = ListWords(list)
    return page.page(
      "Your list", notice: list.hasFiction ? "Practice programs: fictional" : nil,
      status: controls.problems.isEmpty ? 200 : 400
    ) {
      h1 { words.headline }
      ErrorList(problems: controls.problems)
      p(.class("lede")) { lede }
      if let unused {
        FlashMessage(
          .warn, "Left out.", unused, action: ("Put the table right", Link.programsPreview.path))
      }
      StatCards(stats: stats)
      if let silence = words.silence { p(.class("small")) { silence } }
      if let low = words.lowChance { section(.class("card"), .aria("label", "A low chance")) { p { low } } }
      written.section(page, list)
      if written.ownAssumptions > 0 {
        p(.class("small")) {
          "With \(written.ownAssumptions) of your own assumptions. "
          a(.href(Link.assumptions.path)) { "What they change" }
        }
      }
      controls.body(page)
      if let change { change.section }
      section(.aria("label", "Programs")) {
        table(page)
        compareForm()
        actions {
          LinkButton("Bring my own programs", to: Link.programs.path, style: .quiet)
          page.button(
            "I applied to all of this list", to: .season,
            fields: [("all", "list"), (FieldName.revision, "\(season?.revision ?? 0)")])
        }
      }
      div(.class("columns")) {
        div { curve }
        div {
          questions
          notMet
          sensitivity
        }
      }
      TakeAwayBox().body
      for caution in words.cautions { p(.class("small")) { caution } }
      sourceNote(
        "Means over \(Words.grouped(Double(list.reportScenarios))) simulated seasons, chosen on \(Words.grouped(Double(list.searchScenarios))) others. Figures of season \(list.season).",
        link: ("Every assumption, with its source", Link.assumptions.path))
    }
  }

  private var lede: String {
    let plans = list.plans.map(\.specialty)
    let what =
      plans.count > 1 ? "\(plans[0]), with \(Words.list(Array(plans.dropFirst()))) in parallel" : plans.first ?? ""
    return "\(what). \(ListWords(list).money)."
  }

  private var stats: [StatCards.Stat] {
    var stats: [StatCards.Stat] = [
      .init(
        Words.percent(list.matchProbability),
        "chance to match (\(Words.percent(list.matchLow)) to \(Words.percent(list.matchHigh))); \(Words.percent(list.unmatchedProbability)) unmatched"
      ),
      .init(
        Words.number(list.interviewsExpected),
        "interviews expected (\(Words.number(list.interviewsLow)) to \(Words.number(list.interviewsHigh)))"
      ),
      fees,
      .init(ListWords(list).gap, "or less below the best possible list; \(ListWords.stoppingRule)"),
    ]
    if let outcomes = list.outcomes {
      stats.append(.init(Words.percent(outcomes.advancedOnly), "an advanced place without a first year"))
    }
    return stats
  }

  /// What is still to pay, apart from what is spent.
  private var fees: StatCards.Stat {
    let count = list.count
    let budget = list.budget.map { "of \(Words.dollars($0)); " } ?? ""
    guard count.sent > 0 else { return .init(Words.dollars(list.fees), budget + count.applicationWords) }
    let spent = "\(Words.dollars(list.fees - count.newFees)) spent on \(count.sent) sent"
    return .init(
      Words.dollars(count.newFees),
      "for \(count.new) more; \(spent)\(list.budget.map { ", of \(Words.dollars($0)) set aside" } ?? "")")
  }

  /// The point of the curve where the list stops; preliminary years stand beside it.
  private var count: Int { list.curve.last { $0.isRecommended }?.applications ?? 0 }

  private func table(_ page: PageContext) -> HTML {
    RowsTable(
      (list.count.sent > 0 ? "Programs, sent first, then what to add" : "Programs to apply to, most valuable first")
        + ": \(list.count.words)",
      columns: [
        .init("Program"), .init("Interview"), .init("Adds", isNumeric: true), .init("Match here", isNumeric: true),
        .init("Fee", isNumeric: true), .init("Your wish"),
      ],
      rows: list.rows.map { row in
        [
          program(row),
          interview(row), HTML(row.isPreliminary ? "" : Words.points(row.gain)), matchHere(row),
          HTML(Words.dollars(row.fee)), wishes(row, page),
        ]
      }, style: "four"
    ).body
  }

  private func interview(_ row: ListResult.Row) -> HTML {
    if row.isInvited { return Tag("Yours", .good).body }
    return IntervalCell(
      bar: IntervalBar("Chance of an interview", value: row.interview, low: row.interviewLow, high: row.interviewHigh)
    ).body
  }

  /// A first year beside an advanced place is no match of its own, and its chance is said as what it is.
  private func matchHere(_ row: ListResult.Row) -> HTML {
    HTML {
      if row.isPreliminary { small { "first year " } }
      Words.percent(row.match)
    }
  }

  private func program(_ row: ListResult.Row) -> HTML {
    HTML {
      a(.href(Link.program(code: row.program.code).path)) { row.program.name }
      " "
      if row.signal != .none { Tag("◆ \(row.signal.rawValue)") }
      Tag(row.tier.rawValue)
      if let sent = season?.value[row.program.code] { Tag(sent.standing.words, .plain) }
      small {
        [
          row.specialty, [row.program.city, row.program.state].compactMap(\.self).joined(separator: ", "),
          row.program.setting?.rawValue,
        ]
        .compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " · ")
      }
      small { row.why }
      if let coverage = row.coverage { small { coverage } }
      pinned(row)
      written.beside(row.program.code)
    }
  }

  /// Why the program stays whatever the search thinks of it, and what that costs.
  private func pinned(_ row: ListResult.Row) -> HTML {
    HTML {
      if let pin = profile.value.profile.preferences.pinned.first(where: { $0.code == row.program.code }) {
        small {
          Tag("pinned")
          " \(pin.reason ?? "")\(pin.reason?.hasSuffix(".") == true ? "" : ".") "
          if case .open = row.status {
            costs.map { $0[pin.code]?.words ?? "" } ?? "What it costs is being worked out; look again in a moment."
          }
        }
      }
    }
  }

  private func wishes(_ row: ListResult.Row, _ page: PageContext) -> HTML {
    let isPinned = profile.value.profile.preferences.pinned.contains { $0.code == row.program.code }
    let isLoved = profile.value.profile.preferences.loved.contains(row.program.code)
    return div(.class("wishes")) {
      page.button(
        isLoved ? "Loved" : "Love", to: .wish, style: .small,
        fields: [
          ("code", row.program.code), ("wish", isLoved ? "none" : "love"), (FieldName.revision, "\(profile.revision)"),
        ])
      page.button(
        "Refuse", to: .wish, style: .small,
        fields: [("code", row.program.code), ("wish", "refuse"), (FieldName.revision, "\(profile.revision)")])
      LinkButton(
        isPinned ? "Pinned" : "Pin", to: Link.program(code: row.program.code).path + "#own", style: .small)
      if case .open = row.status {
        page.button(
          "I applied", to: .season, style: .small,
          fields: [
            ("code", row.program.code), ("signal", row.signal.rawValue), ("then", Link.list.path),
            (FieldName.revision, "\(season?.revision ?? 0)"),
          ])
      } else {
        LinkButton("Its answer", to: Link.seasonApplication(code: row.program.code).path, style: .small)
      }
      compareBox(row.program)
    }
  }

  private var curve: HTML {
    ChartFigure(
      name: "curve",
      picture: OddsCurve(
        "Chance to match by number of applications",
        summary: "The chance rises to \(Words.percent(list.matchProbability)) with \(count) applications.",
        points: list.curve.map {
          .init(applications: $0.applications, chance: $0.match, low: $0.low, high: $0.high, dollars: $0.fees)
        }, marked: count),
      sentence: ListWords(list).stop
    ).body
  }

  private var questions: HTML {
    HTML {
      if !list.questions.isEmpty {
        section(.class("card")) {
          h2 { "Questions worth asking" }
          ol {
            for question in list.questions.prefix(5) {
              li {
                a(.href(Link.program(code: question.program.code).path)) { question.words }
                " Yes would add \(Words.fixed(question.gainIfFavorable * 100, 1)) points."
              }
            }
          }
        }
      }
      if !list.lowGain.isEmpty {
        section(.class("card")) {
          h2 { "Low gain" }
          p {
            list.lowGain.count == 1
              ? "1 application adds little even at the upper end of its range. Ask an adviser before dropping it."
              : "\(list.lowGain.count) applications add little even at the upper end of their range. Ask an adviser before dropping any."
          }
        }
      }
    }
  }

  private var notMet: HTML {
    let barred = list.requirementsNotMet.filter { $0.requirement.status == .notMet }
    return HTML {
      if !barred.isEmpty {
        more(
          "\(Words.grouped(Double(Set(barred.map(\.program.code)).count))) of \(Words.grouped(Double(list.candidates))) programs are left out: a requirement is not met"
        ) {
          ul {
            for item in barred.prefix(60) {
              li {
                a(.href(Link.program(code: item.program.code).path)) { item.program.name }
                ": \(item.requirement.reason)"
              }
            }
          }
          if barred.count > 60 { p { "And \(barred.count - 60) more." } }
        }
      }
    }
  }

  private var sensitivity: HTML {
    HTML {
      if !list.sensitivity.isEmpty {
        more("What moves the answer most") {
          ul {
            for item in list.sensitivity.prefix(6) {
              li {
                a(.href(Link.assumption(name: item.effect.rawValue).path)) { EffectWords.title(item.effect) }
                ": \(Words.percent(min(item.atLow, item.atHigh))) to \(Words.percent(max(item.atLow, item.atHigh)))"
              }
            }
          }
        }
      }
    }
  }
}

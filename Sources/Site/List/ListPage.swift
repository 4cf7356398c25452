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

  func answer(_ page: PageContext) -> Answer {
    let words = ListWords(list)
    return page.page(
      "Your list", notice: list.hasFiction ? "Practice programs: fictional" : nil
    ) {
      h1 { words.headline }
      p(.class("lede")) { lede }
      StatCards(stats: stats)
      written.section(page, list)
      if written.ownAssumptions > 0 {
        p(.class("small")) {
          "With \(written.ownAssumptions) of your own assumptions. "
          a(.href(Link.assumptions.path)) { "What they change" }
        }
      }
      controls(page)
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
    let money =
      "\(list.count.applicationWords) for \(Words.dollars(list.fees))"
      + (list.budget.map { " of the \(Words.dollars($0)) you set aside" } ?? "")
    return "\(what). \(money)."
  }

  private var stats: [StatCards.Stat] {
    var stats: [StatCards.Stat] = [
      .init(
        Words.percent(list.matchProbability),
        "chance to match (\(Words.percent(list.matchLow)) to \(Words.percent(list.matchHigh)))"),
      .init(
        Words.number(list.interviewsExpected),
        "interviews expected (\(Words.number(list.interviewsLow, decimals: 0)) to \(Words.number(list.interviewsHigh, decimals: 0)))"
      ),
      .init(
        Words.dollars(list.fees),
        (list.budget.map { "of \(Words.dollars($0)); " } ?? "") + list.count.applicationWords),
      .init(Words.percent(list.gapBound), "at most below the best possible list; \(ListWords.stoppingRule)"),
    ]
    if let outcomes = list.outcomes {
      stats.append(.init(Words.percent(outcomes.advancedOnly), "an advanced place without a first year"))
    }
    return stats
  }

  /// The point of the curve where the list stops; preliminary years stand beside it.
  private var count: Int { list.curve.last { $0.isRecommended }?.applications ?? 0 }

  private func controls(_ page: PageContext) -> HTML {
    let current = profile.value.profile
    return more("Change budget, limit and ambition") {
      page.writing(to: .listControls) {
        page.revisionField(profile)
        Field(
          "budget_usd", "Money for application fees", control: .line(mode: .decimal, unit: "dollars", size: 8),
          typed: current.budget.map { DecimalText.text($0, decimals: 2) } ?? "", hint: "Empty: no limit.")
        Field(
          "limit", "At most so many applications in each specialty", control: .line(mode: .numeric, size: 6),
          typed: current.specialties.first.flatMap { current.maxApplications[$0.name] }.map(String.init) ?? "")
        Field(
          "ambition", "How much the place counts, 0 to 1", control: .line(mode: .decimal, size: 6),
          typed: current.ambition.map { DecimalText.text($0, decimals: 2) } ?? "",
          hint: "0: only matching counts. 1: only where.")
        actions { SubmitButton("Answer again") }
      }
    }
  }

  private func table(_ page: PageContext) -> HTML {
    RowsTable(
      "Programs to apply to, most valuable first: \(list.count.words)",
      columns: [
        .init("Program"), .init("Interview"), .init("Adds", isNumeric: true), .init("Match here", isNumeric: true),
        .init("Fee", isNumeric: true), .init("Your wish"),
      ],
      rows: list.rows.map { row in
        [
          program(row),
          IntervalCell(
            bar: IntervalBar(
              "Chance of an interview", value: row.interview, low: row.interviewLow, high: row.interviewHigh)
          ).body,
          HTML(Words.points(row.gain)), HTML(Words.percent(row.match)),
          HTML(Words.dollars(row.fee)), wishes(row, page),
        ]
      }, style: "four"
    ).body
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
    let last = list.curve.last { $0.isRecommended }
    let next = list.curve.first { !$0.isRecommended }
    let more = zip2(last, next).map { last, next in
      "Number \(next.applications) would add \(Words.fixed(max(0, next.match - last.match) * 100, 2)) points for \(Words.dollars(next.fees - last.fees))."
    }
    return ChartFigure(
      name: "curve",
      picture: OddsCurve(
        "Chance to match by number of applications",
        summary: "The chance rises to \(Words.percent(list.matchProbability)) with \(count) applications.",
        points: list.curve.map {
          .init(applications: $0.applications, chance: $0.match, low: $0.low, high: $0.high, dollars: $0.fees)
        }, marked: count),
      sentence: "After \(count) applications\(ListWords(list).beside) money buys little.", explanation: more
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
            "\(list.lowGain.count) applications add little even at the upper end of their range. Ask an adviser before dropping any."
          }
        }
      }
    }
  }

  private var notMet: HTML {
    let barred = list.requirementsNotMet.filter { $0.requirement.status == .notMet }
    return HTML {
      if !barred.isEmpty {
        more("\(barred.count) requirements are not met") {
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
                "\(EffectWords.title(item.effect)): \(Words.percent(min(item.atLow, item.atHigh))) to \(Words.percent(max(item.atLow, item.atHigh)))"
              }
            }
          }
        }
      }
    }
  }
}

private func zip2<A, B>(_ first: A?, _ second: B?) -> (A, B)? {
  guard let first, let second else { return nil }
  return (first, second)
}

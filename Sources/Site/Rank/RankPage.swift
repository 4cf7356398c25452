internal import Markup
internal import Pictures
internal import SmartPick
internal import Workspaces

/// The rank order list: the chance at each place, the order in the applicant's own hands, and what to look at.
struct RankPage {
  let inputs: RankInputs
  let result: RankResult
  var problem: String?

  private var entries: [RankDocument.Entry] { inputs.document.entries }
  private var words: RankWords { RankWords(result) }

  func answer(_ page: PageContext) -> Answer {
    page.page(
      "Rank", notice: result.hasFiction ? "Practice programs: fictional" : nil, status: problem == nil ? 200 : 400,
      scripts: [.dragScript]
    ) {
      h1 { entries.isEmpty ? "Your rank order list" : words.headline }
      p(.class("lede")) { RankWords.rule + " " + RankWords.binds }
      if let problem { ErrorList(problems: [("q", problem)]) }
      if entries.isEmpty {
        empty(page)
      } else {
        StatCards(stats: stats)
        interviews(page)
        section(.aria("label", "Places")) {
          table(page)
          page.writing(to: .rankOrder, named: "rank-order") {
            page.revisionField(inputs.kept)
            page.hidden("order", "")
          }
          actions {
            LinkButton("Print the entry sheet", to: Link.rankSheet.path)
            LinkButton("Download (CSV)", to: Link.rankFile.path, style: .quiet)
            LinkButton(
              inputs.document.partner == nil ? "We rank as a couple" : "Our pairs", to: Link.rankCouple.path,
              style: .quiet)
          }
        }
        div(.class("columns")) {
          div { checks }
          div { oneMore }
        }
      }
      adding(page)
      if !entries.isEmpty {
        for caution in words.cautions { p(.class("small")) { caution } }
        if result.supposedApplications > 0 {
          p(.class("small")) {
            a(.href(Link.season.path)) { "What you sent is recorded under Season" }
            "; how many at most, beside "
            a(.href(Link.list.path)) { "your list" }
            "."
          }
        }
        sourceNote(
          "Means over \(Words.grouped(Double(result.scenarios))) simulated seasons; a range holds nine in ten draws of the assumptions. Figures of season \(result.season).",
          link: ("Every assumption, with its source", Link.assumptions.path))
      }
    }
  }

  // MARK: Nothing yet

  private func empty(_ page: PageContext) -> HTML {
    EmptyState(
      "Nothing ranked yet",
      inputs.unrankedInterviews.isEmpty
        ? "Rank every place where you interviewed and would go. Find the first one below; interviews that you record under Season can be brought in all at once."
        : "You recorded interviews under Season: bring them in, and put them in the order you want."
    ) {
      if inputs.unrankedInterviews.isEmpty {
        LinkButton("My season", to: Link.season.path, style: .quiet)
      } else {
        bring(page, style: .primary)
      }
    }.body
  }

  private func interviews(_ page: PageContext) -> HTML {
    HTML {
      if !inputs.unrankedInterviews.isEmpty {
        FlashMessage(
          .news, inputs.unrankedInterviews.count == 1 ? "1 interview" : "\(inputs.unrankedInterviews.count) interviews",
          "of your season not ranked yet. Rank every place where you would rather train than go unmatched.")
        actions { bring(page) }
      }
    }
  }

  private func bring(_ page: PageContext, style: ButtonStyle = .quiet) -> HTML {
    let count = inputs.unrankedInterviews.count
    return page.button(
      count == 1 ? "Bring in my interview" : "Bring in my \(count) interviews", to: .rank, style: style,
      fields: [("all", "interviews"), (FieldName.revision, "\(inputs.kept?.revision ?? 0)")])
  }

  // MARK: The list

  private var stats: [StatCards.Stat] {
    var stats: [StatCards.Stat] = [
      .init(Words.percent(result.match.value), "chance to match (\(range(result.match)))"),
      .init(Words.percent(result.unmatched.value), "to go unmatched (\(range(result.unmatched)))"),
    ]
    if let first = result.rows.first {
      stats.append(.init(Words.percent(first.matchHere.value), "at your first choice (\(range(first.matchHere)))"))
    }
    if let outcomes = result.outcomes {
      stats.append(.init(Words.percent(outcomes.full), "full training, with a first year where one is needed"))
      if outcomes.advancedOnly > 0 {
        stats.append(.init(Words.percent(outcomes.advancedOnly), "an advanced place without a first year"))
      }
    } else if let more = result.oneMore.first {
      stats.append(
        .init(
          Words.points(more.adds.value),
          "points by one more interview in \(more.specialty) (\(Words.fixed(more.adds.low * 100, 1)) to \(Words.fixed(more.adds.high * 100, 1)))"
        ))
    }
    return stats
  }

  private func range(_ chance: RankChance) -> String {
    "\(Words.percent(chance.low)) to \(Words.percent(chance.high))"
  }

  private func table(_ page: PageContext) -> HTML {
    div(.class("rank-places"), .data("drag", "rank-order")) {
      RowsTable(
        "Your list, first choice first",
        columns: [
          .init("Program"), .init("Match here"), .init("Matched by now", isNumeric: true),
          .init("Ranks you high enough", isNumeric: true), .init("Move"),
        ],
        rows: result.rows.map { row in
          [
            program(row),
            IntervalCell(
              bar: IntervalBar(
                "Chance to match here", value: row.matchHere.value, low: row.matchHere.low, high: row.matchHere.high)
            ).body, HTML(Words.percent(row.cumulative.value)), HTML(Words.percent(row.highEnough.value)),
            move(row, page),
          ]
        }, style: "rank")
    }
  }

  private func program(_ row: RankResult.Row) -> HTML {
    let program = row.choice.program
    let entry = inputs.document[program.code]
    let list = result.supplemental[program.code] ?? []
    return HTML {
      span(.class("place"), .id("rank-\(row.place)"), .data("item", program.code)) { "\(row.place)" }
      a(.href(Link.rankEntry(code: program.code).path)) { program.name }
      " "
      if !row.choice.wasInterviewed { Tag("no interview", .warn) }
      if !row.choice.wouldGo { Tag("would not go", .warn) }
      if program.track == .advanced { Tag("advanced", .plain) }
      if let impression = row.choice.impression { Tag("impression \(impression) of 5", .plain) }
      small {
        [program.code, program.specialty, [program.city, program.state].compactMap(\.self).joined(separator: ", ")]
          .filter { !$0.isEmpty }.joined(separator: " · ")
      }
      if let year = row.firstYear {
        small {
          list.isEmpty
            ? "No supplemental list: no first year."
            : "First year with \(Words.percent(year.value)) from \(list.count) on its supplemental list."
        }
      }
      if let note = entry?.note, !note.isEmpty { small { note } }
    }
  }

  /// The number first: Enter in its field presses the first button of the form.
  private func move(_ row: RankResult.Row, _ page: PageContext) -> HTML {
    page.writing(to: .rankOrder) {
      page.revisionField(inputs.kept)
      page.hidden("code", row.choice.program.code)
      PlaceControls(name: row.choice.program.name, place: row.place, last: result.rows.count).body
    }
  }

  // MARK: What to look at

  private var checks: HTML {
    section(.class("card"), .aria("labelledby", "checks")) {
      h2(.id("checks")) { "Before you certify" }
      if result.checks.isEmpty {
        p { "Nothing stands out. Read the entry sheet once more against what you type in." }
      } else {
        ul { for check in result.checks { li { check.sentence } } }
      }
      if let low = words.ifLow { p { low } }
    }
  }

  private var oneMore: HTML {
    section(.class("card"), .aria("labelledby", "one-more")) {
      h2(.id("one-more")) { "One more interview" }
      ul { for sentence in words.oneMore { li { sentence } } }
      if let usual = result.usualLengths {
        p(.class("small")) {
          "Published lists of your group: \(Words.fixed(usual.matched.value, 1)) programs on average where a match came, \(Words.fixed(usual.unmatched.value, 1)) where none did. \(usual.matched.citation)."
        }
      }
      if let last = result.length.last, last.isBeyond {
        p(.class("small")) {
          "With three more typical places: \(Words.percent(last.match.value)) (\(range(last.match)))."
        }
      }
    }
  }

  // MARK: More programs

  private func adding(_ page: PageContext) -> HTML {
    let query = page.query["q"]
    let ranked = Set(entries.map(\.code))
    let fields = ProgramQuery(page.query)
    let found = query.isEmpty ? [] : inputs.index.found(fields).filter { !ranked.contains($0.code) }
    return section(.aria("labelledby", "add")) {
      h2(.id("add")) { "Add a program" }
      Markup.form(.method(.get), .action(Link.rank.path + "#add"), .role("search")) {
        Field(
          "q", "Name, city, state, specialty or code", typed: query, error: problem, autocomplete: "off")
        actions { SubmitButton("Find", style: .quiet) }
      }
      if !query.isEmpty {
        if found.isEmpty {
          p { "No program that is not ranked yet has all of this. Add it by name: it is taken as a typical one." }
          page.writing(to: .rank) {
            page.revisionField(inputs.kept)
            page.hidden("name", query)
            Field(
              "specialty", "Specialty of \u{201C}\(query)\u{201D}",
              control: .selection(inputs.index.specialties.map { ($0, $0) }),
              typed: inputs.profile?.value.profile.specialties.first?.name ?? "")
            actions { SubmitButton("Add it at the end", style: .quiet) }
          }
        } else {
          RowsTable(
            "Programs found", columns: [.init("Program"), .init("Specialty"), .init("Add")],
            rows: found.prefix(12).map { program in
              [
                HTML {
                  b { program.name }
                  if program.isFiction {
                    " "
                    Tag("fictional", .plain)
                  }
                  small {
                    [program.code, [program.city, program.state].compactMap(\.self).joined(separator: ", ")]
                      .filter { !$0.isEmpty }.joined(separator: " · ")
                  }
                }, HTML(program.specialty),
                page.writing(to: .rank) {
                  page.revisionField(inputs.kept)
                  page.hidden("code", program.code)
                  page.hidden("q", query)
                  button(.class(ButtonStyle.small.rawValue), .type(.submit)) {
                    "Add"
                    span(.class("hidden-words")) { " \(program.name)" }
                  }
                },
              ]
            })
          if found.count > 12 { p(.class("small")) { "And \(found.count - 12) more: add a word." } }
        }
      }
    }
  }
}

internal import Markup
internal import SmartPick
internal import Workspaces

/// The list for an adviser: one or two pages of paper, a page behind a link, or a file.
struct AdviserSheet {
  /// How notes are written.
  enum Notes {
    /// On paper: lines.
    case paper
    /// Behind a link: fields of a form, with what was written before.
    case fields(AdviserNotesDocument)
    /// In a file: text that can be edited.
    case editable(AdviserNotesDocument)
  }

  let take: TakeAway
  let chosen: AdviserSheetDocument
  let notes: Notes

  /// So many rows have a line of their own on paper; the rest are named together, so that two pages suffice.
  static let rowsOnPaper = 38
  /// So many say on paper why they are there.
  static let reasonsOnPaper = 10

  private var list: ListResult { take.list }
  private var profile: Profile { take.inputs.profile.value.profile }

  @HTMLBuilder var body: HTML {
    if list.hasFiction {
      p(.class("fiction")) { "Practice programs: every program below is invented. No such place exists." }
    }
    p(.class("lede")) { answer }
    summary
    h2 { "The list" }
    table
    rest
    div(.class("sheet-columns")) {
      section { asking }
      section { programQuestions }
      section { lowGain }
      section { notMet }
      section { moving }
    }
    whole
    p(.class("small")) {
      "An estimate, checked against the totals of published groups and not against individual applicants. Adds: points of the "
      "chance to match that the row added when it was added. Ranges: nine in ten draws of the assumptions. Figures of season "
      "\(list.season). Made with Housestaff, independent of NRMP, AAMC, ECFMG and ACGME."
    }
  }

  /// The page's heading.
  var heading: String {
    let what = Words.list(list.plans.map(\.specialty))
    return chosen.name.isEmpty ? "Where to apply in \(what)" : "\(chosen.name): where to apply in \(what)"
  }

  private var answer: String {
    let seasons = list.matchProbability > 0.995 ? "more than 99" : "\(Int((list.matchProbability * 100).rounded()))"
    return
      "\(list.count.words), and a match in \(seasons) of 100 seasons like this one."
      + " Chance to match \(Words.percent(list.matchProbability)), between \(Words.percent(list.matchLow)) and "
      + "\(Words.percent(list.matchHigh)); \(Words.number(list.interviewsExpected)) interviews expected "
      + "(\(Words.number(list.interviewsLow)) to \(Words.number(list.interviewsHigh))); "
      + "\(ListWords(list).money); at most \(ListWords(list).gap) below the best possible list (\(ListWords.stoppingRule))."
      + (ListWords(list).silence.map { " " + $0 } ?? "")
  }

  private var summary: HTML {
    let entries = chosen.summary(profile)
    return HTML {
      if !entries.isEmpty {
        dl(.class("sheet-profile")) {
          for entry in entries {
            div {
              dt { entry.name }
              dd { entry.value }
            }
          }
        }
      }
    }
  }

  private var isPaper: Bool { if case .paper = notes { true } else { false } }
  private var shownRows: [ListResult.Row] { isPaper ? Array(list.rows.prefix(Self.rowsOnPaper)) : list.rows }
  private var hasSeveral: Bool { Set(list.rows.map(\.specialty)).count > 1 }

  private var table: HTML {
    let columns: [RowsTable.Column] = [
      .init("Program"), .init("Tier, signal"), .init("Interview", isNumeric: true), .init("Adds", isNumeric: true),
      .init("Notes", isWholeOnPhone: true),
    ]
    return div(.class("sheet-table")) {
      RowsTable("Programs, most valuable first: \(list.count.words)", columns: columns, rows: shownRows.map(cells))
    }
  }

  private func cells(_ row: ListResult.Row) -> [HTML] {
    let place = [row.program.city, row.program.state].compactMap(\.self).joined(separator: ", ")
    let loved = profile.preferences.loved.contains(row.program.code) ? "Loved. " : ""
    return [
      HTML {
        b { "\(row.order). \(row.program.name)" }
        " "
        small {
          [hasSeveral ? row.specialty : nil, place.isEmpty ? nil : place].compactMap(\.self).joined(
            separator: " \u{B7} ")
          place.isEmpty ? "" : ". "
          // What is sent is said of every row, why it is sent only of the first on paper.
          isPaper && row.order > Self.reasonsOnPaper ? row.coverage ?? "" : loved + row.reasons
        }
      },
      HTML {
        row.tier.rawValue
        if row.signal != .none { small { " \u{25C6}\u{A0}\(row.signal.rawValue)" } }
      },
      HTML {
        if row.isInvited {
          "yours"
        } else {
          Words.percent(row.interview)
          small { " \(Words.percent(row.interviewLow)) to \(Words.percent(row.interviewHigh))" }
        }
      },
      HTML(row.isPreliminary ? "first year" : Words.points(row.gain)), note(row),
    ]
  }

  private func note(_ row: ListResult.Row) -> HTML {
    switch notes {
    case .paper: return .empty
    case .fields(let written):
      return textarea(
        .name("note-\(row.program.code)"), .rows(2), .maxLength(4_000), .aria("label", "Note on \(row.program.name)")
      ) { written.programs[row.program.code] ?? "" }
    case .editable(let written):
      return editable(row.program.code, "Note on \(row.program.name)", written.programs[row.program.code] ?? "")
    }
  }

  /// What the browser saves with the page when something is typed into it.
  private func editable(_ code: String, _ label: String, _ text: String) -> HTML {
    div(
      .class("editable"), .data("note", code), .contentEditable, .role("textbox"), .aria("multiline", "true"),
      .aria("label", label), .tabIndex(0)
    ) { text }
  }

  private var rest: HTML {
    let more = list.rows.dropFirst(shownRows.count)
    return HTML {
      if !more.isEmpty {
        p(.class("small")) {
          b { "And \(more.count) more, each adding less: " }
          more.map {
            "\($0.order). \($0.program.name) (\($0.tier.rawValue)\($0.isFurtherTrack ? ", covered by another application" : ""))"
          }.joined(separator: "; ") + "."
        }
      }
    }
  }
}

extension AdviserSheet {
  /// What the applicant would like to hear, from what the list rests on.
  private var asking: HTML {
    var questions = [
      "What do these odds not see in this application: letters, interviews, people who know the program?"
    ]
    let signals = list.rows.filter { $0.signal != .none }
    if !signals.isEmpty {
      questions.append("Are the \(signals.count) signals well placed, or is one wasted?")
    }
    let reaches = list.rows.count { $0.tier == .reach }
    let likely = list.rows.count { $0.tier == .likely }
    questions.append("\(reaches) reach and \(likely) likely: is that the right mixture for this applicant?")
    if let last = list.curve.last(where: \.isRecommended), let next = list.curve.first(where: { !$0.isRecommended }) {
      questions.append(
        "Is \(last.applications) enough? One more would add \(Words.fixed(max(0, next.match - last.match) * 100, 2)) points for \(Words.dollars(next.fees - last.fees))."
      )
    }
    if list.matchProbability < 0.8 {
      questions.append("This is a low chance. Which parallel specialty, or which year of preparation, would you weigh?")
    }
    return HTML {
      h2 { "Questions for you" }
      ol { for question in questions { li { question } } }
    }
  }

  private var programQuestions: HTML {
    HTML {
      if !list.questions.isEmpty {
        h2 { "To ask the programs" }
        ul {
          for question in list.questions.prefix(5) {
            li { "\(question.words) Yes adds \(Words.fixed(question.gainIfFavorable * 100, 1)) points." }
          }
        }
      }
    }
  }

  private var lowGain: HTML {
    let names = list.rows.filter { list.lowGain.contains($0.program.code) }.map(\.program.name)
    return HTML {
      if !names.isEmpty {
        h2 { "Low gain, with caution" }
        p {
          "\(names.count) add little even at the upper end of their range: \(names.prefix(8).joined(separator: "; "))\(names.count > 8 ? "; and \(names.count - 8) more" : ""). Drop one only if you, who know the applicant, agree."
        }
      }
    }
  }

  private var notMet: HTML {
    let barred = list.requirementsNotMet.filter { $0.requirement.status == .notMet }
    let kinds = Dictionary(grouping: barred, by: \.requirement.kind.rawValue)
    let preferred = list.requirementsNotMet.count { $0.requirement.status == .preferredOnly }
    return HTML {
      if !barred.isEmpty || preferred > 0 {
        h2 { "Requirements not met" }
        p {
          if !barred.isEmpty {
            "Left out of \(Words.grouped(Double(list.candidates))) weighed: "
            kinds.sorted { ($0.value.count, $1.key) > ($1.value.count, $0.key) }
              .map {
                "\($0.value.count) for \($0.key) (such as \($0.value[0].program.name): \($0.value[0].requirement.reason))"
              }
              .joined(separator: "; ") + ". "
          }
          if preferred > 0 { "At \(preferred) a preference is not met; they stay in, with lower odds." }
        }
      }
    }
  }

  private var moving: HTML {
    HTML {
      if !list.sensitivity.isEmpty {
        h2 { "Assumptions that move the answer most" }
        ul {
          for item in list.sensitivity.prefix(4) {
            li {
              "\(EffectWords.title(item.effect)): the chance to match is \(Words.percent(min(item.atLow, item.atHigh))) to "
              "\(Words.percent(max(item.atLow, item.atHigh))) over its range."
            }
          }
        }
      }
    }
  }

  /// Where the note about the whole is written.
  private var whole: HTML {
    HTML {
      h2 { "What you would change" }
      switch notes {
      case .paper: div(.class("sheet-lines"), .aria("hidden", "true")) { for _ in 0..<6 { div {} } }
      case .fields(let written):
        Field(
          "overall", "About the list as a whole", control: .area(rows: 5), typed: written.overall)
        Field(
          "from", "Your name, as the applicant should see it", typed: written.from,
          hint: "May be left empty.", autocomplete: "off")
      case .editable(let written):
        p(.class("small")) { "About the list as a whole:" }
        editable(AdviserFile.wholeCode, "About the list as a whole", written.overall)
        p(.class("small")) { "Your name, if you like:" }
        editable(AdviserFile.nameCode, "Your name", written.from)
      }
    }
  }
}

internal import Markup
internal import SmartPick
internal import Workspaces

/// The season: what was sent, what came back, and what it does to the odds.
struct SeasonPage {
  let kept: Kept<SeasonDocument>?
  /// Nil where no specialty is named yet.
  let profile: Profile?
  /// The list, where it is known already.
  let list: ListResult?

  private var applications: [SeasonDocument.Application] { kept?.value.applications ?? [] }
  private func count(_ standing: SeasonDocument.Application.Standing) -> Int {
    applications.count { $0.standing == standing }
  }

  func answer(_ page: PageContext) -> Answer {
    page.page(
      "Season", notice: applications.contains { $0.code.hasPrefix("FICTION-") } ? "Practice programs: fictional" : nil
    ) {
      h1 { headline }
      p(.class("lede")) { next }
      if applications.isEmpty {
        empty(page)
      } else {
        StatCards(stats: stats)
        if let silence = list.flatMap({ ListWords($0).silence }) { p(.class("small")) { silence } }
        section(.aria("label", "Applications")) {
          table(page)
          actions {
            wholeList(page)
            page.button(
              "Take all off, for a fresh season", to: .season,
              fields: [("all", "none"), (FieldName.revision, "\(kept?.revision ?? 0)")])
          }
        }
        how
      }
      dates(page)
    }
  }

  private var headline: String {
    guard !applications.isEmpty else { return "Your season" }
    let interviews = count(.interview)
    let sent = applications.count == 1 ? "Applied to 1 program" : "Applied to \(applications.count) programs"
    return
      "\(sent): \(interviews == 0 ? "no interview yet" : interviews == 1 ? "1 interview" : "\(interviews) interviews")"
  }

  private var next: String {
    if applications.isEmpty {
      return
        "What you applied to, the signals you spent and the answers you get are facts: the odds of everything else take them in."
    }
    let undated = applications.filter { $0.standing == .interview && $0.interviewDay == nil }.count
    if undated > 0 {
      return undated == 1
        ? "Next: write down the day of your interview; the calendar file then carries it."
        : "Next: write down the days of \(undated) interviews; the calendar file then carries them."
    }
    if count(.waiting) > 0 {
      return "Next: when an answer comes, one tap says which. \(count(.waiting)) are still open."
    }
    return "Every program has answered. Next: the order in which you rank the places."
  }

  private func empty(_ page: PageContext) -> HTML {
    EmptyState(
      "Nothing sent yet",
      "When you have applied, say so here: all of your list at once, or program by program from the list."
    ) {
      if profile != nil { wholeList(page, style: .primary) }
      LinkButton(
        profile == nil ? "Answer the first questions" : "Look at my list",
        to: (profile == nil ? Link.profile : Link.list).path, style: .quiet)
    }.body
  }

  private func wholeList(_ page: PageContext, style: ButtonStyle = .quiet) -> HTML {
    page.button(
      "I applied to all of my list", to: .season, style: style,
      fields: [("all", "list"), (FieldName.revision, "\(kept?.revision ?? 0)")])
  }

  private var stats: [StatCards.Stat] {
    let answered = applications.count - count(.waiting)
    var stats: [StatCards.Stat] = [
      .init(
        "\(count(.interview))",
        "interviews that stand" + (count(.declined) > 0 ? "; \(count(.declined)) declined by you" : "")),
      .init("\(count(.waiting))", "waiting for an answer; \(answered) answered or withdrawn"),
    ]
    stats += signals
    if let list {
      stats.insert(
        .init(
          Words.percent(list.matchProbability),
          "chance to match with these facts (\(Words.percent(list.matchLow)) to \(Words.percent(list.matchHigh)))"),
        at: 0)
    }
    return stats
  }

  /// Signals spent, by specialty, of how many.
  private var signals: [StatCards.Stat] {
    var specialties: [String] = []
    for application in applications where !specialties.contains(application.specialty) {
      specialties.append(application.specialty)
    }
    return specialties.compactMap { specialty in
      guard let allowance = Season.latest.signals(for: specialty) else { return nil }
      let mine = kept?.value.signals(in: specialty) ?? [:]
      let spent = mine.values.reduce(0, +)
      let kinds =
        allowance.isTiered
        ? "; gold \(mine[.gold] ?? 0) of \(allowance.gold), silver \(mine[.silver] ?? 0) of \(allowance.silver)" : ""
      let over = spent > allowance.total ? ": more than there are" : ""
      return .init(
        "\(spent) of \(allowance.total)", "signals spent in \(specialty)\(kinds)\(over) (number of \(allowance.year))")
    }
  }

  private func table(_ page: PageContext) -> HTML {
    RowsTable(
      "What I applied to",
      columns: [.init("Program"), .init("How it stands"), .init("Interview day"), .init("What came")],
      rows: sorted.map { application in
        [
          HTML {
            a(.href(Link.program(code: application.code).path)) { application.name }
            " "
            if application.signal != .none { Tag("◆ \(application.signal.rawValue)") }
            small { application.specialty }
          },
          Tag(application.standing.words, Self.kind(application.standing)).body,
          HTML {
            if let day = application.interviewDay.flatMap({ CalendarDay($0) }) {
              day.words
              if let time = application.interviewTime { ", \(time)" }
            } else if application.standing == .interview {
              a(.href(Link.seasonApplication(code: application.code).path)) { "Add its day" }
            }
          },
          HTML {
            div(.class("wishes")) {
              for (words, standing) in Self.answers(application.standing) {
                page.button(
                  words, to: .seasonApplication(code: application.code), style: .small,
                  fields: [("standing", standing.rawValue), (FieldName.revision, "\(kept?.revision ?? 0)")])
              }
              LinkButton("Change", to: Link.seasonApplication(code: application.code).path, style: .small)
            }
          },
        ]
      }
    ).body
  }

  /// Interviews first, by their day; then what is open, then the rest.
  private var sorted: [SeasonDocument.Application] {
    func rank(_ application: SeasonDocument.Application) -> Int {
      switch application.standing {
      case .interview: 0
      case .waiting: 1
      case .declined: 2
      case .rejected: 3
      case .withdrawn: 4
      }
    }
    return applications.enumerated().sorted { one, other in
      let (a, b) = (one.element, other.element)
      return (rank(a), a.interviewDay ?? "9", one.offset) < (rank(b), b.interviewDay ?? "9", other.offset)
    }.map(\.element)
  }

  /// The answers that can come next, one tap each.
  private static func answers(_ standing: SeasonDocument.Application.Standing) -> [(
    String, SeasonDocument.Application.Standing
  )] {
    switch standing {
    case .waiting: [("Interview", .interview), ("Rejected", .rejected)]
    case .interview: [("I declined", .declined)]
    case .declined, .rejected, .withdrawn: []
    }
  }

  private static func kind(_ standing: SeasonDocument.Application.Standing) -> Tag.Kind {
    switch standing {
    case .interview: .good
    case .waiting: .accent
    case .declined, .rejected, .withdrawn: .plain
    }
  }

  private var how: HTML {
    more("What these facts do to the odds") {
      ul {
        li {
          "An interview that stands is certain: only what comes after it is still a chance. A rejection, a decline and a withdrawal leave no chance there."
        }
        li {
          "The other odds learn from them: an interview speaks for your strength, a rejection against it, silence a little against it once others have invited you: at first hardly at all, since nobody knows how many programs have decided, more with every answer, and as a refusal once the interviews are over. A withdrawal says nothing."
        }
        li {
          "A signal that was sent is spent: the list places only those that are left. Applications that were sent cost nothing further."
        }
        li { "The day of an interview changes no odds." }
      }
    }
  }

  private func dates(_ page: PageContext) -> HTML {
    let specialties = profile?.specialties.map(\.name) ?? []
    let latest = Season.latest
    let mine = CalendarFile.dates(latest, specialties)
    let older = Season.all.dropLast().last.map { ($0, CalendarFile.dates($0, specialties)) }
    let days = applications.count { $0.standing == .interview && $0.interviewDay != nil }
    return section(.aria("labelledby", "dates")) {
      h2(.id("dates")) { "Dates" }
      p {
        "A calendar file for your phone or computer: \(mine.count == 1 ? "1 date" : "\(mine.count) dates") of the \(latest.name) and \(days == 1 ? "1 interview" : "\(days) interviews")."
      }
      actions { LinkButton("Download the calendar (ICS)", to: Link.calendar.path, style: .quiet) }
      if !mine.isEmpty { list(mine, "Dates of the \(latest.name)") }
      if let (season, dates) = older, !dates.isEmpty {
        more("Last season\u{2019}s dates, to plan by until this season\u{2019}s are published") {
          p(.class("small")) {
            "These are dates of the \(season.name), not of this season, and so not in the calendar file."
          }
          list(dates, "Dates of the \(season.name)")
        }
      }
    }
  }

  private func list(_ dates: [KeyDate], _ words: String) -> HTML {
    RowsTable(
      words, columns: [.init("What"), .init("Day"), .init("Source")],
      rows: dates.map { date in
        [
          HTML(date.name),
          HTML((CalendarDay(date.date)?.words ?? date.date) + (date.time.map { ", \($0) Eastern" } ?? "")),
          HTML("\(date.source) (trust: \(date.trust.rawValue))"),
        ]
      }
    ).body
  }
}

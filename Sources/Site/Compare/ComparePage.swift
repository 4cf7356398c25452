internal import Markup
internal import Pictures
internal import SmartPick

/// Up to four programs side by side: odds, own words, every fact with its source and date; differences are marked.
struct ComparePage {
  static let most = 4

  let programs: [Explanation]
  let notes: [String: String]
  let season: SeasonDocument
  /// How many of those asked for are not shown.
  let leftOut: Int
  let onlyDifferences: Bool

  static func choose(_ page: PageContext) -> Answer {
    page.page("Compare") {
      h1 { "Compare programs" }
      EmptyState(
        "Tick two to four",
        "On your list and among the programs each has a box; the button under the table puts those ticked side by side."
      ) {
        LinkButton("My list", to: Link.list.path)
        LinkButton("Programs", to: Link.programs.path, style: .quiet)
      }
    }
  }

  func answer(_ page: PageContext) -> Answer {
    let fiction = programs.contains { $0.program.isFiction }
    let rows = facts.filter { !onlyDifferences || $0.differs }
    return page.page("Compare", notice: fiction ? "Practice programs: fictional" : nil) {
      p(.class("small")) { a(.href(Link.list.path)) { "Your list" } }
      h1 { headline }
      p(.class("lede")) { "The order is yours: a chance beside a program should never change where you rank it." }
      if leftOut > 0 {
        FlashMessage(
          .news, leftOut == 1 ? "One is not shown." : "\(leftOut) are not shown.",
          "Four fit side by side, all of the specialties in your profile.")
      }
      section(.class("compare"), .aria("label", "Odds and own words")) {
        RowsTable("Odds and own words", columns: columns("What"), rows: odds)
      }
      h2 { "Facts" }
      p {
        "\(facts.count(where: \.differs)) of \(facts.count) differ. "
        a(.href(address(onlyDifferences: !onlyDifferences))) { onlyDifferences ? "Show all" : "Show only those" }
      }
      section(.class("compare"), .aria("label", "Facts")) {
        if rows.isEmpty {
          p { "Everything that is known is the same." }
        } else {
          RowsTable("Facts with source and date", columns: columns("Fact"), rows: rows.map(\.cells))
        }
      }
      sourceNote(
        "Odds are means over simulated seasons, with their range.",
        link: ("Every assumption, with its source", Link.assumptions.path))
    }
  }

  private var headline: String {
    guard let best = programs.max(by: { $0.interview < $1.interview }) else { return "Compare" }
    return
      "\(programs.count) programs: \(best.program.name) is the likeliest to invite you, with \(Words.percent(best.interview))"
  }

  private func columns(_ first: String) -> [RowsTable.Column] {
    // On a phone each cell says whose it is: by a letter, since names are long.
    [.init(first)]
      + programs.enumerated().map { .init("\(Self.letter($0)). \($1.program.name)", onPhone: Self.letter($0)) }
  }

  /// A for the first program, B for the second.
  private static func letter(_ index: Int) -> String {
    String(Character(UnicodeScalar(UInt8(ascii: "A") + UInt8(index))))
  }

  private func address(onlyDifferences: Bool) -> String {
    Link.compare.path + "?"
      + (programs.map { "code=\(Link.encoded($0.program.code))" } + (onlyDifferences ? ["only=differences"] : []))
      .joined(separator: "&")
  }

  private var odds: [[HTML]] {
    func row(_ name: String, _ cell: (Explanation) -> HTML) -> [HTML] { [HTML(name)] + programs.map(cell) }
    var rows = [
      row("Program") { it in
        HTML {
          a(.href(Link.program(code: it.program.code).path)) { it.program.name }
          small { it.specialty }
        }
      },
      row("Interview") { it in
        IntervalCell(
          bar: IntervalBar("Chance of an interview", value: it.interview, low: it.interviewLow, high: it.interviewHigh)
        ).body
      },
      row("Place after an interview") { HTML(Words.percent($0.afterInterview)) },
      row("Match here, with your list") { HTML($0.row.map { Words.percent($0.match) } ?? "Not on your list") },
      row("Adds to your chance") { it in
        HTML(it.row.map { Words.points($0.gain) + " points" } ?? "")
      },
      row("Signal") { HTML($0.row.map { $0.signal == .none ? "none" : $0.signal.rawValue } ?? "") },
      row("Requirements not met") { it in
        let barred = it.requirements.filter { $0.status == .notMet }
        return HTML(barred.isEmpty ? "none known" : barred.map(\.reason).joined(separator: " "))
      },
    ]
    if programs.contains(where: { season[$0.program.code] != nil }) {
      rows.append(row("My application") { HTML(season[$0.program.code]?.standing.words ?? "Not sent") })
    }
    rows.append(
      row("My note") { it in
        HTML {
          notes[it.program.code] ?? ""
          small {
            a(.href(Link.program(code: it.program.code).path + "#note")) {
              notes[it.program.code] == nil ? "Write one" : "Change"
            }
          }
        }
      })
    return rows
  }

  private struct FactRow {
    let differs: Bool
    let cells: [HTML]
  }

  /// Facts that at least one of them knows.
  private var facts: [FactRow] {
    Program.Field.allCases.filter { ![.code, .program, .latitude, .longitude].contains($0) }.compactMap { field in
      let mine = programs.map { it in it.facts.first { $0.field == field } }
      let values = mine.map { $0?.value }
      guard values.contains(where: { $0 != nil }) else { return nil }
      let known = Set(values.compactMap(\.self))
      let differs = known.count > 1
      return FactRow(
        differs: differs,
        cells: [
          HTML {
            ColumnChoice.words(field)
            if differs {
              " "
              Tag("differs", .warn)
            }
          }
        ]
          + mine.map { fact in
            HTML {
              if let value = fact?.value { value } else { span(.class("unknown")) { "unknown" } }
              let source = [fact?.provenance?.source, fact?.provenance?.date].compactMap(\.self).joined(separator: ", ")
              if !source.isEmpty { small { source } }
            }
          })
    }
  }
}

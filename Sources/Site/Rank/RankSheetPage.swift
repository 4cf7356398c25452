internal import Markup
internal import SmartPick

/// What is typed into the ranking system, on one page of paper.
struct RankSheetPage {
  let sheet: EntrySheet
  let isCouple: Bool

  func answer(_ page: PageContext) -> Answer {
    page.page("Entry sheet", notice: sheet.hasFiction ? "Practice programs: fictional" : nil) {
      p(.class("small not-in-print")) { a(.href(Link.rank.path)) { "Your rank order list" } }
      h1 { isCouple ? "Entry sheet for two" : "Entry sheet" }
      p(.class("not-in-print")) {
        "Print this page (Ctrl-P), and type the codes in as they stand. Certify in time, and read the certified list against the sheet."
      }
      if let caution = sheet.caution { FlashMessage(.warn, "Fiction.", caution) }
      div(.class("sheet")) {
        if isCouple { pairs } else { for block in sheet.blocks { list(block) } }
      }
      actions {
        LinkButton(
          "Download the sheet (CSV)", to: (isCouple ? Link.rankCoupleFile : Link.rankSheetFile).path, style: .quiet)
      }
    }
  }

  private func list(_ block: EntrySheet.Block) -> HTML {
    HTML {
      if let owner = block.owner { h2 { "Supplemental list of \(owner.name) (\(owner.code))" } }
      RowsTable(
        block.owner == nil ? "Primary list" : "Supplemental list",
        columns: [.init("Rank"), .init("Code"), .init("Program")],
        rows: block.programs.enumerated().map { place, program in
          [
            HTML("\(place + 1)"), code(program.code),
            HTML {
              program.name
              if program.isFiction { " (fiction)" }
            },
          ]
        })
    }
  }

  private func code(_ text: String) -> HTML { Markup.code { text } }

  private var pairs: HTML {
    RowsTable(
      "Pairs", columns: [.init("Rank"), .init("Partner A"), .init("Partner B")],
      rows: sheet.pairs.map { [HTML("\($0.rank)"), cell($0.first), cell($0.second)] }
    ).body
  }

  private func cell(_ program: Program?) -> HTML {
    HTML {
      if let program {
        code(program.code)
        " \(program.name)"
        if program.isFiction { " (fiction)" }
      } else {
        EntrySheet.noMatch
      }
    }
  }
}

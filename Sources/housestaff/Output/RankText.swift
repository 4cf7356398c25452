import SmartPick

/// A judged rank order list for a terminal, a spreadsheet or a program.
struct RankText {
  let result: RankResult

  init(_ result: RankResult) { self.result = result }

  func print(_ format: OutputFormat) throws {
    let words = RankWords(result)
    if result.supposedApplications > 0 {
      Console.note("In a profile file what you sent is \"applied\", and how many at most \"max_applications\".")
    }
    switch format {
    case .json: try Console.out(json: RankExport(result))
    case .csv:
      Console.out(csv: [RankExport.columns] + RankExport(result).cells)
      Console.note(words.summary)
      for paragraph in words.paragraphs { Console.note(paragraph) }
    case .table:
      var table = TextTable(columns: [
        .init(title: "#", isNumber: true), .init(title: "code"), .init(title: "program", most: 44),
        .init(title: "ranks you high enough", isNumber: true), .init(title: "match here (range)", isNumber: true),
        .init(title: "matched by now", isNumber: true),
      ])
      for row in result.rows {
        table.rows.append([
          "\(row.place)", row.choice.program.code, row.choice.program.name, Words.percent(row.highEnough.value),
          "\(Words.percent(row.matchHere.value)) (\(Words.percent(row.matchHere.low)) to \(Words.percent(row.matchHere.high)))",
          Words.percent(row.cumulative.value),
        ])
      }
      let blocks = [words.headline + "\n" + words.summary, table.text] + words.paragraphs
      Console.out(blocks.joined(separator: "\n") + "\n")
    }
  }
}

/// A couple's list of pairs.
struct CoupleRankText {
  let result: CoupleRankResult

  init(_ result: CoupleRankResult) { self.result = result }

  func print(_ format: OutputFormat) throws {
    switch format {
    case .json: try Console.out(json: CoupleRankExport(result))
    case .csv:
      Console.out(csv: [CoupleRankExport.columns] + CoupleRankExport(result).cells)
      for paragraph in [result.headline] + result.paragraphs { Console.note(paragraph) }
    case .table:
      var table = TextTable(columns: [
        .init(title: "#", isNumber: true), .init(title: "one", most: 40), .init(title: "the other", most: 40),
        .init(title: "match here", isNumber: true), .init(title: "by now", isNumber: true),
      ])
      for row in result.rows {
        table.rows.append([
          "\(row.place)", row.first?.name ?? "no match",
          (row.second?.name ?? "no match") + (row.isDistanceKnown ? "" : " (distance unknown)"),
          Words.percent(row.matchHere.value), Words.percent(row.cumulative.value),
        ])
      }
      Console.out(([result.headline, table.text] + result.paragraphs).joined(separator: "\n") + "\n")
    }
  }
}

/// The entry sheet.
struct SheetText {
  let sheet: EntrySheet

  init(_ sheet: EntrySheet) { self.sheet = sheet }

  func print(_ format: OutputFormat) throws {
    let cells = sheet.cells
    if format != .table, let caution = sheet.caution { Console.note(caution) }
    switch format {
    case .csv: Console.out(csv: cells)
    case .json:
      try Console.out(
        json: cells.dropFirst().map { row in Dictionary(zip(cells[0], row), uniquingKeysWith: { first, _ in first }) })
    case .table:
      var table = TextTable(columns: cells[0].enumerated().map { .init(title: $1, isNumber: $0 == 0) })
      table.rows = Array(cells.dropFirst())
      Console.out((sheet.caution.map { $0 + "\n\n" } ?? "") + table.text)
    }
  }
}

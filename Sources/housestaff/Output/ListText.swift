import SmartPick

/// A list for a terminal, a spreadsheet or a program.
struct ListText {
  let list: ListResult

  init(_ list: ListResult) { self.list = list }

  func print(_ format: OutputFormat) throws {
    switch format {
    case .json: try Console.out(json: ListDocument(list))
    case .csv:
      Console.out(csv: [RowDocument.columns] + list.rows.map { RowDocument($0).cells })
      for note in ListWords(list).cautions { Console.note(note) }
    case .table: Console.out(table)
    }
  }

  private var table: String {
    let words = ListWords(list)
    var text = words.headline + "\n" + words.summary + "\n\n"
    var table = TextTable(columns: [
      .init(title: "#", isNumber: true), .init(title: "program", most: 44), .init(title: "where", most: 24),
      .init(title: "tier"), .init(title: "signal"), .init(title: "interview (range)", isNumber: true),
      .init(title: "adds", isNumber: true), .init(title: "match here", isNumber: true),
      .init(title: "fee", isNumber: true), .init(title: "why", most: 96),
    ])
    for row in list.rows {
      table.rows.append([
        "\(row.order)", row.program.name,
        [row.program.city, row.program.state].compactMap(\.self).joined(separator: ", "),
        row.tier.rawValue, row.signal == .none ? "" : row.signal.rawValue,
        row.isInvited
          ? "yours"
          : "\(Words.percent(row.interview)) (\(Words.percent(row.interviewLow)) to \(Words.percent(row.interviewHigh)))",
        row.isPreliminary ? "" : Words.points(row.gain),
        (row.isPreliminary ? "first year " : "") + Words.percent(row.match),
        Words.dollars(row.fee), row.reasons,
      ])
    }
    text += table.text + "\n"
    for paragraph in words.paragraphs { text += paragraph + "\n" }
    return text
  }
}

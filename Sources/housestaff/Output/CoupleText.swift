import SmartPick

/// Two partners' lists.
struct CoupleText {
  let couple: CoupleResult

  init(_ couple: CoupleResult) { self.couple = couple }

  /// What the partner's profile sets aside is not used: there is one budget for two.
  private var ownBudget: String {
    couple.partnerBudget.map {
      "One budget counts for both, the first profile's; the partner's \(Words.dollars($0)) is not added to it. "
    } ?? ""
  }

  func print(_ format: OutputFormat) throws {
    switch format {
    case .json: try Console.out(json: ListDocument(couple))
    case .csv:
      let partner = couple.second.rows.map { row in
        var row = row
        row.why = "Partner's list. " + row.why
        return row
      }
      Console.out(csv: [RowDocument.columns] + (couple.first.rows + partner).map { RowDocument($0).cells })
      Console.note(couple.headline)
      for note in ListWords(couple.first).cautions { Console.note(note) }
    case .table:
      Console.out(
        couple.headline + "\n"
          + "Application fees together \(Words.dollars(couple.fees))\(couple.budget.map { " of \(Words.dollars($0))" } ?? ""). "
          + ownBudget
          + "Counted from \(Words.grouped(Double(couple.outcomes))) simulated outcomes; chances in the lists are each partner's own.\n\n"
          + "Your list\n")
      try ListText(couple.first).print(.table)
      Console.out("\nYour partner's list\n")
      try ListText(couple.second).print(.table)
      Console.out(
        "A couple ranks pairs. For couples the best order is not always the true one, and a stable result may not exist; rank every pair you would accept, then the pairs with \"no match\" for one of you.\n"
      )
    }
  }
}

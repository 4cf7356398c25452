internal import Markup
internal import Pictures
internal import SmartPick
internal import Tables
internal import Workspaces

/// Two lists as one list of pairs, side by side.
struct RankCouplePage {
  let inputs: RankInputs
  let result: CoupleRankResult?
  var typed: FormFields?
  var problems: [String: String] = [:]

  func answer(_ page: PageContext) -> Answer {
    page.page(
      "Ranking as a couple", notice: result?.hasFiction == true ? "Practice programs: fictional" : nil,
      status: problems.isEmpty ? 200 : 400
    ) {
      p(.class("small")) { a(.href(Link.rank.path)) { "Your rank order list" } }
      h1 { result?.headline ?? "Ranking as a couple" }
      p(.class("lede")) { RankWords.coupleRule + " " + RankWords.binds }
      ErrorList(problems: problems.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
      if let result {
        StatCards(stats: [
          stat(result.both, "both, within \(Words.number(result.maxMiles)) miles"), stat(result.one, "one of the two"),
          stat(result.neither, "neither"),
        ])
        pairs(result, page)
        actions {
          LinkButton("Print the entry sheet for two", to: Link.rankCoupleSheet.path)
          LinkButton("Download (CSV)", to: Link.rankCoupleFile.path, style: .quiet)
        }
        for paragraph in result.paragraphs.dropFirst() { p(.class("small")) { paragraph } }
        sourceNote(
          "Counted from \(Words.grouped(Double(result.outcomes))) drawn outcomes of simulated seasons.",
          link: ("Every assumption, with its source", Link.assumptions.path))
      }
      form(page)
    }
  }

  private func stat(_ chance: RankChance, _ words: String) -> StatCards.Stat {
    .init(Words.percent(chance.value), "\(words) (\(Words.percent(chance.low)) to \(Words.percent(chance.high)))")
  }

  private func pairs(_ result: CoupleRankResult, _ page: PageContext) -> HTML {
    let order = inputs.document.partner?.order
    return section(.aria("label", "Pairs")) {
      if let order {
        p {
          "This order is your own"
          order.leftOut.isEmpty
            ? ". " : "; \(order.leftOut.count) \(order.leftOut.count == 1 ? "pair is" : "pairs are") left out. "
        }
        page.button(
          "Propose the order again", to: .rankCoupleOrder, style: .small,
          fields: [("to", "proposed"), (FieldName.revision, "\(inputs.kept?.revision ?? 0)")])
      } else {
        p {
          "A proposal, by the sum of the two places. Put the pairs in the order that you both want; leave out what neither wants."
        }
      }
      RowsTable(
        order == nil ? "Pairs in the order proposed" : "Pairs in your own order",
        columns: [
          .init("You"), .init("Your partner", isWholeOnPhone: true), .init("Match here"),
          .init("By now", isNumeric: true), .init("Move"),
        ],
        rows: result.rows.map { row in
          [
            HTML {
              span(.class("place"), .id("pair-\(row.place)")) { "\(row.place)" }
              cell(row.first)
            },
            HTML {
              cell(row.second)
              if !row.isDistanceKnown {
                " "
                Tag("distance unknown", .warn)
              }
            },
            IntervalCell(
              bar: IntervalBar(
                "Chance to match here", value: row.matchHere.value, low: row.matchHere.low, high: row.matchHere.high)
            ).body, HTML(Words.percent(row.cumulative.value)), move(row, result.rows.count, page),
          ]
        }, style: "rank")
    }
  }

  private func move(_ row: CoupleRankResult.Row, _ last: Int, _ page: PageContext) -> HTML {
    page.writing(to: .rankCoupleOrder) {
      page.revisionField(inputs.kept)
      page.hidden("first", row.codes.first)
      page.hidden("second", row.codes.second)
      PlaceControls(name: "pair \(row.place)", place: row.place, last: last, canLeave: true).body
    }
  }

  private func cell(_ program: Program?) -> HTML {
    HTML {
      if let program {
        b { program.name }
        " "
        small { program.code }
      } else {
        EntrySheet.noMatch
      }
    }
  }

  private func form(_ page: PageContext) -> HTML {
    let partner = inputs.document.partner
    func value(_ name: String, _ kept: String) -> String { typed?[name] ?? kept }
    return section(.class("card"), .aria("labelledby", "partner")) {
      h2(.id("partner")) { "Your partner" }
      p { "What the chances need, and no name. Your own list is the one under Rank." }
      page.writing(to: .rankCouple) {
        page.revisionField(inputs.kept)
        Field(
          "type", "Kind of applicant",
          control: .selection([("", "Not said")] + ApplicantType.allCases.map { ($0.rawValue, $0.publishedGroup) }),
          typed: value("type", partner?.type ?? ""))
        Field(
          "step2", "Step 2 CK score", control: .line(mode: .numeric, size: 6),
          typed: value("step2", partner?.step2.map(String.init) ?? ""), hint: "Empty: not known.",
          error: problems["step2"])
        Field(
          "miles", "Together means within", control: .line(mode: .decimal, unit: "miles", size: 6),
          typed: value("miles", DecimalText.text(partner?.miles ?? 50, decimals: 1)), error: problems["miles"])
        Field(
          "codes", "Your partner\u{2019}s list: codes or names, one a line, first choice first",
          control: .area(rows: 8),
          typed: value("codes", partner?.entries.map(\.code).joined(separator: "\n") ?? ""),
          hint: "Or the CSV of your partner\u{2019}s entry sheet, pasted.", error: problems["codes"])
        actions { SubmitButton("Make our pairs") }
      }
      if partner != nil {
        page.button(
          "Rank alone again", to: .rankCoupleRemoval, style: .danger,
          fields: [(FieldName.revision, "\(inputs.kept?.revision ?? 0)")])
      }
    }
  }

  /// The partner as the form says it, or what is wrong with it.
  static func read(
    _ form: FormFields, _ inputs: RankInputs
  ) -> (partner: RankDocument.Partner?, problems: [String: String]) {
    var problems: [String: String] = [:]
    var step2: Int?
    if !form["step2"].isEmpty {
      step2 = Int(form["step2"]).flatMap { (1...300).contains($0) ? $0 : nil }
      if step2 == nil { problems["step2"] = "The score is a whole number from 1 to 300; empty is not known." }
    }
    let miles = Double(form["miles"]).flatMap { $0 >= 0 && $0 <= 10_000 ? $0 : nil }
    if miles == nil { problems["miles"] = "The distance is a number of miles, 0 or more." }
    let entries: [RankDocument.Entry]
    switch PartnerList.read(form["codes"], inputs) {
    case .success(let read): entries = read
    case .failure(let fault):
      entries = []
      problems["codes"] = fault.words
    }
    guard problems.isEmpty, let miles else { return (nil, problems) }
    return (.init(type: form["type"], step2: step2, miles: miles, entries: entries), [:])
  }
}

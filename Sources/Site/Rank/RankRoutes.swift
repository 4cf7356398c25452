internal import SmartPick
internal import Tables
internal import Workspaces

/// The rank order list: its order, its places, its sheets, the couple's pairs.
enum RankRoutes {
  static let all: [Route] = [
    .get(.rank, for: .guest(.read)) { page in
      let inputs = try await page.rankInputs()
      return RankPage(inputs: inputs, result: await page.site.ranks.result(inputs)).answer(page)
    },
    .post(.rank, for: .guest(.contribute)) { page in
      let inputs = try await page.rankInputs()
      var document = inputs.document
      let added = added(page, inputs)
      for entry in added where document[entry.code] == nil { document.entries.append(entry) }
      let count = document.entries.count - inputs.document.entries.count
      guard count > 0, document.entries.count <= RankDocument.most else {
        let problem =
          added.isEmpty
          ? "No program was named. Find one, and add it."
          : count > 0 ? "A list has at most \(RankDocument.most) places." : "It is on your list already."
        return RankPage(inputs: inputs, result: await page.site.ranks.result(inputs), problem: problem).answer(page)
      }
      let kept = try await page.save(document, as: RankDocument.id)
      let words =
        count == 1
        ? "\(document.entries.last?.name ?? "It") is at place \(document.entries.count)." : "\(count) programs added."
      return .see(.rank, page.saved(kept, words))
    },
    .post(.rankOrder, for: .guest(.contribute)) { page in
      let inputs = try await page.rankInputs()
      var document = inputs.document
      var place: Int?
      if !page.form["order"].isEmpty {
        document.order(by: page.form["order"].split(separator: " ").map(String.init))
      } else {
        guard let old = document.entries.firstIndex(where: { $0.code == page.form["code"] }) else { return .see(.rank) }
        guard let wanted = Self.place(page.form, from: old) else {
          return .see(.rank, Flash(.bad, "Nothing was moved.", "A place is a whole number from 1."))
        }
        place = document.move(page.form["code"], to: wanted)
      }
      guard document != inputs.document else { return .see(.rank) }
      let kept = try await page.save(document, as: RankDocument.id)
      let words = place.flatMap { place -> String? in
        guard document.entries.indices.contains(place - 1) else { return nil }
        let isBeyond = page.form["to"] == "place" || page.form["to"].isEmpty
        let last = document.entries.count
        let why = isBeyond && (Int(page.form["place"]) ?? 0) > last ? ", the last: the list has no more" : ""
        return "\(document.entries[place - 1].name) is at place \(place)\(why)."
      }
      // The next Tab begins at the row that was moved.
      return .see(
        path: Link.rank.path + (place.map { "#rank-\($0)" } ?? ""), otherwise: .rank,
        page.saved(kept, words ?? "The order is yours."))
    },
    .get(.rankEntry(code: "{code}"), for: .guest(.read)) { page in
      let inputs = try await page.rankInputs()
      guard let entry = inputs.document[page.parameters["code"] ?? ""] else { return .see(.rank) }
      return RankEntryPage(inputs: inputs, entry: entry).answer(page)
    },
    .post(.rankEntry(code: "{code}"), for: .guest(.contribute)) { page in
      let inputs = try await page.rankInputs()
      guard let entry = inputs.document[page.parameters["code"] ?? ""] else { throw SiteError.notFound }
      let read = RankEntryPage.read(page.form, entry, inputs)
      guard read.problems.isEmpty else {
        return RankEntryPage(inputs: inputs, entry: entry, typed: page.form, problems: read.problems).answer(page)
      }
      var document = inputs.document
      document[entry.code] = read.entry
      return .see(.rank, page.saved(try await page.save(document, as: RankDocument.id)))
    },
    .post(.rankRemoval(code: "{code}"), for: .guest(.contribute)) { page in
      var document = try await page.rankInputs().document
      guard let entry = document[page.parameters["code"] ?? ""] else { throw SiteError.notFound }
      document[entry.code] = nil
      let kept = try await page.save(document, as: RankDocument.id)
      return .see(.rank, page.saved(kept, "\(entry.name) is off the list."))
    },
    .get(.rankSheet, for: .guest(.read)) { page in
      let inputs = try await page.rankInputs()
      guard !inputs.document.entries.isEmpty else {
        return .see(
          .rank, Flash(.news, "The entry sheet is empty.", "Rank a program first; the sheet is made from your list."))
      }
      return RankSheetPage(sheet: EntrySheet(await page.site.ranks.result(inputs)), isCouple: false).answer(page)
    },
    .get(.rankSheetFile, for: .guest(.read)) { page in
      let inputs = try await page.rankInputs()
      return file(EntrySheet(await page.site.ranks.result(inputs)).cells, "housestaff-entry-sheet.csv")
    },
    .get(.rankFile, for: .guest(.read)) { page in
      let inputs = try await page.rankInputs()
      return file(
        [RankExport.columns] + RankExport(await page.site.ranks.result(inputs)).cells, "housestaff-rank.csv")
    },
    .get(.rankCouple, for: .guest(.read)) { page in
      let inputs = try await page.rankInputs()
      return RankCouplePage(inputs: inputs, result: await page.site.ranks.couple(inputs)).answer(page)
    },
    .post(.rankCouple, for: .guest(.contribute)) { page in
      let inputs = try await page.rankInputs()
      let read = RankCouplePage.read(page.form, inputs)
      guard let partner = read.partner else {
        return RankCouplePage(inputs: inputs, result: nil, typed: page.form, problems: read.problems).answer(page)
      }
      var document = inputs.document
      document.partner = partner
      document.partner?.order = inputs.document.partner?.order
      let kept = try await page.save(document, as: RankDocument.id)
      return .see(.rankCouple, page.saved(kept, document.entries.isEmpty ? "Now rank your own places." : ""))
    },
    .post(.rankCoupleOrder, for: .guest(.contribute)) { page in
      let inputs = try await page.rankInputs()
      var document = inputs.document
      guard document.partner != nil, let result = await page.site.ranks.couple(inputs) else { return .see(.rankCouple) }
      guard page.form["to"] != "proposed" else {
        document.partner?.order = nil
        return .see(
          .rankCouple, page.saved(try await page.save(document, as: RankDocument.id), "The proposed order is back."))
      }
      // What is shown is what is moved in: the proposal becomes the couple's own with its first move.
      var order = CoupleOrder(pairs: result.rows.map(\.codes), leftOut: document.partner?.order?.leftOut ?? [])
      let pair = CoupleOrder.Codes(page.form["first"], page.form["second"])
      guard let old = order.pairs.firstIndex(of: pair) else { return .see(.rankCouple) }
      var place: Int?
      if page.form["to"] == "out" {
        order.leaveOut(pair)
      } else {
        guard let wanted = Self.place(page.form, from: old) else {
          return .see(.rankCouple, Flash(.bad, "Nothing was moved.", "A place is a whole number from 1."))
        }
        place = order.move(pair, to: wanted)
      }
      document.partner?.order = order
      guard document != inputs.document else { return .see(.rankCouple) }
      let kept = try await page.save(document, as: RankDocument.id)
      return .see(
        path: Link.rankCouple.path + (place.map { "#pair-\($0)" } ?? ""), otherwise: .rankCouple,
        page.saved(kept, place.map { "The pair is at place \($0)." } ?? "The pair is off the list."))
    },
    .post(.rankCoupleRemoval, for: .guest(.contribute)) { page in
      var document = try await page.rankInputs().document
      guard document.partner != nil else { return .see(.rank) }
      document.partner = nil
      return .see(.rank, page.saved(try await page.save(document, as: RankDocument.id), "You rank alone again."))
    },
    .get(.rankCoupleSheet, for: .guest(.read)) { page in
      guard let result = await page.site.ranks.couple(try await page.rankInputs()) else { return .see(.rankCouple) }
      return RankSheetPage(sheet: EntrySheet(result), isCouple: true).answer(page)
    },
    .get(.rankCoupleFile, for: .guest(.read)) { page in
      guard let result = await page.site.ranks.couple(try await page.rankInputs()) else { return .see(.rankCouple) }
      return file([CoupleRankExport.columns] + CoupleRankExport(result).cells, "housestaff-pairs.csv")
    },
    .get(.dragScript, for: .anyone) { _ in
      Answer(content: .bytes(DragScript.bytes, type: "text/javascript; charset=utf-8", lasting: true))
    },
  ]

  /// The place, counted from 1, to which a form moves what stood at an index; nil where it names none.
  private static func place(_ form: FormFields, from index: Int) -> Int? {
    let wanted: Int? =
      switch form["to"] {
      case "up": max(1, index)
      case "down": index + 2
      case "top": 1
      default: Int(form["place"])
      }
    return wanted.flatMap { $0 > 0 ? $0 : nil }
  }

  /// What a form adds: the season's interviews, a program of the catalog, or one by name.
  private static func added(_ page: PageContext, _ inputs: RankInputs) -> [RankDocument.Entry] {
    if page.form["all"] == "interviews" {
      return inputs.unrankedInterviews.map { application in
        RankDocument.Entry(application.code, name: application.name, specialty: application.specialty)
      }
    }
    let code = page.form["code"]
    if let program = inputs.index.programs.first(where: { $0.code == code }) { return [RankDocument.Entry(program)] }
    let name = String(page.form["name"].prefix(200))
    let profile = inputs.profile?.value.profile ?? Profile()
    guard !name.isEmpty,
      let found = try? ProgramLookup([], profile: profile).program(
        code: "", name: name, specialty: page.form["specialty"])
    else { return [] }
    return [RankDocument.Entry(found.program)]
  }

  private static func file(_ rows: [[String]], _ name: String) -> Answer {
    var writer = CSVWriter(guardsFormulas: true)
    for row in rows { writer.write(row) }
    return Answer(content: .download(writer.bytes, type: "text/csv; charset=utf-8", name: name))
  }
}

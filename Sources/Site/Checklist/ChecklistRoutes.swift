internal import Improvement
internal import ProcessControl
internal import Workspaces

/// Checklists: built by buttons, used on a phone, counted as a process measure.
enum ChecklistRoutes {
  static let all: [Route] = [
    .get(.newChecklist(project: "{id}"), for: .guest(.contribute)) { page in
      guard page.workspace != nil else { return .see(.improve) }
      return NewChecklistPage(project: try await page.projectFile().project).answer(page)
    },
    .post(.newChecklist(project: "{id}"), for: .guest(.contribute)) { page in
      guard page.workspace != nil else { throw SiteError.notFound }
      let project = try await page.projectFile().project
      let items = ReviewForm.lines(page.form["items"])
      var problems: [(field: String, words: String)] = []
      if page.form["title"].isEmpty { problems.append(("title", "Say what it is for.")) }
      if items.count > Checklist.mostItems {
        problems.append(("items", "Keep it to \(Checklist.mostItems) lines: a longer list is not used."))
      }
      guard problems.isEmpty else {
        return NewChecklistPage(project: project, typed: page.form, problems: problems).answer(page)
      }
      let list = Checklist(project: project.project, title: String(page.form["title"].prefix(120)), items: items)
      let kept = try await page.write { try $0.create(ChecklistDocument(checklist: list)) }
      return .see(.checklist(id: kept.id.description), page.saved(kept))
    },
    .get(.checklist(id: "{id}"), for: .guest(.read)) { page in
      guard page.workspace != nil else { return .see(.improve) }
      return ChecklistPage(file: try await page.checklistFile()).answer(page)
    },
    .post(.checklist(id: "{id}"), for: .guest(.contribute)) { page in
      guard page.workspace != nil else { throw SiteError.notFound }
      let file = try await page.checklistFile()
      let reasons = ReviewForm.lines(page.form["reasons"])
      var problems: [(field: String, words: String)] = []
      if page.form["title"].isEmpty { problems.append(("title", "Say what it is for.")) }
      if reasons.isEmpty { problems.append(("reasons", "Give at least one reason to choose.")) }
      guard problems.isEmpty else {
        return ChecklistPage(file: file, typed: page.form, problems: problems).answer(page)
      }
      var list = file.checklist
      list.title = String(page.form["title"].prefix(120))
      list.reasons = Array(reasons.prefix(ReviewForm.mostReasons))
      list.places = Array(ReviewForm.lines(page.form["places"]).prefix(ReviewForm.mostReasons))
      return try await save(list, file, page)
    },
    .post(.checklistItems(id: "{id}"), for: .guest(.contribute)) { page in
      guard page.workspace != nil else { throw SiteError.notFound }
      let file = try await page.checklistFile()
      var list = file.checklist
      let item = page.form["item"]
      switch page.form["do"] {
      case "up": list.move(item, by: -1)
      case "down": list.move(item, by: 1)
      case "remove": list.remove(item)
      default:
        let words = String(page.form["words"].prefix(160))
        guard !words.isEmpty, list.items.count < Checklist.mostItems else {
          return ChecklistPage(file: file, problems: [("words", "Write the line.")]).answer(page)
        }
        list.add(words)
      }
      return try await save(list, file, page)
    },
    .get(.checklistUse(id: "{id}"), for: .guest(.contribute)) { page in
      guard page.workspace != nil else { return .see(.improve) }
      let file = try await page.checklistFile()
      guard !file.checklist.items.isEmpty else { return .see(.checklist(id: file.id)) }
      let last = page.query["last"]
      return ChecklistUsePage(
        file: file, name: page.newName, last: TapSheet.isName(last) ? last : nil, place: page.query["place"]
      ).answer(page)
    },
    .post(.checklistUse(id: "{id}"), for: .guest(.contribute)) { page in
      guard page.workspace != nil else { throw SiteError.notFound }
      let file = try await page.checklistFile()
      let id = file.kept.id
      let link = Link.checklistUse(id: file.id)
      if page.form["end"] == "undo" {
        let name = page.form["undo"]
        let isUndone = try await page.write { try $0.undo(name, of: id) }
        return .see(
          link, isUndone ? Flash(.good, "Taken back.", "") : Flash(.warn, "There is nothing to take back.", ""))
      }
      let name = page.form["name"]
      guard TapSheet.isName(name) else { return .see(link) }
      let (use, problems) = ChecklistUsePage.use(page.form, of: file.checklist)
      guard problems.isEmpty else {
        return ChecklistUsePage(file: file, name: name, typed: page.form, problems: problems).answer(page)
      }
      let today = page.today
      try await page.write { try $0.take(name, use, on: today, of: id) }
      let words = use.isComplete ? "Kept as complete." : "Kept as not complete."
      let place = use.place.map { "&place=\(Link.encoded($0))" } ?? ""
      return .see(path: "\(link.path)?last=\(name)\(place)", otherwise: link, Flash(.good, words, ""))
    },
  ]

  private static func save(_ list: Checklist, _ file: ChecklistFile, _ page: PageContext) async throws -> Answer {
    let kept = try await page.save(ChecklistDocument(checklist: list), as: file.kept.id)
    return .see(.checklist(id: file.id), page.saved(kept))
  }
}

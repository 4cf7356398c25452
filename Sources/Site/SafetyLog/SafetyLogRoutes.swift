internal import Improvement
internal import Markup
internal import ProcessControl
internal import Workspaces

/// The safety log of a project.
enum SafetyLogRoutes {
  static let all: [Route] = [
    .get(.safetyLog(id: "{id}"), for: .guest(.read)) { page in
      guard page.workspace != nil else { return .see(.improve) }
      return try await log(page).answer(page)
    },
    .post(.safetyLog(id: "{id}"), for: .guest(.contribute)) { page in
      guard page.workspace != nil else { throw SiteError.notFound }
      var shown = try await log(page)
      let kinds = lines(page.form["kinds"])
      if page.form["title"].isEmpty { shown.problems.append(("title", "Say what it logs.")) }
      if kinds.isEmpty { shown.problems.append(("kinds", "Name at least one kind.")) }
      guard shown.problems.isEmpty, let id = DocumentID<SafetyLogDocument>(shown.project.id.description) else {
        shown.typed = page.form
        return shown.answer(page)
      }
      var log = SafetyLog(
        project: shown.project.project, title: page.form["title"], kinds: kinds, places: lines(page.form["places"]),
        began: page.today)
      log.daysBetween = shown.measures.first { $0.id.description == page.form["measure"] }
        .map { MeasureID(rawValue: $0.id.description) }
      let kept = try await page.save(SafetyLogDocument(log: log), as: id)
      return .see(.safetyLog(id: id.description), page.saved(kept))
    },
    .post(.safetyEntries(id: "{id}"), for: .guest(.contribute)) { page in
      guard page.workspace != nil else { throw SiteError.notFound }
      var shown = try await log(page)
      guard let log = shown.kept?.value.log else { return .see(.safetyLog(id: shown.project.id.description)) }
      let day = Day(iso: page.form["day"])
      let cases = Int(page.form["cases"])
      if day.map({ $0 > page.today }) ?? true {
        shown.problems.append(("day", "Give a day up to today, as \(page.today)."))
      }
      if !log.kinds.contains(page.form["kind"]) { shown.problems.append(("kind", "Choose a kind.")) }
      if !page.form["cases"].isEmpty, cases.map({ $0 < 0 }) ?? true {
        shown.problems.append(("cases", "Give a whole number, or leave it empty."))
      }
      if !page.form.has("reported") {
        shown.problems.append(("reported", "Report it in the hospital's system first; then log it here."))
      }
      guard shown.problems.isEmpty, let day else {
        shown.typed = page.form
        return shown.answer(page)
      }
      let entry = SafetyEntry(
        project: shown.project.project, day: day, kind: page.form["kind"],
        place: log.places.contains(page.form["place"]) ? page.form["place"] : "", casesSince: cases)
      let kept = try await page.write { writing in
        let kept = try writing.createUnsigned(SafetyEntryDocument(entry: entry))
        try writing.unsigned().countBetween(entry)
        return kept
      }
      return .see(
        .safetyLog(id: shown.project.id.description),
        Flash(
          .good, "Logged: \(entry.kind), \(entry.day.words).", "Without your name.",
          undo: .init(
            collection: SafetyEntryDocument.collection, id: kept.id.description, revision: kept.revision)))
    },
    .post(.safetyEntryRemoval(id: "{id}"), for: .member(.edit)) { page in
      let shown = try await log(page)
      guard let day = Day(iso: page.form["day"]) else { throw SiteError.notFound }
      let entry = SafetyEntry(
        project: shown.project.project, day: day, kind: page.form["kind"], place: page.form["place"],
        casesSince: Int(page.form["cases"]))
      let undo = try await page.write { try $0.remove(entry) }
      return .see(
        .safetyLog(id: shown.project.id.description),
        undo.map { Flash(.good, "Removed.", "One entry; what lies between events is counted anew.", undo: $0) }
          ?? Flash(.warn, "It is not in the log any more.", "Nothing changed now."))
    },
  ]

  private static func log(_ page: PageContext) async throws -> SafetyLogPage {
    guard let id = DocumentID<ProjectDocument>(page.parameters["id"] ?? ""),
      let (file, log) = try await page.read({ reading in
        (try ProjectFile(id, in: reading), try reading.safetyLog(of: id))
      }), let file
    else { throw SiteError.notFound }
    let free = file.measures.filter { kept in
      kept.value.measure.kind == .daysBetween && file.sources[kept.id] == nil && (file.counts[kept.id] ?? []).isEmpty
        && page.edits(kept)
    }
    return SafetyLogPage(project: file.project, kept: log?.log, entries: log?.entries ?? [], measures: free)
  }

  private static func lines(_ text: String) -> [String] {
    var seen: Set<String> = []
    return text.split(whereSeparator: \.isNewline).map { line in
      String(line.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }.filter { !$0.isEmpty && seen.insert($0).inserted }
  }
}

internal import Improvement
internal import Workspaces

/// Counts of a measure: typed, pasted, or from a file.
enum ObservationRoutes {
  static let all: [Route] =
    [
      .get(.measureGrid(id: "{id}"), for: .guest(.contribute)) { page in
        guard page.workspace != nil else { return .see(.improve) }
        return GridPage(file: try await page.measureFile()).answer(page)
      },
      .post(.measureGrid(id: "{id}"), for: .guest(.contribute)) { page in
        let file = try await page.measureFile()
        var entry = GridEntry(page.form, for: file, today: page.today)
        if entry.problems.isEmpty { try await entry.leaveOthers(of: file, page) }
        let isFine = entry.problems.isEmpty
        let replaced = ReplacedCounts(
          entry.grid.counts, removed: entry.grid.removals, in: file, isEditor: page.edits(file.measure))
        guard isFine, !entry.needsLook(replaced) || page.form["seen"] == entry.mark else {
          return GridPage(file: file, entry: entry, replaced: isFine ? replaced : nil).answer(page)
        }
        let (counts, removals, id) = (entry.grid.counts, entry.grid.removals, file.measure.id)
        let change = try await page.write { writing in
          try writing.change(counts, without: removals, of: id, way: .typed)
        }
        return .see(.measure(id: id.description), page.saved(change))
      },
      .get(.uploadScript, for: .anyone) { _ in
        Answer(content: .bytes(UploadScript.bytes, type: "text/javascript; charset=utf-8", lasting: true))
      },
    ] + ImportRoutes.all
}

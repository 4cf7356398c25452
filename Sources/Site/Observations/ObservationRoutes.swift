internal import Improvement
internal import ProcessControl
internal import Tables
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
        var form = GridPage(file: file, division: page.form["division"])
        let typed = typedLines(page.form, hasDenominator: file.definition.kind.hasDenominator)
        var lines = typed
        if !page.form["paste"].isEmpty {
          do throws(TableError) {
            let pasted = try CountGrid.lines(pasted: page.form["paste"], for: file.definition)
            form.problems += pasted.suspects.map { ("paste", refusal($0)) }
            if pasted.suspects.isEmpty { lines += pasted.lines } else { form.pasted = page.form["paste"] }
          } catch {
            form.problems.append(("paste", error.description))
            form.pasted = page.form["paste"]
          }
        }
        if lines.count > GridPage.mostLines {
          form.problems.append(("paste", "More than \(GridPage.mostLines) lines: bring them as a file."))
          lines = typed
        }
        let grid = CountGrid(lines, for: file.definition, division: form.division, today: page.today)
        let kept = lines.filter { !$0.isEmpty }
        form.problems += problems(of: grid, lines: lines)
        if form.problems.isEmpty, grid.counts.isEmpty, grid.removals.isEmpty {
          form.problems.append(("paste", "Paste some rows, or type a day with its count."))
        }
        guard form.problems.isEmpty else {
          form.lines = kept
          return form.answer(page)
        }
        let (counts, removals, id) = (grid.counts, grid.removals, file.measure.id)
        let change = try await page.write { writing in
          try writing.change(counts, without: removals, of: id, way: .typed)
        }
        return .see(.measure(id: id.description), page.saved(change))
      },
      .get(.uploadScript, for: .anyone) { _ in
        Answer(content: .bytes(UploadScript.bytes, type: "text/javascript; charset=utf-8", lasting: true))
      },
    ] + ImportRoutes.all

  /// Why a column stops what was brought.
  static func refusal(_ suspect: IdentifierScreen.Suspect) -> String {
    "The column \u{201C}\(suspect.header)\u{201D} may identify patients (\(suspect.kind.rawValue)): leave it out."
  }

  private static func typedLines(_ form: FormFields, hasDenominator: Bool) -> [CountGrid.Line] {
    let (days, tops) = (form.all("day"), form.all("numerator"))
    let (bottoms, groups) = (form.all("denominator"), form.all("group"))
    // A day that the page wrote and nobody gave a number says nothing: somebody else may have counted it meanwhile.
    let waiting = Set(form.all("waiting"))
    return days.indices.map { index in
      CountGrid.Line(
        day: days[index], numerator: index < tops.count ? tops[index] : "",
        denominator: index < bottoms.count ? bottoms[index] : "", group: index < groups.count ? groups[index] : "")
    }.map { line in
      waiting.contains(line.day) && line.numerator.isEmpty && line.denominator.isEmpty && line.group.isEmpty
        ? CountGrid.Line(day: "", numerator: "") : line
    }
  }

  /// What is wrong, by the field it will stand in when the page is shown again without empty lines.
  private static func problems(of grid: CountGrid, lines: [CountGrid.Line]) -> [(field: String, words: String)] {
    var places: [Int: Int] = [:]
    for (index, line) in lines.enumerated() where !line.isEmpty { places[index] = places.count + 1 }
    return grid.problems.map { problem in
      ("\(problem.cell.rawValue)-\(places[problem.line] ?? 1)", problem.words)
    }
  }
}

internal import Improvement
internal import ProcessControl
internal import Tables

/// What was sent from the grid: typed lines and a paste, read together.
struct GridEntry {
  /// Typed lines; beside a paste without those that say what is kept already.
  let typed: [CountGrid.Line]
  /// What was pasted, as it came; empty for nothing.
  let text: String
  let paste: CountPaste?
  let grid: CountGrid
  let division: String
  /// Whether it was said that it goes on without the columns that may identify patients.
  let goesOnWithout: Bool
  /// What is wrong, by the field it stands in when the page is shown again.
  var problems: [(field: String, words: String)]

  /// More lines than this are a file.
  static let mostLines = 2_000

  init(_ form: FormFields, for file: MeasureFile, today: Day) {
    let measure = file.definition
    var division = form["division"]
    let text = form["paste"]
    let goesOnWithout = form["without"] == "yes"
    var problems: [(field: String, words: String)] = []
    var lines = Self.lines(form)
    var paste: CountPaste?
    if !text.isEmpty {
      lines = Self.changed(lines, in: file, division: division)
      do throws(TableError) {
        let read = try CountPaste(text, for: measure, order: DateOrder(rawValue: form["date-order"]))
        // The name above the pasted groups says what they are, unless typed groups are of something else.
        if !read.division.isEmpty, lines.allSatisfy({ $0.group.isEmpty }) { division = read.division }
        paste = read
      } catch {
        problems.append(("paste", error.description))
      }
    }
    typed = lines
    if let pasted = paste?.lines { lines += pasted }
    if lines.count > Self.mostLines {
      problems.append(("paste", "More than \(Self.mostLines) lines: bring them as a file."))
      lines = typed
    }
    grid = CountGrid(lines, for: measure, division: division, today: today, kept: file.counts)
    problems += Self.problems(of: grid, among: typed)
    if let paste { problems += Self.problems(of: paste, grid, behind: typed.count, goesOnWithout: goesOnWithout) }
    if problems.isEmpty, grid.counts.isEmpty, grid.removals.isEmpty {
      problems.append(("paste", "Paste some rows, or type a day with its count."))
    }
    (self.division, self.text, self.paste) = (division, text, paste)
    (self.goesOnWithout, self.problems) = (goesOnWithout, problems)
  }

  /// What stands for this paste, read this way: a form that brings it was shown what the paste says.
  var mark: String { "p" + AssetMark.of(Array("\(text)\u{0}\(paste?.days?.order.rawValue ?? "")".utf8)) }

  /// Whether the paste says something that has to be seen before it is kept.
  func needsLook(_ replaced: ReplacedCounts) -> Bool {
    guard let paste else { return false }
    return paste.days != nil || !paste.suspects.isEmpty || replaced.comparison.changed > 0
  }

  // MARK: Typed

  private static func lines(_ form: FormFields) -> [CountGrid.Line] {
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

  /// Without lines that the page wrote and nobody changed: a paste may say their periods anew.
  private static func changed(
    _ lines: [CountGrid.Line], in file: MeasureFile, division: String
  ) -> [CountGrid.Line] {
    let kept = Set(file.counts)
    return lines.filter { line in
      guard !line.isEmpty else { return false }
      let read = CountGrid([line], for: file.definition, division: division)
      guard read.problems.isEmpty, let count = read.counts.first else { return true }
      return !kept.contains(count)
    }
  }

  /// What is wrong with typed lines, by the field it will stand in when the page is shown again without empty lines.
  private static func problems(
    of grid: CountGrid, among typed: [CountGrid.Line]
  ) -> [(field: String, words: String)] {
    var places: [Int: Int] = [:]
    for (index, line) in typed.enumerated() where !line.isEmpty { places[index] = places.count + 1 }
    return grid.problems.compactMap { problem in
      places[problem.line].map { ("\(problem.cell.rawValue)-\($0)", problem.words) }
    }
  }

  // MARK: Pasted

  private static func problems(
    of paste: CountPaste, _ grid: CountGrid, behind typed: Int, goesOnWithout: Bool
  ) -> [(field: String, words: String)] {
    var problems: [(field: String, words: String)] = paste.needed.map { suspect in
      (
        "paste",
        "The column \u{201C}\(suspect.header)\u{201D} may identify patients (\(suspect.kind.rawValue)) and stands where "
          + "the days or numbers are read: leave it out, or name the columns."
      )
    }
    guard problems.isEmpty else { return problems }
    if !paste.suspects.isEmpty, !goesOnWithout {
      let one = paste.suspects.count == 1
      problems.append(
        (
          "without",
          "The column\(one ? "" : "s") \u{201C}\(SuspectColumns.names(paste.suspects))\u{201D} may identify patients: say "
            + "that it goes on without \(one ? "it" : "them")."
        ))
    }
    if let days = paste.days, days.isOpen, let example = days.example {
      problems.append(
        ("date-order", "\(example.sample.text) can be read both ways: say which number is the month."))
    }
    return problems + paste.faults(with: grid.problems, from: typed).groups.map { ("paste", $0.sentence) }
  }
}

import Tables

/// A list of programs that was copied from a page and has no row of column names: MyERAS's own tables, an e-mail, notes.
///
/// Each program is found by its code: ACGME's ten digits, or an NRMP code. What stands beside the code (in the same line)
/// or around it (where a page was copied cell by cell, one to a line) is told apart by what it is: a specialty, a city
/// with its state, a kind of position; the first text that is none of these is the name.
public enum PastedPrograms {
  /// The rows with a row of names above them, as CSV; `nil` where the text has column names of its own, or no codes.
  ///
  /// O(length).
  public static func table(_ text: String) -> String? {
    if let table = try? Table(text: text) {
      let mapping = ColumnMapping(CatalogColumns.wanted, in: table)
      if mapping["program"] != nil, mapping["specialty"] != nil || mapping["code"] != nil { return nil }
    }
    let lines = text.split(whereSeparator: \.isNewline).map(Cells.init).filter { !$0.cells.isEmpty || $0.code != nil }
    guard lines.contains(where: { $0.code != nil }) else { return nil }
    var writer = CSVWriter()
    writer.write(["code", "program", "specialty", "track", "city", "state"])
    for entry in entries(lines) { writer.write(entry.values) }
    return writer.text
  }

  /// A line cut at tabs and at bars.
  private struct Cells {
    var cells: [String]
    /// The code in one of the cells, which is then left out of it.
    var code: String?

    init(_ line: Substring) {
      cells = []
      for part in line.split(whereSeparator: { $0 == "\t" || $0 == "|" }) {
        var words: [Substring] = []
        for word in part.split(whereSeparator: \.isWhitespace) {
          let bare = word.filter { $0.isLetter || $0.isNumber }
          if code == nil, ProgramCode(bare.uppercased()).isOfKnownKind {
            code = bare.uppercased()
          } else {
            words.append(word)
          }
        }
        let text = words.joined(separator: " ").trimmedPunctuation
        if !text.isEmpty { cells.append(text) }
      }
    }
  }

  /// One program as far as it was told apart.
  private struct Entry {
    var code = ""
    var name = ""
    var specialty = ""
    var track = ""
    var city = ""
    var state = ""

    var values: [String] { [code, name, specialty, track, city, state] }

    mutating func take(_ cells: [String]) {
      for cell in cells {
        if let found = Specialty.recognized(cell) {
          if specialty.isEmpty { specialty = found.specialty.name }
          if track.isEmpty, let kind = found.track { track = kind.rawValue }
        } else if let place = Place(cell) {
          if city.isEmpty { city = place.city }
          if state.isEmpty { state = place.state }
        } else if track.isEmpty, cell.count <= 24, let kind = Track(words: cell) {
          track = kind.rawValue
        } else if name.isEmpty, cell.contains(where: \.isLetter) {
          name = cell
        } else if city.isEmpty, !name.isEmpty, cell.count <= 30,
          cell.allSatisfy({ $0.isLetter || " .'-".contains($0) }),
          !Self.statuses.contains(ColumnName.key(cell))
        {
          city = cell
        }
      }
    }

    /// What MyERAS says beside a program that is not a place.
    private static let statuses: Set<String> = [
      "participating", "notparticipating", "open", "closed", "applied", "saved", "signaled", "notsignaled", "yes", "no",
      "gold", "silver", "assigned", "unassigned", "active", "inactive", "actions", "assigndocuments", "remove",
      "withdraw",
    ]
  }

  /// "Cleveland, OH", "OH" or "Ohio".
  private struct Place {
    var city = ""
    var state: String

    init?(_ cell: String) {
      if let comma = cell.lastIndex(of: ","), let found = USState.recognized(String(cell[cell.index(after: comma)...]))
      {
        city = String(cell[..<comma])
        state = found.code
      } else if let found = USState.recognized(cell) {
        state = found.code
      } else {
        return nil
      }
    }
  }

  private static func entries(_ lines: [Cells]) -> [Entry] {
    // A line with more than the code is a program by itself; a code alone belongs to the lines around it.
    let isRow = lines.filter { $0.code != nil && !$0.cells.isEmpty }.count
    let isAlone = lines.filter { $0.code != nil && $0.cells.isEmpty }.count
    guard isAlone > isRow else {
      return lines.compactMap { line in
        guard let code = line.code else { return nil }
        var entry = Entry(code: code)
        entry.take(line.cells)
        return entry
      }
    }
    // Cell by cell: a program begins with its name, as far above its code as the first one's stands; a line with a word
    // that institutions have in their names is surer, because empty cells leave no line.
    let codes = lines.indices.filter { lines[$0].code != nil }
    let distance = codes.first ?? 0
    var starts: [Int] = []
    for (number, code) in codes.enumerated() {
      let above = (number == 0 ? 0 : codes[number - 1] + 1)..<code
      let named = above.last { isInstitution(lines[$0].cells.joined(separator: " ")) }
      starts.append(named ?? max(above.lowerBound, code - distance))
    }
    return codes.enumerated().map { number, code in
      let end = number + 1 < codes.count ? starts[number + 1] : lines.count
      var entry = Entry(code: lines[code].code ?? "")
      entry.take((starts[number]..<max(end, code + 1)).flatMap { lines[$0].cells })
      return entry
    }
  }
}

extension PastedPrograms {
  private static let institutionWords: Set<String> = [
    "program", "hospital", "hospitals", "university", "college", "school", "medical", "health", "healthcare", "center",
    "centre", "clinic", "institute", "system", "foundation", "infirmary", "residency", "consortium", "memorial",
  ]

  private static func isInstitution(_ text: String) -> Bool {
    Specialty.recognized(text) == nil && ColumnName.words(text).contains(where: institutionWords.contains)
  }
}

extension ProgramCode {
  /// Whether it is ACGME's ten digits that begin with a known specialty, or NRMP's code with the letter of a track.
  fileprivate var isOfKnownKind: Bool {
    specialtyDigits.map { Specialty.coded($0) != nil || track != nil } ?? false
  }
}

extension String {
  /// Without the brackets, commas, dashes and numbering that a code leaves behind.
  fileprivate var trimmedPunctuation: String {
    let loose: Set<Character> = [
      "(", ")", "[", "]", ",", ";", ":", "-", "\u{2013}", "\u{2014}", "\u{2022}", "*", "#", " ",
    ]
    var piece = Substring(self)
    while let first = piece.first, loose.contains(first) { piece.removeFirst() }
    while let last = piece.last, loose.contains(last), last != ")" { piece.removeLast() }
    if piece.hasSuffix("()") { piece.removeLast(2) }
    return String(piece)
  }
}

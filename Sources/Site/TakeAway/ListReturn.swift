internal import SmartPick
internal import Tables
internal import Workspaces

/// A list that came back from a spreadsheet or from an adviser: what in it differs from what is kept.
///
/// Rows that are missing change nothing; nor do columns that are missing. Everything else is compared, and nothing is
/// written here.
struct ListReturn {
  /// One thing that would be different.
  struct Change: Equatable {
    let code: String
    let program: String
    /// "Mark", "Preference", "Order", "Note", "Adviser".
    let what: String
    let before: String
    let after: String
  }

  private(set) var changes: [Change] = []
  private(set) var findings: [Finding] = []
  /// How many rows named a program that is known.
  private(set) var rows = 0
  /// What is kept, with the changes in it.
  private(set) var profile: Profile
  private(set) var marks: MarksDocument
  private(set) var notes: AdviserNotesDocument

  private static let wanted = [
    WantedColumn(
      "code", aliases: ["program code", "acgme code", "accreditation id"], isRequired: true, allowsSimilar: false),
    WantedColumn("my_mark", aliases: ["mark", "wish"], allowsSimilar: false),
    WantedColumn("my_preference", aliases: ["preference"], allowsSimilar: false),
    WantedColumn("my_order", aliases: ["my rank"], allowsSimilar: false),
    WantedColumn("my_note", aliases: ["my notes", "note", "notes"], allowsSimilar: false),
    WantedColumn(
      "adviser_note", aliases: ["adviser notes", "advisor note", "advisor notes", "adviser", "comment", "comments"],
      allowsSimilar: false),
  ]
  /// Columns that are ours and are not read back.
  private static let ours = Set(RowDocument.columns.map { ColumnName.key($0) })

  /// - Parameters:
  ///   - table: the sheet that came back.
  ///   - names: of every program that is known, by code.
  ///   - profile: as it is kept.
  ///   - marks: as they are kept.
  ///   - notes: those that came back in files before.
  init(
    _ table: Table, names: [String: String], profile: Profile, marks: MarksDocument, notes: AdviserNotesDocument
  ) {
    (self.profile, self.marks, self.notes) = (profile, marks, notes)
    let mapping = ColumnMapping(Self.wanted, in: table)
    findings = mapping.findings.filter { finding in !Self.ours.contains(ColumnName.key(finding.column ?? "")) }
    guard let codes = mapping["code"] else { return }
    for row in (mapping.headerRow + 1)..<max(mapping.headerRow + 1, table.rowCount) where !table[row].isBlank {
      let code = Self.text(table[row, codes])
      func value(_ column: String) -> String? { mapping[column].map { Self.text(table[row, $0]) } }
      func fault(_ column: String, _ value: String, _ expected: String) {
        let index = mapping[column] ?? 0
        let position = table.position(row, index)
        findings.append(
          Finding(
            .error, file: table.name, line: position.line, column: mapping.headers[index],
            place: position.cell.map { "cell \($0)" }, value: value, expected: expected,
            remedy: "put it right and give the file again, or go on: this value is left out"))
      }
      if code == AdviserFile.wholeCode {
        if let note = value("adviser_note") { adviser(AdviserNotesDocument.whole, "The list as a whole", note) }
        continue
      }
      if code == AdviserFile.nameCode {
        if let name = value("adviser_note"), !name.isEmpty { self.notes.from = String(name.prefix(80)) }
        continue
      }
      guard let name = names[code] else {
        if !code.isEmpty { fault("code", code, "the code of a program that you have here") }
        continue
      }
      rows += 1
      if let text = value("my_mark"), !mark(text, code, name) { fault("my_mark", text, "love, refuse, pin or nothing") }
      if let text = value("my_preference"), !preference(text, code, name) {
        fault("my_preference", text, "a number from 0 to 1, or nothing")
      }
      if let text = value("my_order"), !order(text, code, name) {
        fault("my_order", text, "a whole number from 1, or nothing")
      }
      if let text = value("my_note") {
        let new = String(text.prefix(2_000))
        note("Note", code, name, self.marks[code].note, new)
        self.marks[code].note = new
      }
      // An empty cell is an adviser who wrote nothing, not one who took a note back.
      if let text = value("adviser_note"), !text.isEmpty { adviser(code, name, text) }
    }
  }

  private mutating func note(_ what: String, _ code: String, _ name: String, _ before: String, _ after: String) {
    guard before != after else { return }
    changes.append(Change(code: code, program: name, what: what, before: before, after: after))
  }

  private mutating func adviser(_ code: String, _ name: String, _ text: String) {
    let text = String(text.prefix(4_000))
    let before = code == AdviserNotesDocument.whole ? notes.overall : notes.programs[code] ?? ""
    guard !text.isEmpty, text != before else { return }
    note("Adviser", code, name, before, text)
    notes.write(text, about: code)
  }

  private mutating func mark(_ text: String, _ code: String, _ name: String) -> Bool {
    let before =
      profile.preferences.loved.contains(code)
      ? "love"
      : profile.preferences.refused.contains(code)
        ? "refuse" : profile.preferences.pinned.contains { $0.code == code } ? "pin" : ""
    let after: String
    switch ColumnName.key(text) {
    case "": after = ""
    case "love", "loved", "yes", "like": after = "love"
    case "refuse", "refused", "no", "drop": after = "refuse"
    case "pin", "pinned", "keep": after = "pin"
    default: return false
    }
    guard before != after else { return true }
    note("Mark", code, name, before, after)
    profile.preferences.loved.removeAll { $0 == code }
    profile.preferences.refused.removeAll { $0 == code }
    if after == "love" { profile.preferences.loved.append(code) }
    if after == "refuse" { profile.preferences.refused.append(code) }
    profile.preferences.pinned.removeAll { $0.code == code }
    if after == "pin" { profile.preferences.pinned.append(.init(code, reason: "Pinned in a spreadsheet")) }
    return true
  }

  private mutating func preference(_ text: String, _ code: String, _ name: String) -> Bool {
    let before = profile.preferences.programs[code]
    var after: Double?
    if !text.isEmpty {
      let isPercent = text.hasSuffix("%")
      guard let number = DecimalText.double(isPercent ? String(text.dropLast()) : text) else { return false }
      let share = isPercent ? number / 100 : number
      guard (0...1).contains(share) else { return false }
      after = (share * 100).rounded() / 100
    }
    func words(_ value: Double?) -> String { value.map { Words.number($0, decimals: 2) } ?? "" }
    note("Preference", code, name, words(before), words(after))
    if words(before) != words(after) { profile.preferences.programs[code] = after }
    return true
  }

  private mutating func order(_ text: String, _ code: String, _ name: String) -> Bool {
    var after: Int?
    if !text.isEmpty {
      guard let number = Int(text), (1...9_999).contains(number) else { return false }
      after = number
    }
    note("Order", code, name, marks[code].order.map(String.init) ?? "", after.map(String.init) ?? "")
    marks[code].order = after
    return true
  }

  /// A value without blanks around it and without the apostrophe that guards a formula.
  private static func text(_ value: String) -> String {
    let trimmed = FormFields.trimmed(value)
    if trimmed.hasPrefix("'"), let next = trimmed.dropFirst().first, "=+-@".contains(next) {
      return String(trimmed.dropFirst())
    }
    return trimmed
  }
}

/// A list that came back and is looked at before it changes anything.
struct ListReturnDraft: PageDocument, Equatable {
  static let collection = "list-return"
  static let words = "a list that came back"
  static let id = DocumentID<ListReturnDraft>(only: "draft")

  var name: String
  /// As CSV.
  var text: String

  static func page(_ id: DocumentID<ListReturnDraft>) -> Link { .listReturn }

  var lines: [(name: String, value: String)] { [("File", name)] }
}

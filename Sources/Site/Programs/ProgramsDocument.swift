internal import SmartPick
internal import Tables
internal import Workspaces

/// The applicant's own programs: a file as it was brought, and how its columns are meant; one to a workspace.
struct ProgramsDocument: PageDocument, Equatable {
  static let collection = "programs"
  static let words = "your programs"
  static let id = DocumentID<ProgramsDocument>(only: "programs")
  static let shape = 2
  static let laterFields = [LaterField(since: 2, "told", [String: String]())]

  var name: String
  /// As CSV or text of a table.
  var text: String
  /// By the column's name in the file: what the applicant said it means; empty for a column not to be used.
  var told: [String: String] = [:]

  static func page(_ id: DocumentID<ProgramsDocument>) -> Link { .programs }

  /// The rows; nil where the text cannot be read at all.
  var table: Table? { try? Table(text: text, name: name) }

  /// All that its reading depends on, by which a ``ProgramBook`` knows it.
  var reading: ProgramBook.Text { ProgramBook.Text(text, name: name, told: told) }

  var lines: [(name: String, value: String)] {
    [("File", name)] + told.sorted { $0.key < $1.key }.map { ("Column \($0.key)", $0.value) }
      + text.split(whereSeparator: \.isNewline).enumerated().map { ("Line \($0 + 1)", String($1)) }
  }
}

/// A table that was brought and is looked at before it takes the place of the one in use.
struct ProgramsDraft: PageDocument, Equatable {
  static let collection = "programs-draft"
  static let words = "a table of programs not yet in use"
  static let id = DocumentID<ProgramsDraft>(only: "draft")

  var programs: ProgramsDocument

  static func page(_ id: DocumentID<ProgramsDraft>) -> Link { .programsPreview }

  var lines: [(name: String, value: String)] { programs.lines }
}

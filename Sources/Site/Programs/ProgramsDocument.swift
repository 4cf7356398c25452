internal import SmartPick
internal import Tables
internal import Workspaces

/// The applicant's own programs: a file as it was brought, one to a workspace.
struct ProgramsDocument: PageDocument, Equatable {
  static let collection = "programs"
  static let words = "your programs"
  static let id = DocumentID<ProgramsDocument>(only: "programs")

  var name: String
  /// As CSV or text of a table.
  var text: String

  static func page(_ id: DocumentID<ProgramsDocument>) -> Link { .programs }

  /// How the file was understood; nil where it cannot be read at all.
  var file: CatalogFile? { (try? Table(text: text, name: name)).map { CatalogFile($0) } }

  var programs: [Program] { file.map { Catalog([$0]).programs } ?? [] }

  var lines: [(name: String, value: String)] {
    [("File", name)] + text.split(whereSeparator: \.isNewline).enumerated().map { ("Line \($0 + 1)", String($1)) }
  }
}

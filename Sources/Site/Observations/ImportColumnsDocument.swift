internal import Improvement
internal import Workspaces

/// How the columns of a measure's last file were read; kept under the measure's own id, without a word of the file but
/// the names of the columns that were used.
struct ImportColumnsDocument: PageDocument, Equatable {
  static let collection = "import-columns"
  static let words = "how a file is read"

  var columns: ToldColumns

  static func page(_ id: DocumentID<ImportColumnsDocument>) -> Link { .measureImport(id: id.description) }

  var lines: [(name: String, value: String)] {
    [
      ("The day", columns.day), ("What counts", columns.numerator),
      ("When", columns.threshold?.words ?? columns.counted), ("Of how many", columns.denominator),
      ("Groups", columns.groups.joined(separator: ", ")), ("Reasons", columns.reason),
      ("Only rows in which", columns.filterColumn), ("says", columns.filterValue),
      ("Dates", columns.order?.words ?? ""),
    ]
  }
}

extension DocumentID<MeasureDocument> {
  /// The name of the document that says how its last file was read.
  var importColumns: DocumentID<ImportColumnsDocument> {
    guard let id = DocumentID<ImportColumnsDocument>(description) else {
      preconditionFailure("the name is one already")
    }
    return id
  }
}

internal import Improvement
internal import ProcessControl
internal import Workspaces

/// An association as it is kept: counts of a cross table, never cases.
struct AssociationDocument: PageDocument, Equatable {
  static let collection = "association"
  static let words = "an association"

  var project: ProjectID
  var counts: CrossCounts
  /// The day on which it was read.
  var on: ProcessControl.Day

  static func page(_ id: DocumentID<AssociationDocument>) -> Link { .association(id: id.description) }

  var lines: [(name: String, value: String)] {
    [
      ("Outcome", counts.outcome), ("Factor", counts.factor), ("Within levels of", counts.second),
      ("Read on", on.description),
    ]
      + counts.cells.map { cell in
        ([cell.band, cell.level].filter { !$0.isEmpty }.joined(separator: ", "), "\(cell.events) of \(cell.total)")
      }
  }

  /// "No-show by distance".
  var heading: String { "\(counts.outcome.prefix(1).uppercased())\(counts.outcome.dropFirst()) by \(counts.factor)" }
}

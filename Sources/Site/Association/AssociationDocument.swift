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
    // The history is read by everybody; its lines tell no small count.
    [
      ("Outcome", counts.outcome), ("Factor", counts.factor), ("Within levels of", counts.second),
      ("Read on", on.description), ("Bands", counts.bands.map(\.name).joined(separator: ", ")),
    ]
  }

  /// What others would see of it.
  func table(_ id: DocumentID<AssociationDocument>) -> ShownTable {
    var factors = [ShownTable.Factor(name: counts.factor, parts: counts.bands.map(\.name))]
    if !counts.second.isEmpty { factors.append(.init(name: counts.second, parts: counts.levels)) }
    return ShownTable(id: id.description, factors: factors, period: nil)
  }

  /// "No-show by distance".
  var heading: String { "\(counts.outcome.prefix(1).uppercased())\(counts.outcome.dropFirst()) by \(counts.factor)" }
}

internal import Improvement
internal import ProcessControl
internal import Workspaces

/// What a team has marked on a measure's chart; kept under the measure's own id.
struct ChartMarksDocument: PageDocument, Equatable {
  static let collection = "measure-marks"
  static let words = "what is marked on a chart"

  var project: ProjectID
  var marks: MeasureMarks

  static func page(_ id: DocumentID<ChartMarksDocument>) -> Link { .measureMarks(id: id.description) }

  var lines: [(name: String, value: String)] {
    [
      ("Target", marks.target.map { Place.number($0).description } ?? ""),
      ("Baseline ends", marks.baselineEnd?.description ?? ""),
    ] + marks.marks.map { ("\($0.kind.words), \($0.day)", $0.words) }
  }
}

extension MeasureMarks.Mark.Kind {
  /// As pages say it.
  var words: String {
    switch self {
    case .phase: "A phase begins"
    case .exclusion: "Left out"
    case .note: "Note"
    }
  }
}

extension DocumentID<MeasureDocument> {
  /// The name of the document that holds its marks.
  var marks: DocumentID<ChartMarksDocument> {
    guard let id = DocumentID<ChartMarksDocument>(description) else { preconditionFailure("the name is one already") }
    return id
  }
}

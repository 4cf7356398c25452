internal import Improvement
internal import Markup
internal import Workspaces

extension ProjectPart {
  /// The family of measures: what is counted, and the kind that is missing.
  static let measures = ProjectPart { file, _ in
    section(.aria("labelledby", "measures")) {
      h2(.id("measures")) { "Measures" }
      if file.measures.isEmpty {
        p { "Nothing is counted yet." }
      } else {
        ul { file.measures.map { kept in li { kept.value.measure.name } } }
      }
    }
  }
}

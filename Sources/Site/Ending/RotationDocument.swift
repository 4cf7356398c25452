internal import Improvement
internal import ProcessControl
internal import Workspaces

/// A project's rotation as it is kept: one to a project, under the project's name.
struct RotationDocument: PageDocument, Equatable {
  static let collection = "rotation"
  static let words = "a hand-over"

  var rotation: Rotation

  static func page(_ id: DocumentID<RotationDocument>) -> Link { .ending(project: id.description) }

  var lines: [(name: String, value: String)] {
    [("Team leaves", rotation.leaves?.description ?? ""), ("Successor", rotation.successor)]
      + rotation.checks.map {
        ("After \($0.months) months", "\($0.on): \($0.holds ? "it holds" : "it does not hold") \($0.words)")
      }
  }
}

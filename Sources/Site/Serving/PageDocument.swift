internal import Workspaces

/// A document that pages show and write: what a person needs to tell two versions of it apart, and where it is shown.
protocol PageDocument: Document {
  /// What a person calls it: "your profile".
  static var words: String { get }

  /// Where it is shown.
  static func page(_ id: DocumentID<Self>) -> Link

  /// Behind which door it stands, and so who may see it and its history: that of its page, if nothing else is said.
  static var door: Door { get }

  /// What it says, line by line: a name and its value in words.
  var lines: [(name: String, value: String)] { get }

  /// Takes the last change back, and says so; what stands beside the document goes back with it.
  static func takeBack(_ id: DocumentID<Self>, on revision: Int, in writing: Writing) throws -> Flash
}

extension PageDocument {
  static func takeBack(_ id: DocumentID<Self>, on revision: Int, in writing: Writing) throws -> Flash {
    _ = try writing.undo(id, on: revision)
    return Flash(.good, "Taken back.", "The history keeps both.")
  }
}

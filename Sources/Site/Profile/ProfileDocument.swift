internal import SmartPick
internal import Workspaces

/// What an applicant told about herself: the text of a `PROFILE.json`, one to a workspace.
struct ProfileDocument: PageDocument, Equatable {
  static let collection = "profile"
  static let words = "your profile"
  static let id = DocumentID<ProfileDocument>(only: "profile")

  /// As `PROFILE.json` (unknown fields absent or null).
  var text: String

  static func page(_ id: DocumentID<ProfileDocument>) -> Link { .profile }

  /// What was understood of it.
  var profile: Profile { ProfileReader(bytes: Array(text.utf8), file: "profile").profile }

  var lines: [(name: String, value: String)] {
    text.split(separator: "\n").compactMap { line in
      let halves = line.split(separator: ":", maxSplits: 1)
      guard halves.count == 2 else { return nil }
      return (String(halves[0].filter { $0 != "\"" && $0 != " " }), String(halves[1]))
    }
  }
}

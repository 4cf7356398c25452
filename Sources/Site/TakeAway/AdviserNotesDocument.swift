internal import Foundation
internal import SmartPick
internal import Workspaces

/// What an adviser wrote about the list, through a link or in a file that came back; one for each way it came.
struct AdviserNotesDocument: PageDocument, Equatable {
  static let collection = "adviser-notes"
  static let words = "your adviser\u{2019}s notes"
  /// The notes that came back in files.
  static let inFiles = DocumentID<AdviserNotesDocument>(only: "files")

  /// What the adviser calls themselves; may be empty.
  var from = ""
  /// About the list as a whole.
  var overall = ""
  /// By program code.
  var programs: [String: String] = [:]
  /// Codes whose note the applicant has dealt with; `overall` for the note about the whole.
  var done: [String] = []

  static func page(_ id: DocumentID<AdviserNotesDocument>) -> Link { .list }

  /// The key under which ``done`` names the note about the whole.
  static let whole = "overall"

  /// Writes a note; one that says something new is not dealt with yet.
  mutating func write(_ text: String, about code: String) {
    let old = code == Self.whole ? overall : programs[code] ?? ""
    guard text != old else { return }
    if code == Self.whole { overall = text } else { programs[code] = text.isEmpty ? nil : text }
    done.removeAll { $0 == code }
  }

  var lines: [(name: String, value: String)] {
    [("From", from), ("About the whole", overall)] + programs.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
      + [("Dealt with", done.sorted().joined(separator: ", "))]
  }
}

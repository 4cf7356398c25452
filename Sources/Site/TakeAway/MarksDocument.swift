internal import SmartPick
internal import Workspaces

/// The applicant's own marks beside programs, which the odds do not read: notes and an order; one to a workspace.
struct MarksDocument: PageDocument, Equatable {
  static let collection = "marks"
  static let words = "your notes on programs"
  static let id = DocumentID<MarksDocument>(only: "marks")

  struct Mark: Codable, Sendable, Equatable {
    var note = ""
    /// The applicant's own place for it, from 1.
    var order: Int?

    var isEmpty: Bool { self == Mark() }
  }

  /// Characters of a note, at most.
  static let noteLimit = 2_000

  /// By program code; none is empty.
  var programs: [String: Mark] = [:]

  static func page(_ id: DocumentID<MarksDocument>) -> Link { .list }

  subscript(code: String) -> Mark {
    get { programs[code] ?? Mark() }
    set { programs[code] = newValue.isEmpty ? nil : newValue }
  }

  var lines: [(name: String, value: String)] {
    programs.sorted { $0.key < $1.key }.map { code, mark in
      let parts = [
        mark.order.map { "place \($0)" }, mark.note.isEmpty ? nil : mark.note,
      ]
      return (code, parts.compactMap(\.self).joined(separator: "; "))
    }
  }
}

internal import SmartPick
internal import Workspaces

/// A list with what its owner and advisers wrote beside it.
struct TakeAway {
  let list: ListResult
  let inputs: ListInputs
  let marks: Kept<MarksDocument>?
  let notes: [Kept<AdviserNotesDocument>]

  /// The sheet to take along.
  var sheet: ListSheet {
    ListSheet(list: list, profile: inputs.profile.value.profile, marks: marks?.value ?? MarksDocument(), notes: said)
  }

  /// By program code, what every adviser wrote.
  var said: [String: String] {
    var said: [String: [String]] = [:]
    for kept in notes {
      for (code, note) in kept.value.programs {
        said[code, default: []].append(
          notes.count > 1 && !kept.value.from.isEmpty ? "\(kept.value.from): \(note)" : note)
      }
    }
    return said.mapValues { $0.joined(separator: "\n") }
  }
}

extension PageContext {
  /// Answers with the list and what was written beside it.
  func withTakeAway(_ body: (TakeAway) async throws -> Answer) async throws -> Answer {
    try await withList { _, list, inputs in
      let marks = try await document(MarksDocument.id)
      let notes: [Kept<AdviserNotesDocument>] = try await documents()
      return try await body(TakeAway(list: list, inputs: inputs, marks: marks, notes: notes))
    }
  }
}

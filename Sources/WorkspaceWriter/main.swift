// Writes to a workspace as fast as it can and says what was confirmed, until it is killed: the other half of a test
// in `WorkspacesTests`. Not shipped.
//
//     WorkspaceWriter DIRECTORY TOKEN SEED

import Foundation
import Workspaces

struct Line: Document {
  static let collection = "line"
  var count: Int
  var text: String
  var searchableText: String? { text }
}

let arguments = CommandLine.arguments
guard arguments.count == 4, let token = Token(arguments[2]), let seed = UInt64(arguments[3]) else {
  FileHandle.standardError.write(Data("WorkspaceWriter DIRECTORY TOKEN SEED\n".utf8))
  exit(64)
}

// Every write an hour after the last, so that each is a revision of its own and stays in the history.
let start = Date().timeIntervalSince1970
let beginning = Date(timeIntervalSince1970: Double(seed) * 1e10)
let live = World.live(program: "workspace-writer")
let world = World(
  program: live.program, now: { beginning + (Date().timeIntervalSince1970 - start) * 3.6e9 }, random: live.random)

let shelf = try WorkspaceShelf(directory: URL(fileURLWithPath: arguments[1]), world: world)
let (workspace, seat) = try await shelf.enter(token)
for count in 1... {
  guard let id = DocumentID<Line>("line-\((Int(seed) + count) % 8)") else { break }
  // Long enough now and then to take several pages.
  let value = Line(count: count, text: String(repeating: "word\(count) ", count: count % 7 == 0 ? 900 : 9))
  let kept = try await workspace.write(by: seat) { writing in
    guard let old = try writing.reading.document(id) else { return try writing.create(value, as: id) }
    return try writing.write(value, to: id, on: old.revision)
  }
  FileHandle.standardOutput.write(Data("\(id) \(kept.revision) \(count)\n".utf8))
}

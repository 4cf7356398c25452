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
  var searchableText: String? { String(text.prefix(99)) }
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
  // Four documents in one transaction, at times more than the cache holds, so that the file is written in the middle of
  // it: a kill there must leave none of them.
  let text = String(repeating: "word\(count) ", count: count % 2 == 0 ? 15_000 : 30)
  let revisions = try await workspace.write(by: seat) { writing in
    try (0..<4).compactMap { DocumentID<Line>("line-\($0)") }.map { id in
      let value = Line(count: count, text: text)
      guard let old = try writing.reading.document(id) else { return try writing.create(value, as: id).revision }
      return try writing.write(value, to: id, on: old.revision).revision
    }
  }
  FileHandle.standardOutput.write(Data("\(revisions[0]) \(count)\n".utf8))
}

import Foundation
import GRDB

/// What is wrong with a file: nothing, if it has no problems.
public struct Inspection: Hashable, Sendable {
  /// The file's name.
  public let file: String
  /// Each problem in a sentence that names the place.
  public let problems: [String]
}

extension Inspection {
  /// Looks at everything in a workspace's file without changing it.
  ///
  /// O(n).
  static func problems(_ queue: DatabaseQueue, _ file: URL) -> [String] {
    do {
      try Workspace.recognize(queue, file)
      return try queue.read { try problems($0) }
    } catch WorkspaceError.damaged(_, let problems) {
      return problems
    } catch let error as DatabaseError {
      return [error.message ?? "\(error.resultCode)"]
    } catch {
      return ["\(error)"]
    }
  }

  private static func problems(_ database: Database) throws -> [String] {
    let pages = try String.fetchAll(database, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" }
    // What the pages no longer say cannot be asked for.
    guard pages.isEmpty else { return pages.flatMap { $0.split(separator: "\n").map(String.init) } }

    var problems = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").map { row -> String in
      let (table, parent): (String, String) = (row["table"], row["parent"])
      return "a row of \(table) refers to a \(parent) that is not there"
    }
    problems += try Row.fetchAll(
      database,
      sql: """
        SELECT d.collection, d.id, r.number FROM revision r JOIN document d ON d.key = r.document
        WHERE r.content IS NOT NULL AND NOT json_valid(r.content)
        ORDER BY d.collection, d.id, r.number
        """
    ).map { row in
      let (collection, id, number): (String, String, Int) = (row["collection"], row["id"], row["number"])
      return "\(collection) \(id), revision \(number), is not readable"
    }
    problems += try String.fetchAll(
      database,
      sql: """
        SELECT collection || ' ' || id FROM document WHERE NOT EXISTS
          (SELECT 1 FROM revision WHERE document = document.key AND number = document.revision)
        """
    ).map { "\($0) has lost its present state" }
    if try Int.fetchOne(database, sql: "PRAGMA user_version") == Schema.version {
      let strange = Set(try Schema.definition(database)).symmetricDifference(try Schema.current())
      problems += strange.map { $0.split(separator: "\n").first ?? "" }.sorted().map {
        "the \($0) is not as Housestaff makes it"
      }
    }
    return problems
  }
}

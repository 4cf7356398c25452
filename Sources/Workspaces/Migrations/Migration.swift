import GRDB

/// One step in the life of the file format: a sentence that says what it did, never edited after release.
struct Migration: Sendable {
  let sentence: String
  let sql: String
}

extension Migration {
  /// Every step, oldest first.
  ///
  /// The version of a file is how many of them it has been through.
  static let all: [Migration] = [.aWorkspaceKeepsDocumentsMembersAndNotes]
}

/// The shape of the file as a whole.
package enum Schema {
  /// Marks a file as a workspace ("HSTF"), in the place SQLite keeps for it (`PRAGMA application_id`).
  static let mark = 0x4853_5446

  /// The version of the files that this program writes (`PRAGMA user_version`).
  static var version: Int { Migration.all.count }

  /// Brings a file up to ``version``; each step is one transaction, so a crash leaves it at a step.
  static func migrate(_ queue: DatabaseQueue) throws {
    var migrator = DatabaseMigrator()
    for (index, migration) in Migration.all.enumerated() {
      migrator.registerMigration(migration.sentence) { database in
        try database.execute(sql: migration.sql)
        try database.execute(sql: "PRAGMA application_id = \(mark); PRAGMA user_version = \(index + 1)")
      }
    }
    try migrator.migrate(queue)
  }

  /// Everything the schema defines, in a stable order: the golden file of the tests, and what an imported file is held
  /// to (a stranger's trigger or view would run with our writes).
  ///
  /// The tables that the full-text search makes for itself are named only: their text changes with the version of
  /// SQLite.
  static func definition(_ database: Database) throws -> [String] {
    try String.fetchAll(
      database,
      sql: """
        SELECT type || ' ' || name || CASE WHEN type = 'table' AND name GLOB 'search_*' OR sql IS NULL THEN ''
          ELSE char(10) || sql END
        FROM sqlite_schema ORDER BY type, name
        """)
  }

  /// The definition of a file at the present version.
  package static func current() throws -> [String] {
    let queue = try DatabaseQueue()
    try migrate(queue)
    return try queue.read(definition)
  }
}

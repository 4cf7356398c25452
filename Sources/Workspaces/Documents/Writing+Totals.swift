import GRDB

extension Writing {
  /// Adds one to each of these totals, and leaves nothing else behind: neither who, nor when, nor in which order.
  ///
  /// The totals must stand already (record them as zeros): each keeps the author and the time that it was recorded with.
  /// - Throws: ``WorkspaceError/missing(collection:id:)`` if one does not stand; nothing is added then.
  public func addOne(to strata: [[String: String]], on date: String, in series: String) throws {
    try seat.require(.contribute)
    for strata in strata {
      try database.execute(
        sql: "UPDATE observation SET numerator = numerator + 1 WHERE series = ? AND date = ? AND strata = ?",
        arguments: [series, date, try JSON.text(strata)])
      guard database.changesCount == 1 else { throw WorkspaceError.missing(collection: "observation", id: series) }
    }
  }

  /// Remembers a mark among those of a series, so that what bears it happens once.
  ///
  /// Nothing else is kept of it: neither who, nor when; the marks of a series are one text, in the order of their letters,
  /// written anew each time. O(marks)
  /// - Returns: False if it was there already.
  public func markOnce(_ mark: String, in series: String) throws -> Bool {
    try seat.require(.contribute)
    let key = "once \(series)"
    let text = try String.fetchOne(database, sql: "SELECT value FROM setting WHERE key = ?", arguments: [key])
    var marks = Set((text ?? "").split(separator: " ").map(String.init))
    guard marks.insert(mark).inserted else { return false }
    try database.execute(
      sql: "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
      arguments: [key, marks.sorted().joined(separator: " ")])
    return true
  }

  /// Forgets the marks of a series.
  public func forgetMarks(in series: String) throws {
    try seat.require(.contribute)
    try database.execute(sql: "DELETE FROM setting WHERE key = ?", arguments: ["once \(series)"])
  }
}

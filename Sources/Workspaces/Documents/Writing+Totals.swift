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
}

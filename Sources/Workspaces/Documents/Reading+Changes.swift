public import Foundation  // Date
import GRDB

extension Reading {
  /// When the observations of each date of a series were last recorded; O(n) in them.
  public func changes(of series: String) throws -> [String: Date] {
    let rows = try Row.fetchAll(
      database, sql: "SELECT date, max(at) AS at FROM observation WHERE series = ? GROUP BY date", arguments: [series])
    return Dictionary(uniqueKeysWithValues: rows.map { ($0["date"], Date(milliseconds: $0["at"])) })
  }
}

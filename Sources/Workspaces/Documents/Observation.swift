import Foundation
import GRDB

/// One count of a measure: so many of so many, in one period, in one stratum.
public struct Observation: Hashable, Sendable {
  /// The period's first day, or the day: ISO 8601, so that sorting by text sorts by time.
  public let date: String
  /// The count, or the value if there is no denominator.
  public let numerator: Double
  /// Of how many; nil for a plain value.
  public let denominator: Double?
  /// Which part of those counted, as `["shift": "night"]`; empty for all.
  public let strata: [String: String]

  /// An observation.
  public init(date: String, numerator: Double, denominator: Double? = nil, strata: [String: String] = [:]) {
    self.date = date
    self.numerator = numerator
    self.denominator = denominator
    self.strata = strata
  }
}

extension Reading {
  /// The observations of a series (a measure's name), by date, then stratum.
  public func observations(of series: String) throws -> [Observation] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT date, numerator, denominator, strata FROM observation WHERE series = ? ORDER BY date, strata
        """, arguments: [series])
    return try rows.map { row in
      Observation(
        date: row["date"], numerator: row["numerator"], denominator: row["denominator"],
        strata: try JSONDecoder().decode([String: String].self, from: row["strata"]))
    }
  }
}

extension Writing {
  /// Records observations; one of the same date and stratum takes the place of the earlier one.
  public func record(_ observations: [Observation], in series: String) throws {
    try seat.require(.contribute)
    for observation in observations {
      try database.execute(
        sql: "INSERT OR REPLACE INTO observation VALUES (?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          series, observation.date, try JSON.text(observation.strata), observation.numerator, observation.denominator,
          seat.member.id.rawValue, now.milliseconds,
        ])
    }
  }

  /// Removes the observation of that date and stratum, if there is one.
  public func removeObservation(on date: String, strata: [String: String] = [:], from series: String) throws {
    try seat.require(.contribute)
    try database.execute(
      sql: "DELETE FROM observation WHERE series = ? AND date = ? AND strata = ?",
      arguments: [series, date, try JSON.text(strata)])
  }
}

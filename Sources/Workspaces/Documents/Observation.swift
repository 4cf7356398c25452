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
    try observations("series = ?", [series])
  }

  /// The observations of a series in exactly these strata, by date; empty strata are those of all together.
  public func observations(of series: String, among strata: [String: String]) throws -> [Observation] {
    try observations("series = ? AND strata = ?", [series, try JSON.text(strata)])
  }

  /// The observations of a series whose strata have this name, by date, then stratum.
  public func observations(of series: String, dividedBy name: String) throws -> [Observation] {
    let marked = try JSON.text(name) + ":"
    return try observations("series = ? AND instr(strata, ?) > 0", [series, marked]).filter { $0.strata[name] != nil }
  }

  private func observations(_ condition: String, _ arguments: [String]) throws -> [Observation] {
    let rows = try Row.fetchCursor(
      database,
      sql: "SELECT date, numerator, denominator, strata FROM observation WHERE \(condition) ORDER BY date, strata",
      arguments: StatementArguments(arguments))
    // A measure has few strata and many dates: each text is read once.
    var known: [String: [String: String]] = [:]
    var observations: [Observation] = []
    while let row = try rows.next() {
      let text: String = row[3]
      let strata = try known[text] ?? JSONDecoder().decode([String: String].self, from: Data(text.utf8))
      known[text] = strata
      observations.append(Observation(date: row[0], numerator: row[1], denominator: row[2], strata: strata))
    }
    return observations
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

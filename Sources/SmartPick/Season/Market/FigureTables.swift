/// The published quantities that the model reads; the raw value is the word in the data files.
public enum MarketQuantity: String, Sendable, Codable, CaseIterable, Hashable {
  case programs, positions
  /// Standard deviation of a program's quota.
  case quotaSD = "quota_sd"
  /// Positions left open by the algorithm, before SOAP.
  case unfilledPositions = "unfilled_positions"
  /// Applicants whose only or first choice is the specialty.
  case applicantsPreferring = "applicants_preferring"
  /// Positions of 2026 without preliminary ones, all tracks together.
  case positions2026 = "positions_2026"
  /// Percent of the matched.
  case matchedShare = "matched_share"
  /// Percent of active applicants.
  case matchRate = "match_rate"
  case activeApplicants = "active_applicants"
  /// Mean length of the rank order list.
  case rankListMatched = "rank_list_matched"
  case rankListUnmatched = "rank_list_unmatched"
  /// Mean number of applications of one person, all specialties together.
  case applications
  /// Percent of those who prefer the specialty.
  case preferredMatchRate = "preferred_match_rate"
  /// Percent of those who ranked the specialty at all.
  case rankedMatchRate = "ranked_match_rate"
  case step2Matched = "step2_matched"
  case step2MatchedSD = "step2_matched_sd"
  case step2Unmatched = "step2_unmatched"
  case step2UnmatchedSD = "step2_unmatched_sd"
  /// Log-odds of matching for each 10 points of Step 2 CK.
  case step2Slope = "step2_slope"
  /// Mean ranks in the preferred specialty before another specialty appears.
  case contiguousRanksMatched = "contiguous_ranks_matched"
  case contiguousRanksUnmatched = "contiguous_ranks_unmatched"
  /// Percent of those who matched in the specialty ranked first, by how many of its programs lead the list.
  case matchedByRanks = "matched_by_ranks"
}

/// Figures by quantity, specialty and a key (a track, an applicant type, or `all`), read from the shipped files.
package struct FigureTables: Sendable {
  /// The row for everybody.
  package static let everySpecialty = "All specialties"
  /// The column for everybody.
  package static let everyone = "all"

  private var cells: [MarketQuantity: [String: [String: [Figure]]]] = [:]

  /// Tables from files; the figures of one cell stand best first: trusted before low trust, then newest first.
  package init(files: [DataFile]) throws(DataFileError) {
    for file in files {
      let written = try file.decoded(as: FigureFile.self)
      for (index, table) in written.tables.enumerated() {
        guard let source = written.sources[table.source] else {
          throw .invalid(
            file: file.name, key: "tables[\(index)].source", problem: "no source is called \"\(table.source)\"")
        }
        for (specialty, row) in table.values {
          for (key, number) in row {
            let figure = Figure(
              value: number.value, low: number.low, high: number.high, year: table.year, source: source,
              trust: table.trust, note: table.note)
            cells[table.quantity, default: [:]][specialty, default: [:]][key, default: []].append(figure)
          }
        }
      }
    }
    for quantity in cells.keys {
      for specialty in cells[quantity, default: [:]].keys {
        for key in cells[quantity, default: [:]][specialty, default: [:]].keys {
          cells[quantity]?[specialty]?[key]?.sort { lhs, rhs in
            let order = (lhs.trust == .low ? 1 : 0, -lhs.year) < (rhs.trust == .low ? 1 : 0, -rhs.year)
            return order
          }
        }
      }
    }
  }

  /// All figures of a cell, best first.
  package func all(_ quantity: MarketQuantity, _ specialty: String, _ key: String) -> [Figure] {
    cells[quantity]?[specialty]?[key] ?? []
  }

  package func keys(_ quantity: MarketQuantity, _ specialty: String) -> [String] {
    (cells[quantity]?[specialty]?.keys).map { $0.sorted() } ?? []
  }

  package func specialties(_ quantity: MarketQuantity) -> [String] {
    (cells[quantity]?.keys).map { $0.sorted() } ?? []
  }
}

/// A file of figures as written.
private struct FigureFile: Decodable {
  let sources: [String: String]
  let tables: [Table]

  struct Table: Decodable {
    let quantity: MarketQuantity
    let unit: String
    let year: Int
    let source: String
    let trust: Figure.Trust
    let note: String?
    let values: [String: [String: Number]]
  }

  /// A number, or `[value, low, high]`.
  struct Number: Decodable {
    let value: Double
    let low: Double?
    let high: Double?

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Double.self) {
        (value, low, high) = (number, nil, nil)
        return
      }
      let three = try container.decode([Double].self)
      guard three.count == 3, three[1] <= three[0], three[0] <= three[2] else {
        throw DecodingError.dataCorruptedError(
          in: container, debugDescription: "expected a number or [value, low, high] with low <= value <= high")
      }
      (value, low, high) = (three[0], three[1], three[2])
    }
  }
}

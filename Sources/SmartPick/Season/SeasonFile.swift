/// A season's parameter file as written: JSON with a table of sources that the rows name by a short word.
struct SeasonFile: Decodable, Sendable {
  let season: Int
  let name: String
  let complete: Bool
  let carriesFrom: Int?
  let sources: [String: String]
  let services: [Service]
  let serviceOf: [ServiceOf]
  let signals: [Signals]
  let sharedSignals: [[String]]
  let largeSignal: [Judgment]
  let dates: [Day]
  let charges: [Amount]
  let calendars: [Calendar]

  struct Service: Decodable, Sendable {
    let id: ApplicationService
    let tiers: [Tier]
    let year: Int
    let source: String
    let trust: Figure.Trust
    let note: String?
  }

  struct Tier: Decodable, Sendable {
    let upTo: Int?
    let flat: Double?
    let each: Double?
  }

  struct ServiceOf: Decodable, Sendable {
    let specialty: String
    let service: ApplicationService
    let year: Int
    let source: String
    let trust: Figure.Trust
    let note: String?
  }

  struct Signals: Decodable, Sendable {
    let year: Int
    let source: String
    let trust: Figure.Trust
    let note: String?
    let values: [String: Count]
  }

  /// One number for signals of one kind, or `[gold, silver]`.
  struct Count: Decodable, Sendable {
    let gold: Int
    let silver: Int
    let total: Int

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let total = try? container.decode(Int.self) {
        (gold, silver, self.total) = (0, 0, total)
        return
      }
      let pair = try container.decode([Int].self)
      guard pair.count == 2 else {
        throw DecodingError.dataCorruptedError(in: container, debugDescription: "expected a number or [gold, silver]")
      }
      (gold, silver, total) = (pair[0], pair[1], pair[0] + pair[1])
    }
  }

  struct Judgment: Decodable, Sendable {
    let specialty: String
    let year: Int
    let source: String
    let trust: Figure.Trust
    let note: String?
  }

  struct Day: Decodable, Sendable {
    let id: String
    let name: String
    let of: String
    let date: String
    let time: String?
    let source: String
    let trust: Figure.Trust
  }

  struct Amount: Decodable, Sendable {
    let id: Season.Charge
    let value: Double
    let low: Double?
    let high: Double?
    let year: Int
    let source: String
    let trust: Figure.Trust
    let note: String?
    let carriedFrom: Int?
  }

  struct Calendar: Decodable, Sendable {
    let specialty: String
    let handling: CalendarNote.Handling
    let sentence: String
  }
}

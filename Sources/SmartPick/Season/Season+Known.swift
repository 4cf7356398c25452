/// What can go wrong when a season is asked for.
public enum SeasonError: Error, Equatable, CustomStringConvertible {
  case unknown(year: Int, known: [Int])

  public var description: String {
    switch self {
    case .unknown(let year, let known):
      "There are no figures for the season \(year). Known: \(known.map(String.init).joined(separator: ", ")). "
        + "Choose one of these."
    }
  }
}

extension Season {
  /// The seasons whose figures are shipped, oldest first.
  public static let all: [Season] = {
    do throws(DataFileError) {
      return try seasons(from: [
        DataFile(name: "season-2026.json", bytes: PackageResources.season_2026_json),
        DataFile(name: "season-2027.json", bytes: PackageResources.season_2027_json),
      ])
    } catch {
      preconditionFailure(error.description)
    }
  }()

  /// The newest season, some of whose figures may be carried from the one before.
  public static var latest: Season { all[all.count - 1] }

  /// The season that ends with the Match of March `year`.
  public init(year: Int) throws(SeasonError) {
    guard let season = Self.all.first(where: { $0.year == year }) else {
      throw .unknown(year: year, known: Self.all.map(\.year))
    }
    self = season
  }

  /// Seasons from their files, each carrying what it lacks from the season before it in the list.
  package static func seasons(from files: [DataFile]) throws(DataFileError) -> [Season] {
    var seasons: [Season] = []
    for file in files {
      let written = try file.decoded(as: SeasonFile.self)
      var older: Season?
      if let from = written.carriesFrom {
        guard let found = seasons.first(where: { $0.year == from }) else {
          throw .invalid(file: file.name, key: "carriesFrom", problem: "no earlier file holds the season \(from)")
        }
        older = found
      }
      seasons.append(try Season(written, from: file.name, carrying: older))
    }
    return seasons
  }

  private init(_ written: SeasonFile, from file: String, carrying older: Season?) throws(DataFileError) {
    func source(_ word: String, _ key: String) throws(DataFileError) -> String {
      guard let text = written.sources[word] else {
        throw .invalid(file: file, key: key, problem: "no source is called \"\(word)\"")
      }
      return text
    }
    let season = written.season
    // A figure of an older season inside a newer season's file is carried, whether or not the file says so.
    func carried(_ year: Int) -> Int? { year < season ? year : nil }

    var schedules = (older?.schedules ?? [:]).mapValues { $0.carried(from: $0.carriedFrom ?? older?.year) }
    for (index, row) in written.services.enumerated() {
      let key = "services[\(index)]"
      var tiers: [FeeSchedule.Tier] = []
      for tier in row.tiers {
        switch (tier.flat, tier.each) {
        case (let dollars?, nil): tiers.append(.init(upTo: tier.upTo, price: .flat(dollars)))
        case (nil, let dollars?): tiers.append(.init(upTo: tier.upTo, price: .each(dollars)))
        default: throw .invalid(file: file, key: key + ".tiers", problem: "a tier needs either \"flat\" or \"each\"")
        }
      }
      let ends = tiers.map { $0.upTo ?? Int.max }
      guard ends.last == Int.max, zip(ends, ends.dropFirst()).allSatisfy({ $0 < $1 }) else {
        throw .invalid(file: file, key: key + ".tiers", problem: "tiers must rise and the last must have no end")
      }
      schedules[row.id] = FeeSchedule(
        tiers: tiers, year: row.year, source: try source(row.source, key), trust: row.trust, note: row.note,
        carriedFrom: carried(row.year))
    }

    var services = (older?.services ?? [:]).mapValues {
      ServiceChoice(service: $0.service, figure: $0.figure.carried(from: older?.year))
    }
    for (index, row) in written.serviceOf.enumerated() {
      let figure = Figure(
        value: 1, year: row.year, source: try source(row.source, "serviceOf[\(index)]"), trust: row.trust,
        note: row.note, carriedFrom: carried(row.year))
      services[row.specialty] = ServiceChoice(service: row.service, figure: figure)
    }

    var allowances = (older?.allowances ?? [:]).mapValues { $0.carried(from: older?.year) }
    for (index, table) in written.signals.enumerated() {
      let text = try source(table.source, "signals[\(index)]")
      for (specialty, count) in table.values {
        allowances[specialty] = SignalAllowance(
          gold: count.gold, silver: count.silver, total: count.total, year: table.year, source: text,
          trust: table.trust, note: table.note, carriedFrom: carried(table.year))
      }
    }

    var large = (older?.large ?? [:]).mapValues { $0.carried(from: older?.year) }
    for (index, row) in written.largeSignal.enumerated() {
      large[row.specialty] = Figure(
        value: 1, year: row.year, source: try source(row.source, "largeSignal[\(index)]"), trust: row.trust,
        note: row.note)
    }

    var charges = (older?.charges ?? [:]).mapValues { $0.carried(from: older?.year) }
    for (index, row) in written.charges.enumerated() {
      charges[row.id] = Figure(
        value: row.value, low: row.low, high: row.high, year: row.year,
        source: try source(row.source, "charges[\(index)]"), trust: row.trust, note: row.note,
        carriedFrom: row.carriedFrom ?? carried(row.year))
    }
    for charge in Charge.allCases where charges[charge] == nil {
      throw .invalid(file: file, key: "charges", problem: "\"\(charge.rawValue)\" is missing")
    }

    var dates: [KeyDate] = []
    for (index, row) in written.dates.enumerated() {
      dates.append(
        KeyDate(
          id: row.id, name: row.name, body: row.of, date: row.date, time: row.time,
          source: try source(row.source, "dates[\(index)]"), trust: row.trust))
    }

    var notes = older?.notes ?? [:]
    for row in written.calendars {
      notes[row.specialty] = CalendarNote(specialty: row.specialty, handling: row.handling, sentence: row.sentence)
    }

    self.init(
      year: season, name: written.name, isComplete: written.complete,
      dates: dates.sorted { ($0.date, $0.id) < ($1.date, $1.id) }, schedules: schedules, services: services,
      allowances: allowances,
      sharedSignals: written.sharedSignals.isEmpty ? older?.sharedSignals ?? [] : written.sharedSignals,
      large: large, charges: charges, notes: notes)
  }
}

extension Figure {
  /// The same figure, marked as carried from a season; a mark that is already there stays.
  func carried(from season: Int?) -> Figure {
    var copy = self
    copy.carriedFrom = carriedFrom ?? season
    return copy
  }
}

extension FeeSchedule {
  func carried(from season: Int?) -> FeeSchedule {
    var copy = self
    copy.carriedFrom = carriedFrom ?? season
    return copy
  }
}

extension SignalAllowance {
  func carried(from season: Int?) -> SignalAllowance {
    var copy = self
    copy.carriedFrom = carriedFrom ?? season
    return copy
  }
}

import ProcessControl

/// What was read of one period: by running number, the answers of the first reader and of the second.
///
/// No record number is in it; which chart a number stands for is known to the list that stays with its readers.
public struct ReviewSheet: Hashable, Sendable {
  public let draw: ReviewDraw
  /// The first readings, by running number.
  public private(set) var first: [Int: ReviewReading]
  /// The second readings.
  public private(set) var second: [Int: ReviewReading]

  /// The period's draw with what its readers kept, each on pages of their own; where two readers have one chart at one
  /// turn, the earlier of `pages` stands.
  public init(_ draw: ReviewDraw, pages: [ReviewPages] = []) {
    self.draw = draw
    first = [:]
    second = [:]
    for page in pages {
      first.merge(page.first) { kept, _ in kept }
      second.merge(page.second) { kept, _ in kept }
    }
  }

  /// The readings of a turn.
  public func readings(_ turn: ReviewTurn) -> [Int: ReviewReading] { turn == .first ? first : second }

  /// The next chart to read after this one, from the beginning again at the end; nil when all are read.
  public func next(after number: Int = 0, turn: ReviewTurn) -> Int? {
    let open = draw.numbers(turn).filter { readings(turn)[$0] == nil }
    return open.first { $0 > number } ?? open.first
  }

  /// What the first readings count for the measure: of all charts together, and by reason.
  ///
  /// The second reading says how far the first can be relied on; it is not counted.
  public var counts: [PeriodCount] {
    var (counted, total) = (0.0, 0.0)
    var reasons: [String: Double] = [:]
    for reading in first.values {
      let verdict = draw.review.verdict(reading.answers)
      guard verdict != .leftOut else { continue }
      total += 1
      if verdict == .counted { counted += 1 }
      if draw.review.asksWhy(reading.answers) { reasons[reading.reason ?? StratumName.notRecorded, default: 0] += 1 }
    }
    guard total > 0 else { return [] }
    return [PeriodCount(draw.start, counted, of: total)]
      + reasons.sorted { $0.key < $1.key }.map {
        PeriodCount(draw.start, $0.value, strata: [PeriodCount.reason: $0.key])
      }
  }
}

extension [ReviewSheet] {
  /// How often each answer was given to an item at the first reading.
  public func answers(to item: String) -> [ChartReview.Answer: Int] {
    reduce(into: [:]) { counts, sheet in
      for (place, words) in sheet.draw.review.items.enumerated() where words == item {
        for reading in sheet.first.values where place < reading.answers.count {
          counts[reading.answers[place], default: 0] += 1
        }
      }
    }
  }

  /// How far two readers agree on what each chart is for the measure.
  public var agreement: Agreement {
    Agreement(
      of: pairs.map { sheet, one, two in
        (sheet.draw.review.verdict(one.answers), sheet.draw.review.verdict(two.answers))
      })
  }

  /// How far two readers agree on an item.
  public func agreement(on item: String) -> Agreement {
    var answers: [(ChartReview.Answer, ChartReview.Answer)] = []
    for (sheet, one, two) in pairs {
      guard let place = sheet.draw.review.items.firstIndex(of: item), place < one.answers.count,
        place < two.answers.count
      else { continue }
      answers.append((one.answers[place], two.answers[place]))
    }
    return Agreement(of: answers)
  }

  /// How many of the second readings were by the one who had read the chart first.
  public var readTwiceByOne: Int { pairs.count { !$0.1.reader.isEmpty && $0.1.reader == $0.2.reader } }

  private var pairs: [(ReviewSheet, ReviewReading, ReviewReading)] {
    flatMap { sheet in
      sheet.second.sorted { $0.key < $1.key }.compactMap { number, two in sheet.first[number].map { (sheet, $0, two) } }
    }
  }
}

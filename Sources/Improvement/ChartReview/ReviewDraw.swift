public import ProcessControl

/// One reading of one chart.
public struct ReviewReading: Codable, Hashable, Sendable {
  /// One for each item of the review.
  public var answers: [ChartReview.Answer]
  /// One of the review's reasons; nil where none was asked, or none was found.
  public var reason: String?
  /// The member who read it, so that a second reading by the same person can be told.
  public var reader: String

  public init(_ answers: [ChartReview.Answer], reason: String? = nil, reader: String = "") {
    self.answers = answers
    self.reason = reason
    self.reader = reader
  }
}

/// Which reading of a chart.
public enum ReviewTurn: String, Codable, Sendable, CaseIterable {
  case first
  case second
}

/// The charts of one period that are to be read, as drawn when the period was begun.
public struct ReviewDraw: Codable, Hashable, Sendable {
  /// Why a number is refused.
  public enum Refusal: Error, Hashable, Sendable {
    case notANumber
    /// Beyond the list, and perhaps a record number.
    case beyondTheList(Int)
    case notDrawn

    /// What happened and what to do; never what was typed, which may be a record number.
    public var words: String {
      switch self {
      case .notANumber: "Type the chart\u{2019}s place in your list, as 17."
      case .beyondTheList(let listed):
        "This period\u{2019}s list ends at \(listed). A number beyond it may be a record number, and those are never "
          + "kept here: type the chart\u{2019}s place in your list."
      case .notDrawn:
        "That chart was not drawn. Reading others than those drawn would let the share follow who chose them."
      }
    }
  }

  /// The review as it was when the period was begun: later changes are for later periods.
  public let review: ChartReview
  /// The first day of the period.
  public let start: Day
  /// How many charts the period's list has.
  public let listed: Int
  /// The charts to read, by running number, in order.
  public let numbers: [Int]
  /// Those that a second person reads too.
  public let secondNumbers: [Int]

  /// Draws the charts of a period.
  public init(_ review: ChartReview, period: Period, start: Day, listed: Int) {
    self.review = review
    self.start = start
    self.listed = listed
    let index = period.index(of: start)
    numbers = review.plan.numbers(of: listed, index: index)
    secondNumbers = review.plan.secondReading(of: numbers, index: index)
  }

  /// The charts to read at a turn.
  public func numbers(_ turn: ReviewTurn) -> [Int] { turn == .first ? numbers : secondNumbers }

  /// The running number that a text names, if it is one to read at this turn.
  public func number(_ text: some StringProtocol, turn: ReviewTurn = .first) throws(Refusal) -> Int {
    guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }) else { throw .notANumber }
    guard text.utf8.count <= 9, let number = Int(text), number <= listed else { throw .beyondTheList(listed) }
    guard numbers(turn).contains(number) else { throw .notDrawn }
    return number
  }
}

/// What one reader kept of a period, so that nobody writes over another's reading.
public struct ReviewPages: Codable, Hashable, Sendable {
  public let measure: MeasureID
  /// The first day of the period.
  public let start: Day
  public private(set) var first: [Int: ReviewReading] = [:]
  public private(set) var second: [Int: ReviewReading] = [:]

  public init(of measure: MeasureID, start: Day) {
    self.measure = measure
    self.start = start
  }

  /// Keeps a reading, in place of the reader's earlier one of the same turn.
  public mutating func take(_ reading: ReviewReading, of number: Int, turn: ReviewTurn) {
    switch turn {
    case .first: first[number] = reading
    case .second: second[number] = reading
    }
  }
}

public import ProcessControl

/// What a team has said about a measure's chart: where the baseline ends, where a phase begins and why, which points are
/// left out and why, notes, and the target.
public struct MeasureMarks: Codable, Hashable, Sendable {
  /// Something pinned to a day.
  public struct Mark: Codable, Hashable, Sendable {
    /// What it does to the chart.
    public enum Kind: String, Codable, Sendable, CaseIterable {
      /// A phase begins, with its own center line; the words are the reason.
      case phase
      /// The period's point is shown but decides nothing; the words are the reason.
      case exclusion
      /// Words on the chart; nothing is computed anew.
      case note
    }

    public var kind: Kind
    /// Any day of the period.
    public var day: Day
    public var words: String

    public init(_ kind: Kind, on day: Day, _ words: String) {
      self.kind = kind
      self.day = day
      self.words = words
    }
  }

  /// In the order of their days.
  public var marks: [Mark]
  /// The last day of the baseline: center line and limits come from the points up to it.
  public var baselineEnd: Day?
  /// The goal, as a number of the chart: 0.2 for 20%, and on the scale shown for rates.
  public var target: Double?

  public init(marks: [Mark] = [], baselineEnd: Day? = nil, target: Double? = nil) {
    self.marks = marks
    self.baselineEnd = baselineEnd
    self.target = target
  }

  /// The marks as the charts of a project use them: the baseline and the target of the aim stand before those of the
  /// chart, on the measure that the aim is about.
  ///
  /// One measure has one chart wherever it is shown, so that it has one verdict.
  public func serving(_ aim: Aim?, of measure: MeasureID) -> MeasureMarks {
    guard let aim, aim.measure == measure else { return self }
    var marks = self
    marks.baselineEnd = aim.baselineThrough ?? baselineEnd
    marks.target = aim.target ?? target
    return marks
  }

  /// The marks of one kind.
  public func marks(_ kind: Mark.Kind) -> [Mark] { marks.filter { $0.kind == kind } }

  /// Adds a mark in the order of the days; O(n).
  public mutating func add(_ mark: Mark) {
    marks.insert(mark, at: marks.firstIndex { $0.day > mark.day } ?? marks.count)
  }
}

/// A run or control chart: values in order, their center line and limits, and what stands out.
///
/// The picture knows nothing of rules or formulas: whoever made the chart says where the lines are, which points are
/// signals, and in what words.
public struct ControlChartPicture: Picture, Equatable {
  /// What stands below a point.
  public enum Label: Sendable, Equatable {
    /// The day a period begins, or the day itself.
    case day(Day)
    /// Anything else that comes in order.
    case text(String)

    /// The label in full: "June 3, 2026".
    public var text: String {
      switch self {
      case .day(let day): day.longText
      case .text(let text): text
      }
    }
  }

  /// Why a point stands out, and whether that is welcome.
  public struct Signal: Sendable, Equatable {
    /// The rule decides the shape of the mark.
    public enum Rule: Sendable, Equatable, CaseIterable {
      /// Outside the control limits: a diamond.
      case beyondLimits
      /// Part of a run too long for chance: a square.
      case run
    }

    /// The side decides its color and whether it is filled.
    public enum Side: Sendable, Equatable, CaseIterable {
      case better, worse, neutral
    }

    public let rule: Rule
    public let side: Side

    public init(_ rule: Rule, _ side: Side) {
      self.rule = rule
      self.side = side
    }
  }

  /// One period.
  public struct Point: Sendable, Equatable {
    public var label: Label
    /// The value, or `nil` where there is none: a gap.
    public var value: Double?
    /// What it was counted from: "38 of 181"; empty for nothing.
    public var basis: String
    public var center: Double?
    public var lower: Double?
    public var upper: Double?
    /// Left out of the calculation, with a reason the page gives.
    public var isExcluded: Bool
    public var signal: Signal?

    /// A point; what is not a finite number becomes a gap.
    public init(
      _ label: Label, value: Double?, basis: String = "", center: Double? = nil, lower: Double? = nil,
      upper: Double? = nil, isExcluded: Bool = false, signal: Signal? = nil
    ) {
      func finite(_ number: Double?) -> Double? { number.flatMap { $0.isFinite ? $0 : nil } }
      self.label = label
      self.value = finite(value)
      self.basis = basis
      self.center = finite(center)
      self.lower = finite(lower)
      self.upper = finite(upper)
      self.isExcluded = isExcluded
      self.signal = signal
    }
  }

  /// A stretch of points with lines of its own.
  public struct Phase: Sendable, Equatable {
    /// The index of its first point.
    public let start: Int
    public let name: String

    public init(start: Int, name: String) {
      self.start = start
      self.name = name
    }
  }

  /// A note pinned to a place on the axis, such as the start of a PDSA cycle.
  public struct Annotation: Sendable, Equatable {
    /// Where a note is pinned.
    public enum Pin: Sendable, Equatable {
      /// Between the point of this index and the one before it.
      case before(Int)
      /// On a day, between the periods around it; for charts whose labels are days.
      case day(Day)
    }

    public let pin: Pin
    public let text: String

    public init(_ pin: Pin, _ text: String) {
      self.pin = pin
      self.text = text
    }
  }

  /// Which way is better.
  public enum Direction: Sendable, Equatable {
    case up, down
  }

  public let heading: String
  public let summary: String
  /// What the values are: "Discharges later than 4 hours".
  public let valueName: String
  public let format: ValueFormat
  public let points: [Point]
  /// What the center line is: "Median", "Mean".
  public var centerName = "Center"
  /// What the limits are: "Control limits".
  public var limitName = "Control limits"
  /// From this point on the lines are carried forward from the points before; `nil` when they never are.
  public var frozenFrom: Int?
  public var phases: [Phase] = []
  public var annotations: [Annotation] = []
  public var target: Double?
  public var better: Direction?

  public init(_ heading: String, summary: String, valueName: String, format: ValueFormat, points: [Point]) {
    self.heading = heading
    self.summary = summary
    self.valueName = valueName
    self.format = format
    self.points = points
  }

  public var table: DataTable {
    let hasLimits = points.contains { $0.lower != nil || $0.upper != nil }
    let hasBasis = points.contains { !$0.basis.isEmpty }
    let columns: [DataTable.Column?] = [
      .init("Period", isNumeric: false), .init(valueName), hasBasis ? .init("Counted") : nil, .init(centerName),
      hasLimits ? .init("Lower limit") : nil, hasLimits ? .init("Upper limit") : nil,
      .init("Note", isNumeric: false),
    ]
    let rows = points.map { point in
      let cells: [String?] = [
        point.label.text, cell(point.value), hasBasis ? point.basis : nil, cell(point.center),
        hasLimits ? cell(point.lower) : nil, hasLimits ? cell(point.upper) : nil, note(point),
      ]
      return cells.compactMap(\.self)
    }
    return DataTable(heading, columns: columns.compactMap(\.self), rows: rows)
  }

  /// What is said of a point that stands out; empty for one that does not.
  func note(_ point: Point) -> String {
    if point.isExcluded { return "left out" }
    return point.signal.map(Self.words) ?? ""
  }

  static func words(_ signal: Signal) -> String {
    let rule = signal.rule == .run ? "long run" : "beyond a limit"
    return switch signal.side {
    case .better: rule + ", better"
    case .worse: rule + ", worse"
    case .neutral: rule
    }
  }

  private func cell(_ value: Double?) -> String { value.map(format.text) ?? "" }

  public func drawing(_ size: PictureSize) -> Drawing { ControlChartDrawing(self, size).drawing }
}

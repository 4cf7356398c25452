public import ArgumentParser
public import Pictures
public import ProcessControl
import Tables

extension ChartKind: ExpressibleByArgument {}
extension Period: ExpressibleByArgument {}
extension Direction: ExpressibleByArgument {}
extension RuleSet: ExpressibleByArgument {}
extension PictureSize: ExpressibleByArgument {}

/// A date, a date and time or a number, as typed on the command line.
struct PlaceOption: ExpressibleByArgument, Hashable {
  let text: String
  let place: Place

  init?(argument: String) {
    guard let place = ChartDate.place(argument) else { return nil }
    text = argument
    self.place = place
  }
}

/// `COL=VALUE`: rows with another value in this column are left out.
struct RowFilter: ExpressibleByArgument, Hashable {
  let column: String
  let value: String

  init?(argument: String) {
    guard let sign = argument.firstIndex(of: "="), sign != argument.startIndex else { return nil }
    column = String(argument[..<sign])
    value = String(argument[argument.index(after: sign)...])
  }
}

/// `DATE=TEXT`: a note pinned to the axis of the picture.
struct NoteOption: ExpressibleByArgument, Hashable {
  let place: PlaceOption
  let text: String

  init?(argument: String) {
    guard let sign = argument.firstIndex(of: "="), let place = PlaceOption(argument: String(argument[..<sign])) else {
      return nil
    }
    text = String(argument[argument.index(after: sign)...])
    guard !text.isEmpty else { return nil }
    self.place = place
  }
}

/// `on` or `off`.
enum Switch: String, CaseIterable, ExpressibleByArgument {
  case on, off
}

/// Which columns are read, and what is done with their rows.
struct ChartColumnOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The axis: a date, a date and time, or a number that orders the points.", valueName: "col"))
  var date: String?

  @Option(help: ArgumentHelp("A measured value.", valueName: "col"))
  var value: String?

  @Option(help: ArgumentHelp("What was counted.", valueName: "col"))
  var numerator: String?

  @Option(help: ArgumentHelp("What it was counted from.", valueName: "col"))
  var denominator: String?

  @Option(help: "Rows are events, added up while they are read: day, week (from Monday), month, quarter or year.")
  var by: Period?

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(
      "Only rows with this value; repeatable: values of one column are alternatives.", valueName: "col=value"))
  var filters: [RowFilter] = []

  @Option(help: ArgumentHelp("A chart for each value of this column; repeatable.", valueName: "col"))
  var facet: [String] = []

  @Option(help: ArgumentHelp("Leave a column out, as identifiers must be; repeatable.", valueName: "col"))
  var drop: [String] = []

  func validate() throws {
    if value != nil, numerator != nil || denominator != nil {
      throw ValidationError("--value and --numerator exclude each other. Give a measured value, or counts.")
    }
    if denominator != nil, numerator == nil {
      throw ValidationError("--denominator needs --numerator COL: what was counted from it.")
    }
    let named = [date, value, numerator, denominator].compactMap(\.self) + facet
    for column in drop where named.contains(where: { ColumnName.key($0) == ColumnName.key(column) }) {
      throw ValidationError("--drop \(column) leaves out a column that the chart needs. Name another one.")
    }
  }
}

/// How the chart is computed.
struct ChartRequestOptions: ParsableArguments {
  @Option(help: "The chart (default: chosen from the measure, and said).")
  var chart: ChartKind?

  @Option(help: "Leave outlying moving ranges out of the mean range: on or off.")
  var screen = Switch.on

  @Option(
    help: ArgumentHelp(
      "Center line and limits come from the points up to here; repeatable with --split.", valueName: "date"))
  var freeze: [PlaceOption] = []

  @Option(help: ArgumentHelp("A new phase begins here; repeatable.", valueName: "date"))
  var split: [PlaceOption] = []

  @Option(help: ArgumentHelp("Show this point, but leave it out of the calculation; repeatable.", valueName: "date"))
  var exclude: [PlaceOption] = []

  @Option(help: "The goal, on the scale drawn (0.2 for 20%).")
  var target: Double?

  @Option(help: "Which way is better: up or down.")
  var better: Direction?

  @Option(help: "The signals looked for: anhoej, three-sigma or mdc (NHS Making Data Count).")
  var rules = RuleSet.anhoej

  func validate() throws {
    if let target, !target.isFinite { throw ValidationError("--target is \(target); expected a number.") }
  }

  /// What is asked of a chart whose places are days of a period, or are as they stand in the file.
  func request(by period: Period?) -> ChartRequest {
    func placed(_ option: PlaceOption) -> Place {
      guard let period, case .time(let day, _) = option.place else { return option.place }
      return .day(period.start(of: day))
    }
    var request = ChartRequest(chart)
    request.screensMovingRanges = screen == .on
    request.freezes = freeze.map(placed)
    request.splits = split.map { Split(at: placed($0)) }
    request.exclusions = Set(exclude.map(placed))
    request.target = target
    request.better = better
    request.rules = rules
    return request
  }
}

import ArgumentParser
import Foundation
import Pictures
import ProcessControl
import Tables

/// `housestaff chart`: run and Shewhart charts.
struct ChartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chart", abstract: "A run or control chart of a table, with what it says in words.",
    discussion: """
      One row is one point, or with --by one event that is added up while it is read. Columns are guessed by their \
      names and the guess is said; so are chart and reason. A column that may identify patients stops the import: go on \
      without it with --drop. Only counts for each period are printed.
      """)

  @Argument(help: "A CSV or XLSX file; - is standard input.")
  var data: String

  @OptionGroup(title: "Columns and rows") var columns: ChartColumnOptions
  @OptionGroup(title: "Chart") var chart: ChartRequestOptions

  @Option(help: ArgumentHelp("A note on the picture; repeatable.", valueName: "date=text"))
  var note: [NoteOption] = []

  @Option(help: ArgumentHelp("Draw the chart; facets become panels on one scale.", valueName: "file"))
  var svg: String?

  @Option(help: "Where the picture will be looked at: narrow (a phone), wide (a page) or slide.")
  var size = PictureSize.wide

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if columns.by != nil, chart.chart == .t || chart.chart == .g {
      throw ValidationError(
        "--by adds rows up, but each point of a \(chart.chart?.title ?? "chart") is one event. Leave out one of them.")
    }
    if !note.isEmpty, svg == nil { throw ValidationError("--note stands on the picture: give --svg FILE too.") }
  }

  func run() throws {
    try reporting {
      let input = try ChartInput(data, columns, chart: chart.chart)
      let charts = try FacetCharts(input, chart.request(by: columns.by), file: name)
      for line in input.notes { Console.note(line) }
      if let svg { try draw(charts, input, to: svg) }
      let text = ChartText(charts)
      switch output.chosen {
      case .json: try Console.out(json: ChartDocument(charts))
      case .csv: Console.out(csv: text.rows)
      case .table: Console.out(text.text)
      }
      if output.chosen != .table { for line in text.said { Console.note(line) } }
    }
  }

  private var name: String { data == "-" ? "standard input" : (data as NSString).lastPathComponent }

  private func draw(_ charts: FacetCharts, _ input: ChartInput, to path: String) throws {
    let drawing = ChartDrawing(charts: charts, columns: input.columns, notes: note, by: columns.by)
    let file = Array((drawing.text(size) + "\n").utf8)
    do {
      try Data(file).write(to: URL(fileURLWithPath: path))
    } catch {
      throw InputFailure(
        "\(path) cannot be written. Name another file with --svg, in a folder that exists and is yours.")
    }
    Console.note("Drawn: \(path)")
  }
}

/// The chart of each facet.
struct FacetCharts {
  /// One chart with the facet's values.
  struct Item {
    let labels: [String]
    let chart: ControlChart

    /// The facet in words; empty without one.
    var name: String { labels.map { $0.isEmpty ? "not recorded" : $0 }.joined(separator: ", ") }
  }

  /// The names of the facets' columns.
  let columns: [String]
  let items: [Item]

  /// - Throws: ``InputFailure`` with what is wrong in each facet.
  init(_ input: ChartInput, _ request: ChartRequest, file: String) throws {
    columns = input.columns.facets.map(\.header)
    var items: [Item] = []
    var lines: [String] = []
    let isFaceted = !columns.isEmpty
    if isFaceted { lines = Self.strays(request, input.facets).map { "\(file): \($0.description)" } }
    for facet in input.facets {
      do throws(ChartError) {
        let fitted = isFaceted ? request.fitted(to: facet.series) : request
        items.append(Item(labels: facet.labels, chart: try ControlChart(of: facet.series, fitted)))
      } catch {
        let labels = facet.labels.isEmpty ? "" : ", \(facet.labels.joined(separator: ", "))"
        lines.append("\(file)\(labels): \(error.description)")
      }
    }
    if !lines.isEmpty { throw InputFailure(lines) }
    self.items = items
  }

  /// Settings that no facet has a point for.
  private static func strays(_ request: ChartRequest, _ facets: [ChartInput.Facet]) -> [ChartError] {
    let fitted = facets.map { request.fitted(to: $0.series) }
    let excluded = fitted.reduce(into: Set<Place>()) { $0.formUnion($1.exclusions) }
    var strays = request.exclusions.subtracting(excluded).sorted().map {
      ChartError.nothingThere(setting: "exclusion", place: $0)
    }
    strays += request.freezes.filter { place in !fitted.contains { $0.freezes.contains(place) } }.map {
      .nothingThere(setting: "freeze", place: $0)
    }
    strays += request.splits.map(\.place).filter { place in
      !fitted.contains { $0.splits.contains { $0.place == place } }
    }.map { .nothingThere(setting: "split", place: $0) }
    return strays
  }
}

internal import Improvement
internal import Markup
internal import ProcessControl

/// What a paste says, before anything of it is kept: how its days were read, what was left out, what it would change.
struct PasteLook: Component {
  let entry: GridEntry
  let paste: CountPaste
  let measure: ProjectMeasure
  let replaced: ReplacedCounts?

  /// Lines of a paste that are shown as they were read.
  private static let mostShown = 5

  var body: HTML {
    HTML {
      p(.class("lede")) { told }
      SuspectColumns(suspects: paste.suspects)
      if !paste.suspects.isEmpty, paste.needed.isEmpty {
        SuspectColumns.tick(
          SuspectColumns.names(paste.suspects), error: error("without"), isTicked: entry.goesOnWithout)
      }
      dates
      if let replaced { replaced }
      if replaced != nil { asRead }
    }
  }

  private func error(_ name: String) -> String? { entry.problems.first { $0.field == name }?.words }

  private var told: String {
    let (many, empty) = (paste.lines.count, paste.empty)
    var text =
      "\(NumberText.grouped(many)) \(many == 1 ? "line" : "lines") of the paste can be read. Nothing is kept yet."
    if empty > 0 {
      text += " \(NumberText.grouped(empty)) \(empty == 1 ? "line has" : "lines have") no number: passed over."
    }
    return text
  }

  @HTMLBuilder private var dates: HTML {
    if let days = paste.days {
      if !days.sentence.isEmpty { p { days.sentence } }
      ChoiceField(
        "date-order", "Which number is the month?",
        choices: DateOrder.allCases.map { order in
          let day = days.example.flatMap { EventDay.read($0.sample.text, order) }
          let example = days.example.flatMap { example in day.map { "\(example.sample.text) is \($0.written)" } }
          return .init(order.rawValue, order == .monthFirst ? "The first" : "The second", hint: example)
        },
        chosen: days.isOpen ? [] : [days.order.rawValue], error: error("date-order"))
    }
  }

  private var asRead: HTML {
    let isOf = measure.kind.hasDenominator
    let hasGroups = paste.lines.contains { !$0.group.isEmpty }
    let shown = paste.lines.prefix(Self.mostShown)
    return more("The first lines as they were read") {
      RowsTable(
        "The first lines as they were read",
        columns: [.init("Day"), .init("Number", isNumeric: true)] + (isOf ? [.init("Of", isNumeric: true)] : [])
          + (hasGroups ? [.init("Group")] : []),
        rows: shown.map { line in
          [HTML { EventDay.read(line.day)?.written ?? line.day }, HTML { line.numerator }]
            + (isOf ? [HTML { line.denominator }] : []) + (hasGroups ? [HTML { line.group }] : [])
        })
    }
  }
}

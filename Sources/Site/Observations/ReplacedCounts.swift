internal import Improvement
internal import Markup
internal import ProcessControl

/// What counts that are brought would do to those that are kept: how many are new, the same, changed, and how.
struct ReplacedCounts: Component {
  let measure: ProjectMeasure
  let comparison: CountComparison
  /// Whether groups were left out of the comparison.
  let isOfWholes: Bool

  /// The first differences that are shown.
  private static let mostShown = 6

  /// Compares what is brought with what a measure holds.
  ///
  /// Parts are compared for the measure's editors only: for others a difference would tell a kept part.
  init(_ brought: [PeriodCount], removed: [PeriodCount] = [], in file: MeasureFile, isEditor: Bool) {
    measure = file.definition
    guard !isEditor else {
      comparison = CountComparison(kept: file.counts, brought: brought, removed: removed)
      isOfWholes = false
      return
    }
    let open = brought.filter(\.strata.isEmpty)
    let days = Set(open.map(\.day))
    comparison = CountComparison(
      kept: measure.wholes(of: file.counts),
      brought: open + measure.wholes(of: brought.filter { !days.contains($0.day) }),
      removed: removed.filter(\.strata.isEmpty))
    isOfWholes = brought.contains { !$0.strata.isEmpty }
  }

  var body: HTML {
    section(.aria("labelledby", "replaced")) {
      h2(.id("replaced")) { "What changes" }
      p { sentence }
      if !comparison.differences.isEmpty {
        RowsTable(
          "Counts that change",
          columns: [.init(noun.prefix(1).uppercased() + noun.dropFirst())]
            + (hasGroups ? [.init("Group")] : [])
            + [.init("Kept now", isNumeric: true), .init("Would be", isNumeric: true)],
          rows: comparison.differences.prefix(Self.mostShown).map(row))
        let more = comparison.differences.count - Self.mostShown
        if more > 0 { p(.class("small")) { "And \(NumberText.grouped(more)) more." } }
      }
      if isOfWholes { p(.class("small")) { "Groups are compared only for those who edit the measure." } }
    }
  }

  private var noun: String { measure.kind.isPeriodic ? measure.period.rawValue : "day" }
  private var hasGroups: Bool { comparison.differences.contains { !$0.strata.isEmpty } }

  /// As "2 weeks that are kept change, 3 weeks are new and 12 weeks stay as they are".
  var sentence: String {
    let (new, changed, equal) = (comparison.new, comparison.changed, comparison.equal)
    func told(_ count: Int, _ one: String, _ many: String) -> String {
      "\(NumberText.grouped(count)) \(noun)\(count == 1 ? " \(one)" : "s \(many)")"
    }
    if changed == 0, equal == 0 {
      return new == 0
        ? "Nothing changes." : "\(told(new, "is", "are")) new: nothing that is kept changes."
    }
    if changed == 0, new == 0 { return "Nothing changes: \(told(equal, "is", "are")) kept with these counts already." }
    var parts: [String] = []
    if changed > 0 { parts.append(told(changed, "that is kept changes", "that are kept change")) }
    if new > 0 { parts.append(told(new, "is new", "are new")) }
    if equal > 0 { parts.append(told(equal, "stays as it is", "stay as they are")) }
    return Wording.list(parts) + "."
  }

  private func row(_ difference: CountComparison.Difference) -> [HTML] {
    let day = [HTML { difference.day.written }]
    let group = hasGroups ? [HTML { name(difference) }] : []
    return day + group
      + [
        HTML { difference.old.map(said) ?? "nothing" },
        HTML { difference.new.map(said) ?? "nothing: it is not named any more" },
      ]
  }

  private func name(_ difference: CountComparison.Difference) -> String {
    difference.strata.isEmpty
      ? "all cases"
      : difference.strata.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
  }

  private func said(_ count: PeriodCount) -> String {
    func number(_ value: Double) -> String {
      abs(value) < 1e12 && value == value.rounded() ? NumberText.grouped(Int(value)) : NumberText.said(value)
    }
    return number(count.numerator) + (count.denominator.map { " of \(number($0))" } ?? "")
  }
}

internal import Improvement
internal import ProcessControl
internal import Workspaces

/// The groups of a measure, as the visitor may see them.
struct GroupFile: Sendable {
  let file: MeasureFile
  /// What the cases may be told apart by.
  let divisions: [String]
  /// The one that is shown; nil when nothing is divided.
  let division: String?
  /// The period by which groups are shown to others; nil until an editor has chosen it.
  let release: Period?
  /// Whether the visitor sees the counts themselves.
  let isEditor: Bool

  init(_ file: MeasureFile, by name: String, release: Period?, isEditor: Bool) {
    self.file = file
    divisions = file.definition.divisions(of: file.counts)
    division = divisions.contains(name) ? name : divisions.first
    self.release = release
    self.isEditor = isEditor
  }

  /// The tables that anyone who may see the measure may see; nil until the period is chosen.
  func released(today: Day) -> GroupRelease? {
    guard let division, let release else { return nil }
    return GroupRelease(file.definition, counts: file.counts, by: division, period: release, today: today)
  }

  /// The day that parts baseline and after, where one is known: the first change that was tried, or the baseline's end.
  var change: Day? { file.events.first?.day ?? file.marks?.value.marks.baselineEnd.map { $0.adding(1) } }
}

extension PageContext {
  /// The groups of the measure that the address names.
  func groupFile() async throws -> GroupFile {
    let file = try await measureFile()
    let key = ReleaseChoice.key(file.measure.id)
    let release = try await read { try $0.setting(key) } ?? nil
    return GroupFile(file, by: query["by"], release: release.flatMap(Period.init), isEditor: edits(file.measure))
  }
}

/// The period by which a measure's groups are shown to others.
///
/// It is chosen once and is no document: taking it back and choosing another would put two tables of the same cases
/// beside each other, and their difference would tell what each hides.
enum ReleaseChoice {
  static func key(_ measure: DocumentID<MeasureDocument>) -> String { "release of \(measure)" }
}

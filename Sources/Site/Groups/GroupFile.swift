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
  /// How groups are shown to others; nil until an editor has chosen it.
  let release: ReleaseChoice?
  /// Whether the visitor sees the counts themselves.
  let isEditor: Bool

  init(_ file: MeasureFile, by name: String, release: ReleaseChoice?, isEditor: Bool) {
    self.file = file
    let all = file.definition.divisions(of: file.counts)
    divisions = isEditor ? all : all.filter { $0 == release?.division }
    division = divisions.contains(name) ? name : divisions.first
    self.release = release
    self.isEditor = isEditor
  }

  /// The tables that anyone who may see the measure may see; nil until they are chosen.
  func released(today: Day) -> GroupRelease? {
    guard let release, release.division == division else { return nil }
    return GroupRelease(
      file.definition, counts: file.counts, by: release.division, period: release.period, today: today)
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
    return GroupFile(
      file, by: query["by"], release: release.flatMap(ReleaseChoice.init(setting:)), isEditor: edits(file.measure))
  }
}

/// What of a measure's groups is shown to others: one division, by one period.
///
/// It is chosen once and is no document. Two divisions, or two periods, would put two tables of the same cases beside each
/// other, and their difference would tell what each hides; so would taking the choice back.
struct ReleaseChoice: Sendable, Equatable {
  let period: Period
  let division: String

  init(_ period: Period, by division: String) {
    self.period = period
    self.division = division
  }

  /// Reads the setting of a workspace: "quarter by language".
  init?(setting: String) {
    guard let link = setting.firstRange(of: " by "), let period = Period(rawValue: String(setting[..<link.lowerBound]))
    else { return nil }
    self.init(period, by: String(setting[link.upperBound...]))
  }

  /// As it is kept.
  var setting: String { "\(period.rawValue) by \(division)" }

  /// The name it is kept under.
  static func key(_ measure: DocumentID<MeasureDocument>) -> String { "release of \(measure)" }
}

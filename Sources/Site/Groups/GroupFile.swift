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
  let release: ReleaseFile?
  /// What others may see already of this workspace's divided counts.
  let shown: [ShownTable]
  /// Whether the visitor sees the counts themselves.
  let isEditor: Bool

  init(_ file: MeasureFile, by name: String, release: ReleaseFile?, shown: [ShownTable], isEditor: Bool) {
    self.file = file
    let all = file.definition.divisions(of: file.counts)
    divisions = isEditor ? all : release.map { [$0.choice.division] } ?? []
    division = divisions.contains(name) ? name : divisions.first
    self.release = release
    self.shown = shown
    self.isEditor = isEditor
  }

  /// The tables that anyone who may see the measure may see; nil until they are chosen.
  func released(today: Day) -> GroupRelease? {
    guard let release, release.choice.division == division else { return nil }
    return release.release(file.definition, counts: file.counts, today: today)
  }

  /// The measure as others see its groups.
  var releasedMeasure: ProjectMeasure { release?.choice.measure(file.definition) ?? file.definition }

  /// A choice as the table that it would show.
  func table(_ choice: ReleaseChoice) -> ShownTable {
    let parts = file.definition.parts(of: file.counts, by: choice.division)
    return ShownTable(
      id: file.measure.id.description,
      factors: [.init(name: choice.division, parts: GroupOrder.sorted(parts.keys))], period: choice.period)
  }

  /// The periods by which a division may still be shown: not where another table of the same cases could be subtracted.
  func periods(by division: String) -> [Period] {
    GroupRelease.periods(for: file.definition.period).filter { period in
      let table = table(ReleaseChoice(period, by: division, of: file.definition))
      return !shown.contains { table.conflicts(with: $0) }
    }
  }

  /// The day that parts baseline and after, where one is known: the first change that was tried, or the baseline's end.
  var change: Day? { file.events.first?.day ?? file.marks?.value.marks.baselineEnd.map { $0.adding(1) } }
}

extension PageContext {
  /// The groups of the measure that the address names, read in one look.
  func groupFile() async throws -> GroupFile {
    guard let id = DocumentID<MeasureDocument>(parameters["id"] ?? ""),
      let (file, release, shown) = try await read({ reading in
        try MeasureFile(id, in: reading).map { ($0, try ReleaseFile(id, in: reading), try ShownTable.all(in: reading)) }
      }) ?? nil
    else { throw SiteError.notFound }
    return GroupFile(file, by: query["by"], release: release, shown: shown, isEditor: edits(file.measure))
  }
}

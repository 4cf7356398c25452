internal import Improvement
internal import ProcessControl
internal import Workspaces

/// Everything of one measure, read in one look.
struct MeasureFile: Sendable {
  let measure: Kept<MeasureDocument>
  let project: Kept<ProjectDocument>?
  let marks: Kept<ChartMarksDocument>?
  /// The aim of its project, whose baseline and target its chart has when the aim is about it.
  let aim: Aim?
  /// All counts, parts and reasons included.
  let counts: [PeriodCount]
  /// What began on which day, as the project's cycles say.
  let events: [ChartEvent]
  /// What counts it by itself, if something does.
  let source: MeasureSource?

  /// Nil if there is no such measure.
  init?(_ id: DocumentID<MeasureDocument>, in reading: Reading) throws {
    guard let measure = try reading.document(id) else { return nil }
    self.measure = measure
    project = try DocumentID<ProjectDocument>(measure.value.measure.project.rawValue).flatMap {
      try reading.document($0)
    }
    marks = try reading.document(id.marks)
    aim = try project.flatMap { try DocumentID<AimDocument>($0.id.description).flatMap { try reading.document($0) } }?
      .value.aim
    counts = try reading.counts(of: id)
    events = try ChartEvent.all(of: measure.value.measure.project, in: reading)
    source = try reading.source(of: measure)
  }

  /// The measure's words and kind.
  var definition: ProjectMeasure { measure.value.measure }

  /// The name by which others speak of it.
  var name: MeasureID { MeasureID(rawValue: measure.id.description) }

  /// Its chart, the same wherever it is shown; see ``ProjectFile/chart(of:on:)``.
  func chart(on today: Day) -> Result<ControlChart, ChartError> {
    MeasureFile.chart(definition, counts, (marks?.value.marks ?? MeasureMarks()).serving(aim, of: name), today)
  }

  /// The one way in which a measure becomes a chart.
  fileprivate static func chart(
    _ measure: ProjectMeasure, _ counts: [PeriodCount], _ marks: MeasureMarks, _ today: Day
  ) -> Result<ControlChart, ChartError> {
    do throws(ChartError) {
      return .success(try measure.chart(of: counts, marks: marks, on: today))
    } catch {
      return .failure(error)
    }
  }
}

extension ProjectFile {
  /// The chart of one measure, the same on every page: of ended periods, with what is marked on it, and with the
  /// baseline and the target of the aim on the measure that the aim is about.
  func chart(of kept: Kept<MeasureDocument>, on today: Day) -> Result<ControlChart, ChartError> {
    let name = MeasureID(rawValue: kept.id.description)
    let marks = (marks[kept.id] ?? MeasureMarks()).serving(work.aim?.value.aim, of: name)
    return MeasureFile.chart(kept.value.measure, counts[kept.id] ?? [], marks, today)
  }
}

/// Something of the project that stands on every chart of it: a day and a few words.
struct ChartEvent: Sendable, Equatable {
  let day: ProcessControl.Day
  let words: String

  /// The events of a project, in the order of their days.
  static func all(of project: ProjectID, in reading: Reading) throws -> [ChartEvent] {
    all(among: try reading.documents(CycleDocument.self).filter { $0.value.cycle.project == project })
  }

  /// The first days of cycles that have begun.
  static func all(among cycles: [Kept<CycleDocument>]) -> [ChartEvent] {
    cycles.compactMap { cycle in
      cycle.value.cycle.doing.map { ChartEvent(day: $0.begun, words: cycle.pinned) }
    }.sorted { $0.day < $1.day }
  }
}

extension PageContext {
  /// The measure that the address names; not found if there is none.
  func measureFile() async throws -> MeasureFile {
    guard let id = DocumentID<MeasureDocument>(parameters["id"] ?? ""),
      let file = try await read({ try MeasureFile(id, in: $0) }) ?? nil
    else { throw SiteError.notFound }
    return file
  }
}

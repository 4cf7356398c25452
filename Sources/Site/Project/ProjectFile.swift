internal import Improvement
internal import Markup
internal import ProcessControl
internal import Workspaces

/// Everything of one project, read in one look: its page, its stage and its parts are computed from it.
///
/// A feature that keeps documents of a project adds them here, as a list, so that what is read stays one snapshot.
struct ProjectFile: Sendable {
  let project: Kept<ProjectDocument>
  let screening: Kept<ScreeningDocument>?
  let measures: [Kept<MeasureDocument>]
  /// The counts of each measure that make its chart, by its id: those of all together where there are any, otherwise
  /// the parts.
  let counts: [DocumentID<MeasureDocument>: [PeriodCount]]
  /// The counted reasons of each outcome.
  let reasons: [DocumentID<MeasureDocument>: [PeriodCount]]
  /// What is marked on the chart of each measure.
  let marks: [DocumentID<MeasureDocument>: MeasureMarks]
  /// What was set against what.
  let associations: [Kept<AssociationDocument>]
  /// The PDSA cycles, in the order in which they were made.
  let cycles: [Kept<CycleDocument>]
  /// Charter, aim, people, concerns, evidence, rotation.
  let work: ProjectWork
  let checklists: [Kept<ChecklistDocument>]
  let surveys: [Kept<SurveyDocument>]
  /// The measures that something counts by itself, and what.
  let sources: [DocumentID<MeasureDocument>: MeasureSource]

  /// Nil if there is no such project.
  init?(_ id: DocumentID<ProjectDocument>, in reading: Reading) throws {
    guard let project = try reading.document(id) else { return nil }
    self.project = project
    screening = try DocumentID<ScreeningDocument>(id.description).flatMap { try reading.document($0) }
    let name = project.project
    measures = try reading.documents(MeasureDocument.self).filter { $0.value.measure.project == name }
    counts = try Dictionary(
      uniqueKeysWithValues: measures.map { ($0.id, try reading.charted(of: $0.id)) })
    reasons = try Dictionary(
      uniqueKeysWithValues: measures.filter { $0.value.measure.role == .outcome }.map {
        ($0.id, try reading.reasons(of: $0.id))
      })
    marks = try Dictionary(
      uniqueKeysWithValues: measures.compactMap { kept in
        try reading.document(kept.id.marks).map { (kept.id, $0.value.marks) }
      })
    associations = try reading.documents(AssociationDocument.self).filter { $0.value.project == name }
    surveys = try reading.documents(SurveyDocument.self).filter { $0.value.survey.project == name }
    checklists = try reading.documents(ChecklistDocument.self).filter { $0.value.checklist.project == name }
    sources = try Dictionary(
      uniqueKeysWithValues: measures.compactMap { kept in try reading.source(of: kept).map { (kept.id, $0) } })
    cycles = try reading.documents(CycleDocument.self).filter { $0.value.cycle.project == name }
    work = try ProjectWork(id, in: reading)
  }
}

extension ProjectFile {
  /// Who runs the process every day and keeps it when the team leaves, as the charter says; empty if nobody is named.
  var processOwner: String { work.charter?.value.charter.owner ?? "" }
}

extension Kept<ProjectDocument> {
  /// The way back to the project, at the head of a page below it.
  var wayBack: HTML { p(.class("small")) { a(.href(Link.project(id: id.description).path)) { value.project.title } } }
}

extension PageContext {
  /// The project that the address names; the page is not found if there is none.
  func projectFile() async throws -> ProjectFile {
    guard let id = DocumentID<ProjectDocument>(parameters["id"] ?? "") else { throw SiteError.notFound }
    guard let file = try await read({ try ProjectFile(id, in: $0) }) ?? nil else { throw SiteError.notFound }
    return file
  }
}

internal import Improvement
internal import ProcessControl
internal import Workspaces

/// What the work on a project has made: charter, aim and declarations, drivers, map, people, concerns, evidence, rotation.
struct ProjectWork: Sendable {
  let aim: Kept<AimDocument>?
  let charter: Kept<CharterDocument>?
  let declarations: [Kept<DeclarationDocument>]
  /// Declarations that were taken back; they stay in the record.
  let takenBack: [Kept<DeclarationDocument>]
  let drivers: Kept<DriversDocument>?
  let map: Kept<ProcessMapDocument>?
  let people: [Kept<StakeholderDocument>]
  let concerns: [Kept<ConcernDocument>]
  let evidence: [Kept<EvidenceDocument>]
  let rotation: Kept<RotationDocument>?

  init(_ id: DocumentID<ProjectDocument>, in reading: Reading) throws {
    let name = ProjectID(rawValue: id.description)
    aim = try DocumentID(id.description).flatMap { try reading.document($0) }
    charter = try DocumentID(id.description).flatMap { try reading.document($0) }
    declarations = try reading.documents(DeclarationDocument.self).filter { $0.value.declaration.project == name }
    takenBack = try reading.deleted(DeclarationDocument.self).filter { $0.value.declaration.project == name }
    drivers = try DocumentID(id.description).flatMap { try reading.document($0) }
    map = try DocumentID(id.description).flatMap { try reading.document($0) }
    people = try reading.documents(StakeholderDocument.self).filter { $0.value.person.project == name }
    concerns = try reading.documents(ConcernDocument.self).filter { $0.value.concern.project == name }
    evidence = try reading.documents(EvidenceDocument.self).filter { $0.value.card.project == name }
    rotation = try DocumentID(id.description).flatMap { try reading.document($0) }
  }
}

extension ProjectFile {
  /// The measure of the aim, with its counts.
  var aimed: (kept: Kept<MeasureDocument>, counts: [PeriodCount])? {
    guard let id = work.aim?.value.aim.measure, let kept = measure(id) else { return nil }
    return (kept, counts[kept.id] ?? [])
  }

  /// All that was declared, judged on a day.
  func claims(on today: Day) -> ClaimRecord {
    ClaimRecord(
      standing: work.declarations.map(\.value.declaration), takenBack: work.takenBack.map(\.value.declaration),
      today: today
    ) { id in measure(id).map { ($0.value.measure, counts[$0.id] ?? []) } }
  }
}

internal import Improvement
internal import ProcessControl
internal import Workspaces

extension Writing {
  /// Writes a worked case into a workspace, every document under a name of its own.
  ///
  /// Whose team has left by `today`, and has a successor, is handed over: the counts of a case do not go on.
  func keep(_ made: WorkedCase, on today: Day) throws {
    func named<Value>(_ name: String) -> DocumentID<Value>? { DocumentID<Value>(name) }
    let project = made.id.rawValue
    try create(ProjectDocument(project: made.project(on: today)), as: named(project))
    try create(ScreeningDocument(screening: made.screening), as: named(project))
    try create(CharterDocument(charter: made.charter), as: named(project))
    try create(DriversDocument(diagram: made.drivers), as: named(project))
    try create(ProcessMapDocument(map: made.map), as: named(project))
    try create(AimDocument(aim: made.aim), as: named(project))
    try create(RotationDocument(rotation: made.rotation), as: named(project))
    for counted in made.measures {
      let kept = try create(MeasureDocument(measure: counted.measure), as: named(counted.id.rawValue))
      try create(ChartMarksDocument(project: made.id, marks: counted.marks), as: kept.id.marks)
      try record(counted.counts, of: kept.id)
    }
    if let declaration = made.declaration {
      try create(DeclarationDocument(declaration: declaration), as: named("\(project)-declared"))
    }
    for tried in made.cycles { try create(CycleDocument(cycle: tried.cycle), as: named(tried.id.rawValue)) }
    for (index, counts) in made.associations.enumerated() {
      try create(
        AssociationDocument(project: made.id, counts: counts, on: made.aim.by ?? made.project.began),
        as: named("\(project)-association-\(index + 1)"))
    }
    if let checklist = made.checklist {
      try create(ChecklistDocument(checklist: checklist), as: named("\(project)-lines"))
    }
    for uses in made.uses {
      guard let month = uses.counted.first?.day.description.prefix(7) else { continue }
      try create(
        ChecklistUsesDocument(uses: uses), as: named("\(uses.checklist).\(month).\(seat.member.id.rawValue)"))
    }
    if let survey = made.survey {
      let kept = try create(SurveyDocument(survey: survey), as: named("\(project)-survey"))
      try keep(made.answers, of: kept.id, questions: survey.questions.count)
    }
    for person in made.people { try create(StakeholderDocument(person: person)) }
    for concern in made.concerns { try create(ConcernDocument(concern: concern)) }
    for card in made.evidence { try create(EvidenceDocument(card: card)) }
    if let log = made.log { try create(SafetyLogDocument(log: log), as: named(project)) }
    for entry in made.entries { try createUnsigned(SafetyEntryDocument(entry: entry)) }
  }
  /// The totals of both rounds, closed for good.
  private func keep(_ answers: SurveyTotals, of survey: DocumentID<SurveyDocument>, questions: Int) throws {
    for round in Survey.Round.allCases {
      try record(
        (0..<questions).flatMap { question in
          Survey.levels.map { level in
            Observation(
              date: SurveyCells.noDay, numerator: Double(answers.count(round, question: question, level: level)),
              strata: SurveyCells.strata(round, question: question, level: level))
          }
        }, in: SurveyCells.series(survey))
      try seal(round, of: survey)
    }
  }
}

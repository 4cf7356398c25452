internal import Workspaces

/// Every kind of document that pages write: one line for each, so that undo, history and the page of two versions know it.
enum Kinds {
  static let all: [any PageDocument.Type] = [
    SeasonDocument.self,
    StageDocument.self,
    ProfileDocument.self,
    ProgramsDocument.self,
    ProjectDocument.self,
    MeasureDocument.self,
    OpportunityDocument.self,
    PriorWorkDocument.self,
    ScreeningDocument.self,
    ProgramsDraft.self,
    TapSheetDocument.self,
    SafetyLogDocument.self,
    SafetyEntryDocument.self,
    RankDocument.self,
    CycleDocument.self,
    ReviewDocument.self,
    ReviewDrawDocument.self,
    ReviewPagesDocument.self,
    ChecklistDocument.self,
    ChecklistUsesDocument.self,
    SurveyDocument.self,
    MarksDocument.self,
    ChartMarksDocument.self,
    AssociationDocument.self,
    AdviserNotesDocument.self,
    ListReturnDraft.self,
    AdviserSheetDocument.self,
    EffectsDocument.self,
    AimDocument.self,
    DeclarationDocument.self,
    CharterDocument.self,
    DriversDocument.self,
    ProcessMapDocument.self,
    StakeholderDocument.self,
    ConcernDocument.self,
    EvidenceDocument.self,
    RotationDocument.self,
    CountChangeDocument.self,
    ImportColumnsDocument.self,
  ]

  /// The kind of a collection.
  static func named(_ collection: String) -> (any PageDocument.Type)? {
    all.first { $0.collection == collection }
  }
}

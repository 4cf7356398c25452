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
    ProjectDocument.self, MeasureDocument.self,
    OpportunityDocument.self, TapSheetDocument.self, SafetyLogDocument.self, SafetyEntryDocument.self,
    PriorWorkDocument.self, ScreeningDocument.self,
    RankDocument.self,
    CycleDocument.self,
    MarksDocument.self,
    ChartMarksDocument.self,
    AssociationDocument.self,
    CycleDocument.self,
    AdviserNotesDocument.self,
    ListReturnDraft.self,
    MarksDocument.self, AdviserNotesDocument.self, AdviserSheetDocument.self, ListReturnDraft.self,
    EffectsDocument.self, MarksDocument.self, AdviserNotesDocument.self, AdviserSheetDocument.self,
    ListReturnDraft.self,
    ProjectDocument.self, MeasureDocument.self,
    OpportunityDocument.self, PriorWorkDocument.self, ScreeningDocument.self,
    ProjectDocument.self, MeasureDocument.self, MarksDocument.self,
    ProjectDocument.self, MeasureDocument.self, ChartMarksDocument.self,
    StageDocument.self, ProfileDocument.self, ProgramsDocument.self, ProgramsDraft.self,
    CycleDocument.self, AimDocument.self, DeclarationDocument.self, CharterDocument.self, DriversDocument.self,
    ProcessMapDocument.self, StakeholderDocument.self, ConcernDocument.self, EvidenceDocument.self,
    RotationDocument.self,
    MarksDocument.self, AdviserNotesDocument.self, ListReturnDraft.self,
  ]

  /// The kind of a collection.
  static func named(_ collection: String) -> (any PageDocument.Type)? {
    all.first { $0.collection == collection }
  }
}

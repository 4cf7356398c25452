package import Workspaces

/// The table of contents: one line for each feature.
package enum Routes {
  static let all: [Route] =
    HealthRoutes.all
    + HomeRoutes.all
    + ProfileRoutes.all
    + ListRoutes.all
    + TakeAwayRoutes.all
    + AdviserRoutes.all
    + ProgramsRoutes.all
    + AssumptionsRoutes.all
    + MatchRoutes.all
    + BacktestRoutes.all
    + ImproveRoutes.all
    + ProjectRoutes.all
    + MeasureRoutes.all
    + OpportunitiesRoutes.all
    + ShelfRoutes.all
    + TallyRoutes.all
    + ReviewRoutes.all
    + ChecklistRoutes.all
    + SurveyRoutes.all
    + SafetyLogRoutes.all
    + PriorWorkRoutes.all
    + ScreeningRoutes.all
    + ObservationRoutes.all
    + GroupRoutes.all
    + AssociationRoutes.all
    + CycleRoutes.all
    + CharterRoutes.all
    + PeopleRoutes.all
    + ConcernRoutes.all
    + EvidenceRoutes.all
    + EndingRoutes.all
    + DepartmentRoutes.all
    + CaseRoutes.all
    + SeasonRoutes.all
    + NotesRoutes.all
    + CompareRoutes.all
    + RankRoutes.all
    + DataRoutes.all
    + ComponentsRoutes.all
    + WorkspaceRoutes.all
    + EnteringRoutes.all
    + HistoryRoutes.all
    + WordsRoutes.all
    + CountChangesRoutes.all
    + ProjectLinkRoutes.all

  /// The table without its answers, for the test that tries every line.
  package static var lines: [RouteLine] {
    all.map { route in
      let isForMembers = if case .member = route.access { true } else { false }
      return RouteLine(
        method: route.method.rawValue, pattern: route.link.pattern, permission: route.permission,
        isForMembers: isForMembers, takesFile: route.cargo == .file)
    }
  }
}

/// One line of the table of routes.
package struct RouteLine: Sendable, CustomStringConvertible {
  /// `GET` or `POST`.
  package let method: String
  /// The path, with `{names}` where it has values.
  package let pattern: String
  /// What a member must be allowed; nil where the route shows and changes nothing of a workspace.
  package let permission: Permission?
  /// Whether a visitor who keeps nothing here is refused.
  package let isForMembers: Bool
  /// Whether it takes a file.
  package let takesFile: Bool

  package var description: String { "\(method) \(pattern)" }
}

/// The table of contents: one line for each feature.
enum Routes {
  static let all: [Route] =
    HealthRoutes.all
    + HomeRoutes.all
    + DataRoutes.all
    + ComponentsRoutes.all
    + WorkspaceRoutes.all
    + EnteringRoutes.all
    + HistoryRoutes.all
}

/// What a project may touch and who stands behind it.
public struct Charter: Codable, Hashable, Sendable {
  public var project: ProjectID
  /// What is in, and what is not.
  public var scope: String
  public var outside: String
  /// Who opens doors for it: a role or the name that the team uses.
  public var sponsor: String
  /// Who runs the process every day, and keeps it when the team leaves.
  public var owner: String
  /// Why it matters to the hospital: the goal of the unit or the service that it serves.
  public var goal: String
  /// Whose care or work the problem touches, in the order of ``WorkRole``.
  public var touched: [WorkRole]

  public init(
    project: ProjectID, scope: String = "", outside: String = "", sponsor: String = "", owner: String = "",
    goal: String = "", touched: [WorkRole] = []
  ) {
    self.project = project
    self.scope = scope
    self.outside = outside
    self.sponsor = sponsor
    self.owner = owner
    self.goal = goal
    self.touched = touched
  }
}

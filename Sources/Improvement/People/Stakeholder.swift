public import ProcessControl

/// Somebody whom a project needs, touches or burdens: how much they decide, how much they care, and the plan of contact.
public struct Stakeholder: Codable, Hashable, Sendable {
  /// How much, in two steps: more would be guessing.
  public enum Degree: String, Codable, Sendable, CaseIterable {
    case low
    case high
  }

  /// What to do with somebody of this influence and interest.
  public enum Approach: String, Sendable, CaseIterable {
    case involve
    case engage
    case keepEngaged
    case keepInformed
  }

  public var project: ProjectID
  /// A role or the name that the team uses; never a patient's name.
  public var name: String
  public var role: WorkRole?
  public var influence: Degree?
  public var interest: Degree?
  /// Whether they take part in deciding: at the table, not only told.
  public var isAtTable: Bool
  /// How and by whom they are reached.
  public var plan: String
  /// By when, and when it was done.
  public var contactBy: Day?
  public var contacted: Day?
  /// The extra work that the change makes for them; empty for none.
  public var burden: String
  /// Which part of the change they shaped; empty for none.
  public var shaped: String

  public init(
    project: ProjectID, name: String, role: WorkRole? = nil, influence: Degree? = nil, interest: Degree? = nil,
    isAtTable: Bool = false, plan: String = "", contactBy: Day? = nil, contacted: Day? = nil, burden: String = "",
    shaped: String = ""
  ) {
    self.project = project
    self.name = name
    self.role = role
    self.influence = influence
    self.interest = interest
    self.isAtTable = isAtTable
    self.plan = plan
    self.contactBy = contactBy
    self.contacted = contacted
    self.burden = burden
    self.shaped = shaped
  }

  /// The approach; nil until both are known.
  ///
  /// Whoever receives the care or bears the extra work is involved whatever their influence: those most affected often
  /// decide least.
  public var approach: Approach? {
    if role == .patient || role == .family || !burden.isEmpty { return .involve }
    switch (influence, interest) {
    case (.high, .high): return .involve
    case (.high, .low): return .engage
    case (.low, .high): return .keepEngaged
    case (.low, .low): return .keepInformed
    default: return nil
    }
  }

  /// Whether a contact is due on a day and not made.
  public func isDue(on day: Day) -> Bool { contacted == nil && (contactBy.map { $0 <= day } ?? false) }
}

/// Who is at the table, and who is missing.
public enum Seats {
  /// The roles that a project touches and that nobody at the table has, in the order of ``WorkRole``.
  public static func missing(touched: Set<WorkRole>, people: [Stakeholder]) -> [WorkRole] {
    let present = Set(people.filter(\.isAtTable).compactMap(\.role))
    return WorkRole.allCases.filter { touched.contains($0) && !present.contains($0) }
  }

  /// Those who bear extra work and do not decide.
  public static func burdenedAndAbsent(_ people: [Stakeholder]) -> [Stakeholder] {
    people.filter { !$0.burden.isEmpty && !$0.isAtTable }
  }
}

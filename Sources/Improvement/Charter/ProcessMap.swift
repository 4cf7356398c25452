/// The way a case goes through a place, step by step, with the minutes that it is worked on and the minutes it waits.
public struct ProcessMap: Codable, Hashable, Sendable {
  /// One step.
  public struct Step: Codable, Hashable, Sendable {
    public var text: String
    /// Who does it: a role.
    public var who: String
    /// Minutes of work; 0 or more.
    public var minutes: Double
    /// Minutes of waiting before it begins; 0 or more.
    public var waiting: Double

    public init(_ text: String, who: String = "", minutes: Double, waiting: Double = 0) {
      self.text = text
      self.who = who
      self.minutes = max(0, minutes)
      self.waiting = max(0, waiting)
    }
  }

  public var project: ProjectID
  /// In the order in which a case goes through them.
  public var steps: [Step]

  public init(project: ProjectID, steps: [Step] = []) {
    self.project = project
    self.steps = steps
  }

  /// Minutes from the first waiting to the end of the last step.
  public var total: Double { steps.reduce(0) { $0 + $1.minutes + $1.waiting } }

  /// Minutes of waiting.
  public var waiting: Double { steps.reduce(0) { $0 + $1.waiting } }

  /// The share of the total that is waiting, 0 to 1; nil without any minute.
  public var waitingShare: Double? { total > 0 ? waiting / total : nil }

  /// How often a case changes hands: steps whose doer is another than that of the step before; unnamed ones count not.
  public var handOffs: Int {
    let known = steps.map { $0.who.lowercased() }.filter { !$0.isEmpty }
    return zip(known, known.dropFirst()).count { $0 != $1 }
  }

  /// Moves a step up (negative) or down; at the end it stays.
  public mutating func move(_ index: Int, by step: Int) {
    guard steps.indices.contains(index), steps.indices.contains(index + step) else { return }
    steps.swapAt(index, index + step)
  }
}

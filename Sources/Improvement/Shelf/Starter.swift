internal import ProcessControl

/// A measure that many residents begin with, ready to use: its words and its kind.
///
/// Nothing in it is a result.
public struct Starter: Hashable, Sendable, Identifiable {
  /// The word by which its address names it.
  public let id: String
  public let title: String
  /// The frustration in a sentence.
  public let bother: String
  /// The outcome measure; its project is set when it is taken.
  public let measure: ProjectMeasure
  /// A process measure and a balancing measure that go with it.
  public let companions: [ProjectMeasure]
  /// What is easily counted wrongly.
  public let caution: String

  /// The measures, for a project.
  public func measures(for project: ProjectID) -> [ProjectMeasure] {
    ([measure] + companions).map { measure in
      var measure = measure
      measure.project = project
      return measure
    }
  }
}

internal import ProcessControl

/// Work that was done before, here or elsewhere in the house: a poster, a finished or abandoned project.
public struct PriorWork: Codable, Hashable, Sendable {
  public enum Fate: String, Codable, Sendable, CaseIterable {
    case running, handedOver, finished, stopped, unknown
  }

  public var title: String
  /// What it was about, if more than the title is known.
  public var about: String
  public var place: String
  /// The year, if known.
  public var year: Int?
  public var fate: Fate
  /// Why it stopped, or what came of it.
  public var why: String
  /// Where it can be found: a poster, a person's role.
  public var source: String

  public init(
    title: String, about: String = "", place: String = "", year: Int? = nil, fate: Fate = .unknown, why: String = "",
    source: String = ""
  ) {
    self.title = title
    self.about = about
    self.place = place
    self.year = year
    self.fate = fate
    self.why = why
    self.source = source
  }

  /// A project of this workspace as prior work; `successor` is who leads it after its team left, as far as it is known.
  public init(_ project: Project, successor: String = "") {
    let fate: Fate =
      switch project.ending?.kind {
      case nil: .running
      case .handedOver: .handedOver
      case .finished: .finished
      case .stopped: .stopped
      }
    self.init(
      title: project.title, about: project.bother, place: project.place, year: project.began.parts.year, fate: fate,
      why: project.ending.map { ending in
        guard ending.kind == .handedOver else { return ending.reason }
        return
          "To \(successor.isEmpty ? "somebody who is not named" : successor) on \(Wording.place(.day(ending.on), period: nil, withYear: true)). \(ending.reason)"
      } ?? "")
  }
}

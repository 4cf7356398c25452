internal import Markup

/// One part of a project's page: a feature adds its own in its folder and names it in ``ProjectPart/all``.
///
/// A part that has nothing to show yet says in a sentence what it is for and leads to its form.
struct ProjectPart: Sendable {
  /// Where a part stands on a wide page; on a phone all follow one another in this order.
  enum Place: Sendable {
    /// Under the title, across the page.
    case head
    /// Beside one another: what is said, and what it rests on.
    case main, aside
    /// Across the page below both.
    case across
    /// Beside one another at the foot: the work, and what it was begun with.
    case work, foundation
  }

  var place = Place.main
  let body: @Sendable (ProjectFile, PageContext) -> HTML

  /// In the order of the page.
  static let all: [ProjectPart] = [
    .problem,
    .workedCase, .next, .atHand, .screeningOpen, .openConcerns, .aim, .claim,
    .standing, .people, .concerns, .evidence,
    .measures,
    .cycles, .collecting,
    .charter, .associations, .screening, .beginning, .showing,
  ]

  /// The parts of one place, in the order of the page.
  static func at(_ place: Place, _ file: ProjectFile, _ page: PageContext) -> [HTML] {
    all.filter { $0.place == place }.map { $0.body(file, page) }
  }
}

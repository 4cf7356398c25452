internal import Markup

/// One part of a project's page: a feature adds its own in its folder and names it in ``ProjectPart/all``.
///
/// A part that has nothing to show yet says in a sentence what it is for and leads to its form.
struct ProjectPart: Sendable {
  /// Whether it stands beside the rest on a wide page, and below it on a phone.
  var isAside = false
  let body: @Sendable (ProjectFile, PageContext) -> HTML

  /// In the order of the page.
  static let all: [ProjectPart] = [
    .workedCase, .openConcerns, .screening, .problem, .aim, .claim, .measures, .associations, .collecting, .cycles,
    .standing, .people, .concerns, .evidence, .charter,
  ]
}

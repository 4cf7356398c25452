internal import Markup
internal import SmartPick

/// There is no list yet, or none is possible: why, and what to do.
enum NoListPage {
  static func answer(_ page: PageContext, _ problem: String?) -> Answer {
    page.page("Your list") {
      h1 { problem == nil ? "No list yet" : "No list within these limits" }
      EmptyState(
        problem == nil ? "A specialty is enough to begin" : "What stands in the way",
        problem ?? "Answer two pages of questions, and the list is there; everything else makes it more your own."
      ) {
        LinkButton(problem == nil ? "Answer the first questions" : "Change my profile", to: Link.profile.path)
        LinkButton("My programs", to: Link.programs.path, style: .quiet)
      }
    }
  }
}

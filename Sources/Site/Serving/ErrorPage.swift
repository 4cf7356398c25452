internal import HTTPTypes
internal import Markup

/// The page that a refusal shows.
struct ErrorPage {
  let refusal: Refusal

  func answer(_ page: PageContext) -> Answer {
    page.page(refusal.heading, status: refusal.status.code) { content(requestID: page.requestID) }
  }

  /// The page without a visitor, for what never reached a route.
  func document(requestID: String) -> HTMLDocument {
    PageFrame(heading: refusal.heading).document { content(requestID: requestID) }
  }

  private func content(requestID: String) -> HTML {
    HTML {
      h1 { refusal.heading }
      p(.class("lede")) { refusal.text }
      p { refusal.next }
      actions {
        LinkButton(refusal.way.words, to: refusal.way.link.path)
        LinkButton("My workspace", to: Link.workspace.path, style: .quiet)
        LinkButton("Open with a recovery link", to: Link.recovery.path, style: .quiet)
      }
      if refusal.status == .internalServerError { p(.class("small")) { "Number: \(requestID)" } }
    }
  }
}

internal import Markup

/// What surrounds every page: header, navigation, what is fictional about it, footer.
struct PageFrame {
  /// The title of the page; the name of the product is added.
  let heading: String
  var summary = ""
  var ways: [Way] = []
  /// A word that holds for the whole page: "Practice programs: fictional".
  var notice: String?
  /// `light` or `dark`; otherwise the visitor's own setting holds.
  var theme: String?
  var stylesheetAddress = Link.stylesheet.path
  var scripts: [String] = []
  /// Seconds after which the browser looks at the page again; nil: never.
  var refresh: Int?
  /// That dates are set by hand, in words; nil where the clock is the world's.
  var rehearsal: String?
  /// Whether search engines are asked to leave it out.
  var isUnlisted = false
  /// More of the footer.
  var below: HTML = .empty

  /// The whole page around `content`.
  func document(@HTMLBuilder _ content: () -> HTML) -> HTMLDocument {
    let content = content()
    return HTMLDocument(
      title: "\(heading) \u{B7} Housestaff", summary: summary, stylesheets: [stylesheetAddress], scripts: scripts,
      rootAttributes: theme.map { [.data("theme", $0)] } ?? [],
      head: HTML {
        if let refresh { meta(.refresh(after: refresh)) }
        if isUnlisted { meta(.name("robots"), .content("noindex, nofollow")) }
      }
    ) {
      a(.class("skip-link"), .href("#content")) { "Skip to the content" }
      if let rehearsal { aside(.class("rehearsal"), .aria("label", "Rehearsal")) { p { rehearsal } } }
      top
      main(.class("wide"), .id("content")) { content }
      bottom
    }
  }

  private var top: HTML {
    header(.class("site-header")) {
      div(.class("wide")) {
        a(.class("brand"), .href(Link.home.path)) { "Housestaff" }
        if !ways.isEmpty { Navigation(name: "Main", ways: ways) }
        if let notice { span(.class("notice")) { notice } }
      }
    }
  }

  private var bottom: HTML {
    footer(.class("site-footer")) {
      div(.class("wide")) {
        p {
          "Independent. Not affiliated with NRMP, AAMC, ECFMG, ACGME or any vendor. Estimates, not promises: every "
          "number has its source and its range."
        }
        ul {
          li { a(.href(Link.match.path)) { "How the Match works" } }
          li { a(.href(Link.data.path)) { "What happens to my data" } }
        }
        below
      }
    }
  }
}

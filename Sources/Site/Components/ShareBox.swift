internal import Markup

/// Ways to give something to others: a link where they can reach the server, paper or a file where they cannot.
struct ShareBox: Component {
  enum Reach {
    /// Others can open the link.
    case link(String)
    /// The server answers on this computer only.
    case thisComputerOnly
  }

  /// Unique in the page.
  let name: String
  let heading: String
  let text: String
  let reach: Reach
  let paperAddress: String
  let fileAddress: String
  let fileName: String

  var body: HTML {
    section(.class("share"), .aria("labelledby", "\(name)-heading")) {
      h3(.id("\(name)-heading")) { heading }
      p { text }
      switch reach {
      case .link(let address):
        div(.class("link")) {
          input(
            .type(.text), .id(name), .value(address), .readOnly(true), .aria("label", "Link to share"),
            .spellcheck(false))
        }
        p(.class("small")) { "Whoever has this link can read the page. It can be taken back at any time." }
      case .thisComputerOnly:
        FlashMessage(
          .warn, "Others cannot open a link to this computer.", "Print the page, or send the file instead.")
      }
      actions {
        LinkButton("Print", to: paperAddress, style: .quiet)
        a(.class(ButtonStyle.quiet.rawValue), .href(fileAddress), .download(fileName)) { "Save as a file" }
      }
    }
  }
}

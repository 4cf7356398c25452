internal import Markup

/// What just happened, once, at the top of the page.
struct FlashMessage: Component {
  enum Kind: String {
    case news = "flash"
    case good = "flash flash-good"
    case warn = "flash flash-warn"
    case bad = "flash flash-bad"
  }

  let kind: Kind
  let lead: String
  let text: String
  var action: (words: String, address: String)?

  init(_ kind: Kind, _ lead: String, _ text: String, action: (words: String, address: String)? = nil) {
    self.kind = kind
    self.lead = lead
    self.text = text
    self.action = action
  }

  var body: HTML {
    div(.class(kind.rawValue), .role(kind == .bad ? "alert" : "status")) {
      p {
        b { lead }
        " \(text)"
        if let action {
          " "
          a(.href(action.address)) { action.words }
        }
      }
    }
  }
}

/// A place with nothing in it yet: what will stand here, and the one step that fills it.
struct EmptyState: Component {
  let heading: String
  let text: String
  let step: HTML

  init(_ heading: String, _ text: String, @HTMLBuilder step: () -> HTML) {
    self.heading = heading
    self.text = text
    self.step = step()
  }

  var body: HTML {
    div(.class("empty")) {
      h3 { heading }
      p { text }
      if !step.isEmpty { actions { step } }
    }
  }
}

/// How far something is: "3 of 7 groups answered".
struct ProgressLine: Component {
  /// Unique in the page.
  let name: String
  let words: String
  let done: Int
  let all: Int

  var body: HTML {
    div(.class("progress")) {
      label(.for(name)) {
        span { words }
        span { "\(done) of \(all)" }
      }
      progress(.id(name), .value(String(done)), .maximum(String(max(1, all)))) { "\(done) of \(all)" }
    }
  }
}

/// Where a number comes from.
func sourceNote(_ text: String, link: (words: String, address: String)? = nil) -> HTML {
  p(.class("source")) {
    text
    if let link {
      " "
      a(.href(link.address)) { link.words }
    }
  }
}

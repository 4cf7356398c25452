internal import Markup

/// A word or two about a thing, told apart by its words first and its color second.
struct Tag: Component {
  enum Kind: String {
    case accent, good, warn, bad, plain
  }

  let text: String
  var kind = Kind.accent

  init(_ text: String, _ kind: Kind = .accent) {
    self.text = text
    self.kind = kind
  }

  var body: HTML {
    span(.class(kind == .accent ? "tag" : "tag tag-\(kind.rawValue)")) { text }
  }
}

internal import Markup

/// How much a button asks for attention.
///
/// One primary button a page.
enum ButtonStyle: String {
  case primary = "button"
  case quiet = "button button-quiet"
  case danger = "button button-danger"
  case small = "button button-quiet button-small"
}

/// A link that looks like a button: it leads somewhere and changes nothing.
struct LinkButton: Component {
  let text: String
  let address: String
  var style = ButtonStyle.primary

  init(_ text: String, to address: String, style: ButtonStyle = .primary) {
    self.text = text
    self.address = address
    self.style = style
  }

  var body: HTML { a(.class(style.rawValue), .href(address)) { text } }
}

/// A button that sends its form.
struct SubmitButton: Component {
  let text: String
  var style = ButtonStyle.primary
  /// What is sent with the form when this button was the one.
  var field: (name: String, value: String)?
  var isDisabled = false

  init(
    _ text: String, style: ButtonStyle = .primary, field: (name: String, value: String)? = nil, isDisabled: Bool = false
  ) {
    self.text = text
    self.style = style
    self.field = field
    self.isDisabled = isDisabled
  }

  var body: HTML {
    button(
      .class(style.rawValue), .type(.submit), field.map { .name($0.name) } ?? .omitted,
      field.map { .value($0.value) } ?? .omitted, .disabled(isDisabled)
    ) { text }
  }
}

/// Buttons in a row, which wrap on a phone.
func actions(@HTMLBuilder _ content: () -> HTML) -> HTML {
  div(.class("actions"), content: content)
}

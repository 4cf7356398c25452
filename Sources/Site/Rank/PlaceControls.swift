internal import Markup

/// How one row of a list is moved without a pointer: to a place, up, down, to the top.
struct PlaceControls: Component {
  /// What is moved, in words.
  let name: String
  /// Counted from 1.
  let place: Int
  let last: Int
  /// Whether it can be taken off here, with the value `out`.
  var canLeave = false

  var body: HTML {
    div(.class("wishes")) {
      input(
        .type(.text), .name("place"), .inputMode(.numeric), .size(2), .value("\(place)"),
        .aria("label", "New place of \(name)"), .autocomplete("off"))
      button(.class(ButtonStyle.small.rawValue), .type(.submit), .name("to"), .value("place")) {
        "Move"
        span(.class("hidden-words")) { " \(name) to this place" }
      }
      way("\u{2191}", "up", "\(name) up", isDisabled: place == 1)
      way("\u{2193}", "down", "\(name) down", isDisabled: place == last)
      way("Top", "top", "of the list: \(name)", isDisabled: place == 1)
      if canLeave { way("Leave out", "out", name) }
    }
  }

  private func way(_ mark: String, _ to: String, _ words: String, isDisabled: Bool = false) -> HTML {
    button(
      .class(ButtonStyle.small.rawValue), .type(.submit), .name("to"), .value(to), .disabled(isDisabled)
    ) {
      if mark.count == 1 {
        span(.aria("hidden", "true")) { mark }
        span(.class("hidden-words")) { "Move \(words)" }
      } else {
        mark
        span(.class("hidden-words")) { " \(words)" }
      }
    }
  }
}

internal import Markup

/// A link of a navigation, and whether it leads to the page shown.
struct Way {
  let words: String
  let address: String
  var isHere = false

  init(_ words: String, _ address: String, isHere: Bool = false) {
    self.words = words
    self.address = address
    self.isHere = isHere
  }

  fileprivate var link: HTML {
    a(.href(address), .when(isHere, .aria("current", "page"))) { words }
  }
}

/// Views of one thing, side by side.
struct Tabs: Component {
  let name: String
  let ways: [Way]

  var body: HTML {
    nav(.class("tabs"), .aria("label", name)) {
      ul { ways.map { way in li { way.link } } }
    }
  }
}

/// The links of the header.
struct Navigation: Component {
  let name: String
  let ways: [Way]

  var body: HTML {
    nav(.class("site-nav"), .aria("label", name)) {
      ul { ways.map { way in li { way.link } } }
    }
  }
}

/// Where in a sequence one stands: the season, a project, a form.
struct Steps: Component {
  let names: [String]
  /// The index of the step one is at.
  let current: Int

  var body: HTML {
    ol(.class("steps")) {
      for (index, name) in names.enumerated() {
        li(.when(index < current, .class("done")), .when(index == current, .aria("current", "step"))) {
          span {
            name
            if index < current { span(.class("hidden-words")) { " (done)" } }
          }
        }
      }
    }
  }
}

/// The pages of a long list.
struct Pagination: Component {
  /// From 1.
  let page: Int
  let pages: Int
  /// "1 to 50 of 6,500 programs".
  let words: String
  /// The address of a page.
  let address: @Sendable (Int) -> String

  /// The pages named: the first, the last, and those around this one; 0 stands for a gap.
  var shown: [Int] {
    var result: [Int] = []
    for number in 1...max(1, pages) where number == 1 || number == pages || abs(number - page) <= 1 {
      if let last = result.last, number > last + 1 { result.append(number == last + 2 ? last + 1 : 0) }
      result.append(number)
    }
    return result
  }

  var body: HTML {
    nav(.class("pagination"), .aria("label", "Pages")) {
      span(.class("small")) { words }
      ul {
        if page > 1 { li { a(.href(address(page - 1)), .rel("prev")) { "Previous" } } }
        for number in shown {
          if number == 0 {
            li { span(.aria("hidden", "true")) { "\u{2026}" } }
          } else {
            li {
              a(
                .href(address(number)), .when(number == page, .aria("current", "page")),
                .aria("label", "Page \(number)")
              ) { String(number) }
            }
          }
        }
        if page < pages { li { a(.href(address(page + 1)), .rel("next")) { "Next" } } }
      }
    }
  }
}

/// Fields that narrow a list, sent by reading so that the address can be kept.
struct Filters: Component {
  let address: String
  let fields: [Field]

  var body: HTML {
    form(.class("filters"), .method(.get), .action(address), .role("search")) {
      fields.map(\.body)
      SubmitButton("Show", style: .quiet)
    }
  }
}

/// More of the same, one tap away.
func more(_ words: String, isOpen: Bool = false, @HTMLBuilder _ content: () -> HTML) -> HTML {
  details(.class("more"), .open(isOpen)) {
    summary { words }
    content()
  }
}

/// A button that opens a small form or question beside it, without a script.
func dialogButton(_ words: String, style: ButtonStyle = .quiet, @HTMLBuilder _ content: () -> HTML) -> HTML {
  details(.class("dialog")) {
    summary(.class(style.rawValue)) { words }
    div(content: content)
  }
}

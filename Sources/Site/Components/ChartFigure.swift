internal import Markup
internal import Pictures

/// A picture with the sentence it makes and the numbers it is drawn from.
///
/// The picture is laid out twice, for a phone and for a page; the style sheet shows the one that fits its column.
struct ChartFigure: Component {
  /// Unique in the page.
  let name: String
  let picture: any Picture
  /// What the picture shows, in bold; then how it is known.
  let sentence: String
  var explanation: String?
  /// What it says of each of several, one line for each.
  var lines: [String] = []
  /// Where the numbers come from, one tap away.
  var links: [(words: String, address: String)] = []

  var body: HTML {
    figure(.class("figure"), .id(name)) {
      picture.svg(id: "\(name)-wide", size: .wide)
      picture.svg(id: "\(name)-narrow", size: .narrow)
      figcaption {
        b { sentence }
        if let explanation { " \(explanation)" }
        if !lines.isEmpty { ul { lines.map { line in li { line } } } }
        if !links.isEmpty {
          p(.class("links")) {
            for (index, link) in links.enumerated() {
              if index > 0 { " \u{B7} " }
              a(.href(link.address)) { link.words }
            }
          }
        }
      }
      details(.class("more")) {
        summary { "The numbers as a table" }
        div(.class("scroll"), .tabIndex(0), .role("region"), .aria("label", picture.table.heading)) { picture.table }
      }
    }
  }
}

/// An estimate with its range, drawn and said, for a cell of a table.
struct IntervalCell: Component {
  let bar: IntervalBar

  var body: HTML {
    span(.class("interval")) {
      bar.mark
      small { bar.text }
    }
  }
}

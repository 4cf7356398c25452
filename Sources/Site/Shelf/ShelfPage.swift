internal import Improvement
internal import Markup
internal import Statistics
internal import Workspaces

/// Ready measures to begin with.
struct ShelfPage {
  func answer(_ page: PageContext) -> Answer {
    page.page("The starter shelf") {
      p(.class("small")) { a(.href(Link.improve.path)) { "All projects" } }
      h1 { "Begin with a ready measure" }
      p(.class("lede")) {
        "Six frustrations that many residents share, each with an outcome, a process and a balancing measure."
      }
      RowsTable(
        "Ready measures", columns: [.init("Begin with"), .init("When"), .init("Outcome measure")],
        rows: Starter.all.map { starter in
          [
            a(.href(Link.starter(id: starter.id).path)) { starter.title }, HTML { starter.bother },
            HTML { starter.measure.name },
          ]
        })
    }
  }
}

/// One ready measure: its words, how many charts to read, and the button that begins with it.
struct StarterPage {
  let starter: Starter
  let expected: String
  let halfWidth: String

  private var share: Double? { percent(expected, 30, in: 0...100) }
  private var half: Double? { percent(halfWidth, 10, in: 1...50) }

  /// A share from a percentage as typed; nil where it is none.
  private func percent(_ text: String, _ usual: Double, in range: ClosedRange<Double>) -> Double? {
    guard !text.isEmpty else { return usual / 100 }
    let bare = text.filter { $0 != "%" && !$0.isWhitespace }
    return Double(bare).flatMap { range.contains($0) ? $0 / 100 : nil }
  }

  func answer(_ page: PageContext) -> Answer {
    page.page(starter.title, status: share == nil || half == nil ? 400 : 200) {
      p(.class("small")) { a(.href(Link.shelf.path)) { "The starter shelf" } }
      h1 { starter.title }
      p(.class("lede")) { starter.bother }
      RowsTable(
        "Its measures",
        columns: [.init("Measure"), .init("For"), .init("Numerator"), .init("Denominator"), .init("Defined")],
        rows: ([starter.measure] + starter.companions).map { measure in
          [
            HTML { measure.name }, HTML { measure.role.words }, HTML { measure.numerator },
            HTML { measure.denominator.isEmpty ? "\u{2013}" : measure.denominator }, HTML { measure.definition },
          ]
        })
      p { "Caution: \(starter.caution)" }
      if starter.measure.kind == .proportion { charts }
      if page.may(.contribute) {
        section(.aria("labelledby", "begin")) {
          h2(.id("begin")) { "Begin with it" }
          page.writing(to: .starter(id: starter.id)) {
            Field("where", "Where?", hint: "A unit, a clinic, a service.")
            Field("lead", "Led by", hint: "A role or a name that the team uses.")
            actions { SubmitButton("Begin a project with these measures") }
          }
        }
      }
    }
  }

  private var charts: HTML {
    section(.aria("labelledby", "charts")) {
      h2(.id("charts")) { "How many charts to read?" }
      form(.class("filters"), .method(.get), .action(Link.starter(id: starter.id).path)) {
        Field(
          "expected", "Share expected", control: .line(mode: .decimal, unit: "%", size: 6),
          typed: expected.isEmpty ? "30" : expected, error: share == nil ? "Give a percentage from 0 to 100." : nil)
        Field(
          "half-width", "Give or take", control: .line(mode: .decimal, unit: "points", size: 6),
          typed: halfWidth.isEmpty ? "10" : halfWidth, error: half == nil ? "Give 1 to 50 points." : nil)
        SubmitButton("Work it out", style: .quiet)
      }
      if let share, let half {
        let count = ChartCount(expected: share, halfWidth: half)
        p {
          b { count.charts == 1 ? "1 chart" : "\(count.charts) charts" }
          ", drawn at random: if the share comes out at \(whole(share))%, its 95% interval is "
          "\(whole(count.interval.low)) to \(whole(count.interval.high))%."
        }
        sourceNote("Wilson's interval (E. B. Wilson, Journal of the American Statistical Association 22, 1927).")
      }
    }
  }

  private func whole(_ share: Double) -> String { "\(Int((share * 100).rounded()))" }
}

extension ProjectMeasure.Role {
  /// As tables and forms say it.
  var words: String {
    switch self {
    case .outcome: "Outcome"
    case .process: "Process"
    case .balancing: "Balancing"
    }
  }
}

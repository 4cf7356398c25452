internal import Improvement
internal import Markup
internal import ProcessControl
internal import Workspaces

/// One period: how far it is read, the draw that anybody can repeat, and the way to a chart by its number.
struct ReviewPeriodPage {
  let file: ReviewFile
  let sheet: ReviewSheet
  /// Why the number that was typed is refused; the number itself is not shown again.
  var refusal: ReviewDraw.Refusal?

  private var day: String { sheet.draw.start.description }
  private var measure: ProjectMeasure { file.measure.value.measure }

  func answer(_ page: PageContext) -> Answer {
    let heading = "Charts of the \(measure.period.rawValue) from \(day)"
    return page.page(heading, status: refusal == nil ? 200 : 400) {
      p(.class("small")) { a(.href(Link.chartReview(id: file.id).path)) { "Chart review: \(measure.name)" } }
      h1 { heading }
      ErrorList(problems: refusal.map { [("number", $0.words)] } ?? [])
      ProgressLine(
        name: "read", words: "Charts read", done: sheet.first.count, all: sheet.draw.numbers.count)
      reading(page)
      if !sheet.first.isEmpty { p { "Counted so far: \(sheet.sharesWords)." } }
      // Reasons divide a period into small counts: for those who edit the measure.
      if page.edits(file.measure) { reasons }
      draw(page)
      if page.may(.contribute) { finding(page) }
    }
  }

  @HTMLBuilder private func reading(_ page: PageContext) -> HTML {
    if page.may(.contribute) {
      actions {
        if let next = sheet.next(turn: .first) {
          LinkButton("Read chart \(next)", to: link(next, .first))
        }
        if let next = sheet.next(turn: .second) {
          LinkButton("Second reading: chart \(next)", to: link(next, .second), style: .quiet)
        }
      }
    }
    if sheet.next(turn: .first) == nil { p { "All charts of the draw are read." } }
  }

  private func link(_ number: Int, _ turn: ReviewTurn) -> String {
    Link.reviewChart(id: file.id, day: day, number: "\(number)", turn: turn.rawValue).path
  }

  @HTMLBuilder private var reasons: HTML {
    let reasons = sheet.counts.compactMap { count in
      count.strata[PeriodCount.reason].map { ($0, Int(count.numerator)) }
    }
    if !reasons.isEmpty {
      p { Pareto(counts: Dictionary(reasons) { $0 + $1 }).statement }
    }
  }

  private func draw(_ page: PageContext) -> HTML {
    section(.aria("labelledby", "draw")) {
      h2(.id("draw")) { "The draw" }
      p {
        "\(sheet.draw.review.plan.words): \(sheet.draw.numbers.count) of \(sheet.draw.listed), drawn with seed "
        "\(sheet.draw.review.plan.seed)."
      }
      if let id = ReviewDrawDocument.id(file.measure.id, sheet.draw.start) {
        p(.class("small")) {
          a(.href(Link.history(collection: ReviewDrawDocument.collection, id: id.description).path)) {
            "Whether it was drawn before"
          }
        }
      }
      RowsTable(
        "Charts of the draw, by running number",
        columns: [.init("Running number"), .init("First reading"), .init("Second reading")],
        rows: sheet.draw.numbers.map { number in
          [HTML { "\(number)" }, state(number, .first, page), state(number, .second, page)]
        })
    }
  }

  private func state(_ number: Int, _ turn: ReviewTurn, _ page: PageContext) -> HTML {
    guard sheet.draw.numbers(turn).contains(number) else { return HTML { "\u{2013}" } }
    let words = sheet.readings(turn)[number] == nil ? "To read" : "Read"
    guard page.may(.contribute) else { return HTML { words } }
    return a(.href(link(number, turn))) {
      words
      span(.class("hidden-words")) { " chart \(number), \(turn.rawValue) reading" }
    }
  }

  private func finding(_ page: PageContext) -> HTML {
    page.writing(to: .reviewPeriod(id: file.id, day: day)) {
      Field(
        "number", "Go to a chart by its place in your list", control: .line(mode: .numeric, size: 6),
        hint: "From 1 to \(sheet.draw.listed). Never a record number.", error: refusal?.words, autocomplete: "off")
      actions { SubmitButton("Go", style: .quiet) }
    }
  }
}

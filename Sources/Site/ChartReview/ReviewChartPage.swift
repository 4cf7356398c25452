internal import Improvement
internal import Markup
internal import ProcessControl
internal import Workspaces

/// One chart: every item with three big choices, one reason, and on to the next.
struct ReviewChartPage {
  let file: ReviewFile
  let sheet: ReviewSheet
  let number: Int
  let turn: ReviewTurn
  var typed: FormFields?
  var problems: [(field: String, words: String)] = []

  private var review: ChartReview { sheet.draw.review }
  private var day: String { sheet.draw.start.description }

  /// The reading that a form holds, and what is missing in it.
  static func reading(
    _ form: FormFields, for review: ChartReview
  ) -> (reading: ReviewReading, problems: [(field: String, words: String)]) {
    var problems: [(field: String, words: String)] = []
    var answers: [ChartReview.Answer] = []
    for (place, item) in review.items.enumerated() {
      if let answer = ChartReview.Answer(rawValue: form["item-\(place + 1)"]) {
        answers.append(answer)
      } else {
        problems.append(("item-\(place + 1)", "Choose an answer: \(item)"))
      }
    }
    var reading = ReviewReading(answers)
    guard problems.isEmpty, review.asksWhy(answers) else { return (reading, problems) }
    let reason = form["reason"]
    if review.reasons.contains(reason) {
      reading.reason = reason
    } else if reason != StratumName.notRecorded {
      problems.append(("reason", "Choose the reason that the chart gives, or that it gives none."))
    }
    return (reading, problems)
  }

  func answer(_ page: PageContext) -> Answer {
    let all = sheet.draw.numbers(turn)
    let done = sheet.readings(turn).count
    // Who reads second does not see what the first one answered, nor anybody else's answers but their own.
    let mine = sheet.readings(turn)[number].flatMap { $0.reader == page.seat?.member.id.rawValue ? $0 : nil }
    return page.page("Chart \(number)", status: problems.isEmpty ? 200 : 400) {
      p(.class("small")) {
        a(.href(Link.reviewPeriod(id: file.id, day: day).path)) { "\(file.measure.value.measure.name), from \(day)" }
      }
      h1 { "Chart \(number)" }
      p {
        turn == .second ? "Second reading, without the first one\u{2019}s answers. " : ""
        "\(done) of \(all.count) read."
      }
      ErrorList(problems: problems)
      page.writing(to: .reviewChart(id: file.id, day: day, number: "\(number)", turn: turn.rawValue)) {
        div(.class("one-hand")) {
          for (place, item) in review.items.enumerated() {
            div(.class("answers")) { question(place, item, mine) }
          }
          reason(mine)
        }
        actions { SubmitButton(mine == nil ? "Keep, and next" : "Keep the correction") }
      }
    }
  }

  private func error(_ name: String) -> String? { problems.first { $0.field == name }?.words }

  private func question(_ place: Int, _ item: String, _ mine: ReviewReading?) -> ChoiceField {
    let name = "item-\(place + 1)"
    let before = mine.flatMap { $0.answers.indices.contains(place) ? $0.answers[place].rawValue : nil }
    return ChoiceField(
      name, item, choices: ChartReview.Answer.allCases.map { .init($0.rawValue, $0.words) },
      chosen: [typed?[name] ?? before ?? ""], error: error(name))
  }

  @HTMLBuilder private func reason(_ mine: ReviewReading?) -> HTML {
    if !review.reasons.isEmpty {
      let before = mine.map { review.asksWhy($0.answers) ? $0.reason ?? StratumName.notRecorded : "" }
      ChoiceField(
        "reason", review.asksWhy == .counted ? "If it counts: why?" : "If it falls short: why?",
        choices: review.reasons.map { .init($0, $0) } + [.init(StratumName.notRecorded, "The chart gives no reason")],
        chosen: [typed?["reason"] ?? before ?? ""], hint: "One, the most important. Otherwise leave it empty.",
        error: error("reason"))
    }
  }
}

internal import Improvement
internal import Markup
internal import Pictures
internal import ProcessControl
internal import Statistics
internal import Workspaces

/// The chart review of a measure: what is asked, the periods, what was found, and how far two readers agree.
struct ReviewPage {
  let file: ReviewFile
  /// The setting up as typed; nil where nothing is being set up.
  var setup: FormFields?
  /// The beginning of a period as typed.
  var period = FormFields()
  var problems: [(field: String, words: String)] = []

  private var measure: ProjectMeasure { file.measure.value.measure }

  func answer(_ page: PageContext) -> Answer {
    page.page("Chart review", summary: measure.name, status: problems.isEmpty ? 200 : 400) {
      p(.class("small")) { a(.href(Link.measure(id: file.id).path)) { measure.name } }
      h1 { "Chart review" }
      p(.class("lede")) {
        "Number the period\u{2019}s charts from 1 in a list of your own; read those that the draw names. Only the place in "
        "the list and the choices are kept here, never a record number."
      }
      ErrorList(problems: problems)
      if let review = file.review?.value.review {
        if page.may(.contribute) { beginning(page) }
        periods
        if !file.sheets.isEmpty {
          if page.edits(file.measure) { items(review) }
          agreement(review)
        }
        precision(review.plan, heading: "What so many charts tell")
        if page.writes(file.review) {
          more("Change the review", isOpen: setup != nil) {
            p(.class("small")) { "A change holds for periods that are begun after it." }
            settingUp(page)
          }
        }
      } else {
        if !page.may(.contribute) { p { "No review was set up for this measure." } }
        settingUp(page)
        precision(SamplingPlan(.random(20), seed: 0), heading: "How many charts?")
      }
    }
  }

  private func error(_ name: String) -> String? { problems.first { $0.field == name }?.words }

  // MARK: Setting up

  private func settingUp(_ page: PageContext) -> HTML {
    let typed = setup ?? file.review.map { FormFields($0.value.review) } ?? FormFields(begun: measure)
    let less = measure.unwantedVerdict == .counted ? "counted" : "not counted"
    return page.writing(to: .chartReview(id: file.id), on: file.review) {
      Field(
        "items", "Questions that a chart answers, one a line", control: .area(rows: 4), typed: typed["items"],
        hint: "Each is answered with yes, no or not documented. Up to \(ReviewForm.mostItems).", error: error("items"))
      ChoiceField(
        "rule", "A chart is counted when", choices: ChartReview.Rule.allCases.map { .init($0.rawValue, $0.words) },
        chosen: [typed["rule"]])
      ChoiceField(
        "silence", "Where the chart does not say, it",
        choices: ChartReview.Silence.allCases.map { .init($0.rawValue, $0.words) }, chosen: [typed["silence"]])
      Field(
        "reasons", "Reasons to choose one from, one a line", control: .area(rows: 4), typed: typed["reasons"],
        hint: "One is asked of each chart that is \(less). Without counted reasons nothing is said about why.",
        error: error("reasons"))
      ChoiceField(
        "way", "Which charts",
        choices: [
          .init("random", "So many of each period, at random"), .init("every", "Every so-many-th of the list"),
        ],
        chosen: [typed["way"]])
      Field(
        "number", "How many, or every how many", control: .line(mode: .numeric, size: 5), typed: typed["number"],
        error: error("number"))
      actions { SubmitButton(file.review == nil ? "Set up the review" : "Save the review") }
    }
  }

  @HTMLBuilder private func precision(_ plan: SamplingPlan, heading: String) -> HTML {
    let shares = [0.1, 0.3, 0.5]
    let charts: Int =
      switch plan.way {
      case .random(let count): count
      case .every: max(1, file.sheets.last?.draw.numbers.count ?? 20)
      }
    section(.aria("labelledby", "precision")) {
      h2(.id("precision")) { heading }
      RowsTable(
        "The interval that so many charts give",
        columns: [
          .init("If the share is"), .init("95% interval of \(charts) charts", isNumeric: true),
          .init("Charts for \u{B1}10 points", isNumeric: true),
        ],
        rows: shares.map { share in
          [
            HTML { "\(Int(share * 100))%" },
            HTML { ChartReview.interval(charts: charts, expecting: share).percents },
            HTML { "\(ChartCount(expected: share, halfWidth: 0.1).charts)" },
          ]
        })
      p(.class("small")) {
        "Wilson\u{2019}s interval (1927). Few charts often tell more over time than many once: the chart adds the periods up."
      }
    }
  }

  // MARK: Periods

  private func beginning(_ page: PageContext) -> HTML {
    section(.class("card card-next"), .aria("labelledby", "begin")) {
      h2(.id("begin")) { "Begin a \(measure.period.rawValue)" }
      page.writing(to: .reviewPeriods(id: file.id)) {
        Field(
          "day", "A day of the \(measure.period.rawValue)", control: .line(.date),
          typed: period.has("day") ? period["day"] : page.today.description, error: error("day"))
        Field(
          "listed", "How many charts are in your list?", control: .line(mode: .numeric, size: 6),
          typed: period["listed"], hint: "The number at the end of the list, up to 5,000.", error: error("listed"))
        actions { SubmitButton("Draw the charts") }
      }
    }
  }

  @HTMLBuilder private var periods: HTML {
    if !file.sheets.isEmpty {
      section(.aria("labelledby", "periods")) {
        h2(.id("periods")) { "Periods" }
        RowsTable(
          "Periods of the review",
          columns: [
            .init("From"), .init("Read", isNumeric: true), .init("Counted", isNumeric: true),
            .init("Second reading", isNumeric: true),
          ],
          rows: file.sheets.reversed().map { sheet in
            let day = sheet.draw.start.description
            return [
              a(.href(Link.reviewPeriod(id: file.id, day: day).path)) { day },
              HTML { "\(sheet.first.count) of \(sheet.draw.numbers.count)" },
              HTML { sheet.sharesWords },
              HTML { "\(sheet.second.count) of \(sheet.draw.secondNumbers.count)" },
            ]
          })
      }
    }
  }

  // MARK: What was found

  private func items(_ review: ChartReview) -> HTML {
    section(.aria("labelledby", "items-found")) {
      h2(.id("items-found")) { "Item by item" }
      RowsTable(
        "Answers by item, all periods",
        columns: [.init("Item")] + ChartReview.Answer.allCases.map { .init($0.words, isNumeric: true) }
          + [.init("Yes, of n", isNumeric: true)],
        rows: review.items.map { item in
          let answers = file.sheets.answers(to: item)
          let total = answers.values.reduce(0, +)
          let yes = answers[.yes] ?? 0
          return [HTML { item }] + ChartReview.Answer.allCases.map { answer in HTML { "\(answers[answer] ?? 0)" } }
            + [HTML { (try? Proportion(yes, of: total)).map(\.words) ?? "\u{2013}" }]
        })
    }
  }

  private func agreement(_ review: ChartReview) -> HTML {
    let twice = file.sheets.readTwiceByOne
    return section(.aria("labelledby", "agreement")) {
      h2(.id("agreement")) { "Two readers" }
      p { "On what each chart counts as: \(file.sheets.agreement.statement)" }
      if file.sheets.agreement.pairs > 0, review.items.count > 1 {
        ul {
          for item in review.items { li { "\(item): \(file.sheets.agreement(on: item).statement)" } }
        }
      }
      if twice > 0 {
        p {
          "\(twice) of them were read twice by one member: that is agreement with oneself. Let another member read them."
        }
      }
      p(.class("small")) {
        "A tenth of the drawn charts, chosen by the draw, is read again by another person who does not see the first "
        "answers. Kappa: Cohen 1960, interval by Fleiss, Cohen and Everitt 1969."
      }
    }
  }
}

extension ReviewSheet {
  /// "31% (15 to 53) of 20", or a dash.
  var sharesWords: String {
    guard let whole = counts.first(where: { $0.strata.isEmpty }), let total = whole.denominator,
      let share = try? Proportion(Int(whole.numerator), of: Int(total))
    else { return "\u{2013}" }
    return share.words
  }
}

extension Proportion {
  /// "31% (95% CI 15 to 53%) of 20".
  var words: String { "\(ValueFormat.percent().text(estimate)) (95% CI \(wilson().percents)) of \(total)" }
}

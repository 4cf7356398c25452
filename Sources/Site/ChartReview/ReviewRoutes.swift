internal import Improvement
internal import ProcessControl
internal import Workspaces

/// The chart review of a measure.
enum ReviewRoutes {
  static let all: [Route] = [
    .get(.chartReview(id: "{id}"), for: .guest(.read)) { page in
      guard page.workspace != nil else { return .see(.improve) }
      return ReviewPage(file: try await page.reviewFile()).answer(page)
    },
    .post(.chartReview(id: "{id}"), for: .guest(.contribute)) { page in
      guard page.workspace != nil else { throw SiteError.notFound }
      let file = try await page.reviewFile()
      let form = ReviewForm(
        measure: file.measure.value.measure, id: MeasureID(rawValue: file.id), typed: page.form)
      let seed = file.review?.value.review.plan.seed ?? seed(page)
      guard let review = form.review(seed: seed), let id = DocumentID<ReviewDocument>(file.id) else {
        return ReviewPage(file: file, setup: page.form, problems: form.problems).answer(page)
      }
      let kept = try await page.save(ReviewDocument(review: review), as: id)
      return .see(.chartReview(id: file.id), page.saved(kept))
    },
    .post(.reviewPeriods(id: "{id}"), for: .guest(.contribute)) { page in
      guard page.workspace != nil else { throw SiteError.notFound }
      return try await begin(try await page.reviewFile(), page)
    },
    .get(.reviewPeriod(id: "{id}", day: "{day}"), for: .guest(.read)) { page in
      guard page.workspace != nil else { return .see(.improve) }
      let (file, sheet) = try await sheet(page)
      return ReviewPeriodPage(file: file, sheet: sheet).answer(page)
    },
    // A number that was typed goes in the body, so that it stands in no address: it may be a record number.
    .post(.reviewPeriod(id: "{id}", day: "{day}"), for: .guest(.contribute)) { page in
      guard page.workspace != nil else { throw SiteError.notFound }
      let (file, sheet) = try await sheet(page)
      do throws(ReviewDraw.Refusal) {
        let number = try sheet.draw.number(page.form["number"])
        return .see(
          .reviewChart(
            id: file.id, day: sheet.draw.start.description, number: "\(number)", turn: ReviewTurn.first.rawValue))
      } catch {
        return ReviewPeriodPage(file: file, sheet: sheet, refusal: error).answer(page)
      }
    },
    .get(.reviewChart(id: "{id}", day: "{day}", number: "{number}", turn: "{turn}"), for: .guest(.contribute)) { page in
      guard page.workspace != nil else { return .see(.improve) }
      let (file, sheet) = try await sheet(page)
      return try chart(file, sheet, page) { number, turn in
        ReviewChartPage(file: file, sheet: sheet, number: number, turn: turn).answer(page)
      }
    },
    .post(.reviewChart(id: "{id}", day: "{day}", number: "{number}", turn: "{turn}"), for: .guest(.contribute)) {
      page in
      guard page.workspace != nil else { throw SiteError.notFound }
      let (file, sheet) = try await sheet(page)
      guard let turn = ReviewTurn(rawValue: page.parameters["turn"] ?? "") else { throw SiteError.notFound }
      let number: Int
      do throws(ReviewDraw.Refusal) {
        number = try sheet.draw.number(page.parameters["number"] ?? "", turn: turn)
      } catch {
        return ReviewPeriodPage(file: file, sheet: sheet, refusal: error).answer(page)
      }
      return try await keep(number, turn, file, sheet, page)
    },
  ]

  /// Keeps what was answered of a chart, and shows the next.
  private static func keep(
    _ number: Int, _ turn: ReviewTurn, _ file: ReviewFile, _ sheet: ReviewSheet, _ page: PageContext
  ) async throws -> Answer {
    let (reading, problems) = ReviewChartPage.reading(page.form, for: sheet.draw.review)
    guard problems.isEmpty else {
      return ReviewChartPage(
        file: file, sheet: sheet, number: number, turn: turn, typed: page.form, problems: problems
      ).answer(page)
    }
    let start = sheet.draw.start
    let taking = try await page.write { writing in
      try writing.take(reading, of: number, turn: turn, on: start, for: file)
    }
    let after = try await Self.sheet(page).sheet
    let day = start.description
    let flash =
      switch taking {
      case .kept: Flash(.good, "Chart \(number) is kept.", "")
      case .readByAnother:
        Flash(.warn, "Chart \(number) was read by another member meanwhile.", "Theirs stays; go on with the next.")
      }
    guard let next = after.next(after: number, turn: turn) else {
      return .see(.reviewPeriod(id: file.id, day: day), flash)
    }
    return .see(.reviewChart(id: file.id, day: day, number: "\(next)", turn: turn.rawValue), flash)
  }

  private static func begin(_ file: ReviewFile, _ page: PageContext) async throws -> Answer {
    guard let review = file.review?.value.review else { return .see(.chartReview(id: file.id)) }
    let day = Day(iso: page.form["day"])
    let listed = Int(page.form["listed"])
    var problems: [(field: String, words: String)] = []
    if day.map({ $0 > page.today || $0 < page.today.adding(-3_660) }) ?? true {
      problems.append(("day", "Give a day up to today, as \(page.today)."))
    }
    if listed.map({ !(1...5_000).contains($0) }) ?? true {
      problems.append(("listed", "Give how many charts your list has, from 1 to 5,000."))
    }
    let period = file.measure.value.measure.period
    guard problems.isEmpty, let day, let listed,
      let id = ReviewDrawDocument.id(file.measure.id, period.start(of: day))
    else { return ReviewPage(file: file, period: page.form, problems: problems).answer(page) }
    let start = period.start(of: day)
    guard file.sheet(start.description) == nil else {
      return .see(
        .reviewPeriod(id: file.id, day: start.description),
        Flash(.news, "This \(period.rawValue) was begun before.", "Its draw stays as it was."))
    }
    let draw = ReviewDraw(review, period: period, start: start, listed: listed)
    // A draw that was taken back may be made again; the history of the period keeps both.
    let kept = try await page.write { try $0.keep(ReviewDrawDocument(draw: draw), as: id, on: 0) }
    return .see(
      .reviewPeriod(id: file.id, day: start.description), page.saved(kept, "\(draw.numbers.count) charts are drawn."))
  }

  private static func sheet(_ page: PageContext) async throws -> (file: ReviewFile, sheet: ReviewSheet) {
    let file = try await page.reviewFile()
    guard let sheet = file.sheet(page.parameters["day"] ?? "") else { throw SiteError.notFound }
    return (file, sheet)
  }

  private static func chart(
    _ file: ReviewFile, _ sheet: ReviewSheet, _ page: PageContext, _ body: (Int, ReviewTurn) -> Answer
  ) throws -> Answer {
    guard let turn = ReviewTurn(rawValue: page.parameters["turn"] ?? "") else { throw SiteError.notFound }
    do throws(ReviewDraw.Refusal) {
      return body(try sheet.draw.number(page.parameters["number"] ?? "", turn: turn), turn)
    } catch {
      return ReviewPeriodPage(file: file, sheet: sheet, refusal: error).answer(page)
    }
  }

  /// Six digits, short enough to be written beside the draw.
  private static func seed(_ page: PageContext) -> Int {
    page.site.world.random(4).reduce(0) { $0 << 8 | Int($1) } % 1_000_000
  }
}

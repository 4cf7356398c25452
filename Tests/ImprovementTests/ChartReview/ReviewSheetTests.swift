import Improvement
import ProcessControl
import Statistics
import Testing

@Suite struct `A sheet of a chart review` {
  private let start = Day(number: 20_717)

  private func review(
    _ rule: ChartReview.Rule = .first, _ silence: ChartReview.Silence = .isNo, why: ChartReview.Verdict = .counted
  ) -> ChartReview {
    ChartReview(
      measure: MeasureID(rawValue: "m"), items: ["Late?", "Told?"], reasons: ["Bed", "Ride"], rule: rule,
      silence: silence, asksWhy: why, plan: SamplingPlan(.random(40), seed: 3))
  }

  @Test func `judges every pair of answers by its rule`() {
    let answers = ChartReview.Answer.allCases
    for one in answers {
      for two in answers {
        let pair = [one, two]
        #expect((review().verdict(pair) == .counted) == (one == .yes))
        #expect((review(.first, .isLeftOut).verdict(pair) == .leftOut) == (one == .notDocumented))
        #expect((review(.all).verdict(pair) == .counted) == (pair == [.yes, .yes]))
        let leftOut = !pair.contains(.no) && pair.contains(.notDocumented)
        #expect((review(.all, .isLeftOut).verdict(pair) == .leftOut) == leftOut)
      }
    }
    #expect(review().verdict([]) == .notCounted)
  }

  @Test func `counts each chart once, with the reasons of those that ask for one`() {
    let draw = ReviewDraw(review(.first, .isLeftOut), period: .week, start: start, listed: 40)
    var one = ReviewPages(of: MeasureID(rawValue: "m"), start: start)
    for (number, answer) in [(1, ChartReview.Answer.yes), (2, .yes), (3, .yes), (4, .no), (5, .notDocumented)] {
      one.take(
        ReviewReading([answer, .no], reason: number == 1 ? "Ride" : number == 2 ? "Bed" : nil), of: number, turn: .first
      )
    }
    // Sent twice.
    one.take(ReviewReading([.yes, .no], reason: "Ride"), of: 1, turn: .first)
    var two = ReviewPages(of: MeasureID(rawValue: "m"), start: start)
    two.take(ReviewReading([.no, .no]), of: 1, turn: .first)
    let counts = ReviewSheet(draw, pages: [one, two]).counts
    #expect(
      counts == [
        PeriodCount(start, 3, of: 4), PeriodCount(start, 1, strata: ["reason": "Bed"]),
        PeriodCount(start, 1, strata: ["reason": "Ride"]), PeriodCount(start, 1, strata: ["reason": "not recorded"]),
      ])
    #expect(ReviewSheet(draw).counts.isEmpty)
  }

  @Test func `counts reasons of what falls short where more is better`() {
    let draw = ReviewDraw(review(why: .notCounted), period: .week, start: start, listed: 2)
    var pages = ReviewPages(of: MeasureID(rawValue: "m"), start: start)
    pages.take(ReviewReading([.yes, .yes], reason: "Bed"), of: 1, turn: .first)
    pages.take(ReviewReading([.no, .yes], reason: "Ride"), of: 2, turn: .first)
    #expect(
      ReviewSheet(draw, pages: [pages]).counts == [
        PeriodCount(start, 1, of: 2), PeriodCount(start, 1, strata: ["reason": "Ride"]),
      ])
  }

  @Test func `refuses what is no place in the list, and never says it again`() {
    let draw = ReviewDraw(
      ChartReview(
        measure: MeasureID(rawValue: "m"), items: ["Late?"], reasons: [], plan: SamplingPlan(.random(5), seed: 3)),
      period: .week, start: start, listed: 60)
    #expect(throws: ReviewDraw.Refusal.beyondTheList(60)) { try draw.number("4471023") }
    #expect(throws: ReviewDraw.Refusal.beyondTheList(60)) { try draw.number("99999999999999999999") }
    for text in ["", "-3", "A12", "4.5", " 7"] {
      #expect(throws: ReviewDraw.Refusal.notANumber) { try draw.number(text) }
    }
    for number in 0...60 {
      if draw.numbers.contains(number) {
        #expect(throws: Never.self) { try draw.number("\(number)") }
      } else {
        #expect(throws: ReviewDraw.Refusal.notDrawn) { try draw.number("\(number)") }
      }
    }
    #expect(!ReviewDraw.Refusal.beyondTheList(60).words.contains("4471023"))
  }

  @Test func `leads through all charts once`() {
    let draw = ReviewDraw(review(), period: .week, start: start, listed: 30)
    var pages = ReviewPages(of: MeasureID(rawValue: "m"), start: start)
    var read: [Int] = []
    var at = 11
    while let next = ReviewSheet(draw, pages: [pages]).next(after: at, turn: .first) {
      read.append(next)
      pages.take(ReviewReading([.no, .no]), of: next, turn: .first)
      at = next
    }
    #expect(read == Array(12...30) + Array(1...11))
  }

  @Test func `sets the second reading beside the first, and tells who read both`() {
    let draw = ReviewDraw(review(), period: .week, start: start, listed: 40)
    var one = ReviewPages(of: MeasureID(rawValue: "m"), start: start)
    var two = ReviewPages(of: MeasureID(rawValue: "m"), start: start)
    for (place, number) in draw.secondNumbers.enumerated() {
      one.take(ReviewReading([.yes, .no], reader: "a"), of: number, turn: .first)
      two.take(ReviewReading([.yes, .yes], reader: place == 0 ? "a" : "b"), of: number, turn: .second)
    }
    let sheets = [ReviewSheet(draw, pages: [one, two])]
    #expect(draw.secondNumbers.count == 4)
    #expect(sheets.agreement.pairs == 4 && sheets.agreement.agreed == 4)
    #expect(sheets.agreement(on: "Told?").agreed == 0)
    #expect(sheets.readTwiceByOne == 1)
    #expect(sheets.answers(to: "Late?") == [.yes: 4])
  }

  @Test func `says the interval that so many charts give, as the count of charts is its inverse`() {
    for share in [0.1, 0.3, 0.5] {
      let needed = ChartCount(expected: share, halfWidth: 0.1)
      #expect(ChartReview.interval(charts: needed.charts, expecting: share).width <= 0.2)
      #expect(ChartReview.interval(charts: needed.charts - 1, expecting: share).width > 0.2)
    }
  }
}

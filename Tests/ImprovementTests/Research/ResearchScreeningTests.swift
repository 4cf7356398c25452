import Improvement
import ProcessControl
import Testing

@Suite struct `The screening of improvement or research` {
  private let questions = ResearchQuestion.all

  private func screening(_ answers: [String: ResearchScreening.Answer]) throws -> ResearchScreening {
    ResearchScreening(project: ProjectID(rawValue: "p"), answers: answers, on: try #require(Day(iso: "2027-03-01")))
  }

  private var plain: [String: ResearchScreening.Answer] {
    Dictionary(uniqueKeysWithValues: questions.map { ($0.id, $0.pointing == .yes ? .no : .yes) })
  }

  @Test func `says nothing while an answer is missing`() throws {
    for question in questions {
      var answers = plain
      answers[question.id] = nil
      let screening = try screening(answers)
      #expect(screening.verdict == nil)
      #expect(screening.unanswered == [question])
    }
  }

  @Test func `calls it likely improvement only when nothing points elsewhere`() throws {
    #expect(try screening(plain).verdict == .likelyImprovement)
    #expect(try screening(plain).pointers == [])
  }

  @Test func `waits for the board until its word is on the record, unless nothing points to research`() throws {
    #expect(try !screening(plain).waitsForBoard && !screening([:]).waitsForBoard)
    for question in questions {
      var answers = plain
      answers[question.id] = question.pointing
      var screening = try screening(answers)
      #expect(screening.waitsForBoard)
      screening.localWords = " "
      #expect(screening.waitsForBoard)
      screening.localWords = "Exempt, says the board."
      #expect(!screening.waitsForBoard)
    }
  }

  /// Every one of the 3^9 ways to answer, against the rule said in words.
  @Test func `never takes unsure for no, and never gets milder by one more sign of research`() throws {
    let order: [ResearchScreening.Verdict] = [.likelyImprovement, .askTheBoard, .likelyResearch]
    var seen: Set<ResearchScreening.Verdict> = []
    var ways = 1
    for _ in questions { ways *= 3 }
    for way in 0..<ways {
      var answers: [String: ResearchScreening.Answer] = [:]
      var rest = way
      for question in questions {
        answers[question.id] = ResearchScreening.Answer.allCases[rest % 3]
        rest /= 3
      }
      let verdict = try #require(try screening(answers).verdict)
      seen.insert(verdict)
      let signs = questions.filter { answers[$0.id] == $0.pointing }
      if answers.values.contains(.unsure) { #expect(verdict != .likelyImprovement) }
      #expect((verdict == .likelyResearch) == signs.contains { $0.weight == .research })
      if way % 97 == 0 {
        for question in questions {
          var more = answers
          more[question.id] = question.pointing
          let worse = try #require(try screening(more).verdict)
          #expect(try #require(order.firstIndex(of: worse)) >= #require(order.firstIndex(of: verdict)))
        }
      }
    }
    #expect(seen.count == 3)
  }
}

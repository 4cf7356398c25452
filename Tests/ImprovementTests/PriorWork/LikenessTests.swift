import Improvement
import Testing

@Suite struct `Likeness to prior work` {
  private let titles = [
    "Reducing discharge delay on the medical ward", "Time to antibiotics in the emergency department",
    "Hand-off completeness at night", "Interpreter use for Spanish speakers", "Late discharges after the order",
  ]

  private func found(_ typed: String) -> [Int] { Likeness(to: titles).matches(typed).map(\.index) }

  @Test func `is found by the words, whatever their endings`() {
    #expect(found("discharged late").first == 4)
    #expect(Set(found("discharge")) == [0, 4])
  }

  @Test func `is found while a word is still being typed`() {
    #expect(found("antibi") == [1])
  }

  @Test func `is not seen in words that every project has`() {
    #expect(found("reduce the time of a patient project") == [])
    #expect(found("") == [])
    #expect(found("zebra") == [])
  }

  @Test(arguments: [0, 1, 2, 3, 4])
  func `is whole for the same text, and never above one`(index: Int) throws {
    let matches = Likeness(to: titles).matches(titles[index], atLeast: 0, limit: 5)
    let first = try #require(matches.first)
    #expect(first.index == index)
    #expect(abs(first.likeness - 1) < 1e-12)
    #expect(matches.allSatisfy { (0...(1 + 1e-12)).contains($0.likeness) })
  }
}

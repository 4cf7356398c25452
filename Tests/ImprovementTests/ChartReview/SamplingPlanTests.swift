import Improvement
import ProcessControl
import Testing

@Suite struct `A sampling plan` {
  @Test(arguments: [1, 2, 3, 7, 40, 200])
  func `draws every k-th chart from a first one within the step`(step: Int) {
    for listed in [1, 2, 6, 40, 199] {
      for index in 0..<20 {
        let numbers = SamplingPlan(.every(step), seed: 7).numbers(of: listed, index: index)
        let first = numbers.first ?? 0
        #expect((1...min(step, listed)).contains(first))
        #expect(numbers == Array(stride(from: first, through: listed, by: step)))
      }
    }
  }

  @Test(arguments: [1, 3, 20, 300])
  func `draws as many as asked at random, in order, never one twice`(count: Int) {
    for listed in [1, 2, 20, 250] {
      for index in 0..<20 {
        let numbers = SamplingPlan(.random(count), seed: 99).numbers(of: listed, index: index)
        #expect(numbers.count == min(count, listed))
        #expect(numbers == Set(numbers).sorted())
        #expect(numbers.allSatisfy { (1...listed).contains($0) })
      }
    }
  }

  @Test func `can be repeated from its seed, and draws each period anew`() {
    let plan = SamplingPlan(.random(10), seed: 4_711)
    #expect(plan.numbers(of: 100, index: 3) == plan.numbers(of: 100, index: 3))
    #expect(Set((0..<30).map { plan.numbers(of: 100, index: $0) }).count == 30)
    #expect(plan.numbers(of: 100, index: 3) != SamplingPlan(.random(10), seed: 4_712).numbers(of: 100, index: 3))
  }

  @Test(arguments: [SamplingPlan.Way.random(3), .every(4)])
  func `gives every chart its turn equally often`(way: SamplingPlan.Way) {
    var drawn: [Int: Int] = [:]
    for index in 0..<4_000 {
      for number in SamplingPlan(way, seed: 1).numbers(of: 12, index: index) { drawn[number, default: 0] += 1 }
    }
    // 4,000 draws, one chart in four: 1,000 each, standard deviation 27; five of them.
    #expect((1...12).allSatisfy { abs((drawn[$0] ?? 0) - 1_000) < 137 })
  }

  @Test func `gives a tenth of the draw to a second reader`() {
    for count in 1...60 {
      let plan = SamplingPlan(.random(count), seed: 5)
      let numbers = plan.numbers(of: 80, index: 2)
      let second = plan.secondReading(of: numbers, index: 2)
      #expect(second.count == (numbers.count + 9) / 10)
      #expect(Set(second).isSubset(of: numbers))
      #expect(second == second.sorted())
    }
    #expect(SamplingPlan(.random(5), seed: 5).secondReading(of: [], index: 2).isEmpty)
    #expect(SamplingPlan(.random(5), seed: 5).numbers(of: 0, index: 2).isEmpty)
  }
}

import Matching
import Testing

@Suite struct `A published market` {
  @Test(arguments: Published.all)
  func `has the matching that was published`(published: Published) {
    let lists = published.lists
    let outcome = Market(lists).match()
    if let count = published.stableCount, count == 0 {
      #expect(!outcome.isStable)
      return
    }
    #expect(outcome.isStable)
    var found: [String: String] = [:]
    for (index, applicant) in published.applicants.enumerated() {
      if let program = outcome.placement(ofApplicant: index)?.program {
        found[applicant.name] = published.programs[program].name
      }
    }
    #expect(found == published.result)
  }

  @Test(arguments: Published.all.filter { $0.stableCount != nil && $0.applicants.count < 8 })
  func `has the number of stable matchings that was published`(published: Published) {
    #expect(Oracle(published.lists).stableMatchings().count == published.stableCount)
  }
}

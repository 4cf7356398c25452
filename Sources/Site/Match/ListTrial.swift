internal import Matching

/// What would have become of one applicant with another list, judged by the true one.
struct ListTrial {
  let market: SmallMarket
  let applicant: Int

  /// Where a list leads.
  enum Result: Hashable, Comparable {
    /// A place of the true list, from 1.
    case place(Int)
    case unmatched
    /// A program that the true list does not name: a place that the applicant would not take.
    case unwanted(Int)

    private var order: Int {
      switch self {
      case .place(let place): place
      case .unmatched: 1_000
      case .unwanted(let program): 2_000 + program
      }
    }

    /// Better comes first.
    static func < (one: Result, other: Result) -> Bool { one.order < other.order }
  }

  var truth: [Int] { market.applicants[applicant].list }
  var honest: Result { result(truth) }

  func result(_ list: [Int]) -> Result {
    let outcome = market.market(with: list, of: applicant).match()
    guard let program = outcome.placement(ofApplicant: applicant)?.program else { return .unmatched }
    return truth.firstIndex(of: program).map { .place($0 + 1) } ?? .unwanted(program)
  }

  /// Every list that could be written from the market's programs but the true one, shorter ones first, with where it
  /// leads.
  ///
  /// n programs have the sum of n!/k! over k lists: 16 of three, 1,957 of six.
  func all() -> [(list: [Int], result: Result)] {
    var lists: [[Int]] = [[]]
    var next = 0
    while next < lists.count {
      for program in market.programs.indices where !lists[next].contains(program) {
        lists.append(lists[next] + [program])
      }
      next += 1
    }
    return lists.filter { $0 != truth }.map { ($0, result($0)) }
  }

  /// What a visitor is shown first: the true list with its first two places exchanged.
  var suggestion: [Int] {
    guard truth.count > 1 else { return market.programs.indices.filter { !truth.contains($0) } + truth }
    return [truth[1], truth[0]] + truth.dropFirst(2)
  }

  func words(_ list: [Int]) -> String {
    list.isEmpty ? "an empty list" : list.map { market.programs[$0].name }.joined(separator: ", ")
  }

  func words(_ result: Result) -> String {
    switch result {
    case .place(let place): "\(market.programs[truth[place - 1]].name), choice \(place) of the true list"
    case .unmatched: "unmatched"
    case .unwanted(let program): "\(market.programs[program].name), which is not on the true list"
    }
  }
}

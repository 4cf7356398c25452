/// The totals of a match.
public struct MatchStatistics: Sendable, Equatable {
  /// Applicants, members of couples included.
  public let applicants: Int
  /// Couples.
  public let couples: Int
  /// Positions offered.
  public let positions: Int
  /// Positions filled, those matched by supplemental lists included.
  public let filled: Int
  /// Applicants matched to a program; a partner with "no match" is not.
  public let matched: Int
  /// How many matched to their first place, second place and so on; for a couple's member the place of the pair.
  public let matchedByPlace: [Int]
  /// Applications made; a couple's pair counts once.
  public let proposals: Int
  /// Applications refused, at once or later.
  public let rejections: Int
  /// Listings of one side only, which were dropped.
  public let dropped: DroppedListings

  /// The share of all applicants matched to each place, 0 to 1.
  public var shareByPlace: [Double] {
    applicants == 0 ? [] : matchedByPlace.map { Double($0) / Double(applicants) }
  }
}

extension Outcome {
  /// The totals; O(applicants).
  public var statistics: MatchStatistics {
    var byPlace: [Int] = []
    var matched = 0
    var filled = 0
    for applicant in 0..<market.applicantCount {
      guard let placement = placement(ofApplicant: applicant) else { continue }
      if placement.supplementalProgram != nil { filled += 1 }
      guard placement.program != nil else { continue }
      matched += 1
      filled += 1
      while byPlace.count < placement.place { byPlace.append(0) }
      byPlace[placement.place - 1] += 1
    }
    return MatchStatistics(
      applicants: market.applicantCount, couples: market.coupleCount, positions: market.positionCount, filled: filled,
      matched: matched, matchedByPlace: byPlace, proposals: effort.proposals, rejections: effort.rejections,
      dropped: market.dropped)
  }

  /// Positions that stay open, after reversions; programs without any are left out.
  public var unfilled: [(program: Int, positions: Int)] {
    zip(positions(), filled()).enumerated().compactMap { program, pair in
      pair.0 > pair.1 ? (program, pair.0 - pair.1) : nil
    }
  }
}

/// The order in which a couple put its pairs, by codes, so that it outlives a change of either list.
public struct CoupleOrder: Codable, Sendable, Equatable {
  /// Two codes; empty is "no match" for that partner.
  public struct Codes: Codable, Sendable, Hashable {
    public var first: String
    public var second: String

    public init(_ first: String, _ second: String) {
      self.first = first
      self.second = second
    }
  }

  /// The pairs as they stand, first choice first.
  public var pairs: [Codes]
  /// Pairs that the couple does not want.
  public var leftOut: [Codes]

  public init(pairs: [Codes], leftOut: [Codes] = []) {
    self.pairs = pairs
    self.leftOut = leftOut
  }

  /// Moves a pair to a place counted from 1; what lies beyond an end is that end.
  ///
  /// - Returns: the place that it has now; nil if there is no such pair.
  public mutating func move(_ pair: Codes, to place: Int) -> Int? {
    guard let old = pairs.firstIndex(of: pair) else { return nil }
    pairs.remove(at: old)
    let new = min(max(0, place - 1), pairs.count)
    pairs.insert(pair, at: new)
    return new + 1
  }

  /// Takes a pair off the list; it is remembered, so that the next proposal does not bring it back.
  public mutating func leaveOut(_ pair: Codes) {
    guard pairs.contains(pair) else { return }
    pairs.removeAll { $0 == pair }
    leftOut.append(pair)
  }
}

extension CoupleRankMaker {
  /// The pairs in the couple's own order; pairs that it never saw follow behind, as proposed.
  ///
  /// Pairs of programs that are no longer ranked are passed over. Complexity: O(pairs).
  public func pairs(in order: CoupleOrder) -> [Pair] {
    let proposed = proposedPairs
    let named = proposed.map { ($0, codes($0)) }
    let byCodes = Dictionary(named.map { ($0.1, $0.0) }, uniquingKeysWith: { first, _ in first })
    let known = Set(order.pairs).union(order.leftOut)
    return order.pairs.compactMap { byCodes[$0] } + named.filter { !known.contains($0.1) }.map(\.0)
  }
}

/// What a service asks for the first, the next and the thousandth application in one specialty.
public struct FeeSchedule: Sendable, Equatable {
  /// A stretch of applications with one price: a flat sum for the whole stretch, or so much for each.
  public struct Tier: Sendable, Equatable {
    /// The last application of the tier, counted from 1; `nil` in the last tier.
    public let upTo: Int?
    public let price: Price

    public init(upTo: Int?, price: Price) {
      self.upTo = upTo
      self.price = price
    }
  }

  public enum Price: Sendable, Equatable {
    /// Dollars for the whole tier, due with its first application.
    case flat(Double)
    /// Dollars for each application.
    case each(Double)
  }

  /// In order; the last has no end.
  public let tiers: [Tier]
  public let year: Int
  public let source: String
  public let trust: Figure.Trust
  public let note: String?
  /// The older season the schedule was carried from.
  public var carriedFrom: Int?

  public init(
    tiers: [Tier], year: Int, source: String, trust: Figure.Trust, note: String? = nil, carriedFrom: Int? = nil
  ) {
    self.tiers = tiers
    self.year = year
    self.source = source
    self.trust = trust
    self.note = note
    self.carriedFrom = carriedFrom
  }

  /// Dollars for the first `count` applications in one specialty.
  ///
  /// O(tiers).
  public func cumulativeFee(_ count: Int) -> Double {
    var total = 0.0
    var reached = 0
    for tier in tiers where count > reached {
      let end = min(count, tier.upTo ?? count)
      switch tier.price {
      case .flat(let dollars): total += dollars
      case .each(let dollars): total += dollars * Double(max(0, end - reached))
      }
      reached = max(reached, end)
    }
    return total
  }

  /// Dollars that the `nth` application adds, counted from 1.
  public func marginalFee(_ nth: Int) -> Double {
    precondition(nth >= 1, "applications are counted from 1")
    return cumulativeFee(nth) - cumulativeFee(nth - 1)
  }

  /// The most applications that `dollars` buy in one specialty, at most `limit`.
  public func applications(for dollars: Double, limit: Int = 10_000) -> Int {
    var low = 0
    var high = max(0, limit)
    while low < high {
      let middle = (low + high + 1) / 2
      if cumulativeFee(middle) <= dollars { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// Whether one more never costs less than the one before; false where the first tier is a flat sum.
  public var isConvex: Bool {
    var last = 0.0
    for tier in tiers {
      guard case .each(let dollars) = tier.price, dollars >= last else { return false }
      last = dollars
    }
    return true
  }

  /// The schedule's price for the nth application as a figure with its source.
  public func figure(marginal nth: Int) -> Figure {
    Figure(value: marginalFee(nth), year: year, source: source, trust: trust, note: note, carriedFrom: carriedFrom)
  }
}

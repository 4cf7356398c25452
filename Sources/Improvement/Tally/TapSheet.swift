public import ProcessControl

/// The taps of one day on one measure, each known by a name that its phone gave it, so that none counts twice.
///
/// A phone without a network keeps its taps and sends them again until it hears that they arrived: the same tap may come
/// any number of times, in any order, and counts once.
public struct TapSheet: Codable, Hashable, Sendable {
  /// What a tap says.
  public enum Kind: String, Codable, Sendable, CaseIterable {
    /// One more of the numerator (and, of a share, of the denominator).
    case event
    /// One more of the denominator alone: looked at, and it was not so.
    case other
  }

  /// A tap as it was kept.
  public struct Tap: Codable, Hashable, Sendable {
    public var kind: Kind
    /// Taken back; the tap stays, so that a late copy of it does not count again.
    public var isUndone: Bool

    public init(_ kind: Kind, isUndone: Bool = false) {
      self.kind = kind
      self.isUndone = isUndone
    }
  }

  public var measure: MeasureID
  public var day: Day
  /// By the names that phones gave them: 8 to 40 letters, digits or hyphens, never twice the same.
  public private(set) var taps: [String: Tap]

  public init(of measure: MeasureID, on day: Day) {
    self.measure = measure
    self.day = day
    taps = [:]
  }

  /// Whether a name is one that a phone may give.
  public static func isName(_ text: String) -> Bool {
    (8...40).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
          true
        default: false
        }
      }
  }

  /// Takes a tap, or takes one back; what is known already changes nothing.
  ///
  /// An undo may arrive before its tap: the tap then counts as undone when it comes. O(1).
  public mutating func take(_ name: String, _ kind: Kind, isUndone: Bool = false) {
    guard let known = taps[name] else {
      taps[name] = Tap(kind, isUndone: isUndone)
      return
    }
    taps[name] = Tap(known.kind, isUndone: known.isUndone || isUndone)
  }

  /// Events and others that count.
  public var totals: (events: Int, others: Int) {
    taps.values.reduce(into: (events: 0, others: 0)) { totals, tap in
      guard !tap.isUndone else { return }
      if tap.kind == .event { totals.events += 1 } else { totals.others += 1 }
    }
  }

  /// What the sheet adds to the measure's count of its period: numerator, and denominator where the kind has one.
  ///
  /// Of a share every tap is one of the denominator; of a rate the others are its exposure.
  public func count(for kind: ProjectMeasure.Kind) -> (numerator: Double, denominator: Double?) {
    let (events, others) = totals
    switch kind {
    case .proportion: return (Double(events), Double(events + others))
    case .rate: return (Double(events), Double(others))
    default: return (Double(events), nil)
    }
  }
}

extension ProjectMeasure {
  /// Whether it can be counted by tapping.
  public var canBeTallied: Bool { kind == .proportion || kind == .rate || kind == .count }
}

/// The order in which groups stand on every page, chart and file: bands by their numbers, names by the alphabet, those
/// whose group is not recorded last.
///
/// ```swift
/// GroupOrder.sorted(["100+", "25-49", "not recorded", "0-9 km", "10-24"])
/// // ["0-9 km", "10-24", "25-49", "100+", "not recorded"]
/// ```
public enum GroupOrder {
  /// Sorts names; O(n log n).
  public static func sorted(_ names: some Sequence<String>) -> [String] {
    names.map { (name: $0, place: Place($0)) }.sorted { $0.place < $1.place }.map(\.name)
  }

  /// Whether one name stands before another.
  public static func isBefore(_ one: String, _ other: String) -> Bool { Place(one) < Place(other) }

  /// Where a name stands: by what comes first, then by how the first number is bounded, then by the rest.
  private struct Place: Comparable {
    let isUnknown: Bool
    /// Text and numbers by turns.
    let parts: [Part]
    /// Below, at, or above the first number.
    let side: Int
    let name: String

    init(_ name: String) {
      self.name = name
      isUnknown = name == StratumName.notRecorded
      var rest = name.lowercased()[...]
      var side = 0
      // "Below 5" stands before "5-9", "over 65" after "65".
      for (words, turn) in Place.bounds where rest.hasPrefix(words) {
        let after = rest.dropFirst(words.count).drop { $0 == " " }
        if after.first?.isWholeNumber ?? false { (rest, side) = (after, turn) }
        if side != 0 { break }
      }
      self.side = side
      parts = Part.all(of: rest)
    }

    private static let bounds = [
      ("below", -1), ("under", -1), ("less than", -1), ("fewer than", -1), ("<=", -1), ("<", -1), ("\u{2264}", -1),
      ("up to", -1), ("over", 1), ("above", 1), ("more than", 1), ("at least", 1), (">=", 1), (">", 1),
      ("\u{2265}", 1),
    ]

    static func < (one: Place, other: Place) -> Bool {
      if one.isUnknown != other.isUnknown { return other.isUnknown }
      if one.parts.isEmpty != other.parts.isEmpty { return one.parts.isEmpty }
      if let first = one.parts.first, let second = other.parts.first, first != second { return first < second }
      if one.side != other.side { return one.side < other.side }
      for (a, b) in zip(one.parts, other.parts) where a != b { return a < b }
      if one.parts.count != other.parts.count { return one.parts.count < other.parts.count }
      return one.name < other.name
    }
  }

  /// A piece of a name: numbers stand before text.
  private enum Part: Comparable {
    case number(Double)
    case text(String)

    static func all(of name: Substring) -> [Part] {
      var parts: [Part] = []
      var rest = name[...]
      while let first = rest.first {
        if first.isASCII, first.isWholeNumber {
          let digits = rest.prefix { $0.isASCII && ($0.isWholeNumber || $0 == "." || $0 == ",") }
          var number = digits
          // A point or comma at the end belongs to the sentence.
          while let last = number.last, !last.isWholeNumber { number.removeLast() }
          parts.append(.number(value(of: number)))
          rest = rest.dropFirst(number.count)
        } else {
          let text = rest.prefix { !($0.isASCII && $0.isWholeNumber) }
          parts.append(.text(String(text)))
          rest = rest.dropFirst(text.count)
        }
      }
      return parts
    }

    /// "1,000" is a thousand, "2.5" two and a half; so is neither of "1.2.3", which counts as its first number.
    private static func value(of digits: Substring) -> Double {
      let plain = digits.filter { $0 != "," }
      return Double(plain) ?? Double(plain.prefix { $0 != "." }) ?? .infinity
    }
  }
}

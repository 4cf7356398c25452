extension SeededGenerator {
  /// A number in [0, 1): a multiple of 2⁻⁵³, every multiple equally likely.
  @inlinable
  public mutating func uniform() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A number in (0, 1), never an end: an odd multiple of 2⁻⁵³, symmetric about one half.
  @inlinable
  public mutating func uniformOpen() -> Double {
    Double((next() >> 11) | 1) * 0x1p-53
  }

  /// A standard normal number: the quantile of one `uniformOpen()`.
  ///
  /// One draw for each number, and increasing in that draw, so that two runs stay coupled when one of them changes.
  /// Values lie within ±8.3.
  public mutating func normal() -> Double {
    Normal.quantile(uniformOpen())
  }

  /// A whole number from 0 to n - 1, each equally likely; `n` must be positive.
  ///
  /// D. Lemire, "Fast random integer generation in an interval", ACM TOMACS 29, 2019.
  @inlinable
  public mutating func below(_ n: Int) -> Int {
    precondition(n > 0, "below(_:) needs a positive bound.")
    let bound = UInt64(n)
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      let threshold = (0 &- bound) % bound
      while product.low < threshold {
        product = next().multipliedFullWidth(by: bound)
      }
    }
    return Int(product.high)
  }

  /// Puts the elements in a random order, each order equally likely (Fisher and Yates).
  ///
  /// Complexity: O(n).
  ///
  /// Written here because the standard library does not promise the same order from one release to the next.
  @inlinable
  public mutating func shuffle<Elements: MutableCollection & RandomAccessCollection>(_ elements: inout Elements) {
    var remaining = elements.count
    var index = elements.startIndex
    while remaining > 1 {
      let chosen = elements.index(index, offsetBy: below(remaining))
      elements.swapAt(index, chosen)
      elements.formIndex(after: &index)
      remaining -= 1
    }
  }

  /// The elements in a random order.
  ///
  /// Complexity: O(n).
  @inlinable
  public mutating func shuffled<Element>(_ elements: some Sequence<Element>) -> [Element] {
    var result = Array(elements)
    shuffle(&result)
    return result
  }
}

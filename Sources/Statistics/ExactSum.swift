/// A sum without rounding error until it is read: the result is the double nearest to the true sum.
///
/// The parts are kept as numbers that do not overlap (J. Shewchuk, Discrete & Computational Geometry 18, 1997), so the
/// order of adding cannot matter. Rounds half to even. Infinities and NaN follow IEEE addition. A partial sum beyond
/// the largest double counts as infinite.
///
/// ```swift
/// [1e16, 1, -1e16].exactSum()  // 1
/// ```
public struct ExactSum: Sendable {
  /// Increasing in magnitude, without overlap of their bits.
  private var parts: [Double] = []
  /// The sum of all infinities and NaN met, else zero.
  private var special = 0.0

  /// Starts at zero.
  public init() {}

  /// Adds one number.
  ///
  /// Complexity: O(parts), nearly always one to three.
  public mutating func add(_ number: Double) {
    guard number.isFinite else {
      special += number
      return
    }
    var x = number
    var kept = 0
    for index in parts.indices {
      var y = parts[index]
      if abs(x) < abs(y) { swap(&x, &y) }
      let high = x + y
      let low = y - (high - x)
      if low != 0 {
        parts[kept] = low
        kept += 1
      }
      x = high
    }
    guard x.isFinite else {
      special += x
      parts.removeAll(keepingCapacity: true)
      return
    }
    if kept < parts.count {
      parts[kept] = x
      parts.removeLast(parts.count - kept - 1)
    } else {
      parts.append(x)
    }
  }

  /// Adds every number of a sequence.
  public mutating func add(contentsOf numbers: some Sequence<Double>) {
    for number in numbers {
      add(number)
    }
  }

  /// The double nearest to the sum so far.
  ///
  /// An empty sum is zero.
  public var value: Double {
    guard special == 0 else { return special }
    guard var high = parts.last else { return 0 }
    var index = parts.count - 1
    var low = 0.0
    while index > 0, low == 0 {
      index -= 1
      let x = high
      let y = parts[index]
      high = x + y
      low = y - (high - x)
    }
    // Exactly half way so far: the next smaller part decides the direction.
    if index > 0, (low < 0) == (parts[index - 1] < 0), low != 0 {
      let doubled = 2 * low
      let rounded = high + doubled
      if rounded - high == doubled { high = rounded }
    }
    return high
  }
}

extension Sequence where Element == Double {
  /// The correctly rounded sum; zero when empty.
  public func exactSum() -> Double {
    var sum = ExactSum()
    sum.add(contentsOf: self)
    return sum.value
  }
}

extension Collection where Element == Double {
  /// The mean, correct to the last digit; nil when empty.
  ///
  /// A constant series has exactly that mean, so that its points lie on their center line and not a rounding error
  /// beside it.
  public func exactMean() -> Double? {
    guard !isEmpty else { return nil }
    let size = Double(count)
    var sum = ExactSum()
    sum.add(contentsOf: self)
    let mean = sum.value / size
    guard mean.isFinite else { return mean }
    // What the rounded mean leaves of the sum, exactly: mean × size as a rounded product and its error.
    let product = mean * size
    sum.add(-product)
    sum.add(-(-product).addingProduct(mean, size))
    return mean + sum.value / size
  }
}

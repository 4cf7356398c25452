/// A scale with round tick marks.
struct Axis: Sendable, Equatable {
  let lower: Double
  let upper: Double
  /// The distance between ticks: 1, 2, 2.5 or 5 times a power of ten.
  let step: Double

  /// The ticks from `lower` to `upper`.
  var ticks: [Double] {
    let count = Int(((upper - lower) / step + 1e-9).rounded(.down))
    return (0...max(0, count)).map { index in
      let value = lower + Double(index) * step
      // Without this, 3 * 0.1 prints as 0.30000000000000004.
      return abs(value) < step * 1e-9 ? 0 : value
    }
  }

  /// An axis that holds all `values`, with about `count` ticks.
  ///
  /// Begins at zero where that costs less than half of the height, and never leaves 0 to 1 for a share.
  init(holding values: [Double], about count: Int, isShare: Bool) {
    let finite = values.filter(\.isFinite)
    var low = finite.min() ?? 0
    var high = finite.max() ?? 1
    if low >= 0, low < high * 0.5 { low = 0 }
    if high <= low {
      let margin = low == 0 ? 1 : abs(low) * 0.1
      (low, high) = (low - (low == 0 ? 0 : margin), high + margin)
    }
    let step = Self.roundStep((high - low) / Double(max(1, count)))
    var bottom = (low / step + 1e-9).rounded(.down) * step
    var top = (high / step - 1e-9).rounded(.up) * step
    if isShare { (bottom, top) = (max(0, bottom), min(1, max(top, step))) }
    self.lower = bottom
    self.upper = top > bottom ? top : bottom + step
    self.step = step
  }

  init(lower: Double, upper: Double, step: Double) {
    self.lower = lower
    self.upper = upper
    self.step = step
  }

  static func roundStep(_ rough: Double) -> Double {
    guard rough > 0, rough.isFinite else { return 1 }
    var power = 1.0
    while power * 10 <= rough { power *= 10 }
    while power > rough { power /= 10 }
    for factor in [1, 2, 2.5, 5] where rough <= factor * power * 1.000001 { return factor * power }
    return 10 * power
  }
}

/// The rectangle that data are drawn in.
struct Plot: Sendable {
  let left, top, width, height: Double
  /// What stands at the left and right edge.
  let across: ClosedRange<Double>
  /// What stands at the lower and upper edge.
  let up: ClosedRange<Double>

  var right: Double { left + width }

  var bottom: Double { top + height }

  func x(_ value: Double) -> Double {
    let span = across.upperBound - across.lowerBound
    return span > 0 ? left + (value - across.lowerBound) / span * width : left + width / 2
  }

  func y(_ value: Double) -> Double {
    let span = up.upperBound - up.lowerBound
    return span > 0 ? bottom - (value - up.lowerBound) / span * height : top + height / 2
  }
}

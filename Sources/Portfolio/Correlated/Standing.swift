/// Where a set of chances stands: for every utility and scenario, what one more chance could still add.
///
/// With `survival(l)` the chance that nothing worth more than `l` was obtained, a chance `f` at utility `u` adds the
/// mean over the scenarios of `f * worth(u)`, where `worth(u)` is the integral of `survival` from 0 to `u`. Survival is
/// a step function that falls only at utilities already chosen, so `worth` is piecewise linear and kept exactly: no
/// utility is rounded or merged. Scenario weights are inside `survival`, so a gain is one dot product.
///
/// Kept in `Float`; every product is at least 1e-30, so that a factor can be divided out again. Gains are good to
/// about 1e-6 of their size, and the numbers that are reported are computed again in `Double`.
package struct Standing {
  let blocks: Int
  private let weights: [SIMD8<Float>]
  /// The distinct utilities that were added, rising, after a 0; level `i` reaches up to level `i + 1`.
  private(set) var levels: [Double] = [0]
  /// Where the rows of a level are: rows are appended, never moved.
  private var slots: [Int] = [0]
  private(set) var survival: [SIMD8<Float>]
  private(set) var worth: [SIMD8<Float>]

  init(shares: [Double]) {
    blocks = (shares.count + 7) / 8
    var weights = [SIMD8<Float>](repeating: .zero, count: blocks)
    for (scenario, share) in shares.enumerated() { weights[scenario / 8][scenario % 8] = Float(share) }
    self.weights = weights
    survival = weights
    worth = [SIMD8<Float>](repeating: .zero, count: blocks)
  }

  /// The level that a utility lies on, and how far above its start.
  ///
  /// O(log levels).
  func level(of utility: Double) -> (slot: Int, above: Float) {
    var low = 0
    var high = levels.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if levels[middle] <= utility { low = middle } else { high = middle }
    }
    return (slots[low], Float(utility - levels[low]))
  }

  /// What a chance would add.
  ///
  /// O(scenarios).
  func gain(row: Int, utility: Double, in chances: ScenarioChances) -> Double {
    let (slot, above) = level(of: utility)
    let chance = chances.storage.span.extracting(row * blocks..<(row + 1) * blocks)
    let worth = worth.span.extracting(slot * blocks..<(slot + 1) * blocks)
    if above == 0 { return dot(chance, worth) }
    let survival = survival.span.extracting(slot * blocks..<(slot + 1) * blocks)
    return dot(chance, worth, plus: above, survival)
  }

  /// What would change if a chance that is in the set were replaced by another at the same utility.
  ///
  /// O(scenarios).
  func gain(replacing row: Int, with other: Int, utility: Double, in chances: ScenarioChances) -> Double {
    let (slot, _) = level(of: utility)
    let old = chances.storage.span.extracting(row * blocks..<(row + 1) * blocks)
    let new = chances.storage.span.extracting(other * blocks..<(other + 1) * blocks)
    let worth = worth.span.extracting(slot * blocks..<(slot + 1) * blocks)
    var sum = SIMD8<Float>.zero
    for i in 0..<blocks { sum += (new[i] - old[i]) / (1 - old[i]) * worth[i] }
    return total(sum)
  }

  /// What would be lost without a chance that is in the set.
  ///
  /// O(scenarios).
  func loss(row: Int, utility: Double, in chances: ScenarioChances) -> Double {
    let (slot, _) = level(of: utility)
    let chance = chances.storage.span.extracting(row * blocks..<(row + 1) * blocks)
    let worth = worth.span.extracting(slot * blocks..<(slot + 1) * blocks)
    var sum = SIMD8<Float>.zero
    for i in 0..<blocks { sum += chance[i] / (1 - chance[i]) * worth[i] }
    return total(sum)
  }

  /// What `first` at `utility` would add if a chance in the set, `old` at `place`, became `new`.
  ///
  /// O(scenarios).
  func gain(
    row first: Int, utility: Double, whenReplacing old: Int, with new: Int, at place: Double,
    in chances: ScenarioChances
  ) -> Double {
    let (slot, above) = level(of: utility)
    let (lowSlot, lowAbove) = level(of: min(utility, place))
    let first = chances.storage.span.extracting(first * blocks..<(first + 1) * blocks)
    let old = chances.storage.span.extracting(old * blocks..<(old + 1) * blocks)
    let new = chances.storage.span.extracting(new * blocks..<(new + 1) * blocks)
    let worths = worth.span
    let survivals = survival.span
    var sum = SIMD8<Float>.zero
    for i in 0..<blocks {
      let all = worths[slot * blocks + i] + above * survivals[slot * blocks + i]
      let shared = worths[lowSlot * blocks + i] + lowAbove * survivals[lowSlot * blocks + i]
      sum += first[i] * (all - (new[i] - old[i]) / (1 - old[i]) * shared)
    }
    return total(sum)
  }

  /// Puts a chance into the set.
  ///
  /// O(levels * scenarios).
  mutating func add(row: Int, utility: Double, in chances: ScenarioChances) {
    guard utility > 0 else { return }
    let blocks = blocks
    var at = 0
    while at < levels.count && levels[at] < utility { at += 1 }
    if at == levels.count || levels[at] != utility { insertLevel(utility, at: at) }
    let chance = chances.storage.span.extracting(row * blocks..<(row + 1) * blocks)
    let floor = SIMD8<Float>(repeating: 1e-30)
    for level in 0..<at {
      let start = slots[level] * blocks
      var target = survival.mutableSpan
      for i in 0..<blocks {
        let product = target[start + i] * (1 - chance[i])
        target[start + i] = product.replacing(with: floor, where: product .< floor)
      }
      addUp(to: level + 1)
    }
    for level in at + 1..<max(levels.count, at + 1) { addUp(to: level) }
  }

  /// Takes a chance that is in the set out again.
  ///
  /// Use once on a standing built by `add` only. O(levels * scenarios).
  mutating func remove(row: Int, utility: Double, in chances: ScenarioChances) {
    let blocks = blocks
    let chance = chances.storage.span.extracting(row * blocks..<(row + 1) * blocks)
    for level in 0..<levels.count where levels[level] < utility {
      let start = slots[level] * blocks
      var target = survival.mutableSpan
      for i in 0..<blocks { target[start + i] /= 1 - chance[i] }
    }
    for level in 1..<max(levels.count, 1) { addUp(to: level) }
  }

  private mutating func insertLevel(_ utility: Double, at index: Int) {
    let below = slots[index - 1] * blocks
    slots.insert(survival.count / blocks, at: index)
    levels.insert(utility, at: index)
    for i in 0..<blocks { survival.append(survival[below + i]) }
    worth.append(contentsOf: repeatElement(.zero, count: blocks))
  }

  /// Integrates survival into the worth at the start of a level, from the level below.
  private mutating func addUp(to level: Int) {
    let blocks = blocks
    let below = slots[level - 1] * blocks
    let here = slots[level] * blocks
    let width = Float(levels[level] - levels[level - 1])
    let survival = survival
    let survivals = survival.span
    var target = worth.mutableSpan
    for i in 0..<blocks { target[here + i] = target[below + i] + width * survivals[below + i] }
  }
}

/// Sum of products, eight lanes in two accumulators, lanes added in order in `Double`.
private func dot(_ a: borrowing Span<SIMD8<Float>>, _ b: borrowing Span<SIMD8<Float>>) -> Double {
  var even = SIMD8<Float>.zero
  var odd = SIMD8<Float>.zero
  var i = 0
  while i + 1 < a.count {
    even += a[i] * b[i]
    odd += a[i + 1] * b[i + 1]
    i += 2
  }
  if i < a.count { even += a[i] * b[i] }
  return total(even + odd)
}

private func dot(
  _ a: borrowing Span<SIMD8<Float>>, _ b: borrowing Span<SIMD8<Float>>, plus factor: Float,
  _ c: borrowing Span<SIMD8<Float>>
) -> Double {
  var even = SIMD8<Float>.zero
  var odd = SIMD8<Float>.zero
  var i = 0
  while i + 1 < a.count {
    even += a[i] * (b[i] + factor * c[i])
    odd += a[i + 1] * (b[i + 1] + factor * c[i + 1])
    i += 2
  }
  if i < a.count { even += a[i] * (b[i] + factor * c[i]) }
  return total(even + odd)
}

private func total(_ lanes: SIMD8<Float>) -> Double {
  var sum = 0.0
  for lane in 0..<8 { sum += Double(lanes[lane]) }
  return sum
}

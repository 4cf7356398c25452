/// The optimal sets of every size up to a limit when all cost the same: they are nested, so one order holds them all.
///
/// Take the greatest `f * t`, then charge it to the rest: what is worth no more becomes `(1 - f) t`, what is worth
/// more becomes `t - f t'`. Kept in order of falling `t`, which the charge preserves, so the two cases are two runs.
/// O(m log m + h m). Of equal gains the greater utility first, then the lower index.
///
/// - Parameters:
///   - probabilities: The chances to obtain, 0 to 1.
///   - utilities: What each is worth above the outside; those not above 0 are never taken.
///   - limit: The most that are taken.
///   - minimumGain: Stop when one more adds less.
/// - Returns: Indices in order of addition, with gains.
func eliminated(
  probabilities: [Double], utilities: [Double], limit: Int, minimumGain: Double
) -> [(index: Int, gain: Double)] {
  var live = EliminationList(
    probabilities.indices.filter { utilities[$0] > 0 && probabilities[$0] > 0 }
      .sorted { (utilities[$0], $1) > (utilities[$1], $0) }
      .map { (probabilities[$0], utilities[$0], $0) })
  var list: [(index: Int, gain: Double)] = []
  while list.count < limit, let best = live.takeBest(atLeast: minimumGain) { list.append(best) }
  return list
}

/// What is left, eight to a block and thirty-two blocks to a chunk; each chunk knows its greatest gain.
private struct EliminationList {
  private static let chunk = 32
  private var probabilities: [SIMD8<Double>] = []
  private var worths: [SIMD8<Double>] = []
  private var indices: [Int] = []
  private var maxima: [Double] = []
  private var taken = 0

  init(_ items: [(probability: Double, worth: Double, index: Int)]) {
    let blocks = (items.count + 8 * Self.chunk - 1) / (8 * Self.chunk) * Self.chunk
    probabilities = Array(repeating: .zero, count: blocks)
    worths = probabilities
    indices = items.map(\.index)
    for (position, item) in items.enumerated() {
      probabilities[position / 8][position % 8] = item.probability
      worths[position / 8][position % 8] = item.worth
    }
    maxima = Array(repeating: 0, count: blocks / Self.chunk)
    for chunk in maxima.indices { charge(chunk, factor: 1, less: 0) }
  }

  mutating func takeBest(atLeast minimumGain: Double) -> (index: Int, gain: Double)? {
    var bestChunk = 0
    for chunk in maxima.indices where maxima[chunk] > maxima[bestChunk] { bestChunk = chunk }
    guard let gain = maxima.isEmpty ? nil : maxima[bestChunk], gain > 0, gain >= minimumGain else { return nil }
    var position = bestChunk * Self.chunk * 8
    while probabilities[position / 8][position % 8] * worths[position / 8][position % 8] != gain { position += 1 }
    let probability = probabilities[position / 8][position % 8]
    let worth = worths[position / 8][position % 8]
    probabilities[position / 8][position % 8] = 0
    let index = indices[position]
    for chunk in 0..<bestChunk { charge(chunk, factor: 1, less: probability * worth) }
    for other in bestChunk * Self.chunk * 8..<(bestChunk + 1) * Self.chunk * 8 {
      let t = worths[other / 8][other % 8]
      worths[other / 8][other % 8] = other < position ? t - probability * worth : t * (1 - probability)
    }
    charge(bestChunk, factor: 1, less: 0)
    for chunk in bestChunk + 1..<max(maxima.count, bestChunk + 1) { charge(chunk, factor: 1 - probability, less: 0) }
    taken += 1
    if taken * 8 > indices.count && indices.count > 8 * Self.chunk { compact() }
    return (index, gain)
  }

  /// Sets every `t` of a chunk to `t * factor - less` and finds the greatest gain again.
  private mutating func charge(_ chunk: Int, factor: Double, less: Double) {
    let all = probabilities
    let probabilities = all.span
    var greatest = SIMD8<Double>.zero
    do {
      var worths = worths.mutableSpan
      for block in chunk * Self.chunk..<(chunk + 1) * Self.chunk {
        let worth = worths[block] * factor - less
        worths[block] = worth
        let gain = probabilities[block] * worth
        greatest.replace(with: gain, where: gain .> greatest)
      }
    }
    maxima[chunk] = greatest.max()
  }

  /// Drops what was taken.
  private mutating func compact() {
    var items: [(probability: Double, worth: Double, index: Int)] = []
    items.reserveCapacity(indices.count)
    for position in indices.indices where probabilities[position / 8][position % 8] > 0 {
      items.append((probabilities[position / 8][position % 8], worths[position / 8][position % 8], indices[position]))
    }
    self = EliminationList(items)
  }
}

/// Greedy filling: add what gains most, or most for its fee, until nothing more fits.
///
/// Gains fall as the set grows, so an old gain is an upper limit of the new one, and only the candidate in front is
/// computed again (Minoux 1978). One queue for each group, since all of a group cost the same at any moment.
struct Filling {
  /// What is compared between groups.
  enum Key: CaseIterable {
    /// The gain alone.
    case gain
    /// The gain for each unit of the fee.
    case gainPerFee
  }

  let problem: ChoiceProblem
  /// The gain of each candidate's variants from the fixed alone; `-1` if not offered.
  let firstGains: [[Double]]
  let start: Standing

  init(_ problem: ChoiceProblem, shares: [Double]) {
    self.problem = problem
    let start = problem.standing([], shares: shares)
    self.start = start
    firstGains = Variant.allCases.map { variant in
      problem.candidates.map { candidate in
        candidate.row(variant).map { start.gain(row: $0, utility: candidate.utility, in: problem.chances) } ?? -1
      }
    }
  }

  /// A filled selection.
  ///
  /// - Parameters:
  ///   - key: What is compared.
  ///   - variants: The ways to take a candidate that are tried; a signal is used while its group has one left.
  ///   - open: Whether a group may be used.
  ///   - isKept: Which candidates may be used; nil is all.
  /// - Returns: The selection, in the order of filling.
  func filled(by key: Key, variants: [Variant], open: [Bool], isKept: [Bool]? = nil) -> Selection {
    var selection = Selection(problem)
    var standing = start
    var queues = problem.groups.indices.map { _ in [Queue](repeating: Queue(), count: 3) }
    for variant in variants {
      for (index, candidate) in problem.candidates.enumerated() where !selection.isChosen[index] {
        let gain = firstGains[variant.rawValue][index]
        if gain > 0 && open[candidate.group] && isKept?[index] ?? true {
          queues[candidate.group][variant.rawValue].append(.init(gain: gain, candidate: index))
        }
      }
    }
    for group in queues.indices { for variant in variants { queues[group][variant.rawValue].arrange() } }
    fill(&selection, &standing, &queues, variants, key)
    return selection
  }

  private func fill(
    _ selection: inout Selection, _ standing: inout Standing, _ queues: inout [[Queue]], _ variants: [Variant],
    _ key: Key
  ) {
    while true {
      var best: (choice: Choice, gain: Double, key: Double)?
      for group in queues.indices where selection.hasRoom(group) {
        let fee = selection.marginalFee(group)
        for variant in variants where selection.hasSignal(variant, group) {
          guard
            let front = front(of: &queues[group][variant.rawValue], variant, selection, standing)
          else { continue }
          let value = key == .gain ? front.gain : front.gain / max(fee, 1e-9)
          if value > best?.key ?? 0 { best = (Choice(candidate: front.candidate, variant: variant), front.gain, value) }
        }
      }
      guard let best, best.gain > 0, best.gain >= problem.minimumGain else { return }
      selection.add(best.choice)
      standing.add(row: problem.row(best.choice), utility: problem.utility(best.choice), in: problem.chances)
    }
  }

  /// The true best of a queue, made fresh.
  private func front(of queue: inout Queue, _ variant: Variant, _ selection: Selection, _ standing: Standing)
    -> Queue.Entry?
  {
    while let entry = queue.first {
      if selection.isChosen[entry.candidate] {
        queue.removeFirst()
        continue
      }
      if entry.asOf == selection.choices.count { return entry }
      let choice = Choice(candidate: entry.candidate, variant: variant)
      let gain = standing.gain(row: problem.row(choice), utility: problem.utility(choice), in: problem.chances)
      queue.replaceFirst(with: .init(gain: gain, candidate: entry.candidate, asOf: selection.choices.count))
    }
    return nil
  }
}

/// A binary heap, the greatest gain in front and of equal gains the lowest index.
struct Queue {
  struct Entry {
    var gain: Double
    var candidate: Int
    /// How many choices there were when the gain was computed.
    var asOf = 0

    func isBefore(_ other: Self) -> Bool {
      gain > other.gain || (gain == other.gain && candidate < other.candidate)
    }
  }

  private var entries: [Entry] = []

  var first: Entry? { entries.first }

  mutating func append(_ entry: Entry) { entries.append(entry) }

  mutating func arrange() {
    for index in stride(from: entries.count / 2 - 1, through: 0, by: -1) { sink(index) }
  }

  mutating func replaceFirst(with entry: Entry) {
    entries[0] = entry
    sink(0)
  }

  mutating func removeFirst() {
    entries[0] = entries[entries.count - 1]
    entries.removeLast()
    sink(0)
  }

  private mutating func sink(_ start: Int) {
    var index = start
    while 2 * index + 1 < entries.count {
      var child = 2 * index + 1
      if child + 1 < entries.count && entries[child + 1].isBefore(entries[child]) { child += 1 }
      if !entries[child].isBefore(entries[index]) { return }
      entries.swapAt(child, index)
      index = child
    }
  }
}

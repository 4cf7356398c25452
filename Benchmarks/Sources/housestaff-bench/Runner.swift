/// Times pieces of work: the least and the middle of many short batches, printed as a table and as JSON lines.
struct Runner {
  /// One figure.
  struct Figure {
    let name: String
    let least: Duration
    let middle: Duration
    let target: Duration?
    let note: String
    /// How often it was timed.
    var batches = 1
  }

  private(set) var figures: [Figure] = []
  private let filter: String?

  /// - Parameter filter: Only work whose name contains this is done.
  init(filter: String?) { self.filter = filter }

  /// Times one piece of work.
  ///
  /// - Parameters:
  ///   - name: What is timed, `room/case`.
  ///   - target: The most it may take.
  ///   - batches: How many times it is timed.
  ///   - repeats: How often it is done in each batch; the time is divided by it.
  ///   - note: What else the figure says, from the last result.
  ///   - work: The work; its result is used, so that it cannot be optimized away.
  mutating func measure<Result>(
    _ name: String, target: Duration? = nil, batches: Int = 15, repeats: Int = 1,
    note: (Result) -> String = { _ in "" },
    _ work: () -> Result
  ) {
    if let filter, !name.contains(filter) { return }
    var last = work()
    var times: [Duration] = []
    for _ in 0..<batches {
      let start = ContinuousClock.now
      for _ in 0..<repeats { last = work() }
      times.append((ContinuousClock.now - start) / repeats)
    }
    times.sort()
    figures.append(
      Figure(
        name: name, least: times[0], middle: times[times.count / 2], target: target, note: note(last),
        batches: batches))
  }

  /// Whether any work of a group is asked for, so that its material need not be made in vain.
  func wants(_ group: String) -> Bool { filter.map { group.contains($0) || $0.hasPrefix(group) } ?? true }

  /// Adds a figure that was timed elsewhere: work that waits for others cannot borrow the runner.
  mutating func add(_ figure: Figure) { figures.append(figure) }

  /// The table for people, then a line of JSON for each figure.
  func report() {
    print("| work | n | least ms | median ms | target ms | |", "|---|---|---|---|---|---|", separator: "\n")
    for figure in figures {
      let target = figure.target.map { milliseconds($0) } ?? ""
      print(
        "| \(figure.name) | \(figure.batches) | \(milliseconds(figure.least)) | \(milliseconds(figure.middle)) "
          + "| \(target) | \(figure.note) |"
      )
    }
    for figure in figures {
      let target = figure.target.map { ",\"target_ms\":\(milliseconds($0))" } ?? ""
      print(
        "{\"name\":\"\(figure.name)\",\"n\":\(figure.batches),\"least_ms\":\(milliseconds(figure.least)),"
          + "\"median_ms\":\(milliseconds(figure.middle))\(target),\"note\":\"\(figure.note)\"}")
    }
  }

  private func milliseconds(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    let microseconds = seconds * 1_000_000 + attoseconds / 1_000_000_000_000
    let fraction = String(microseconds % 1_000)
    return "\(microseconds / 1_000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
  }
}

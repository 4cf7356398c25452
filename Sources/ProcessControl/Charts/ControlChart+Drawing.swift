extension ControlChart {
  /// Draws the chart that was asked for, or the one that fits the measure.
  ///
  /// The order of the rows does not matter, except among events on one date in G and T charts.
  ///
  /// - Throws: ``ChartError`` when the numbers are impossible for the chart, or a setting points outside the series.
  /// - Complexity: O(rows) when the rows are in order, else O(rows log rows).
  public init(of series: Series, _ request: ChartRequest = ChartRequest()) throws(ChartError) {
    let separate = request.kind?.keepsDuplicates ?? (series.measure?.isBetweenEvents ?? false)
    let groups = Subgroups(series, joining: !separate)
    let choice = ChartChoice(series, groups, asked: request.kind)
    try self.init(series, groups, choice, request)
  }

  private init(
    _ series: Series, _ groups: Subgroups, _ choice: ChartChoice, _ request: ChartRequest
  ) throws(ChartError) {
    let kind = choice.kind
    // What the chart of enough points would refuse is refused from the first point on.
    let between: ChartKind? =
      switch series.measure {
      case .timeBetween: .t
      case .casesBetween: .g
      default: nil
      }
    let checked = choice.isAsked ? kind : between ?? kind
    try ControlChart.check(groups, checked, hasDenominators: series.hasDenominators)
    let starts = try ControlChart.starts(groups.places, request)
    var values = ControlChart.values(groups, kind, request, hasDenominators: series.hasDenominators)
    var points: [Point] = []
    points.reserveCapacity(groups.count)
    var phases: [Phase] = []
    let excluded = request.exclusions.isEmpty ? [] : groups.places.map(request.exclusions.contains)
    if let stray = request.exclusions.first(where: { place in !groups.places.contains(place) }) {
      throw .nothingThere(setting: "exclusion", place: stray)
    }
    for (number, start) in starts.enumerated() {
      let range = start.index..<(number + 1 < starts.count ? starts[number + 1].index : groups.count)
      if kind == .mr { ControlChart.differences(&values, in: range) }
      let frozen = try ControlChart.freeze(groups.places, range, request)
      let baseline = (range.lowerBound..<(frozen ?? range.upperBound)).filter { excluded.isEmpty || !excluded[$0] }
      let data = PhaseData(
        groups: groups, values: values, range: range, baseline: baseline, request: request,
        given: request.center.map { $0 / request.multiplier })
      let limits = data.limits(of: kind)
      let runs = RunsAnalysis(
        values, in: range, excluding: { !excluded.isEmpty && excluded[$0] }, center: limits.center)
      let first = points.count
      let isSized = kind == .xbar || kind == .s
      var isBeyond = false
      var present = 0
      var presentInBaseline = 0
      for index in range {
        let included = excluded.isEmpty || !excluded[index]
        let value = values[index]
        let lower = limits.lower(at: index - first)
        let upper = limits.upper(at: index - first)
        let beyond = value > upper || value < lower
        let inBaseline = included && index < frozen ?? range.upperBound
        isBeyond = isBeyond || beyond
        if included, !value.isNaN {
          present += 1
          if inBaseline { presentInBaseline += 1 }
        }
        points.append(
          Point(
            place: groups.places[index], drawn: value * request.multiplier, sum: groups.sums[index],
            weight: isSized ? groups.sizes[index] : groups.sums[index].isNaN ? .nan : groups.weights[index],
            line: limits.center * request.multiplier,
            lower: lower.isInfinite ? .nan : lower * request.multiplier,
            upper: upper.isInfinite ? .nan : upper * request.multiplier,
            phase: number, isIncluded: included, isBaseline: inBaseline, isBeyondLimits: beyond))
      }
      let allowsRuns = kind != .mr && (groups.places.first?.isOrdered ?? true)
      phases.append(
        Phase(
          range: range, n: present, baseline: presentInBaseline,
          isFrozen: frozen.map { $0 < range.upperBound } ?? false,
          line: limits.center * request.multiplier, runs: runs, runsSignal: allowsRuns && runs.isSignal,
          limitsSignal: isBeyond, screenedRanges: limits.screened, inflation: limits.inflation,
          reason: start.reason))
    }
    self.kind = kind
    self.choice = choice
    self.request = request
    measure = series.measure
    period = series.period ?? ControlChart.rhythm(of: groups.places)
    self.points = points
    self.phases = phases
    signals = Signal.all(points, phases, request)
  }

  private static func values(
    _ groups: Subgroups, _ kind: ChartKind, _ request: ChartRequest, hasDenominators: Bool
  ) -> [Double] {
    switch kind {
    case .c, .g, .t: return groups.sums
    case .xbar: return groups.means
    case .s: return groups.deviations
    default:
      if hasDenominators {
        // 0 / 0 is NaN: a denominator of zero is a gap.
        return zip(groups.sums, groups.weights).map { $0 / $1 }
      }
      switch kind == .iprime ? .mean : request.aggregation {
      case .mean: return groups.means
      case .sum: return groups.sums
      case .median: return groups.isRepeated ? groups.medians : groups.sums
      }
    }
  }

  private static func differences(_ values: inout [Double], in range: Range<Int>) {
    for index in range.reversed() {
      values[index] = index == range.lowerBound ? .nan : abs(values[index] - values[index - 1])
    }
  }

  /// The index of the first point after the freeze that lies in a phase; nil without one.
  private static func freeze(
    _ places: [Place], _ range: Range<Int>, _ request: ChartRequest
  ) throws(ChartError) -> Int? {
    var result: Int?
    for place in request.freezes {
      if range.lowerBound == 0, let first = places.first, place < first {
        throw .nothingThere(setting: "freeze", place: place)
      }
      let end = firstIndex(in: places, after: place)
      // A freeze belongs to the phase of the last point it takes in.
      if range.contains(end - 1) { result = min(result ?? end, end) }
    }
    return result
  }

  private static func starts(
    _ places: [Place], _ request: ChartRequest
  ) throws(ChartError) -> [(index: Int, reason: String?)] {
    var starts: [(index: Int, reason: String?)] = places.isEmpty ? [] : [(0, nil)]
    for split in request.splits.sorted(by: { $0.place < $1.place }) {
      let index = places.firstIndex { $0 >= split.place } ?? places.count
      guard index < places.count, let last = starts.last, index > last.index else {
        throw .nothingThere(setting: "split", place: split.place)
      }
      starts.append((index, split.reason))
    }
    return starts
  }

  /// Complexity: O(log places).
  private static func firstIndex(in places: [Place], after place: Place) -> Int {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle] <= place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

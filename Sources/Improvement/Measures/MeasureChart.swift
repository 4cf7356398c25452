public import ProcessControl

extension ProjectMeasure {
  /// The chart of the measure with what the team has marked.
  ///
  /// Marks on days that have no points yet wait: they change nothing and are no error. Missing periods stand in their
  /// place without a value. O(n log n).
  /// - Parameters:
  ///   - counts: All counts of the measure.
  ///   - marks: What is marked on it.
  ///   - today: Periods that have not ended by then are left out; nil takes all as ended.
  /// - Returns: The chart of ended periods.
  /// - Throws: What ``ProcessControl/ControlChart`` refuses, such as more events than cases.
  public func chart(
    of counts: [PeriodCount], marks: MeasureMarks = MeasureMarks(), on today: Day? = nil
  ) throws(ChartError) -> ControlChart {
    let series = try Series(chartedRows(of: counts, on: today), measure: kind.charted, period: period)
    return try ControlChart(of: series, request(marks, for: series))
  }

  /// More gaps than this are a mistyped year, which would leave no room for the points: the axis is closed up.
  static let mostGaps = 520

  /// The rows of periods that have ended, and one without a value for each missing between them.
  private func chartedRows(of counts: [PeriodCount], on today: Day?) -> [Row] {
    guard kind.isPeriodic else { return rows(of: counts) }
    let collected = CollectedPeriods(self, counts: counts, today: today)
    let ended = rows(of: today == nil ? counts : counts.filter { $0.day < collected.current })
    guard collected.gaps.count <= ProjectMeasure.mostGaps else { return ended }
    return ended + collected.gaps.map { Row(.day($0), nil) }
  }

  /// What is asked of a chart of the series.
  public func request(_ marks: MeasureMarks, for series: Series) -> ChartRequest {
    let places = Set(series.rows.map(\.place)).sorted()
    var request = ChartRequest()
    request.better = better
    request.multiplier = kind == .rate ? multiplier : 1
    request.target = marks.target
    var starts: Set<Place> = []
    for mark in marks.marks(.phase) {
      guard let start = places.first(where: { $0 >= .day(mark.day) }), start != places.first,
        starts.insert(start).inserted
      else { continue }
      request.splits.append(Split(at: start, because: mark.words.isEmpty ? nil : mark.words))
    }
    let left = Set(marks.marks(.exclusion).map { period.index(of: $0.day) })
    if !left.isEmpty {
      request.exclusions = Set(places.filter { $0.day.map { left.contains(period.index(of: $0)) } ?? false })
    }
    if let end = marks.baselineEnd, let first = places.first, .day(end) >= first { request.freezes = [.day(end)] }
    return request
  }
}

extension Place {
  /// The day, if the place is one.
  package var day: Day? {
    if case .time(let day, _) = self { day } else { nil }
  }
}

extension Day {
  /// "June 3, 2026".
  package var written: String { Wording.place(.day(self), period: nil, withYear: true) }

  /// "June 3".
  package var writtenShort: String { Wording.place(.day(self), period: nil, withYear: false) }
}

public import ProcessControl

extension ProjectMeasure {
  /// The chart of the measure with what the team has marked.
  ///
  /// Marks on days that have no points yet wait: they change nothing and are no error. O(n log n).
  /// - Throws: What ``ProcessControl/ControlChart`` refuses, such as more events than cases.
  public func chart(of counts: [PeriodCount], marks: MeasureMarks = MeasureMarks()) throws(ChartError) -> ControlChart {
    let series = try series(of: counts)
    return try ControlChart(of: series, request(marks, for: series))
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

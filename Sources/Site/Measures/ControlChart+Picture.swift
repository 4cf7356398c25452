internal import Improvement
internal import Pictures
internal import ProcessControl

extension ProcessControl.Day {
  /// The same day for the axis of a picture.
  var pictured: Pictures.Day? {
    let (year, month, day) = parts
    return Pictures.Day(year: year, month: month, day: day)
  }
}

extension ControlChart {
  /// The chart as a picture.
  ///
  /// - Parameters:
  ///   - heading: What it is of.
  ///   - valueName: What the values are.
  ///   - events: What is pinned to days.
  /// - Returns: The picture, without a page.
  func picture(_ heading: String, valueName: String, events: [ChartEvent] = []) -> ControlChartPicture {
    var picture = ControlChartPicture(
      heading, summary: statement, valueName: valueName, format: format, points: picturedPoints)
    picture.centerName = kind.centersOnMedian ? "Median" : "Mean"
    picture.target = request.target
    picture.better = request.better.map { $0 == .up ? .up : .down }
    if phases.count > 1 {
      picture.phases = phases.enumerated().map { .init(start: $1.range.lowerBound, name: "Phase \($0 + 1)") }
    }
    if let last = phases.last, last.isFrozen {
      picture.frozenFrom = last.range.last { points[$0].isBaseline }.map { $0 + 1 }
    }
    picture.annotations = events.compactMap { event in event.day.pictured.map { .init(.day($0), event.words) } }
    return picture
  }

  /// What the chart says: its first sentence, and what follows.
  var sentences: (first: String, rest: String) {
    let all = statement
    guard let end = all.firstRange(of: ". ") else { return (all, "") }
    return (String(all[..<end.lowerBound]) + ".", String(all[end.upperBound...]))
  }

  /// The points as they are drawn, with what makes each stand out.
  var picturedPoints: [ControlChartPicture.Point] {
    var marks = [ControlChartPicture.Signal?](repeating: nil, count: points.count)
    for signal in signals where signal.rule != .fewCrossings {
      let rule: ControlChartPicture.Signal.Rule = signal.rule == .beyondLimits ? .beyondLimits : .run
      for index in signal.points where marks[index]?.rule != .beyondLimits {
        marks[index] = .init(rule, side(signal.direction))
      }
    }
    return zip(points, marks).map { point, mark in
      ControlChartPicture.Point(
        label(point.place), value: point.value, basis: basis(point), center: point.center, lower: point.lcl,
        upper: point.ucl, isExcluded: !point.isIncluded, signal: mark)
    }
  }

  /// How its numbers are read.
  var format: ValueFormat {
    if kind == .p || kind == .pprime || measure == .proportion {
      let most = points.compactMap { $0.denominator }.max() ?? 0
      return .percent(places: most >= 1_000 ? 1 : 0)
    }
    let values = points.compactMap(\.value)
    let lines = phases.compactMap(\.center)
    if values.allSatisfy({ $0.rounded() == $0 }), lines.allSatisfy({ $0 >= 100 }) { return .number() }
    let size = (values + lines).map(abs).max() ?? 0
    return .number(places: size >= 1_000 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : digits(of: lines.max() ?? size))
  }

  /// How many places three digits that count take: a mean of 0.0127 is read as that and not as 0.01.
  private func digits(of value: Double) -> Int {
    guard value > 0 else { return 2 }
    var places = 2
    var scaled = value * 100
    while scaled < 99.5, places < 6 {
      scaled *= 10
      places += 1
    }
    return places
  }

  private func side(_ direction: ProcessControl.Direction?) -> ControlChartPicture.Signal.Side {
    guard let direction, let better = request.better else { return .neutral }
    return direction == better ? .better : .worse
  }

  private func label(_ place: Place) -> ControlChartPicture.Label {
    guard case .time(let day, 0) = place, let shown = day.pictured else { return .text(place.description) }
    return .day(shown)
  }

  private func basis(_ point: Point) -> String {
    guard let numerator = point.numerator, let denominator = point.denominator, measure != .value else { return "" }
    return "\(NumberText.full(numerator)) of \(NumberText.full(denominator))"
  }
}

/// Numbers in forms and files: all digits, whole ones without a point.
enum NumberText {
  /// All its digits, as files and the fields of forms have them.
  static func full(_ number: Double) -> String { Place.number(number).description }

  /// All its digits, as a sentence has them: a negative number with a typographic minus.
  static func said(_ number: Double) -> String {
    (number < 0 ? Wording.minus : "") + full(number.magnitude)
  }

  /// A whole number with its thousands told apart.
  static func grouped(_ number: Int) -> String { ValueFormat.number().text(Double(number)) }
}

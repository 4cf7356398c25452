public import Statistics

/// A measure before and after a change, with the baseline frozen at the change.
///
/// The frozen line is the honest default: limits drawn anew at the change always bend to it. The declared claim
/// (``ChangeClaim``) says whether there is a change; difference and interval say how large it is, as if cases were
/// independent and nothing else had changed.
public struct BeforeAfter: Sendable {
  /// The chart with center line and limits from the points before the change.
  public let chart: ControlChart
  /// The claim of change under repeated looks; nil when nothing was declared or it cannot be earned.
  public let claim: ChangeClaim?
  /// Pooled share or rate, or the median of the values, before and after.
  public let before: Double
  public let after: Double
  /// The 95% interval of `after - before`: Newcombe for shares, MOVER for rates; nil for other measures.
  public let interval: Interval?

  /// After minus before.
  public var difference: Double { after - before }

  /// Compares the points before `change` with those at or after it.
  ///
  /// - Parameters:
  ///   - series: The measure; its order does not matter.
  ///   - change: The first place that counts as after.
  ///   - window: Points after the change that were declared to count; nil when nothing was declared.
  ///   - request: What else is asked of the chart; its freezes are replaced.
  /// - Throws: ``ChartError``; `nothingThere` when either side has no point.
  public init(
    _ series: Series, at change: Place, window: Int? = nil, _ request: ChartRequest = ChartRequest()
  ) throws(ChartError) {
    let places = Set(series.rows.map(\.place))
    guard let last = places.filter({ $0 < change }).max(), places.contains(where: { $0 >= change }) else {
      throw .nothingThere(setting: "change", place: change)
    }
    var frozen = request
    frozen.freezes = [last]
    let chart = try ControlChart(of: series, frozen)
    let usable = chart.points.filter { $0.isIncluded && !$0.drawn.isNaN }
    let early = usable.filter { $0.place < change }
    let late = usable.filter { $0.place >= change }
    guard !early.isEmpty, !late.isEmpty else { throw .nothingThere(setting: "change", place: change) }
    self.chart = chart
    if let window, let better = request.better {
      claim = ChangeClaim(
        baseline: early.map(\.value),
        after: chart.points.filter { $0.place >= change }.map { $0.isIncluded ? $0.value : nil }, window: window,
        better: better)
    } else {
      claim = nil
    }
    let isPooled = chart.kind.needsDenominators || (chart.kind == .run && !early[0].weight.isNaN)
    if isPooled {
      before = BeforeAfter.pooled(early) * request.multiplier
      after = BeforeAfter.pooled(late) * request.multiplier
    } else {
      before = early.map(\.drawn).median ?? .nan
      after = late.map(\.drawn).median ?? .nan
    }
    interval = isPooled ? BeforeAfter.interval(early, late, chart)?.scaled(by: request.multiplier) : nil
  }

  /// What may be said: the claim if one was declared, the size of the difference, and what neither can show.
  public var statement: String {
    let noun = chart.period?.rawValue ?? "point"
    let words = Statement(chart: chart)
    var text = claim.map { $0.statement(noun: noun, value: words.value) + " " } ?? ""
    text += "Before \(words.value(before)), after \(words.value(after))"
    if let interval {
      let isShare = words.value(1).hasSuffix("%")
      let scale = isShare ? 100 / chart.request.multiplier : 1
      text += "; difference \(Wording.number(difference * scale))\(isShare ? " percentage points" : "") "
      text += "(95% CI \(Wording.number(interval.low * scale)) to \(Wording.number(interval.high * scale)))"
    }
    return text + ". After the change is not because of it: other things may have changed too."
  }

  private static func pooled(_ points: [ControlChart.Point]) -> Double {
    points.map(\.sum).exactSum() / points.map(\.weight).exactSum()
  }

  private static func interval(
    _ early: [ControlChart.Point], _ late: [ControlChart.Point], _ chart: ControlChart
  ) -> Interval? {
    let numbers = [late, early].map { ($0.map(\.sum).exactSum(), $0.map(\.weight).exactSum()) }
    guard numbers.allSatisfy({ $0.0 == $0.0.rounded() && abs($0.0) < 1e15 }) else { return nil }
    if numbers.allSatisfy({ $0.0 <= $0.1 && $0.1 == $0.1.rounded() }), chart.kind != .u, chart.kind != .uprime,
      chart.measure != .rate
    {
      guard let now = try? Proportion(Int(numbers[0].0), of: Int(numbers[0].1)),
        let then = try? Proportion(Int(numbers[1].0), of: Int(numbers[1].1))
      else { return nil }
      return ProportionComparison(now, then).newcombe()
    }
    guard let now = try? EventRate(Int(numbers[0].0), per: numbers[0].1),
      let then = try? EventRate(Int(numbers[1].0), per: numbers[1].1)
    else { return nil }
    return RateComparison(now, then).mover()
  }
}

internal import Markup

/// What stands below a chart in time: months and years, days, or names, as many as fit.
struct PeriodAxis {
  let points: [ControlChartPicture.Point]
  let plot: Plot
  let size: PictureSize

  private struct Tick {
    let index: Int
    let text: String
    var below = ""
  }

  func drawn(at y: Double) -> Drawing {
    let ticks = ticks
    let hasTwoLines = ticks.contains { !$0.below.isEmpty }
    let content = HTML {
      for tick in ticks {
        let x = plot.x(Double(tick.index))
        let half = Lettering.width(tick.text, size: size.fontSize) / 2
        let held = min(max(x, half), size.width - half)
        stroke("pic-axis", x1: x, y1: plot.bottom, x2: x, y2: plot.bottom + 4)
        lettering(tick.text, x: held, y: y + size.fontSize + 2, anchor: .middle)
        if !tick.below.isEmpty {
          lettering(
            tick.below, x: max(held, size.fontSize * 1.2), y: y + size.fontSize + size.lineHeight, anchor: .middle)
        }
      }
    }
    return Drawing(height: size.lineHeight * (hasTwoLines ? 2.1 : 1.15), content: content)
  }

  private var ticks: [Tick] {
    let days: [Day] = points.compactMap { if case .day(let day) = $0.label { day } else { nil } }
    guard days.count == points.count, !days.isEmpty else { return names(points.map(\.label.text)) }
    let months = days.indices.filter { index in
      index == 0 || days[index].month != days[index - 1].month || days[index].year != days[index - 1].year
    }
    return months.count < 3 ? names(days.map { "\($0.monthText) \($0.day)" }) : ofMonths(days, first: months)
  }

  /// Every label, or every second, third and so on, as many as have room.
  private func names(_ texts: [String]) -> [Tick] {
    guard !texts.isEmpty else { return [] }
    let most = plot.width * (texts.count <= 4 ? 0.33 : 0.3)
    let short = texts.map { Lettering.cut($0, width: most, size: size.fontSize) }
    let widest = short.map { Lettering.width($0, size: size.fontSize) }.max() ?? 0
    let perPoint = plot.width / Double(texts.count)
    let every = max(1, Int(((widest + 8) / perPoint).rounded(.up)))
    return stride(from: 0, to: texts.count, by: every).map { Tick(index: $0, text: short[$0]) }
  }

  private func ofMonths(_ days: [Day], first: [Int]) -> [Tick] {
    let room = Lettering.width("May", size: size.fontSize) + 10 * size.scale
    let every = [1, 2, 3, 4, 6, 12].first { plot.width / Double(first.count) * Double($0) >= room } ?? 12
    var chosen = first.filter { (days[$0].month - 1).isMultiple(of: every) }
    if chosen.count < 2 { chosen = first }
    // A month that begins just before the next one would print over it.
    var kept: [Int] = []
    for index in chosen.reversed() {
      if let next = kept.last, plot.x(Double(next)) - plot.x(Double(index)) < room { continue }
      kept.append(index)
    }
    var ticks: [Tick] = []
    var year: Int?
    for index in kept.reversed() {
      let day = days[index]
      ticks.append(Tick(index: index, text: day.monthText, below: day.year == year ? "" : String(day.year)))
      year = day.year
    }
    return ticks
  }
}

import Markup
import Pictures
import Testing

/// What stands between `start` and the next `end`, every time.
private func parts(of text: String, between start: String, and end: String) -> [String] {
  var found: [String] = []
  var rest = text[...]
  while let opening = rest.firstRange(of: start) {
    rest = rest[opening.upperBound...]
    guard let closing = rest.firstRange(of: end) else { break }
    found.append(String(rest[..<closing.lowerBound]))
    rest = rest[closing.upperBound...]
  }
  return found
}

@Suite struct `Every picture` {
  @Test(arguments: Samples.all.map(\.name), PictureSize.allCases)
  func `says what it is`(name: String, size: PictureSize) throws {
    let picture = try #require(Samples.all.first { $0.name == name }?.picture)
    let text = picture.svg(id: "x", size: size).text
    #expect(text.contains("role=\"img\" aria-labelledby=\"x-title x-desc\""))
    #expect(text.contains("<title id=\"x-title\">\(picture.heading)</title>"))
    #expect(text.contains("<desc id=\"x-desc\">\(picture.summary)</desc>"))
    let ids = parts(of: text, between: " id=\"", and: "\"")
    #expect(Set(ids).count == ids.count)
    #expect(!picture.table.rows.isEmpty && !picture.table.heading.isEmpty)
  }

  @Test(arguments: Samples.all.map(\.name), PictureSize.allCases)
  func `stays inside its frame`(name: String, size: PictureSize) throws {
    let picture = try #require(Samples.all.first { $0.name == name }?.picture)
    let text = picture.svg(id: "x", size: size).text
    for x in parts(of: text, between: " x=\"", and: "\"") + parts(of: text, between: " cx=\"", and: "\"") {
      let value = try #require(Double(x))
      #expect((0...size.width).contains(value))
    }
    for y in parts(of: text, between: " y=\"", and: "\"") + parts(of: text, between: " cy=\"", and: "\"") {
      let value = try #require(Double(y))
      #expect((-1...picture.drawing(size).height).contains(value))
    }
  }

  @Test(arguments: Samples.all.map(\.name))
  func `has only classes that its style sheet knows`(name: String) throws {
    let picture = try #require(Samples.all.first { $0.name == name }?.picture)
    let used = PictureSize.allCases.flatMap { parts(of: picture.file(size: $0).text, between: "class=\"", and: "\"") }
    let plain: Set<Substring> = ["pic-narrow", "pic-wide"]
    for style in Set(used.flatMap { $0.split(separator: " ") }).subtracting(plain) {
      #expect([",", "{", " ", "\n"].contains { PictureStyle.page.contains(".\(style)\($0)") }, "\(style)")
    }
  }
}

@Suite struct `A picture of nothing` {
  @Test(arguments: PictureSize.allCases)
  func `is drawn without fear`(size: PictureSize) {
    let points = [ControlChartPicture.Point](
      repeating: .init(.text(""), value: .nan, center: .infinity), count: 3)
    for points in [[], points] {
      var chart = ControlChartPicture("", summary: "", valueName: "", format: .percent(), points: points)
      chart.annotations = [
        .init(.before(9), "A long note that has no room here, whatever one does"), .init(.before(-1), ""),
      ]
      chart.phases = [.init(start: 7, name: "never")]
      chart.frozenFrom = 12
      #expect(chart.drawing(size).height > 0)
      let panel = SmallMultiples.Panel("", points: points)
      #expect(
        SmallMultiples("", summary: "", valueName: "", format: .dollars, panels: [panel]).drawing(size).height > 0)
    }
    #expect(OddsCurve("", summary: "", points: [], marked: 3).drawing(size).height > 0)
    #expect(DotIntervalPlot("", summary: "", rows: [], format: .dollars, reference: .nan).drawing(size).height > 0)
    #expect(
      DotIntervalPlot(
        "", summary: "", rows: [.init("", .interval(.nan, low: .nan, high: .infinity))], format: .percent()
      ).drawing(size).height > 0)
    #expect(ParetoPicture("", summary: "", reasons: []).drawing(size).height > 0)
    #expect(ParetoPicture("", summary: "", reasons: [.init("none", count: 0)]).drawing(size).height > 0)
    #expect(Scatter("", summary: "", items: []).drawing(size).height > 0)
    #expect(IntervalBar("", value: .nan, low: 2, high: -1).drawing(size).height > 0)
  }

  @Test func `keeps a constant series on its line`() {
    let points = (1...5).map {
      ControlChartPicture.Point(.text("\($0)"), value: 0.4, center: 0.4, lower: 0.4, upper: 0.4)
    }
    let chart = ControlChartPicture("", summary: "", valueName: "", format: .number(places: 1), points: points)
    #expect(chart.drawing(.wide).height > 0)
  }

  @Test func `orders reasons by count with the rest last`() {
    let picture = ParetoPicture(
      "", summary: "",
      reasons: [
        .init("rest", count: 9, isRest: true), .init("b", count: 2), .init("c", count: 5), .init("a", count: 2),
      ])
    #expect(picture.reasons.map(\.name) == ["c", "a", "b", "rest"])
    #expect(picture.table.rows.last == ["rest", "9", "50%", "100%"])
  }
}

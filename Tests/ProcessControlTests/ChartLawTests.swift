// swift-format-ignore-file: NeverForceUnwrap, NeverUseForceTry

import ProcessControl
import Statistics
import Testing

/// What must not change a chart, for every kind of chart.
@Suite struct `Every chart` {
  static let kinds = ChartKind.allCases

  /// A series that suits the chart, with a gap and varying denominators.
  static func rows(_ kind: ChartKind, seed: UInt64, count: Int = 30) -> [Row] {
    var generator = SeededGenerator(seed: seed)
    var rows: [Row] = []
    for index in 0..<count {
      let place = Place.number(Double(index))
      let level = 12 + 3 * generator.normal()
      switch kind {
      case .xbar, .s:
        for _ in 0..<(2 + generator.below(4)) { rows.append(Row(place, level + generator.normal())) }
      case .p, .pprime, .u, .uprime:
        let size = 60 + generator.below(60)
        rows.append(Row(place, index == 7 ? nil : Double(generator.below(size / 3)), of: Double(size)))
      case .iprime: rows.append(Row(place, level * 50, of: Double(30 + generator.below(40))))
      case .c, .g: rows.append(Row(place, index == 7 ? nil : Double(generator.below(30))))
      case .t: rows.append(Row(place, index == 7 ? nil : 0.5 + Double(generator.below(4000)) / 100))
      case .run, .i, .mr: rows.append(Row(place, index == 7 ? nil : level))
      }
    }
    return rows
  }

  static func isSame(_ a: [ControlChart.Point], _ b: [ControlChart.Point]) -> Bool {
    a.count == b.count
      && zip(a, b).allSatisfy {
        // Phases differ by design when parts are drawn apart; everything drawn must not.
        let numbers: [Double?] = [$0.value, $0.center, $0.lcl, $0.ucl]
        return numbers == [$1.value, $1.center, $1.lcl, $1.ucl] && $0.place == $1.place
          && $0.isBeyondLimits == $1.isBeyondLimits
      }
  }

  static func isNear(_ a: Double?, _ b: Double?) -> Bool {
    guard let a, let b else { return a == nil && b == nil }
    return abs(a - b) <= 1e-9 * max(1, abs(a), abs(b))
  }

  @Test(arguments: kinds) func `does not care for the order of rows`(kind: ChartKind) throws {
    for seed in 1...20 as ClosedRange<UInt64> {
      let rows = Self.rows(kind, seed: seed)
      var generator = SeededGenerator(seed: seed, stream: 1)
      let a = try ControlChart(of: Series(rows), ChartRequest(kind))
      let b = try ControlChart(of: Series(generator.shuffled(rows)), ChartRequest(kind))
      #expect(Self.isSame(a.points, b.points), "seed \(seed)")
      #expect(a.signals == b.signals && a.statement == b.statement)
    }
  }

  @Test(arguments: kinds) func `split in two equals two charts`(kind: ChartKind) throws {
    for seed in 1...20 as ClosedRange<UInt64> {
      let rows = Self.rows(kind, seed: seed)
      var request = ChartRequest(kind)
      request.splits = [Split(at: .number(13), because: "a new ward opened")]
      request.exclusions = [.number(3), .number(20)]
      request.freezes = [.number(10), .number(22)]
      let whole = try ControlChart(of: Series(rows), request)
      let parts = try [rows.filter { $0.place < .number(13) }, rows.filter { $0.place >= .number(13) }].map {
        let series = try Series($0)
        var own = request.fitted(to: series)
        own.freezes = own.freezes.filter { place in series.rows.contains { $0.place == place } }
        return try ControlChart(of: series, own)
      }
      #expect(Self.isSame(whole.points, parts[0].points + parts[1].points), "seed \(seed)")
      for (phase, part) in zip(whole.phases, parts) {
        #expect(phase.useful == part.phases[0].useful && phase.longestRun == part.phases[0].longestRun)
        #expect(phase.crossings == part.phases[0].crossings && phase.runsSignal == part.phases[0].runsSignal)
        #expect(phase.limitsSignal == part.phases[0].limitsSignal && phase.isFrozen && part.phases[0].isFrozen)
      }
    }
  }

  @Test(arguments: kinds) func `equals its facets drawn apart`(kind: ChartKind) throws {
    let a = Self.rows(kind, seed: 91)
    let b = Self.rows(kind, seed: 92, count: 17)
    var generator = SeededGenerator(seed: 93)
    let mixed = generator.shuffled(
      a.map { Records.Record($0, labels: ["A", "x"]) } + b.map { Records.Record($0, labels: ["B", "x"]) })
    let records = Records(columns: ["ward", "shift"], mixed)
    let facets = try records.facets(by: ["ward"])
    #expect(facets.map(\.labels) == [["A"], ["B"]])
    for (facet, rows) in zip(facets, [a, b]) {
      let joined = try ControlChart(of: facet.series, ChartRequest(kind))
      let alone = try ControlChart(of: Series(rows), ChartRequest(kind))
      #expect(Self.isSame(joined.points, alone.points))
    }
    let kept = try #require(records.filtered("ward", oneOf: ["B"]))
    #expect(
      Self.isSame(
        try ControlChart(of: kept.series(), ChartRequest(kind)).points,
        try ControlChart(of: Series(b), ChartRequest(kind)).points))
    #expect(records.filtered("nowhere", oneOf: []) == nil)
  }

  /// Charts of measured values move with their data; counts and shares have a natural zero and unit.
  @Test(arguments: [ChartKind.run, .i, .mr, .xbar, .s, .iprime]) func `moves and stretches with its data`(
    kind: ChartKind
  ) throws {
    for (shift, scale) in [(1000.0, 1.0), (-77.5, 1), (0, 3.7), (0, 1e-6), (250, 12.5)] {
      let rows = Self.rows(kind, seed: 40)
      let moved = rows.map { row in
        Row(row.place, row.value.map { ($0 + shift * (row.denominator ?? 1)) * scale }, of: row.denominator)
      }
      let a = try ControlChart(of: Series(rows), ChartRequest(kind))
      let b = try ControlChart(of: Series(moved), ChartRequest(kind))
      let offset = kind == .mr || kind == .s ? 0 : shift
      for (p, q) in zip(a.points, b.points) {
        #expect(Self.isNear(p.value.map { ($0 + offset) * scale }, q.value))
        #expect(Self.isNear(p.center.map { ($0 + offset) * scale }, q.center))
        #expect(Self.isNear(p.ucl.map { ($0 + offset) * scale }, q.ucl))
        let isZero = kind == .mr || kind == .s
        #expect(isZero || Self.isNear(p.lcl.map { ($0 + offset) * scale }, q.lcl))
      }
      #expect(a.signals.map(\.points) == b.signals.map(\.points))
    }
  }

  @Test(arguments: [ChartKind.t, .u, .uprime]) func `stretches with its unit`(kind: ChartKind) throws {
    // Time in hours instead of days; rates for 24 times the exposure.
    let rows = Self.rows(kind, seed: 41)
    let stretched = rows.map { row in
      kind == .t
        ? Row(row.place, row.value.map { $0 * 24 }) : Row(row.place, row.value, of: row.denominator.map { $0 / 24 })
    }
    let a = try ControlChart(of: Series(rows), ChartRequest(kind))
    let b = try ControlChart(of: Series(stretched), ChartRequest(kind))
    for (p, q) in zip(a.points, b.points) {
      #expect(Self.isNear(p.value.map { $0 * 24 }, q.value) && Self.isNear(p.center.map { $0 * 24 }, q.center))
      #expect(Self.isNear(p.ucl.map { $0 * 24 }, q.ucl) && Self.isNear(p.lcl.map { $0 * 24 }, q.lcl))
    }
  }

  @Test(arguments: kinds) func `draws from no points, one point, and only gaps`(kind: ChartKind) throws {
    let none = try ControlChart(of: Series([]), ChartRequest(kind))
    #expect(none.points.isEmpty && none.signals.isEmpty && !none.statement.isEmpty)
    guard kind != .xbar, kind != .s else { return }
    let weight: Double? = kind.needsDenominators ? 10 : nil
    let one = try ControlChart(of: Series([Row(.number(1), 3, of: weight)]), ChartRequest(kind))
    #expect(one.points.count == 1 && one.statement.hasPrefix(kind == .mr ? "There is no value" : "Too early"))
    let gap = try ControlChart(of: Series([Row(.number(1), nil, of: weight)]), ChartRequest(kind))
    #expect(gap.points[0].value == nil && gap.points[0].center == nil && gap.points[0].lcl == nil)
  }

  @Test func `refuses settings outside its points`() throws {
    let series = try Series(values: Array(repeating: 1, count: 9))
    var request = ChartRequest(.i)
    request.splits = [Split(at: .number(1))]
    #expect(throws: ChartError.nothingThere(setting: "split", place: .number(1))) {
      try ControlChart(of: series, request)
    }
    request.splits = [Split(at: .number(10))]
    #expect(throws: ChartError.nothingThere(setting: "split", place: .number(10))) {
      try ControlChart(of: series, request)
    }
    request.splits = []
    request.freezes = [.number(0.5)]
    #expect(throws: ChartError.nothingThere(setting: "freeze", place: .number(0.5))) {
      try ControlChart(of: series, request)
    }
    request.freezes = []
    request.exclusions = [.number(77)]
    #expect(throws: ChartError.nothingThere(setting: "exclusion", place: .number(77))) {
      try ControlChart(of: series, request)
    }
  }

  @Test func `refuses impossible numbers`() throws {
    #expect(throws: ChartError.numeratorExceedsDenominator(place: .number(1), numerator: 5, denominator: 4)) {
      try ControlChart(of: Series([Row(.number(1), 5, of: 4)]), ChartRequest(.p))
    }
    #expect(throws: ChartError.impossibleValue(place: .number(1), value: -1, chart: .c)) {
      try ControlChart(of: Series([Row(.number(1), -1)]), ChartRequest(.c))
    }
    #expect(throws: ChartError.denominatorsNeeded(chart: .u)) {
      try ControlChart(of: Series([Row(.number(1), 1)]), ChartRequest(.u))
    }
    #expect(throws: ChartError.subgroupsNeeded(chart: .s)) {
      try ControlChart(of: Series([Row(.number(1), 1)]), ChartRequest(.s))
    }
    #expect(throws: ChartError.notFinite(row: 0)) { try Series([Row(.number(1), .infinity)]) }
    #expect(throws: ChartError.mixedPlaces) { try Series([Row(.number(1), 1), Row(.name("A"), 1)]) }
    #expect(throws: ChartError.negativeDenominator(place: .number(1), denominator: -2)) {
      try Series([Row(.number(1), 1, of: -2)])
    }
  }
}

import Statistics

/// The rows of a series sorted and joined by place, in columns; NaN is "none".
struct Subgroups {
  var places: [Place] = []
  /// The sum of the values with their denominators present; NaN when all are missing.
  var sums: [Double] = []
  /// The sum of the denominators of the values present; NaN throughout when the series has none.
  var weights: [Double] = []
  /// The number of values present.
  var sizes: [Double] = []
  var means: [Double] = []
  /// Standard deviations with divisor n - 1; empty unless asked for.
  var deviations: [Double] = []
  var medians: [Double] = []
  /// Whether any place holds two values or more.
  var isRepeated = false

  var count: Int { places.count }

  /// Complexity: O(rows) when the rows are in order, else O(rows log rows).
  init(_ series: Series, joining: Bool) {
    let rows = Subgroups.sorted(series.rows)
    let weighted = series.hasDenominators
    places.reserveCapacity(rows.count)
    sums.reserveCapacity(rows.count)
    weights.reserveCapacity(rows.count)
    sizes.reserveCapacity(rows.count)
    var first = 0
    while first < rows.count {
      var end = first + 1
      if joining {
        while end < rows.count, rows[end].place == rows[first].place { end += 1 }
      }
      places.append(rows[first].place)
      if end == first + 1 {
        let row = rows[first]
        let missing = row.number.isNaN || (weighted && row.weight.isNaN)
        sums.append(missing ? .nan : row.number)
        sizes.append(missing ? 0 : 1)
        weights.append(weighted ? (missing ? 0 : row.weight) : .nan)
      } else {
        append(rows[first..<end], weighted: weighted)
      }
      first = end
    }
    if isRepeated { describe(rows) } else { means = sums }
  }

  private mutating func append(_ rows: ArraySlice<Row>, weighted: Bool) {
    var sum = ExactSum()
    var weight = ExactSum()
    var size = 0
    for row in rows where !row.number.isNaN && !(weighted && row.weight.isNaN) {
      sum.add(row.number)
      if weighted { weight.add(row.weight) }
      size += 1
    }
    if size > 1 { isRepeated = true }
    sums.append(size == 0 ? .nan : sum.value)
    weights.append(weighted ? weight.value : .nan)
    sizes.append(Double(size))
  }

  /// Means, deviations and medians of places with several rows.
  private mutating func describe(_ rows: [Row]) {
    var next = 0
    for place in places {
      var values: [Double] = []
      while next < rows.count, rows[next].place == place {
        if !rows[next].number.isNaN { values.append(rows[next].number) }
        next += 1
      }
      let mean = values.roundedMean ?? .nan
      means.append(mean)
      let squares = values.lazy.map { ($0 - mean) * ($0 - mean) }.exactSum()
      deviations.append(values.count > 1 ? (squares / Double(values.count - 1)).squareRoot() : .nan)
      medians.append(values.median ?? .nan)
    }
  }

  private static func sorted(_ rows: [Row]) -> [Row] {
    var isSorted = true
    for index in rows.indices.dropFirst() where rows[index].place < rows[index - 1].place {
      isSorted = false
      break
    }
    // `sort` keeps equal elements in order, so events on one date stay as they were given.
    return isSorted ? rows : rows.sorted { $0.place < $1.place }
  }
}

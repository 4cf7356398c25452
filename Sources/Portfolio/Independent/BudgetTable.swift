/// The exact dynamic program over money: chances in order of rising utility, so that a new one, if obtained, is kept.
///
/// `V[b] = max(V[b], (1 - f) V[b - g] + f t)`, with a second index for the number taken if a limit binds. Costs are
/// made whole and divided by their greatest common divisor. O(m B) time, one byte a cell for the way back.
struct BudgetTable {
  private let problem: ChanceProblem
  private let order: [Int]
  private let costs: [Int]
  private let columns: Int
  private let layers: Int

  /// How many cells the table has, `Int.max` if that does not fit.
  var cells: Int {
    let (plane, overflow) = columns.multipliedReportingOverflow(by: layers)
    let (all, again) = plane.multipliedReportingOverflow(by: order.count)
    return overflow || again ? .max : all
  }

  init(_ problem: ChanceProblem, budget: Double, limit: Int) {
    self.problem = problem
    let money = min(budget, problem.chances.reduce(0) { $0 + $1.cost })
    var units = problem.chances.map { Int($0.cost * 10_000 + 0.5) }
    let divisor = units.reduce(0, Self.greatestCommonDivisor)
    units = units.map { $0 / max(1, divisor) }
    costs = units
    let top = Int(money * 10_000 + 1e-3) / max(1, divisor)
    columns = top + 1
    order = problem.chances.indices
      .filter {
        units[$0] <= top && problem.chances[$0].utility > problem.outside && problem.chances[$0].probability > 0
      }
      .sorted { (problem.chances[$0].utility, $0) < (problem.chances[$1].utility, $1) }
    // A limit that money keeps anyway needs no index of its own.
    var count = 0
    var spent = 0
    for cost in order.map({ units[$0] }).sorted() where spent + cost <= top {
      count += 1
      spent += cost
    }
    layers = limit < count ? limit + 1 : 1
  }

  /// The best set, in rising order of utility.
  func best() -> [Int] {
    var values = [Double](repeating: 0, count: columns * layers)
    var isTaken = [Bool](repeating: false, count: cells)
    let plane = columns * layers
    for (item, index) in order.enumerated() {
      let chance = problem.chances[index]
      let keep = 1 - chance.probability
      let add = chance.probability * (chance.utility - problem.outside)
      for layer in stride(from: layers - 1, through: layers == 1 ? 0 : 1, by: -1) {
        // The layer below is still the one before this item, and so is every column to the left.
        let here = layer * columns
        let from = (layers == 1 ? here : here - columns) - costs[index]
        let mark = item * plane + here
        var values = values.mutableSpan
        var marks = isTaken.mutableSpan
        var column = columns - 1
        while column >= costs[index] {
          let with = keep * values[from + column] + add
          if with > values[here + column] {
            values[here + column] = with
            marks[mark + column] = true
          }
          column -= 1
        }
      }
    }
    var set: [Int] = []
    var column = columns - 1
    var layer = layers - 1
    for item in order.indices.reversed() where isTaken[item * plane + layer * columns + column] {
      set.append(order[item])
      column -= costs[order[item]]
      if layers > 1 { layer -= 1 }
    }
    return set.reversed()
  }

  private static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }
}

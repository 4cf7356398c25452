/// The greatest tangent as a function of the prices.
struct Dual {
  /// A group with the few candidates that can be among its best.
  struct Part {
    var values: [[Double]]  // for each candidate its tangents: plain, silver, gold
    var fees: [Double]  // of n more
    var least: Int
    var most: Int
    var allowances: [Double]
  }

  private var parts: [Part] = []
  private let budget: Double?
  private let target: Double
  /// Money first, then silver and gold of each group.
  private var prices: [Double]
  private var scratch: [(value: Double, variant: Int)] = []

  /// Nil if the open groups cannot all be paid for.
  init?(_ problem: ChoiceProblem, tangents: [[Double]], open: [Bool], target: Double) {
    budget = problem.budget
    self.target = target
    var counts = [Int](repeating: 0, count: problem.groups.count)
    var used = [[Int]](repeating: [0, 0, 0], count: problem.groups.count)
    for fixed in problem.fixed where fixed.counts {
      counts[problem.candidates[fixed.candidate].group] += 1
      used[problem.candidates[fixed.candidate].group][fixed.variant.rawValue] += 1
    }
    let taken = Set(problem.fixed.map(\.candidate))
    var members = [[Int]](repeating: [], count: problem.groups.count)
    for (index, candidate) in problem.candidates.enumerated() where !taken.contains(index) {
      members[candidate.group].append(index)
    }
    let mustOpen = problem.openings().count > 1
    for (group, terms) in problem.groups.enumerated() {
      var most = min(members[group].count, max(0, (terms.cap ?? .max) - counts[group]))
      if !open[group] { most = 0 }
      var fees = [0.0]
      for more in 0..<most {
        let fee = terms.fee(counts[group] + more + 1) - terms.fee(counts[group])
        if let budget = problem.budget, fee > budget + ChoiceProblem.pennies { break }
        fees.append(fee)
      }
      most = fees.count - 1
      let isDear = counts[group] == 0 && terms.marginalFee(after: 0) > terms.marginalFee(after: 1)
      let least = mustOpen && isDear && open[group] ? 1 : 0
      guard least <= most else { return nil }
      let allowances = [0, terms.silvers - used[group][1], terms.golds - used[group][2]].map { Double(max(0, $0)) }
      var chosen = Set<Int>()
      for variant in 0..<3 where variant == 0 || allowances[variant] > 0 {
        let best = members[group].filter { tangents[variant][$0] > 0 }
          .sorted { (tangents[variant][$0], $1) > (tangents[variant][$1], $0) }
        chosen.formUnion(best.prefix(most))
      }
      let values = chosen.sorted().map { candidate in
        (0..<3).map { $0 == 0 || allowances[$0] > 0 ? tangents[$0][candidate] : -.infinity }
      }
      parts.append(Part(values: values, fees: fees, least: least, most: most, allowances: allowances))
    }
    prices = [Double](repeating: 0, count: 1 + 2 * parts.count)
  }

  /// The dual at the prices, and a subgradient: what is left of money and signals in the set that attains it.
  private mutating func value(at prices: [Double], _ slope: inout [Double]) -> Double {
    var sum = prices[0] * (budget ?? 0)
    slope[0] = budget ?? 0
    for (group, part) in parts.enumerated() {
      let silver = prices[1 + 2 * group]
      let gold = prices[2 + 2 * group]
      sum += silver * part.allowances[1] + gold * part.allowances[2]
      slope[1 + 2 * group] = part.allowances[1]
      slope[2 + 2 * group] = part.allowances[2]
      scratch.removeAll(keepingCapacity: true)
      for values in part.values {
        var best = (value: values[0], variant: 0)
        if values[1] - silver > best.value { best = (values[1] - silver, 1) }
        if values[2] - gold > best.value { best = (values[2] - gold, 2) }
        scratch.append(best)
      }
      if part.most < scratch.count || prices[0] > 0 { scratch.sort { $0.value > $1.value } }
      var running = 0.0
      var silvers = 0.0
      var golds = 0.0
      var best = (value: part.least == 0 ? 0 : -Double.infinity, count: 0, silvers: 0.0, golds: 0.0)
      for (index, entry) in scratch.prefix(part.most).enumerated() {
        running += max(0, entry.value)
        if entry.value > 0 && entry.variant == 1 { silvers += 1 }
        if entry.value > 0 && entry.variant == 2 { golds += 1 }
        let net = running - prices[0] * part.fees[index + 1]
        if index + 1 >= part.least && net > best.value { best = (net, index + 1, silvers, golds) }
      }
      if best.value == -.infinity { best = (-prices[0] * part.fees[part.least], part.least, 0, 0) }
      sum += best.value
      slope[0] -= part.fees[best.count]
      slope[1 + 2 * group] -= best.silvers
      slope[2 + 2 * group] -= best.golds
    }
    return sum
  }

  /// The greatest tangent at the present prices of the signals, with money counted exactly.
  ///
  /// A knapsack over the groups, each taken with some number of candidates; infinite (no help) if fees are not in
  /// whole cents or the table would be large. O(groups * picks * budget).
  func knapsack() -> Double {
    guard let budget, budget < 1e9 else { return .infinity }
    var unit = 0
    for fee in parts.flatMap(\.fees) {
      let cents = Int(fee * 100 + 0.5)
      guard abs(Double(cents) - fee * 100) < 1e-6 else { return .infinity }
      var (a, b) = (unit, cents)
      while b != 0 { (a, b) = (b, a % b) }
      unit = a
    }
    guard unit > 0 else { return .infinity }
    let columns = Int(budget * 100 + 1e-6) / unit + 1
    guard columns * parts.reduce(0, { $0 + $1.most + 1 }) < 20_000_000 else { return .infinity }
    var values = [Double](repeating: 0, count: columns)
    for (group, part) in parts.enumerated() {
      let tops = part.values.map {
        max($0[0], $0[1] - prices[1 + 2 * group], $0[2] - prices[2 + 2 * group], 0)
      }.sorted(by: >)
      var next = [Double](repeating: -.infinity, count: columns)
      var running = 0.0
      for count in 0...part.most {
        if count > 0 && count <= tops.count { running += tops[count - 1] }
        guard count >= part.least else { continue }
        let cost = Int(part.fees[count] * 100 + 0.5) / unit
        for column in cost..<max(cost, columns) { next[column] = max(next[column], values[column - cost] + running) }
      }
      values = next.map {
        $0 + prices[1 + 2 * group] * part.allowances[1] + prices[2 + 2 * group] * part.allowances[2]
      }
    }
    return values[columns - 1]
  }

  /// The least value found; the search stops at `enough`, which another case has reached already.
  mutating func minimum(enough: Double) -> Double {
    var slope = prices
    var least = value(at: prices, &slope)
    let active = prices.indices.filter { index in
      index == 0 ? budget != nil : parts[(index - 1) / 2].allowances[1 + (index - 1) % 2] > 0
    }
    let floor = max(enough, target * (1 + 1e-6))
    guard !active.isEmpty else { return least }
    var best = prices
    defer { prices = best }
    for _ in 0..<4 {
      for index in active {
        guard least > floor else { return least }
        var trial = best
        var low = 0.0
        var high = ceiling(of: index)
        for _ in 0..<28 {
          trial[index] = (low + high) / 2
          let value = value(at: trial, &slope)
          if value < least { (least, best) = (value, trial) }
          if slope[index] < 0 { low = trial[index] } else { high = trial[index] }
        }
      }
    }
    var here = best
    for step in 0..<200 {
      let value = value(at: here, &slope)
      if value < least { (least, best) = (value, here) }
      guard least > floor else { break }
      // Prices differ in size by orders of magnitude, so each is measured by its own ceiling.
      let scales = active.map { ceiling(of: $0) }
      let length = zip(active, scales).reduce(0) { $0 + slope[$1.0] * slope[$1.0] * $1.1 * $1.1 }
      guard length > 0 else { break }
      let aim = max(target, least - (least - target) / Double(1 + step / 20))
      let stride = (value - aim) / length
      for (index, scale) in zip(active, scales) {
        here[index] = max(0, here[index] - stride * slope[index] * scale * scale)
      }
    }
    return least
  }

  /// A price above which nothing is bought.
  private func ceiling(of index: Int) -> Double {
    if index > 0 {
      let variant = 1 + (index - 1) % 2
      return parts[(index - 1) / 2].values.reduce(1e-9) { max($0, $1[variant]) }
    }
    var price = 1e-9
    for part in parts where part.most > 0 {
      let top = part.values.reduce(0) { max($0, $1.max() ?? 0) }
      let fee = zip(part.fees, part.fees.dropFirst()).map { $1 - $0 }.filter { $0 > 0 }.min()
      if let fee { price = max(price, top / fee) }
    }
    return price
  }
}

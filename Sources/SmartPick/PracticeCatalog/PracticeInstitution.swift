import RealModule
import Statistics

/// An invented institution that hosts programs of several specialties.
struct PracticeInstitution: Sendable {
  let name: String
  let city: String
  let state: PracticeRecipe.State
  let latitude: Double
  let longitude: Double
  /// Log of the weight with which it draws programs; about standard normal.
  let size: Double
  /// Standing that its programs share; about standard normal, higher for larger institutions.
  let standing: Double
  let setting: Program.Setting

  /// Institutions spread over the states by population times the training factor, in the order of the recipe's states.
  static func all(_ count: Int, from recipe: PracticeRecipe, using random: inout SeededGenerator)
    -> [PracticeInstitution]
  {
    var names = CityNames(recipe: recipe, using: &random)
    var institutions: [PracticeInstitution] = []
    for (state, number) in zip(recipe.states, shares(of: count, among: recipe.states)) {
      institutions += inState(state, number, recipe: recipe, names: &names, using: &random)
    }
    return institutions
  }

  /// Whole numbers in proportion to the states' weights, at least one each, that add up to `count`.
  private static func shares(of count: Int, among states: [PracticeRecipe.State]) -> [Int] {
    let weights = states.map { $0.population * $0.training }
    let total = weights.reduce(0, +)
    let spare = Double(count - states.count)
    let exact = weights.map { 1 + spare * $0 / total }
    var shares = exact.map { Int($0) }
    let byRemainder = exact.indices.sorted {
      (exact[$0] - Double(shares[$0]), -$0) > (exact[$1] - Double(shares[$1]), -$1)
    }
    for index in byRemainder.prefix(count - shares.reduce(0, +)) { shares[index] += 1 }
    return shares
  }

  private static func inState(
    _ state: PracticeRecipe.State, _ number: Int, recipe: PracticeRecipe, names: inout CityNames,
    using random: inout SeededGenerator
  ) -> [PracticeInstitution] {
    // Two institutions in three share a city with another one.
    var cities: [(name: String, latitude: Double, longitude: Double, taken: Set<String>)] = []
    for _ in 0..<max(1, (number * 2 + 2) / 3) {
      cities.append(
        (names.next(), random.uniform(in: state.latitude), random.uniform(in: state.longitude), []))
    }
    return (0..<number).map { index in
      let place = index < cities.count ? index : random.below(cities.count)
      let size = random.normal()
      let academic = size + 0.5 * random.normal()
      let setting: Program.Setting = academic > 0.85 ? .academic : academic > -0.15 ? .hybrid : .community
      var kinds = recipe.institutionKinds[setting.rawValue, default: []]
      random.shuffle(&kinds)
      let kind = kinds.first { !cities[place].taken.contains($0) } ?? "Hospital Number \(index + 1)"
      cities[place].taken.insert(kind)
      return PracticeInstitution(
        name: cities[place].name + " " + kind, city: cities[place].name, state: state,
        latitude: rounded(cities[place].latitude, 3), longitude: rounded(cities[place].longitude, 3), size: size,
        standing: 0.6 * size + 0.8 * random.normal(), setting: setting)
    }
  }
}

/// Every pairing of a beginning and an ending once, in a random order.
private struct CityNames {
  private var names: [String]

  init(recipe: PracticeRecipe, using random: inout SeededGenerator) {
    names = recipe.cityBeginnings.flatMap { beginning in recipe.cityEndings.map { beginning + $0 } }
    random.shuffle(&names)
  }

  mutating func next() -> String {
    guard let name = names.popLast() else { preconditionFailure("the recipe has too few words for its cities") }
    return name
  }
}

extension SeededGenerator {
  mutating func uniform(in range: ClosedRange<Double>) -> Double {
    range.lowerBound + uniform() * (range.upperBound - range.lowerBound)
  }

  /// Whether something of this chance happens.
  mutating func happens(_ chance: Double) -> Bool { uniform() < chance }
}

/// The number to so many decimal places.
func rounded(_ value: Double, _ places: Int) -> Double {
  let scale = Double.pow(10, places)
  return (value * scale).rounded() / scale
}

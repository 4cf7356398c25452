/// The words and weights from which the practice catalog is made, as its parameter file holds them.
struct PracticeRecipe: Decodable, Sendable {
  /// The year of the published numbers of programs and positions.
  let year: Int
  let sources: [String: String]
  let states: [State]
  let cityBeginnings: [String]
  let cityEndings: [String]
  /// Words for an institution's kind by the raw value of its setting.
  let institutionKinds: [String: [String]]
  let features: [String]
  /// The letters that stand for a specialty in a code.
  let codes: [String: String]

  /// A state as one row of the file, in the order of its `stateColumns`.
  struct State: Decodable, Sendable {
    let code: String
    /// Residents in millions (2020 Census).
    let population: Double
    /// Residency positions for each resident, compared with the country (assumption).
    let training: Double
    /// A box of degrees that lies inside the state.
    let latitude: ClosedRange<Double>
    let longitude: ClosedRange<Double>
    /// Salary compared with the country (assumption).
    let salary: Double

    init(from decoder: any Decoder) throws {
      var row = try decoder.unkeyedContainer()
      code = try row.decode(String.self)
      population = try row.decode(Double.self)
      training = try row.decode(Double.self)
      let south = try row.decode(Double.self)
      let north = try row.decode(Double.self)
      let west = try row.decode(Double.self)
      let east = try row.decode(Double.self)
      guard south <= north, west <= east else {
        throw DecodingError.dataCorruptedError(in: row, debugDescription: "the box of \(code) is turned around")
      }
      latitude = south...north
      longitude = west...east
      salary = try row.decode(Double.self)
    }
  }

  /// The shipped recipe.
  static let shipped: PracticeRecipe = {
    do throws(DataFileError) {
      return try DataFile(name: "practice-catalog.json", bytes: PackageResources.practice_catalog_json)
        .decoded(as: PracticeRecipe.self)
    } catch {
      preconditionFailure(error.description)
    }
  }()
}

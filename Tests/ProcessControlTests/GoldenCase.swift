// swift-format-ignore-file: NeverForceUnwrap, NeverUseForceTry

// JSONDecoder and Bundle come from Foundation.
import Foundation
import ProcessControl
import Testing

/// A value of a golden file.
enum JSON: Decodable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case list([JSON])
  case object([String: JSON])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode([JSON].self) {
      self = .list(value)
    } else {
      self = .object(try container.decode([String: JSON].self))
    }
  }

  subscript(key: String) -> JSON {
    if case .object(let members) = self { members[key] ?? .null } else { .null }
  }

  var list: [JSON] {
    switch self {
    case .list(let values): values
    case .null: []
    default: [self]
    }
  }
  var number: Double? {
    switch self {
    case .number(let value): value
    case .text("Inf"): .infinity
    case .text("-Inf"): -.infinity
    default: nil
    }
  }
  var text: String? { if case .text(let value) = self { value } else { nil } }
  var bool: Bool? {
    switch self {
    case .bool(let value): value
    case .number(let value): value != 0
    default: nil
    }
  }
  var isNull: Bool { if case .null = self { true } else { false } }
}

/// A golden case: a series, what was asked, and what public software answered.
struct GoldenCase: CustomTestStringConvertible {
  let id: String
  let json: JSON

  var testDescription: String { id }
  var args: JSON { json["args"] }
  var input: JSON { json["input"] }
  var expected: JSON { json["points"] }

  init(_ id: String) {
    let url = Bundle.module.url(forResource: id, withExtension: "json", subdirectory: "Golden")!
    self.id = id
    json = try! JSONDecoder().decode(JSON.self, from: Data(contentsOf: url))
  }

  static func all(_ kind: String) -> [GoldenCase] {
    let folder = Bundle.module.url(forResource: "Golden", withExtension: nil)!
    let names = try! FileManager.default.contentsOfDirectory(atPath: folder.path)
    return names.filter { $0.hasSuffix(".json") }.sorted().map { GoldenCase(String($0.dropLast(5))) }
      .filter { $0.json["kind"].text == kind }
  }

  var kind: ChartKind {
    switch json["chart"].text! {
    case "ip": .iprime
    case "up": .uprime
    case "pp": .pprime
    case let name: ChartKind(rawValue: name)!
    }
  }

  /// The series of each facet, in the order of the expected points.
  func facets() throws -> [Series] {
    let places = input["x"].list.map(place)
    let values = input["y"].list.map(\.number)
    let weights = input["n"].list.map(\.number)
    let keys = places.indices.map { row in
      ["facet1", "facet2"].map { input[$0].list.isEmpty ? "" : input[$0].list[row].text! }
    }
    return try Set(keys).sorted { $0.lexicographicallyPrecedes($1) }.map { key in
      try Series(
        places.indices.filter { keys[$0] == key }.map {
          Row(places[$0], values[$0], of: weights.isEmpty ? nil : weights[$0])
        }, measure: nil)
    }
  }

  func place(_ json: JSON) -> Place {
    if let number = json.number { return .number(number) }
    let text = json.text!
    guard let day = Day(iso: text.prefix(10)) else { return .name(text) }
    if let period = args["x.period"].text { return .day(Period(rawValue: period)!.start(of: day)) }
    return .day(day)
  }

  /// The request, with positions translated into the places of a series.
  func request(for series: Series) -> ChartRequest {
    let places = Set(series.rows.map(\.place)).sorted()
    var request = ChartRequest(kind)
    request.screensMovingRanges = args["screenedmr"].bool ?? true
    request.multiplier = args["multiply"].number ?? 1
    request.center = input["cl"].list.first?.number
    request.target = input["target"].list.first?.number
    if let name = args["agg.fun"].text { request.aggregation = Aggregation(rawValue: name)! }
    if let last = args["freeze"].number { request.freezes = [places[Int(last) - 1]] }
    request.splits = args["part"].list.map { Split(at: places[Int($0.number!)]) }
    request.exclusions = Set(args["exclude"].list.map { places[Int($0.number!) - 1] })
    return request
  }
}

/// Equal to a relative 1e-9, absolutely to 1e-12 near zero, or both missing.
func agrees(_ found: Double?, _ expected: JSON) -> Bool {
  guard let found else { return expected.isNull }
  guard let wanted = expected.number else { return false }
  return abs(found - wanted) <= max(1e-12, 1e-9 * abs(wanted))
}

/// A value of JSON as commands write it.
///
/// Numbers have at most six decimals, more than the scenarios support and the same on every machine; what is unknown is
/// `null`.
struct JSONValue: Encodable, Sendable {
  private enum Kind: Sendable {
    case null
    case text(String)
    case whole(Int)
    case seed(UInt64)
    case number(Double)
    case flag(Bool)
    case list([JSONValue])
    case object([(name: String, value: JSONValue)])
  }

  private let kind: Kind

  private init(_ kind: Kind) { self.kind = kind }

  static func text(_ text: String?) -> JSONValue { JSONValue(text.map(Kind.text) ?? .null) }
  static func whole(_ number: Int) -> JSONValue { JSONValue(.whole(number)) }
  static func seed(_ seed: UInt64) -> JSONValue { JSONValue(.seed(seed)) }
  static func number(_ number: Double?) -> JSONValue { JSONValue(number.map { .number($0.rounded6) } ?? .null) }
  static func flag(_ flag: Bool) -> JSONValue { JSONValue(.flag(flag)) }
  static func list(_ items: [JSONValue]) -> JSONValue { JSONValue(.list(items)) }
  static func texts(_ items: [String]) -> JSONValue { .list(items.map { .text($0) }) }
  /// Names are spelled as FORMATS spells them.
  static func object(_ members: [(name: String, value: JSONValue)]) -> JSONValue { JSONValue(.object(members)) }

  func encode(to encoder: any Encoder) throws {
    switch kind {
    case .list(let items):
      var box = encoder.unkeyedContainer()
      for item in items { try box.encode(item) }
    case .object(let members):
      var box = encoder.container(keyedBy: Name.self)
      for member in members { try box.encode(member.value, forKey: Name(stringValue: member.name)) }
    case .null, .text, .whole, .seed, .number, .flag:
      var box = encoder.singleValueContainer()
      switch kind {
      case .text(let text): try box.encode(text)
      case .whole(let number): try box.encode(number)
      case .seed(let seed): try box.encode(seed)
      case .number(let number): try box.encode(number)
      case .flag(let flag): try box.encode(flag)
      case .null, .list, .object: try box.encodeNil()
      }
    }
  }

  private struct Name: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}

extension Double {
  /// Six decimals are more than the scenarios support, and the same on every machine.
  var rounded6: Double { (self * 1e6).rounded() / 1e6 }
}

/// The fields of a form or of an address, as they were sent.
package struct FormFields: Sendable, Equatable {
  package private(set) var pairs: [(name: String, value: String)] = []

  package init() {}

  /// What is kept, as the form that changes it begins; what is not kept is empty.
  init(kept: [(name: String, value: String?)]) {
    for field in kept { add(field.name, field.value ?? "") }
  }

  /// Reads `a=1&b=two+words` (WHATWG URL Standard, "application/x-www-form-urlencoded").
  ///
  /// O(length); never fails: what does not decode is read as it stands.
  package init(encoded text: some StringProtocol) {
    for pair in text.utf8.split(separator: UInt8(ascii: "&")) {
      let halves = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      add(Self.decoded(halves[0]), halves.count > 1 ? Self.decoded(halves[1]) : "")
    }
  }

  package mutating func add(_ name: String, _ value: String) { pairs.append((name, value)) }

  /// The first value of that name, without the spaces around it; empty if there is none.
  package subscript(_ name: String) -> String {
    guard let value = pairs.first(where: { $0.name == name })?.value else { return "" }
    return Self.trimmed(value)
  }

  /// Without the spaces around it.
  static func trimmed(_ value: String) -> String {
    let trimmed = value.drop { $0.isWhitespace }
    guard let last = trimmed.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(trimmed[...last])
  }

  /// Every value of that name, as for check boxes.
  package func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }

  package func has(_ name: String) -> Bool { pairs.contains { $0.name == name } }

  /// The fields as an address carries them.
  package var encoded: String {
    pairs.map { "\(Link.encoded($0.name))=\(Link.encoded($0.value))" }.joined(separator: "&")
  }

  package static func == (one: FormFields, other: FormFields) -> Bool {
    one.pairs.elementsEqual(other.pairs) { $0.name == $1.name && $0.value == $1.value }
  }

  private static func decoded(_ bytes: some Collection<UInt8>) -> String {
    var result: [UInt8] = []
    var rest = bytes.makeIterator()
    func digit(_ byte: UInt8?) -> UInt8? { byte.flatMap { Character(UnicodeScalar($0)).hexDigitValue }.map(UInt8.init) }
    while let byte = rest.next() {
      switch byte {
      case UInt8(ascii: "+"): result.append(0x20)
      case UInt8(ascii: "%"):
        let (first, second) = (rest.next(), rest.next())
        if let high = digit(first), let low = digit(second) {
          result.append(high << 4 | low)
        } else {
          result += [byte] + [first, second].compactMap(\.self)
        }
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

internal import Tables

/// Takes typed fields out of a ``JSONText`` and remembers everything that was not right.
///
/// A class because one list of findings is shared by all the nested objects of one file; it never leaves the function
/// that reads the file.
final class FieldReader {
  let file: String
  private(set) var findings: [Finding] = []

  init(file: String) { self.file = file }

  func report(_ fault: JSONText.Fault) {
    findings.append(
      Finding(
        .error, file: file, line: fault.line, place: "character \(fault.column)", problem: "found \(fault.found)",
        expected: fault.expected, remedy: Self.instruction(fault.remedy)))
  }

  func report(line: Int, column: Int, key: String, value: String, expected: String, remedy: String) {
    findings.append(
      Finding(
        .error, file: file, line: line, column: key, place: "character \(column)", value: value, expected: expected,
        remedy: Self.instruction(remedy)))
  }

  /// A sentence as a ``Finding`` wants it: lower case at the beginning, no full stop at the end.
  private static func instruction(_ sentence: String) -> String {
    var text = Substring(sentence)
    if text.last == "." { text.removeLast() }
    guard let first = text.first else { return "" }
    return first.lowercased() + text.dropFirst()
  }

  /// The fields of an object, or nothing and a finding.
  func object(_ node: JSONText, _ path: String) -> Fields? {
    if case .object(let members) = node.value { return Fields(reader: self, path: path, node: node, members: members) }
    if case .null = node.value { return nil }
    report(
      line: node.line, column: node.column, key: path, value: node.spelling, expected: "an object in { }",
      remedy: "See `housestaff list --example` for its shape.")
    return nil
  }

  /// One object's fields; each is asked for once, and ``finish()`` names those that nobody knows.
  final class Fields {
    private let reader: FieldReader
    private let path: String
    private let node: JSONText
    private let members: [String: JSONText.Member]
    private let order: [JSONText.Member]
    private var asked = Set<String>()

    init(reader: FieldReader, path: String, node: JSONText, members: [JSONText.Member]) {
      self.reader = reader
      self.path = path
      self.node = node
      order = members
      self.members = Dictionary(members.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private func value(_ key: String) -> JSONText? {
      asked.insert(key)
      guard let member = members[key] else { return nil }
      if case .null = member.value.value { return nil }
      return member.value
    }

    private func complain(_ value: JSONText, _ key: String, _ expected: String, _ remedy: String) {
      reader.report(
        line: value.line, column: value.column, key: key, value: value.spelling, expected: expected, remedy: remedy)
    }

    /// Reports one name within the value of a key: an item of a list, or a key of an object.
    func wrong(_ key: String, item name: String, _ expected: String, _ remedy: String) {
      var (line, column) = (members[key]?.value.line ?? node.line, members[key]?.value.column ?? node.column)
      switch members[key]?.value.value {
      case .array(let items)?:
        for item in items {
          if case .string(let text) = item.value, Self.trimmed(text) == name {
            (line, column) = (item.line, item.column)
          }
        }
      case .object(let inner)?:
        for member in inner where member.key == name { (line, column) = (member.line, member.column) }
      default: break
      }
      reader.report(line: line, column: column, key: key, value: name, expected: expected, remedy: remedy)
    }

    /// Reports the value of a key for a reason that the caller found.
    func wrong(_ key: String, _ expected: String, _ remedy: String) {
      complain(members[key]?.value ?? node, key, expected, remedy)
    }

    func missing(_ key: String, _ expected: String, _ remedy: String) {
      reader.report(
        line: node.line, column: node.column, key: key, value: "nothing", expected: expected, remedy: remedy)
    }

    func text(_ key: String) -> String? {
      guard let found = value(key) else { return nil }
      if case .string(let text) = found.value {
        let trimmed = Self.trimmed(text)
        return trimmed.isEmpty ? nil : trimmed
      }
      complain(found, key, "text in double quotes", "Put it in double quotes, or write null if unknown.")
      return nil
    }

    func texts(_ key: String) -> [String]? {
      guard let found = value(key) else { return nil }
      guard case .array(let items) = found.value else {
        complain(found, key, "a list such as [\"...\"]", "Put it in [ ].")
        return nil
      }
      return items.compactMap { item in
        if case .string(let text) = item.value { return Self.trimmed(text) }
        complain(item, key, "text in double quotes", "Put it in double quotes.")
        return nil
      }
    }

    func bool(_ key: String) -> Bool? {
      guard let found = value(key) else { return nil }
      if case .bool(let flag) = found.value { return flag }
      complain(found, key, "true, false or null", "Write true or false without quotes, or null if unknown.")
      return nil
    }

    func number(_ key: String, _ range: ClosedRange<Double>) -> Double? {
      guard let found = value(key) else { return nil }
      let expected = "a number from \(Self.plain(range.lowerBound)) to \(Self.plain(range.upperBound))"
      guard case .number(let number, _) = found.value else {
        complain(found, key, expected, "Write the number without quotes, or null if unknown.")
        return nil
      }
      if range.contains(number) { return number }
      complain(found, key, expected, "Correct it, or write null if unknown.")
      return nil
    }

    func integer(_ key: String, _ range: ClosedRange<Int>) -> Int? {
      guard let found = value(key) else { return nil }
      let expected = "a whole number from \(range.lowerBound) to \(range.upperBound)"
      guard case .number(let number, _) = found.value else {
        complain(found, key, expected, "Write the number without quotes, or null if unknown.")
        return nil
      }
      guard let whole = Int(exactly: number), range.contains(whole) else {
        complain(found, key, expected, "Correct it, or write null if unknown.")
        return nil
      }
      return whole
    }

    func word(_ key: String, _ words: [String]) -> String? {
      guard let found = value(key) else { return nil }
      if case .string(let text) = found.value {
        let plain = Self.trimmed(text)
        if plain.isEmpty { return nil }
        if let word = words.first(where: { $0.lowercased() == plain.lowercased() }) { return word }
      }
      complain(found, key, "one of " + words.joined(separator: ", "), "Choose one, or write null if unknown.")
      return nil
    }

    func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, _: Choice.Type) -> Choice?
    where Choice.RawValue == String {
      word(key, Choice.allCases.map(\.rawValue)).flatMap(Choice.init(rawValue:))
    }

    func state(_ key: String) -> String? {
      guard let name = text(key) else { return nil }
      if let state = USState.recognized(name) { return state.code }
      wrong(key, "a state such as OH", "Write the two-letter code, or null if unknown or abroad.")
      return nil
    }

    func nested(_ key: String) -> Fields? {
      value(key).flatMap { reader.object($0, key) }
    }

    func items(_ key: String) -> [JSONText] {
      guard let found = value(key) else { return [] }
      if case .array(let items) = found.value { return items }
      complain(found, key, "a list in [ ]", "Put it in [ ], or write [] for none.")
      return []
    }

    func objects(_ key: String) -> [Fields] {
      items(key).compactMap { reader.object($0, key) }
    }

    /// An object of names and numbers, such as weights, in the order of the file.
    func weights(
      _ key: String, _ range: ClosedRange<Double>, whole: Bool = false
    ) -> [(key: String, value: Double)] {
      guard let found = value(key) else { return [] }
      guard case .object(let members) = found.value else {
        complain(found, key, "an object such as {\"name\": \(whole ? "60" : "1.0")}", "Put it in { }.")
        return []
      }
      var result: [(key: String, value: Double)] = []
      for member in members {
        if case .null = member.value.value { continue }
        let kind = whole ? "a whole number" : "a number"
        guard case .number(let number, _) = member.value.value, range.contains(number),
          !whole || number == number.rounded()
        else {
          complain(
            member.value, "\(key).\(member.key)",
            "\(kind) from \(Self.plain(range.lowerBound)) to \(Self.plain(range.upperBound))",
            "Correct it or remove the line.")
          continue
        }
        result.append((member.key, number))
      }
      return result
    }

    /// Names every key that nobody asked for, with the nearest known one.
    func finish() {
      for member in order where !asked.contains(member.key) {
        let near = asked.min { Self.distance($0, member.key) < Self.distance($1, member.key) }
        let suggestion = near.flatMap { Self.distance($0, member.key) <= max(2, member.key.count / 3) ? $0 : nil }
        reader.report(
          line: member.line, column: member.column, key: member.key, value: member.key,
          expected: "a key that the profile knows" + (path == "profile" ? "" : " within \(path)"),
          remedy: suggestion.map { "Did you mean \"\($0)\"? Otherwise remove it." }
            ?? "Remove it; `housestaff list --example` shows every key.")
      }
    }

    private static func trimmed(_ text: String) -> String {
      var piece = Substring(text)
      while piece.first?.isWhitespace == true { piece.removeFirst() }
      while piece.last?.isWhitespace == true { piece.removeLast() }
      return String(piece)
    }

    private static func plain(_ number: Double) -> String {
      number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
    }

    /// Edit distance, O(|a| |b|); keys are short.
    private static func distance(_ first: String, _ second: String) -> Int {
      let (a, b) = (Array(first.utf8), Array(second.utf8))
      var row = Array(0...b.count)
      for i in 0..<a.count {
        var diagonal = row[0]
        row[0] = i + 1
        for j in 0..<b.count {
          let next = min(row[j + 1] + 1, row[j] + 1, diagonal + (a[i] == b[j] ? 0 : 1))
          diagonal = row[j + 1]
          row[j + 1] = next
        }
      }
      return row[b.count]
    }
  }
}

public import Tables

/// Every effect, each once: the published set, or one that a person has edited.
public struct Effects: Sendable, Equatable {
  /// In the order of ``EffectName``.
  public private(set) var all: [Effect]
  /// Names of the effects that differ from the published set.
  public private(set) var edited: Set<String> = []

  /// The set that ships with the program.
  public static let published = Effects(shipped: PackageResources.effects_json)

  private init(shipped bytes: [UInt8]) {
    let reader = FieldReader(file: "effects.json")
    var found: [String: Effect] = [:]
    if let document = try? JSONText.read(bytes), case .array(let items) = document.value {
      for item in items.compactMap({ reader.object($0, "effects") }) {
        if let effect = Self.complete(item) { found[effect.name] = effect }
      }
    }
    all = EffectName.allCases.map { name in
      guard let effect = found[name.rawValue] else { preconditionFailure("effects.json lacks \(name.rawValue)") }
      return effect
    }
    precondition(reader.findings.isEmpty, "effects.json: \(reader.findings)")
  }

  public subscript(name: EffectName) -> Effect {
    // The initializer puts them in the order of the enumeration.
    all[name.position]
  }

  /// The published effects with those of a file in their place.
  ///
  /// The file is JSON (a list of objects) or CSV, with the names of `--assumptions`; rows that are not effects
  /// (published rates, fees) are left alone, so the printed assumptions can be edited and given back.
  /// - Returns: the effects, and every fault of the file.
  public static func edited(bytes: [UInt8], file: String) -> (effects: Effects, findings: [Finding]) {
    var effects = published
    let first = bytes.first { !($0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D || $0 >= 0x80) }
    if first == UInt8(ascii: "[") || first == UInt8(ascii: "{") {
      let findings = effects.take(json: bytes, file: file)
      return (effects, findings)
    }
    let findings = effects.take(csv: bytes, file: file)
    return (effects, findings)
  }

  /// Puts one value in place of the published one; the range is widened to hold it.
  public mutating func set(_ name: EffectName, value: Double, low: Double? = nil, high: Double? = nil) {
    var effect = all[name.position]
    effect.value = value
    effect.low = min(low ?? effect.low, value)
    effect.high = max(high ?? effect.high, value)
    if effect != Self.published[name] {
      effect.source = "edited by the user; published: " + Self.published[name].source
      edited.insert(effect.name)
    }
    all[name.position] = effect
  }

  private static func complete(_ item: FieldReader.Fields) -> Effect? {
    defer { item.finish() }
    let note = item.text("note") ?? ""
    guard let name = item.text("name"), let value = item.number("value", -100...100),
      let low = item.number("low", -100...100), let high = item.number("high", -100...100),
      let stage = item.text("stage").flatMap(Effect.Stage.init(rawValue:)),
      let scale = item.text("scale").flatMap(Effect.Scale.init(rawValue:)), let source = item.text("source"),
      let season = item.text("season"), let specialty = item.text("specialty")
    else { return nil }
    return Effect(
      name: name, stage: stage, scale: scale, value: value, low: low, high: high, specialty: specialty, season: season,
      source: source, note: note)
  }

  private mutating func take(json bytes: [UInt8], file: String) -> [Finding] {
    let reader = FieldReader(file: file)
    do throws(JSONText.Fault) {
      let document = try JSONText.read(bytes)
      var items = [document]
      if case .array(let list) = document.value {
        items = list
      } else if case .object(let members) = document.value,
        case .array(let list)? = members.first(where: { $0.key == "assumptions" })?.value.value
      {
        items = list
      }
      for item in items {
        guard let fields = reader.object(item, "effects") else { continue }
        guard let name = fields.text("name") else {
          fields.missing("name", "the name of an effect", "Add it; --assumptions prints all names.")
          continue
        }
        guard let effect = known(name) else {
          if !Assumption.isFigureName(name) {
            fields.wrong("name", "a name that --assumptions prints", "Correct the name or remove the object.")
          }
          continue
        }
        let range = Self.allowed(self[effect])
        let value = fields.number("value", range)
        let low = fields.number("low", range)
        let high = fields.number("high", range)
        accept(effect, value, low, high) { fields.wrong($0, $1, $2) }
      }
    } catch {
      reader.report(error)
    }
    return reader.findings
  }

  private mutating func take(csv bytes: [UInt8], file: String) -> [Finding] {
    var findings: [Finding] = []
    let table: Table
    do {
      table = try Table(csv: bytes, name: file)
    } catch {
      return [error.finding]
    }
    func cells(_ row: Int) -> [String] { table[row].values.map { $0.lowercased() } }
    guard
      let top = (0..<min(table.rowCount, 5)).first(where: { cells($0).contains("name") && cells($0).contains("value") }
      ),
      let nameColumn = cells(top).firstIndex(of: "name"), let valueColumn = cells(top).firstIndex(of: "value")
    else {
      return [
        Finding(
          .error, file: file, line: 1, value: table.rowCount > 0 ? table[0].values.joined(separator: ",") : "",
          expected: "the columns name and value",
          remedy: "start from the output of `housestaff list --assumptions --format csv`")
      ]
    }
    let lowColumn = cells(top).firstIndex(of: "low")
    let highColumn = cells(top).firstIndex(of: "high")
    for row in (top + 1..<max(top + 1, table.rowCount)).map({ table[$0] }) where !row.isBlank {
      func complain(_ column: String, _ value: String, _ expected: String, _ remedy: String) {
        findings.append(
          Finding(.error, file: file, line: row.line, column: column, value: value, expected: expected, remedy: remedy))
      }
      let name = row[nameColumn]
      guard let effect = known(name) else {
        if !Assumption.isFigureName(name) {
          complain("name", name, "a name that --assumptions prints", "correct the name or remove the row")
        }
        continue
      }
      let range = Self.allowed(self[effect])
      func number(_ column: Int?, _ title: String) -> Double? {
        guard let column else { return nil }
        let text = row[column]
        if text.isEmpty { return nil }
        guard let number = Double(text), range.contains(number) else {
          complain(
            title, text, "a number from \(range.lowerBound) to \(range.upperBound)", "correct it or leave it empty")
          return nil
        }
        return number
      }
      let (value, low, high) = (number(valueColumn, "value"), number(lowColumn, "low"), number(highColumn, "high"))
      accept(effect, value, low, high) { complain($0, "", $1, $2) }
    }
    return findings
  }

  private mutating func accept(
    _ name: EffectName, _ value: Double?, _ low: Double?, _ high: Double?, complain: (String, String, String) -> Void
  ) {
    guard let value else { return }
    // An end that the file leaves out is the published one, moved to hold the value.
    guard (low ?? value) <= value, value <= (high ?? value) else {
      complain(
        "value", "low <= value <= high", "put the value inside its range, or widen the range")
      return
    }
    if value == self[name].value, (low ?? self[name].low) == self[name].low,
      (high ?? self[name].high) == self[name].high
    {
      return
    }
    var effect = all[name.position]
    effect.value = value
    effect.low = low ?? min(effect.low, value)
    effect.high = high ?? max(effect.high, value)
    effect.source = "edited by the user; published: " + Self.published[name].source
    edited.insert(effect.name)
    all[name.position] = effect
  }

  private func known(_ name: String) -> EffectName? { EffectName(rawValue: name) }

  /// The numbers that an effect of this scale may take.
  public static func allowed(_ effect: Effect) -> ClosedRange<Double> {
    switch effect.scale {
    case .oddsRatio: 0.001...1000
    case .exponent: 0...3
    case .probability, .share: 0...1
    case .logOdds: 0...5
    case .points: 0...60
    }
  }
}

extension EffectName {
  /// The place in ``EffectName/allCases``.
  ///
  /// Asked for once for each term of each chance. A case without values is stored as its place in the declaration; a
  /// dictionary would hash its name, letter by letter, each time.
  var position: Int { Int(unsafeBitCast(self, to: UInt8.self)) }
}

import Tables

extension CellReading {
  private static let yes: Set<String> = ["yes", "y", "true", "1", "ok", "sure", "✓", "x"]
  private static let no: Set<String> = ["no", "n", "false", "0", "none", "never"]

  /// Visas: `J1/H1b`, `J-1 & H1B`, `no visa`, `J-1 only`; "yes" leaves open which.
  static func visa(_ text: String) -> CellReading {
    var key = ColumnName.key(text)
    let preference = false
    // What is denied does not count: "J-1, no H-1B".
    var denied = false
    for phrase in ["noth1b", "noh1b", "noh1", "withouth1b", "noth1"] where key.contains(phrase) {
      key = key.replacingFirst(phrase)
      denied = true
    }
    for phrase in ["noj1", "notj1", "withoutj1"] where key.contains(phrase) {
      key = key.replacingFirst(phrase)
      denied = true
    }
    let j1 = key.contains("j1")
    let h1b = key.contains("h1")
    let open: Set<String> = [
      "yes", "y", "sponsored", "sponsors", "visa", "true", "available", "offered", "sponsorship", "visasponsored",
      "sponsorsvisa", "sponsorsvisas", "casebycase", "some", "1",
    ]
    switch (j1, h1b) {
    case (true, true): return .value(.visa(.both), isPreference: preference)
    case (true, false): return .value(.visa(.j1))
    case (false, true): return .value(.visa(.h1b))
    case (false, false):
      if key == "both" || key == "all" || key == "either" || key == "any" { return .value(.visa(.both)) }
      let none =
        no.contains(key) || key.hasPrefix("novisa") || key.hasPrefix("nosponsor") || key.contains("notsponsor")
        || key.contains("doesnt") || key.hasPrefix("citizens") || key.hasPrefix("uscitizen") || key == "nonesponsored"
        || key.hasPrefix("notoffered") || (denied && key.isEmpty)
      if none { return .value(.visa(.none)) }
      if open.contains(key) {
        return .doubtful(
          "visas are sponsored, but not which", remedy: "write J-1, H-1B or both; it is taken as unknown")
      }
      return .fault(.visa)
    }
  }

  /// Who runs the program: a community hospital with a university's name on it is a hybrid.
  static func setting(_ text: String) -> CellReading {
    let key = ColumnName.key(text)
    let community = key.contains("community") || key == "comm" || key == "com"
    let university = key.contains("univ") || key.contains("academic") || key.contains("college")
    if key.contains("military") || key.contains("army") || key.contains("navy") || key.contains("airforce") {
      return .value(.setting(.military))
    }
    if key.contains("hybrid") || key.contains("affiliate") || (community && university) || key == "mixed" {
      return .value(.setting(.hybrid))
    }
    if university { return .value(.setting(.academic)) }
    return community ? .value(.setting(.community)) : .fault(.setting)
  }

  /// Whether COMLEX alone will do.
  static func comlex(_ text: String) -> CellReading {
    let key = ColumnName.key(text)
    let preference = key.contains("prefer") || key.contains("recommended")
    let refused =
      no.contains(key) || key.contains("notaccepted") || key.contains("required") || key.contains("usmleonly")
      || key == "usmle" || key.contains("mustusmle") || (preference && key.contains("usmle"))
      || key.contains("needsusmle")
    if refused && !key.contains("notrequired") {
      return .value(.comlex(.usmleRequired), isPreference: preference && key.contains("usmle"))
    }
    let accepted =
      yes.contains(key) || key.contains("accept") || key.contains("comlex") || key.contains("either")
      || key.contains("both") || key.contains("notrequired")
    return accepted ? .value(.comlex(.accepted)) : .fault(.comlex)
  }

  /// Whether the program takes part in signals; a number of signals is a yes unless it is zero.
  static func signals(_ text: String) -> CellReading {
    let key = ColumnName.key(text)
    if no.contains(key) || key.hasPrefix("notparticipat") || key.hasPrefix("nosignal") { return .value(.flag(false)) }
    let participates =
      yes.contains(key) || key.hasPrefix("participat") || key.contains("gold") || key.contains("silver")
      || key == "signals" || key == "signal" || (DecimalText.double(text) ?? 0) > 0
    return participates ? .value(.flag(true)) : .fault(.signals)
  }

  /// Words separated by `;` or `|`, or by commas where there is neither.
  static func features(_ text: String) -> CellReading {
    let separators: [Character] = text.contains(where: { $0 == ";" || $0 == "|" }) ? [";", "|", "\n"] : [",", "\n"]
    var words: [String] = []
    for word in text.split(whereSeparator: { separators.contains($0) }).map({ String($0).trimmedBlanks }) {
      if !word.isEmpty && !words.contains(word) { words.append(word) }
    }
    return words.isEmpty ? .unknown : .value(.words(words))
  }
}

extension String {
  /// Without the blanks and line ends around it.
  var trimmedBlanks: String {
    var rest = self[...]
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }

  /// Without the first occurrence of a phrase.
  ///
  /// O(n m).
  fileprivate func replacingFirst(_ phrase: String) -> String {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(phrase) {
        return String(self[..<start]) + String(self[index(start, offsetBy: phrase.count)...])
      }
      start = index(after: start)
    }
    return self
  }
}

/// What single values look like, decided by their shape alone: digits become `9`, letters `a`.
enum IdentifierPattern {
  private static func shape(_ text: String) -> String {
    String(
      text.unicodeScalars.map { scalar -> Character in
        if scalar.value >= 0x30 && scalar.value <= 0x39 { return "9" }
        return scalar.properties.isAlphabetic ? "a" : Character(scalar)
      })
  }

  static func isEmail(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && !parts[1].hasPrefix(".")
      && !parts[1].hasSuffix(".") && !text.contains(" ")
  }

  static func isSocialSecurityNumber(_ text: String) -> Bool {
    let shape = shape(text)
    return shape == "999-99-9999" || shape == "999 99 9999"
  }

  /// Ten digits in the ways Americans group them; ten digits alone only with a sign that they are a number to dial.
  static func isPhone(_ text: String) -> Bool {
    var shape = shape(text)
    for prefix in ["+9 ", "+9-", "+9", "9-"] where shape.hasPrefix(prefix) {
      shape.removeFirst(prefix.count)
      break
    }
    return ["(999) 999-9999", "(999)999-9999", "999-999-9999", "999.999.9999", "999 999 9999"].contains(shape)
      || (shape == "9999999999" && text.hasPrefix("+"))
  }

  static func isWebAddress(_ text: String) -> Bool {
    let text = text.lowercased()
    return text.hasPrefix("http://") || text.hasPrefix("https://") || text.hasPrefix("www.")
  }

  static func isNetworkAddress(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count == 4 { return parts.allSatisfy { UInt8($0) != nil } }
    let groups = text.split(separator: ":", omittingEmptySubsequences: false)
    return groups.count >= 6 && groups.allSatisfy { $0.count <= 4 && $0.allSatisfy(\.isHexDigit) }
  }

  static func isStreetAddress(_ text: String) -> Bool {
    let words = ColumnName.words(text)
    guard words.count >= 3, words[0].allSatisfy(\.isNumber),
      let last = words.last(where: { !$0.allSatisfy(\.isNumber) })
    else { return false }
    let streets: Set<String> = [
      "street", "st", "avenue", "ave", "road", "rd", "drive", "dr", "lane", "ln", "boulevard", "blvd", "court", "ct",
      "place", "pl", "way", "parkway", "pkwy", "circle", "cir", "terrace", "highway", "hwy",
    ]
    if streets.contains(last) || words.contains("apt") { return true }
    // "4 West Unit" and "3 Surgical Unit 2" are wards: no street has such a name.
    return words.contains { $0 == "suite" || $0 == "unit" } && !RoomScreen.places.contains(words[1])
  }

  /// "Family, Given" with capitals and at most one initial or second name.
  static func isPersonName(_ text: String) -> Bool {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return false }
    let words = parts.map { $0.split(separator: " ") }
    guard (1...2).contains(words[0].count), (1...2).contains(words[1].count) else { return false }
    return words.joined().allSatisfy { word in
      word.first?.isUppercase == true && word.allSatisfy { $0.isLetter || $0 == "-" || $0 == "'" || $0 == "." }
    }
  }

  static func isFullDate(_ text: String) -> Bool {
    let day = text.split(whereSeparator: { $0 == " " || $0 == "T" }).first.map(String.init) ?? ""
    return [
      "9999-99-99", "99/99/9999", "9/9/9999", "9/99/9999", "99/9/9999", "99/99/99", "9/9/99", "9/99/99", "99/9/99",
      "99-99-9999", "99.99.9999", "9999/99/99",
    ].contains(shape(day))
  }

  static func isYear(_ text: String) -> Bool { shape(text) == "9999" }

  static func isSerialNumber(_ text: String) -> Bool {
    (6...12).contains(text.utf8.count) && text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }
}

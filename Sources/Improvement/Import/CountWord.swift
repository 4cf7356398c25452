internal import Tables

/// How a cell says whether a case counts.
enum CountWord {
  /// 1 or 0; nil for a word that says neither.
  static func answer(_ text: String, counted: String) -> Double? {
    let word = trimmed(text)
    if !counted.isEmpty { return word.lowercased() == counted.lowercased() ? 1 : 0 }
    switch word.lowercased() {
    case "yes", "y", "true", "t", "1", "x": return 1
    case "no", "n", "false", "f", "0": return 0
    default: return nil
    }
  }

  /// Without the blanks around it.
  static func trimmed(_ text: String) -> String {
    guard let first = text.utf8.first, let last = text.utf8.last, first <= 32 || last <= 32 else { return text }
    return String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }

  /// The label of a stratum: what is empty or says "unknown" is not recorded.
  static func label(_ text: String) -> String {
    let word = trimmed(text)
    switch word.lowercased() {
    case "", "na", "n/a", "null", "unknown", "not recorded", "missing", "none recorded", "unk":
      return StratumName.notRecorded
    default: return String(word.prefix(60))
    }
  }

  /// A number as people write it, with commas between its thousands: 1,250; nil for anything else, and for 3,5.
  static func number(_ text: String) -> Double? {
    if let number = DecimalText.double(text) { return number }
    guard text.utf8.contains(44) else { return nil }
    let word = trimmed(text)
    let sign = word.first == "-" || word.first == "+" ? 1 : 0
    let halves = word.dropFirst(sign).split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let thousands = halves[0].split(separator: ",", omittingEmptySubsequences: false)
    guard (1...3).contains(thousands[0].count), thousands.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
    return DecimalText.double(word.filter { $0 != "," })
  }

  /// A value as it is quoted: one line, at most 30 letters.
  static func shown(_ text: String) -> String {
    let word = trimmed(String(text.prefix(80))).filter { !$0.isNewline }
    return word.count > 30 ? word.prefix(29) + "\u{2026}" : word
  }
}

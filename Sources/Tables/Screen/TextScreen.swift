/// Words that may point to a patient, found in a sentence before it is kept.
///
/// Looks for what stands among the identifiers of the HIPAA Safe Harbor list (45 CFR 164.514(b)(2)) and can be told by
/// its form: record, telephone and Social Security numbers, mail and web addresses, whole dates, ages above 89, a title
/// with a name, a room or bed. A name that stands alone cannot be told from any other word; the page says so.
public enum TextScreen {
  /// What was found, and what to write instead.
  public struct Finding: Hashable, Sendable {
    /// The words found.
    public let words: String
    /// Why they may point to a patient, and what to write instead.
    public let advice: String
  }

  /// Everything found, in the order of the text.
  ///
  /// O(length).
  public static func findings(in text: String) -> [Finding] {
    let words = text.split { $0.isWhitespace }.map { bare(String($0)) }
    var found: [Finding] = []
    var index = 0
    while index < words.count {
      let next = index + 1 < words.count ? words[index + 1] : ""
      if let finding = pair(words[index], next) {
        found.append(finding)
        index += 2
      } else {
        if let finding = single(words[index]) { found.append(finding) }
        index += 1
      }
    }
    return found
  }

  private static func single(_ word: String) -> Finding? {
    let advice: String? =
      if ["mrn", "ssn", "dob", "csn", "fin"].contains(word.lowercased()) {
        "A label of an identifier. Leave the label and its number out."
      } else if IdentifierPattern.isEmail(word) {
        "A mail address. Leave it out."
      } else if IdentifierPattern.isWebAddress(word) || IdentifierPattern.isNetworkAddress(word) {
        "An address on the web. Leave it out."
      } else if IdentifierPattern.isSocialSecurityNumber(word) {
        "A Social Security number. Leave it out."
      } else if IdentifierPattern.isPhone(word) {
        "A telephone number. Leave it out."
      } else if IdentifierPattern.isFullDate(word) {
        "A whole date. A month and a year are enough."
      } else if IdentifierPattern.isSerialNumber(word.filter { $0 != "#" }) {
        "A long number, as of a record. Leave it out, or write a count with commas: 120,000."
      } else if isAgeAbove89(word, next: "") {
        oldAge
      } else {
        nil
      }
    return advice.map { Finding(words: word, advice: $0) }
  }

  private static func pair(_ word: String, _ next: String) -> Finding? {
    let lower = word.lowercased()
    let both = "\(word) \(next)"
    if ["mr", "mrs", "ms", "miss", "mister"].contains(lower), next.first?.isUppercase == true {
      return Finding(words: both, advice: "A name. Write \u{201C}a patient\u{201D}.")
    }
    if ["room", "rm", "bed"].contains(lower), next.first?.isNumber == true {
      return Finding(words: both, advice: "A room or bed can point to a person. Name the unit.")
    }
    if IdentifierPattern.isPhone(both) || IdentifierPattern.isPhone("(\(word)) \(next)") {
      return Finding(words: both, advice: "A telephone number. Leave it out.")
    }
    if !next.isEmpty, isAgeAbove89(word, next: next) { return Finding(words: both, advice: oldAge) }
    return nil
  }

  private static let oldAge = "An age above 89. Write \u{201C}90 or older\u{201D} or leave it out."

  /// 93yo, 93-year-old, 93 years, 93 y/o.
  private static func isAgeAbove89(_ word: String, next: String) -> Bool {
    let digits = word.prefix { ("0"..."9").contains($0) }
    guard let age = Int(digits), (90...120).contains(age) else { return false }
    let rest = word.dropFirst(digits.count).lowercased()
    if next.isEmpty { return ["yo", "y/o", "-year-old", "-yr-old", "-years-old", "yr", "yrs"].contains(rest) }
    return rest.isEmpty && ["year", "years", "years-old", "year-old", "yo", "y/o", "yrs"].contains(next.lowercased())
  }

  /// Without the punctuation around it.
  private static func bare(_ word: String) -> String {
    let edge: Set<Character> = [".", ",", ";", ":", "!", "?", "\"", "'", ")", "(", "]", "[", "\u{201C}", "\u{201D}"]
    var text = Substring(word)
    while let last = text.last, edge.contains(last) { text.removeLast() }
    while let first = text.first, edge.contains(first) { text.removeFirst() }
    return String(text)
  }
}

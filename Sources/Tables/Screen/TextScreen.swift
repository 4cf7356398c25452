/// Words that may point to a patient, found in a sentence before it is kept.
///
/// Looks for what stands among the identifiers of the HIPAA Safe Harbor list (45 CFR 164.514(b)(2)) and can be told by
/// its form: record, telephone and Social Security numbers, mail and web addresses, whole dates, ages above 89, a title
/// with a name. A room or bed is a place like any other until its line speaks of a person as well (``RoomScreen``). A name
/// that stands alone cannot be told from any other word; the page says so.
public enum TextScreen {
  /// What was found, and what to write instead.
  public struct Finding: Hashable, Sendable {
    /// The words found.
    public let words: String
    /// What they look like.
    public let kind: Kind
    /// Why they may point to a patient, and what to write instead.
    public var advice: String { kind.advice }
  }

  /// What words can look like.
  public enum Kind: Hashable, Sendable, CaseIterable {
    case label, mail, web, socialSecurity, phone, date, number, age, name, room

    /// Why it may point to a patient, and what to write instead.
    public var advice: String {
      switch self {
      case .label: "A label of an identifier. Leave the label and its number out."
      case .mail: "A mail address. Leave it out."
      case .web: "An address on the web. Leave it out."
      case .socialSecurity: "A Social Security number. Leave it out."
      case .phone: "A telephone number. Leave it out."
      case .date: "A whole date. A month and a year are enough."
      case .number: "A long number, as of a record. Leave it out, or write a count with commas: 120,000."
      case .age: "An age above 89. Write \u{201C}90 or older\u{201D} or leave it out."
      case .name: "A name. Write \u{201C}a patient\u{201D}."
      case .room: "A room or bed can point to a person. Name the unit."
      }
    }
  }

  /// Everything found, in the order of the text.
  ///
  /// O(length).
  public static func findings(in text: String) -> [Finding] {
    // Lines are often items of a list: the last word of one and the first of the next are no pair.
    text.split(whereSeparator: \.isNewline).flatMap { findings(inLine: $0) }
  }

  private static func findings(inLine line: Substring) -> [Finding] {
    let written = line.split { $0.isWhitespace }
    let words = written.map { bare(String($0)) }
    var found: [Finding] = []
    var index = 0
    while index < words.count {
      let next = index + 1 < words.count ? words[index + 1] : ""
      if let finding = pair(words[index], next) {
        // Quoted as it was written: "Mr. Vane", not "Mr Vane".
        let isDotted = finding.kind == .name && written[index].hasSuffix(".")
        found.append(isDotted ? Finding(words: "\(words[index]). \(next)", kind: .name) : finding)
        index += 2
      } else {
        if let finding = single(words[index]) { found.append(finding) }
        index += 1
      }
    }
    let rooms = found.count { $0.kind == .room }
    guard rooms > 0, rooms == found.count, !RoomScreen.speaksOfPerson(words) else { return found }
    return []
  }

  private static func single(_ word: String) -> Finding? {
    let kind: Kind? =
      if ["mrn", "ssn", "dob", "csn", "fin"].contains(word.lowercased()) {
        .label
      } else if IdentifierPattern.isEmail(word) {
        .mail
      } else if IdentifierPattern.isWebAddress(word) || IdentifierPattern.isNetworkAddress(word) {
        .web
      } else if IdentifierPattern.isSocialSecurityNumber(word) {
        .socialSecurity
      } else if IdentifierPattern.isPhone(word) {
        .phone
      } else if IdentifierPattern.isFullDate(word) {
        .date
      } else if IdentifierPattern.isSerialNumber(word.filter { $0 != "#" }) {
        .number
      } else if isAgeAbove89(word, next: "") {
        .age
      } else {
        nil
      }
    return kind.map { Finding(words: word, kind: $0) }
  }

  private static func pair(_ word: String, _ next: String) -> Finding? {
    let lower = word.lowercased()
    let both = "\(word) \(next)"
    // "miss" and "ms" are words and a unit as well: a near miss, 20 ms.
    let isTitle = ["mr", "mrs", "mister"].contains(lower) || ["Ms", "Miss", "MS", "MISS"].contains(word)
    if isTitle, next.first?.isUppercase == true {
      return Finding(words: both, kind: .name)
    }
    if RoomScreen.isRoom(lower), next.first?.isNumber == true {
      return Finding(words: both, kind: .room)
    }
    if IdentifierPattern.isPhone(both) || IdentifierPattern.isPhone("(\(word)) \(next)") {
      return Finding(words: both, kind: .phone)
    }
    if !next.isEmpty, isAgeAbove89(word, next: next) { return Finding(words: both, kind: .age) }
    return nil
  }

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

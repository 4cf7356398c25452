/// A column's name as people vary it: case, blanks, punctuation, an explanation in parentheses.
public enum ColumnName {
  /// The name without case, blanks, `_`, `-` and punctuation; `%` counts as the word "percent".
  public static func key(_ name: some StringProtocol) -> String {
    var key = ""
    for character in name.lowercased() {
      if character == "%" {
        key += "percent"
      } else if character.isLetter || character.isNumber {
        key.append(character)
      }
    }
    return key
  }

  /// The name without what stands in parentheses or brackets.
  static func bare(_ name: String) -> String {
    var depth = 0
    var bare = ""
    for character in name {
      if character == "(" || character == "[" { depth += 1 }
      if depth == 0 { bare.append(character) }
      if character == ")" || character == "]" { depth = max(0, depth - 1) }
    }
    return bare
  }

  /// The words of a name, split at everything that is no letter or digit, between letters and digits, and at a capital
  /// behind a small letter.
  public static func words(_ name: some StringProtocol) -> [String] {
    var words: [String] = []
    var word = ""
    var previous: Character = " "
    for character in name {
      let belongs = character.isLetter || character.isNumber
      let turns =
        (character.isNumber != previous.isNumber) || (character.isUppercase && previous.isLowercase)
      if (!belongs || turns) && !word.isEmpty {
        words.append(word.lowercased())
        word = ""
      }
      if character == "%" { words.append("percent") }
      if belongs { word.append(character) }
      previous = character
    }
    if !word.isEmpty { words.append(word.lowercased()) }
    return words
  }

  /// How alike two names are: 1 for the same key, 0 for names that must not be confused.
  ///
  /// The greater of the shared part of their words and of 1 minus the edit distance over the length. Names with
  /// different digits are never alike: Step 1 is not Step 2. O(lengths multiplied).
  package static func similarity(_ one: String, _ other: String) -> Double {
    let (first, second) = (words(one), words(other))
    let digits = { (words: [String]) in words.filter { $0.allSatisfy(\.isNumber) } }
    guard digits(first) == digits(second) else { return 0 }
    let (a, b) = (Array(key(one).utf8.prefix(48)), Array(key(other).utf8.prefix(48)))
    guard !a.isEmpty, !b.isEmpty else { return 0 }
    if a == b { return 1 }
    let shared = Set(first).intersection(second).count
    let all = Set(first).union(second).count
    let overlap = all >= 3 ? Double(shared) / Double(all) : 0
    let distance = editDistance(a, b)
    let longest = max(a.count, b.count)
    let spelling = longest >= 6 && distance <= 2 ? 1 - Double(distance) / Double(longest) : 0
    return max(overlap, spelling)
  }

  /// Insertions, deletions and substitutions between two texts (Levenshtein 1966).
  ///
  /// O(n m).
  static func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let next = min(row[j] + 1, row[j + 1] + 1, diagonal + (x == y ? 0 : 1))
        diagonal = row[j + 1]
        row[j + 1] = next
      }
    }
    return row[b.count]
  }
}

/// A column that a feature looks for.
public struct WantedColumn: Sendable, Equatable {
  /// The name that the feature uses.
  public var name: String
  /// Other names that people give it.
  public var aliases: [String]
  /// Whether nothing can be done without it.
  public var isRequired: Bool
  /// Whether a name that is only alike will do.
  public var allowsSimilar: Bool

  public init(_ name: String, aliases: [String] = [], isRequired: Bool = false, allowsSimilar: Bool = true) {
    self.name = name
    self.aliases = aliases
    self.isRequired = isRequired
    self.allowsSimilar = allowsSimilar
  }
}

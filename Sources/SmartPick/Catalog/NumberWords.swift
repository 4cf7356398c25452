import Tables

/// A number as people type it into a cell: `~235`, `250+`, `230-245`, `$65,400`, `65k`, `yes (2 mo)`.
struct NumberWords {
  /// The numbers in the text, in order; thousands separators read, `k` multiplied out.
  private(set) var numbers: [Double] = []
  /// The other words, in lower case.
  private(set) var words: Set<String> = []
  private(set) var hasPercent = false
  /// Whether the first two numbers are the ends of a range.
  private(set) var isRange = false
  private(set) var isNegative = false

  init(_ text: String) {
    let characters = Array(text.lowercased())
    var index = 0
    var word = ""
    /// Where the last number ended, to see whether a dash joins it to the next.
    var joins = false
    func isDigit(_ at: Int) -> Bool { at < characters.count && characters[at].isASCII && characters[at].isNumber }
    while index < characters.count {
      let character = characters[index]
      if isDigit(index) && word.isEmpty {
        let (value, end) = Self.number(characters, from: index)
        if joins { isRange = true }
        numbers.append(value)
        index = end
        joins = false
        continue
      }
      if character.isLetter || (!word.isEmpty && isDigit(index)) {
        word.append(character)
      } else {
        finish(&word, joins: &joins)
        switch character {
        case "%": hasPercent = true
        case "-", "–", "—", "−":
          if numbers.isEmpty && isDigit(index + 1) {
            isNegative = index == 0 || !characters[index - 1].isLetter
          } else if !numbers.isEmpty && !joins {
            joins = true
          }
        case " ", "~", "≈", "$", "+", ">", "<", "=", "≥", "≤", "(", ")", ".", ",", "/", "*", "\"", "'", ":", ";", "\n",
          "\t":
          break
        default: words.insert(String(character))
        }
      }
      index += 1
    }
    finish(&word, joins: &joins)
  }

  private mutating func finish(_ word: inout String, joins: inout Bool) {
    guard !word.isEmpty else { return }
    if word == "to" && !numbers.isEmpty { joins = true } else { words.insert(word) }
    if word == "percent" { hasPercent = true }
    word = ""
  }

  /// The number that begins at `start`, with commas between thousands and a final `k`.
  private static func number(_ characters: [Character], from start: Int) -> (value: Double, end: Int) {
    var index = start
    var digits = ""
    func isDigit(_ at: Int) -> Bool { at < characters.count && characters[at].isASCII && characters[at].isNumber }
    while index < characters.count {
      let thousands =
        characters[index] == "," && isDigit(index + 1) && isDigit(index + 2) && isDigit(index + 3)
        && !isDigit(index + 4)
      let point = characters[index] == "." && isDigit(index + 1) && !digits.contains(".")
      if isDigit(index) || point {
        digits.append(characters[index])
      } else if !thousands {
        break
      }
      index += 1
    }
    var value = DecimalText.double(digits) ?? 0
    let last = index < characters.count ? characters[index] : " "
    let next = index + 1 < characters.count ? characters[index + 1] : " "
    if last == "k" && !next.isLetter {
      value *= 1_000
      index += 1
    }
    return (value, index)
  }

  /// Whether every word is one of these, or says "about", "at least" and the like.
  func onlyWords(_ allowed: Set<String>) -> Bool { words.isSubset(of: allowed.union(Self.filler)) }

  private static let filler: Set<String> = [
    "about", "approx", "approximately", "around", "circa", "ca", "roughly", "over", "above", "at", "least", "minimum",
    "min", "max", "maximum", "up", "or", "higher", "more", "and", "preferred", "pref", "required", "percent", "the",
    "of", "less", "than", "no", "not", "strict", "firm", "plus", "usually", "typically", "a", "only", "yes", "most",
    "average", "avg", "mean", "median", "range", "prefer", "prefers", "preferably", "ideally", "recommended",
  ]

  /// Whether the text wishes and does not demand.
  var isPreference: Bool {
    !words.isDisjoint(with: ["preferred", "pref", "prefer", "prefers", "preferably", "ideally", "recommended"])
  }
}

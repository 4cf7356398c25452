import Tables

/// The kind of position in the Main Residency Match, after the letter of its NRMP program code.
public enum Track: String, CaseIterable, Sendable, Codable {
  /// C: complete training from the first year.
  case categorical
  /// M: complete training with a primary care emphasis.
  case primaryCare = "primary care"
  /// A: training that begins in the second year, after a preliminary one.
  case advanced
  /// R: for physicians with earlier graduate training, in the year of the Match.
  case physician
  /// P: one year, preliminary or transitional.
  case preliminary

  /// By the letter of an NRMP code.
  public init?(letter: Character) {
    switch letter.uppercased() {
    case "C": self = .categorical
    case "M": self = .primaryCare
    case "A": self = .advanced
    case "R": self = .physician
    case "P": self = .preliminary
    default: return nil
    }
  }

  /// By words in a track column, a specialty or a program's name; `nil` where none of them tells.
  public init?(words text: String) {
    let words = Set(ColumnName.words(text))
    let key = ColumnName.key(text)
    if words.contains("transitional") || !words.isDisjoint(with: ["preliminary", "prelim"]) || key.contains("pgy1only")
    {
      self = .preliminary
    } else if words.contains("advanced") || key.contains("pgy2") {
      self = .advanced
    } else if key.contains("primarycare") || key.contains("medicineprimary") || key.contains("pediatricsprimary") {
      self = .primaryCare
    } else if !words.isDisjoint(with: ["physician", "reserved"]) {
      self = .physician
    } else if !words.isDisjoint(with: ["categorical", "cat"]) {
      self = .categorical
    } else {
      return nil
    }
  }
}

/// What a program's code tells: ACGME's ten digits begin with the specialty, NRMP's characters five to seven are it and
/// the eighth is the kind of position (NRMP, "Program Codes and Types").
public struct ProgramCode: Sendable, Equatable {
  public let text: String
  /// ACGME's three digits for the specialty.
  public let specialtyDigits: String?
  public let track: Track?

  /// Reads a code of either kind; any other text is kept and tells nothing.
  public init(_ text: String) {
    self.text = text
    let characters = Array(text)
    let isDigit = { (character: Character) in character.isASCII && character.isNumber }
    if characters.count == 10, characters.allSatisfy(isDigit) {
      specialtyDigits = String(characters[0..<3])
      track = nil
    } else if (9...11).contains(characters.count), characters[0..<7].allSatisfy(isDigit),
      let letter = Track(letter: characters[7]), characters[8...].allSatisfy(isDigit)
    {
      specialtyDigits = String(characters[4..<7])
      track = letter
    } else {
      specialtyDigits = nil
      track = nil
    }
  }
}

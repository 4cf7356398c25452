/// Tells "Room 1" as a place from "the one in room 1" as a way to a person.
///
/// A room says where something is, as a unit does; with a person in the same line it says who. Looked at are words for
/// people, what happens to people only, and words beside the room that are written as names are.
enum RoomScreen {
  /// Whether a word, in small letters, names a room or bed when a number follows.
  static func isRoom(_ word: String) -> Bool { ["room", "rm", "bed"].contains(word) }

  /// Whether a line with rooms or beds speaks of a person.
  ///
  /// O(words).
  static func speaksOfPerson(_ words: [String]) -> Bool {
    let lower = words.map { $0.lowercased() }
    for (index, word) in lower.enumerated() {
      let next = index + 1 < lower.count ? lower[index + 1] : ""
      // The patient's room, a family room, the resident's work room: kinds of rooms.
      if people.contains(word), !isRoom(next) { return true }
      if word == "one", index > 0, ["the", "this", "that"].contains(lower[index - 1]) { return true }
      if isRoom(word), next.first?.isNumber == true, hasName(beside: index, words) { return true }
    }
    return false
  }

  /// Whether a name stands beside the room at that place: before it, perhaps with "in" between, or behind its number.
  private static func hasName(beside index: Int, _ words: [String]) -> Bool {
    var before = index - 1
    while before >= 0, links.contains(words[before].lowercased()) { before -= 1 }
    // The first word of a line has a capital anyway, unless it stands right before a room in small letters.
    let isAdjacent = before == index - 1
    let isTold = before > 0 || (before == 0 && isAdjacent && words[index].first?.isLowercase == true)
    if isTold, isName(words[before]) { return true }
    // Behind the number an initial may come first: room 12, E. Vane.
    var behind = index + 2
    if behind + 1 < words.count, words[behind].count == 1, words[behind].first?.isUppercase == true { behind += 1 }
    return behind < words.count && isName(words[behind])
  }

  /// Written as a name is, with a capital and small letters, and no word for a place.
  private static func isName(_ word: String) -> Bool {
    let letters = word.filter { $0 != "." && $0 != "-" && $0 != "'" && $0 != "\u{2019}" }
    guard let first = letters.first, first.isUppercase, letters.allSatisfy(\.isLetter) else { return false }
    return letters.contains(where: \.isLowercase) && !places.contains(word.lowercased())
  }

  private static let links: Set<String> = ["in", "at", "from", "of", "to", "the", "and", "is", "was", "for", "into"]

  private static let people: Set<String> = [
    "patient", "patients", "patient's", "pt", "pts", "pt's", "he", "she", "him", "her", "his", "hers", "who", "whom",
    "whose", "man", "woman", "lady", "gentleman", "boy", "girl", "baby", "infant", "child", "toddler", "mother",
    "father", "mom", "dad", "wife", "husband", "son", "daughter", "sister", "brother", "family", "person", "somebody",
    "someone", "male", "female", "fell", "died", "coded", "eloped", "vomited", "yo", "y/o",
  ]

  /// Words, in small letters, that stand in the names of places in a hospital.
  static let places: Set<String> = [
    "room", "rm", "bed", "rooms", "beds", "bay", "unit", "ward", "wing", "pod", "floor", "tower", "building", "hall",
    "level", "suite", "station", "clinic", "hospital", "center", "area", "side", "east", "west", "north", "south",
    "left", "right", "upper", "lower", "main", "minor", "major", "exam", "examination", "procedure", "procedures",
    "operating", "operation", "surgery", "surgical", "endoscopy", "endo", "trauma", "isolation", "triage", "resus",
    "resuscitation", "treatment", "consult", "consultation", "conference", "waiting", "recovery", "delivery",
    "birthing",
    "labor", "infusion", "imaging", "radiology", "cath", "dialysis", "hybrid", "negative", "pressure", "observation",
    "obs", "emergency", "intensive", "care", "medical", "neuro", "cardiac", "cardiology", "oncology", "ortho",
    "pediatric", "pediatrics", "adult", "telemetry", "tele", "stepdown", "clean", "dirty", "storage", "supply", "med",
    "medication", "utility", "break", "staff", "team", "work", "call", "simulation", "sim", "family", "patient",
    "private", "shared", "double", "single", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
    "sunday", "day", "night", "morning", "evening", "in", "at", "from", "of", "the", "and", "or", "on", "near", "door",
  ]
}

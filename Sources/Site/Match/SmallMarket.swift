internal import Matching

/// A market small enough to be shown whole, as a visitor writes it: "Ines: Birch, Alder" and "Alder 2: Lena, Mara".
struct SmallMarket: Sendable {
  static let mostApplicants = 8
  static let mostPrograms = 6
  /// The longest text that is read.
  static let mostCharacters = 1_500

  /// An applicant or a program.
  struct Side: Sendable {
    var name: String
    /// Positions of the other side, best first.
    var list: [Int]
  }

  private(set) var applicants: [Side] = []
  private(set) var programs: [Side] = []
  private(set) var quotas: [Int] = []
  /// What is wrong, by the name of its field; then the market is not to be matched.
  private(set) var problems: [(field: String, words: String)] = []

  /// Five people and three programs, all invented; four positions, so that one person goes without.
  static let example = SmallMarket(
    applicants: """
      Ines: Birch, Alder
      Jonas: Birch, Cedar, Alder
      Kofi: Cedar, Alder
      Lena: Birch, Cedar, Alder
      Mara: Alder, Birch
      """,
    programs: """
      Alder 2: Lena, Mara, Jonas, Kofi, Ines
      Birch 1: Lena, Ines, Jonas, Mara
      Cedar 1: Jonas, Kofi, Lena
      """)

  /// Reads a market, with everything that is wrong with it.
  init(applicants: String, programs: String) {
    let people = lines(applicants, "applicants", most: Self.mostApplicants, noun: "applicant")
    let places = lines(programs, "programs", most: Self.mostPrograms, noun: "program").map { line in
      let (name, quota) = positions(line.name)
      return (name: name, quota: quota, list: line.list)
    }
    let names = (people: people.map(\.name), places: places.map(\.name))
    for (field, list) in [("applicants", names.people), ("programs", names.places)] {
      for name in Set(list.filter { name in list.count { $0 == name } > 1 }).sorted() {
        problems.append((field, "\(name) has two lines. Keep one."))
      }
    }
    self.applicants = people.map {
      Side(name: $0.name, list: numbers($0.list, of: $0.name, among: names.places, "applicants", "program"))
    }
    self.programs = places.map {
      Side(name: $0.name, list: numbers($0.list, of: $0.name, among: names.people, "programs", "applicant"))
    }
    quotas = places.map(\.quota)
  }

  /// The market for the algorithm, with another list for one applicant if one is given.
  func market(with list: [Int]? = nil, of applicant: Int = -1) -> Market {
    var market = Market(
      MarketLists(
        quotas: quotas, choices: Lists(applicants.indices.map { $0 == applicant ? list ?? [] : applicants[$0].list }),
        rankings: Lists(programs.map(\.list))))
    market.applicantNames = applicants.map(\.name)
    market.programNames = programs.map(\.name)
    return market
  }

  /// The text that the lists are written in.
  var text: (applicants: String, programs: String) {
    let people = applicants.map { "\($0.name): \($0.list.map { programs[$0].name }.joined(separator: ", "))" }
    let places = programs.indices.map { index in
      "\(programs[index].name) \(quotas[index]): "
        + programs[index].list.map { applicants[$0].name }.joined(separator: ", ")
    }
    return (people.joined(separator: "\n"), places.joined(separator: "\n"))
  }

  /// The programs of a list as one writes it, or what is wrong with it.
  func list(_ text: String) -> (programs: [Int], problem: String?) {
    var copy = self
    copy.problems = []
    let list = copy.numbers(
      Self.parts(String(text.prefix(Self.mostCharacters))), of: "this list", among: programs.map(\.name), "list",
      "program")
    return (list, copy.problems.first?.words)
  }

  // MARK: reading

  private mutating func lines(
    _ text: String, _ field: String, most: Int, noun: String
  ) -> [(name: String, list: [String])] {
    if text.count > Self.mostCharacters {
      problems.append((field, "At most \(Self.mostCharacters) characters are read."))
    }
    let lines = text.prefix(Self.mostCharacters).split(whereSeparator: \.isNewline).map { line in
      let halves = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      return (name: Self.trimmed(halves[0]), list: halves.count > 1 ? Self.parts(String(halves[1])) : [])
    }.filter { !$0.name.isEmpty || !$0.list.isEmpty }
    if lines.isEmpty { problems.append((field, "Write one \(noun) on each line, with the list after a colon.")) }
    if lines.count > most {
      problems.append((field, "At most \(most) \(noun)s can be shown here; for more there is the command line."))
    }
    // A name alone may end in its colon: nobody is on its list.
    for line in text.prefix(Self.mostCharacters).split(whereSeparator: \.isNewline) where !line.contains(":") {
      let shown = Self.trimmed(line)
      if !shown.isEmpty {
        problems.append((field, "\u{201C}\(shown)\u{201D} has no colon. Write the \(noun), a colon, and the list."))
      }
    }
    for line in lines where line.name.isEmpty {
      problems.append((field, "Write the \(noun)'s name before the colon of “: \(line.list.joined(separator: ", "))”."))
    }
    return Array(lines.prefix(most))
  }

  /// "Alder 2" is Alder with two positions.
  private mutating func positions(_ head: String) -> (name: String, quota: Int) {
    guard let space = head.lastIndex(of: " "), let quota = Int(head[head.index(after: space)...]) else {
      if !head.isEmpty {
        problems.append(
          ("programs", "\(head) says no number of positions. Write it after the name, as \u{201C}\(head) 1:\u{201D}."))
      }
      return (head, 1)
    }
    let name = Self.trimmed(head[..<space])
    if !(0...9).contains(quota) { problems.append(("programs", "\(name) offers \(quota) positions; write 0 to 9.")) }
    return (name, min(max(quota, 0), 9))
  }

  private mutating func numbers(
    _ names: [String], of owner: String, among known: [String], _ field: String, _ noun: String
  ) -> [Int] {
    var result: [Int] = []
    for name in names {
      guard let number = known.firstIndex(of: name) else {
        problems.append(
          (field, "“\(name)” on \(Self.possessive(owner)) is no \(noun) here. Add it, or correct the name."))
        continue
      }
      if result.contains(number) {
        problems.append((field, "\(name) is twice on \(Self.possessive(owner)). Keep one."))
      } else {
        result.append(number)
      }
    }
    return result
  }

  private static func possessive(_ owner: String) -> String {
    owner == "this list" ? owner : "the list of \(owner)"
  }

  private static func parts(_ text: String) -> [String] {
    text.split { $0 == "," || $0.isNewline }.map(trimmed).filter { !$0.isEmpty }
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    let start = text.drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}

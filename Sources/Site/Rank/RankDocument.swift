internal import SmartPick
internal import Workspaces

/// The rank order list in the order wanted, and what goes with it: one to a workspace.
struct RankDocument: PageDocument, Equatable {
  static let collection = "rank"
  static let words = "your rank order list"
  static let id = DocumentID<RankDocument>(only: "rank")
  /// Longer lists are refused: nobody has so many interviews.
  static let most = 300

  /// One place.
  struct Entry: Codable, Sendable, Equatable {
    /// The program's code, by which catalogs know it.
    var code: String
    /// Its name and specialty when it was added, for where no catalog holds it any more.
    var name: String
    var specialty: String
    var wasInterviewed: Bool
    /// Whether the applicant would go there; a match binds.
    var wouldGo: Bool
    /// 1 to 5.
    var impression: Int?
    var note: String
    /// Codes of first years that go with it, for a program that begins in the second year; first choice first.
    var firstYears: [String]

    init(_ code: String, name: String, specialty: String, wasInterviewed: Bool = true, firstYears: [String] = []) {
      self.code = code
      self.name = name
      self.specialty = specialty
      self.wasInterviewed = wasInterviewed
      self.firstYears = firstYears
      wouldGo = true
      note = ""
    }

    init(_ program: Program) { self.init(program.code, name: program.name, specialty: program.specialty) }
  }

  /// The partner of a couple, as far as the chances need it.
  struct Partner: Codable, Sendable, Equatable {
    var type: String
    var step2: Int?
    var miles: Double
    var entries: [Entry]
    /// The couple's own order of its pairs; nil while the proposed one stands.
    ///
    /// Whole, not as moves against the proposal: a proposal changes with either list, with a distance that becomes known
    /// and with the program, and moves put on another one would give an order that the couple never looked at, in a list
    /// that binds. What it costs is bounded: at most ``SmartPick/CoupleRankMaker/mostPairs`` pairs of two codes, some 12 kB,
    /// and one revision for the moves of ten minutes.
    var order: CoupleOrder?
  }

  /// First choice first; each code once.
  var entries: [Entry] = []
  var partner: Partner?

  static func page(_ id: DocumentID<RankDocument>) -> Link { .rank }

  /// The entry of a program, if it is ranked.
  subscript(code: String) -> Entry? {
    get { entries.first { $0.code == code } }
    set {
      guard let place = entries.firstIndex(where: { $0.code == code }) else { return }
      if let newValue { entries[place] = newValue } else { entries.remove(at: place) }
    }
  }

  /// Moves a program to a place counted from 1; what lies beyond an end is that end.
  ///
  /// - Returns: the place that it has now; nil if it is not ranked.
  mutating func move(_ code: String, to place: Int) -> Int? {
    guard let old = entries.firstIndex(where: { $0.code == code }) else { return nil }
    let entry = entries.remove(at: old)
    let new = min(max(0, place - 1), entries.count)
    entries.insert(entry, at: new)
    return new + 1
  }

  /// Takes an order of codes; codes that it does not name keep their order behind it.
  mutating func order(by codes: [String]) {
    let place = Dictionary(zip(codes, codes.indices), uniquingKeysWith: { first, _ in first })
    entries = entries.enumerated().sorted { one, other in
      (place[one.element.code] ?? codes.count, one.offset) < (place[other.element.code] ?? codes.count, other.offset)
    }.map(\.element)
  }

  var lines: [(name: String, value: String)] {
    entries.enumerated().map { index, entry in
      let facts = [
        entry.wasInterviewed ? nil : "no interview", entry.wouldGo ? nil : "would not go",
        entry.impression.map { "impression \($0)" },
        entry.firstYears.isEmpty ? nil : "first years " + entry.firstYears.joined(separator: ", "),
        entry.note.isEmpty ? nil : entry.note,
      ].compactMap(\.self)
      return ("Place \(index + 1)", ([entry.name] + facts).joined(separator: "; "))
    }
      + (partner.map { partner in
        let order = partner.order.map { "; own order of \($0.pairs.count) pairs, \($0.leftOut.count) left out" } ?? ""
        return [("Partner", "\(partner.entries.count) programs, \(Words.number(partner.miles)) miles\(order)")]
      } ?? [])
  }
}

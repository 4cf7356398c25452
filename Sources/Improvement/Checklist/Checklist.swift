/// A checklist as a team uses it: what is ticked, and the reasons to choose from when it was not complete.
///
/// It records completion; it is not the chart nor the time-out itself. Nothing of a patient is in it.
public struct Checklist: Codable, Hashable, Sendable {
  /// One line of it.
  public struct Item: Codable, Hashable, Sendable, Identifiable {
    /// Its name in the uses: stays the same when the words or the place change.
    public let id: String
    public var words: String

    public init(id: String, words: String) {
      self.id = id
      self.words = words
    }
  }

  public var project: ProjectID
  public var title: String
  /// In the order of the page.
  public private(set) var items: [Item]
  /// Why it may not have been complete.
  public var reasons: [String]
  /// Where it is used, if more than one place shall be told apart; otherwise empty.
  public var places: [String]
  /// How many items it ever had: the next one's name.
  public private(set) var made: Int

  public init(
    project: ProjectID, title: String, items: [String] = [], reasons: [String] = Checklist.usualReasons,
    places: [String] = []
  ) {
    self.project = project
    self.title = title
    self.items = []
    self.reasons = reasons
    self.places = places
    made = 0
    for words in items { add(words) }
  }

  /// Lists that were kept before places were asked have none.
  public init(from decoder: any Decoder) throws {
    let kept = try decoder.container(keyedBy: CodingKeys.self)
    project = try kept.decode(ProjectID.self, forKey: .project)
    title = try kept.decode(String.self, forKey: .title)
    items = try kept.decode([Item].self, forKey: .items)
    reasons = try kept.decode([String].self, forKey: .reasons)
    places = try kept.decodeIfPresent([String].self, forKey: .places) ?? []
    made = try kept.decode(Int.self, forKey: .made)
  }

  /// The reasons that most checklists begin with.
  public static let usualReasons = ["Emergency", "Somebody missing", "Equipment missing", "Interrupted", "Forgotten"]

  /// A list of more items is not used.
  ///
  /// Our choice; surgical checklists in wide use have 19 in three parts.
  public static let mostItems = 20

  /// Adds a line at the end.
  public mutating func add(_ words: String) {
    made += 1
    items.append(Item(id: "i\(made)", words: words))
  }

  /// Takes a line out; what is not there changes nothing.
  public mutating func remove(_ id: String) { items.removeAll { $0.id == id } }

  /// Moves a line up (-1) or down (1) by one place; at an end it stays.
  public mutating func move(_ id: String, by step: Int) {
    guard let place = items.firstIndex(where: { $0.id == id }), items.indices.contains(place + step) else { return }
    items.swapAt(place, place + step)
  }
}

/// One use of a checklist: which of the lines shown were ticked, and why not all.
public struct ChecklistUse: Codable, Hashable, Sendable {
  /// The lines that were on the page.
  public var shown: [String]
  /// Those that were ticked.
  public var ticked: [String]
  /// Why it was not complete; nil for a complete one.
  public var reason: String?
  /// One of the list's places; nil if none was said.
  public var place: String?
  /// Taken back; it stays, so that a late copy of it does not count again.
  public var isUndone = false

  /// A use; ticks of lines that were not shown do not count.
  public init(shown: [String], ticked: [String], reason: String? = nil, place: String? = nil) {
    self.shown = shown
    self.ticked = shown.filter { ticked.contains($0) }
    self.reason = reason
    self.place = place
  }

  /// Whether every line shown was ticked.
  public var isComplete: Bool { !shown.isEmpty && ticked.count == shown.count }

  /// The lines that were not ticked.
  public var missing: [String] { shown.filter { !ticked.contains($0) } }
}

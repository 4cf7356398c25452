internal import SmartPick

/// Lists that were computed, by what they were computed from: a cache, never a document.
///
/// The newest 64 are kept. A list for the practice catalog takes about a second the first time.
actor ListBook {
  struct Key: Hashable {
    let profile: String
    let programs: String
    let isPlan: Bool
  }

  /// A list, or why there is none, in words.
  struct Entry: Sendable {
    var list: ListResult?
    var maker: ListMaker?
    var problem: String?
  }

  static let shared = ListBook()

  private var entries: [Key: Entry] = [:]
  private var order: [Key] = []

  /// The list for a profile and a file of programs (the practice catalog where it is empty).
  func entry(_ profile: ProfileDocument, programs: ProgramsDocument?, isPlan: Bool = false) -> Entry {
    let key = Key(profile: profile.text, programs: isPlan ? "" : programs?.key ?? "", isPlan: isPlan)
    if let known = entries[key] {
      order.removeAll { $0 == key }
      order.append(key)
      return known
    }
    let entry = Self.computed(profile.profile, programs: isPlan ? nil : programs)
    entries[key] = entry
    order.append(key)
    if order.count > 64 { entries[order.removeFirst()] = nil }
    return entry
  }

  private static func computed(_ profile: Profile, programs: ProgramsDocument?) -> Entry {
    do throws(ListProblem) {
      let maker = try ListMaker(
        ListRequest(profile: profile, programs: programs?.programs ?? practice, season: .latest))
      return Entry(list: try maker.list(), maker: maker)
    } catch {
      return Entry(problem: error.description)
    }
  }

  /// The practice catalog, made once.
  static let practice = PracticeCatalog.programs()
}

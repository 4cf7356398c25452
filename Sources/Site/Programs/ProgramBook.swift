internal import SmartPick
internal import Synchronization
internal import Tables

/// Files of programs that were read, by their text: a cache, never a document.
///
/// The sixteen used last are kept.
final class ProgramBook: Sendable {
  struct Entry: Sendable {
    /// Nil where the text is no table.
    let file: CatalogFile?
    let programs: [Program]
    let index: ProgramIndex
  }

  static let shared = ProgramBook()

  /// The practice catalog's, made once.
  static let practice = ProgramIndex(ListBook.practice)

  private let entries = Mutex<[(key: String, entry: Entry)]>([])

  /// The file as it is understood, with its programs; read once.
  func entry(_ document: ProgramsDocument) -> Entry {
    let key = document.key
    let known = entries.withLock { entries -> Entry? in
      guard let place = entries.firstIndex(where: { $0.key == key }) else { return nil }
      let found = entries.remove(at: place)
      entries.append(found)
      return found.entry
    }
    if let known { return known }
    let file = document.table.map { CatalogFile($0, told: document.told) }
    let programs = file.map { Catalog([$0]).programs } ?? []
    let entry = Entry(file: file, programs: programs, index: ProgramIndex(programs))
    entries.withLock { entries in
      entries.append((key, entry))
      if entries.count > 16 { entries.removeFirst() }
    }
    return entry
  }
}

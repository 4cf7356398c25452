package import SmartPick
internal import Synchronization
internal import Tables

/// Files of programs that were read, by their text: a cache, never a document.
///
/// What was read least recently goes first, so that memory stays bounded by the bytes of the tables, however many
/// workspaces bring one and however large each is.
package final class ProgramBook: Sendable {
  /// All that the reading of a table depends on.
  package struct Text: Hashable, Sendable {
    /// What faults call the file.
    let name: String
    let text: String
    /// By the column's name in the file: what it was said to mean.
    let told: [String: String]

    package init(_ text: String, name: String, told: [String: String] = [:]) {
      self.text = text
      self.name = name
      self.told = told
    }

    package var bytes: Int { text.utf8.count }

    // The text is compared whole, and only where its length is the same: hashing it would read it every time.
    package func hash(into hasher: inout Hasher) {
      hasher.combine(bytes)
      hasher.combine(name)
    }
  }

  package struct Entry: Sendable {
    /// Nil where the text is no table.
    let file: CatalogFile?
    package let programs: [Program]
    let index: ProgramIndex
  }

  /// The practice catalog's, made once.
  static let practice = ProgramIndex(ListBook.practice)

  private let entries: Mutex<BoundedCache<Text, Entry>>

  /// - Parameter bytes: of the tables that are kept, together; what is made of one takes a few times as much. The table
  ///   read last is kept whatever its size: a site bounds the size of a file by itself.
  package init(bytes: Int = 32_000_000) { entries = Mutex(BoundedCache(limit: bytes)) }

  /// Bytes of the tables that are kept.
  package var bytes: Int { entries.withLock { $0.weight } }

  /// Whether the table would have to be read again.
  package func knows(_ text: Text) -> Bool { entries.withLock { $0.peek(text) != nil } }

  /// The table as it is understood, with its programs; read once.
  package func entry(_ text: Text) -> Entry {
    if let known = entries.withLock({ $0.value(text) }) { return known }
    let file = (try? Table(text: text.text, name: text.name)).map { CatalogFile($0, told: text.told) }
    let programs = file.map { Catalog([$0]).programs } ?? []
    let entry = Entry(file: file, programs: programs, index: ProgramIndex(programs))
    entries.withLock { $0.keep(entry, as: text, weight: text.bytes) }
    return entry
  }

  /// The document's table.
  func entry(_ document: ProgramsDocument) -> Entry { entry(document.reading) }

  /// The programs of a workspace laid out for finding: its own, or the practice catalog.
  func index(_ kept: ProgramsDocument?) -> ProgramIndex { kept.map { entry($0).index } ?? Self.practice }
}

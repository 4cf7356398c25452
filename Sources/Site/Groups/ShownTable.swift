internal import Foundation
internal import ProcessControl
internal import Workspaces

/// A table of divided counts that others may see: a measure's groups, or an association.
///
/// The workspace keeps a list of them that nothing is ever taken from. Two tables that divide the same cases alike could be
/// subtracted, and tell what each hides; so the second one is not shown.
struct ShownTable: Codable, Equatable, Sendable {
  /// What the cases are divided by, and the names of the parts.
  struct Factor: Codable, Equatable, Sendable {
    let name: String
    let parts: [String]

    /// Whether two divide cases alike: by one name, or into parts of which two have one name.
    func isLike(_ other: Factor) -> Bool {
      func plain(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }
      return plain(name) == plain(other.name)
        || Set(parts.map(plain)).intersection(other.parts.map(plain)).subtracting(["notrecorded"]).count > 1
    }
  }

  /// The id of the measure or the association.
  let id: String
  let factors: [Factor]
  /// How groups are released; nil for an association.
  let period: Period?

  private static let key = "tables shown to others"

  /// Whether the difference of the two could tell what one of them hides.
  ///
  /// Two measures may show one division by one period: what they show of the same cases is the same.
  func conflicts(with other: ShownTable) -> Bool {
    id != other.id && (period == nil || period != other.period)
      && factors.contains { factor in other.factors.contains { factor.isLike($0) } }
  }

  static func all(in reading: Reading) throws -> [ShownTable] {
    let text = try reading.setting(key) ?? "[]"
    return try JSONDecoder().decode([ShownTable].self, from: Data(text.utf8))
  }

  /// Shows it to others, for good.
  ///
  /// - Returns: Whether it is shown now; not if it conflicts with another that is.
  func show(by writing: Writing) throws -> Bool {
    let all = try ShownTable.all(in: writing.reading)
    guard !all.contains(where: { $0.id == id }) else { return true }
    guard !all.contains(where: { conflicts(with: $0) }) else { return false }
    try writing.set(ShownTable.key, to: String(decoding: try JSONEncoder().encode(all + [self]), as: UTF8.self))
    return true
  }
}

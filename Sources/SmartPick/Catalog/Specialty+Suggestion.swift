import Tables

extension Specialty {
  /// The specialty that a misspelled name most likely means; nil where none is alike, and where the name is known.
  ///
  /// O(names × length²).
  public static func suggestion(for text: String) -> Specialty? {
    guard recognized(text) == nil else { return nil }
    var best: (specialty: Specialty, likeness: Double)?
    for specialty in all {
      for name in [specialty.name] + specialty.aliases {
        let likeness = ColumnName.similarity(text, name)
        if likeness >= 0.7, likeness > best?.likeness ?? 0 { best = (specialty, likeness) }
      }
    }
    return best?.specialty
  }

  /// ": did you mean Neurology?", or nothing where no name is alike.
  static func question(about text: String) -> String {
    suggestion(for: text).map { "; did you mean \($0.name)?" } ?? ""
  }
}

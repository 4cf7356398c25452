import SmartPick
import Tables

/// Catalogs named on the command line; the practice catalog where none is.
enum CatalogFiles {
  /// Reads and merges them.
  ///
  /// What is wrong in a row costs that row or that field, is said, and the rest goes on.
  /// - Throws: ``InputFailure`` where a file cannot be read as a catalog at all, or nothing of it is left.
  static func programs(_ paths: [String]) throws -> [Program] {
    guard !paths.isEmpty else { return PracticeCatalog.programs() }
    let catalog = Catalog(tables: try paths.map(InputTable.read))
    if catalog.programs.isEmpty {
      throw InputFailure(
        catalog.findings.isEmpty
          ? [
            Finding(
              .error, file: paths[0], problem: "no program in the file", remedy: "add rows with program and specialty")
          ]
          : catalog.findings)
    }
    for finding in catalog.findings where finding.severity == .error { Console.note(finding.description) }
    let errors = catalog.findings.count { $0.severity == .error }
    let warnings = catalog.findings.count - errors
    if errors + warnings > 0 {
      Console.note(
        "\(catalog.programs.count) programs read; \(errors) errors and \(warnings) warnings. `housestaff catalog check` shows all of them."
      )
    }
    return catalog.programs
  }
}

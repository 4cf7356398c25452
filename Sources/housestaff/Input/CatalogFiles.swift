import Foundation
import SmartPick
import Tables

/// Catalogs named on the command line; the practice catalog where none is.
enum CatalogFiles {
  static func programs(_ paths: [String], _ findings: inout [Finding]) throws -> [Program] {
    PracticeCatalog.programs()
  }
}

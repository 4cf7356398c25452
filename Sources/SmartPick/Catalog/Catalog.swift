public import Tables

/// Programs from one or several files, in the order in which they first appeared.
public struct Catalog: Sendable {
  public private(set) var programs: [Program] = []
  /// Everything that the files gave to say, errors and warnings.
  public private(set) var findings: [Finding] = []
  /// The names of the files, in the order read.
  public private(set) var sources: [String] = []
  private var places: [String: Int] = [:]

  public init() {}

  /// A catalog of programs that are already values; of two with one code the later wins, field by field.
  public init(_ programs: [Program], source: String) {
    self.init()
    merge(programs, findings: [], source: source)
  }

  /// Merges files; later ones win by code, field by field.
  public init(_ files: [CatalogFile]) {
    self.init()
    for file in files { merge(file.programs, findings: file.findings, source: file.name) }
  }

  /// The program with this code.
  public subscript(code: String) -> Program? { places[code].map { programs[$0] } }

  /// Whether any file had an error: `catalog check` then ends with exit status 1, `list` goes on with the rest.
  public var hasErrors: Bool { findings.hasErrors }

  /// Adds programs: a known field replaces what an earlier file said, with its source; an unknown one leaves it.
  public mutating func merge(_ newPrograms: [Program], findings newFindings: [Finding], source: String) {
    sources.append(source)
    findings += newFindings
    for program in newPrograms {
      if let place = places[program.code] {
        programs[place].take(program)
      } else {
        places[program.code] = programs.count
        programs.append(program)
      }
    }
  }
}

extension Program {
  /// Takes over every field that a later file knows, with its source and its strictness.
  mutating func take(_ later: Program) {
    for field in Field.allCases {
      guard let value = later[field] else { continue }
      self[field] = value
      provenance[field] = later.provenance[field]
      if later.preferredOnly.contains(field) { preferredOnly.insert(field) } else { preferredOnly.remove(field) }
    }
    track = later.track ?? track
    extras.merge(later.extras) { _, new in new }
  }
}

internal import Improvement
internal import ProcessControl
internal import Workspaces

/// A project's aim as it grows: one to a project, under the project's name.
struct AimDocument: PageDocument, Equatable {
  static let collection = "aim"
  static let words = "an aim"

  var aim: Aim

  static func page(_ id: DocumentID<AimDocument>) -> Link { .aim(project: id.description) }

  var lines: [(name: String, value: String)] {
    func day(_ day: Day?) -> String { day?.words ?? "" }
    return [
      ("Target", aim.target.map { Place.number($0).description } ?? ""), ("By", day(aim.by)), ("For whom", aim.whom),
      ("Change", aim.change), ("Begins", day(aim.begins)),
      ("Baseline", "\(day(aim.baselineFrom)) to \(day(aim.baselineThrough))"),
      ("Points that count", aim.window.map(String.init) ?? ""),
    ]
  }
}

/// A declaration as it is kept: made once, never written again, never taken back.
struct DeclarationDocument: PageDocument, Equatable {
  static let collection = "declaration"
  static let words = "a declared aim"

  var declaration: Declaration

  static func page(_ id: DocumentID<DeclarationDocument>) -> Link { .improve }

  var acts: [Act] { [Act("Declared \(declaration.at.text)", isFinal: true)] }

  var lines: [(name: String, value: String)] {
    [
      ("Declared", declaration.at.text), ("Target", Place.number(declaration.target).description),
      ("By", declaration.by.description), ("Change", declaration.change), ("Begins", declaration.begins.description),
      ("Baseline", "\(declaration.baseline.from) to \(declaration.baseline.through)"),
      ("Window", "\(declaration.window) points, \(declaration.run) in a row"),
    ]
  }
}

/// A project's charter: one to a project, under the project's name.
struct CharterDocument: PageDocument, Equatable {
  static let collection = "charter"
  static let words = "a charter"

  var charter: Charter

  static func page(_ id: DocumentID<CharterDocument>) -> Link { .charter(project: id.description) }

  var lines: [(name: String, value: String)] {
    [
      ("In scope", charter.scope), ("Not in scope", charter.outside), ("Sponsor", charter.sponsor),
      ("Process owner", charter.owner), ("Goal that it serves", charter.goal),
      ("Touches", charter.touched.map(\.name).joined(separator: ", ")),
    ]
  }
}

/// A project's driver diagram: one to a project, under the project's name.
struct DriversDocument: PageDocument, Equatable {
  static let collection = "drivers"
  static let words = "a driver diagram"

  var diagram: DriverDiagram

  static func page(_ id: DocumentID<DriversDocument>) -> Link { .drivers(project: id.description) }

  var lines: [(name: String, value: String)] {
    diagram.nodes.map { ("\(diagram.rank(of: $0.id)?.words ?? "Box")", $0.text) }
  }
}

/// A project's timed process map: one to a project, under the project's name.
struct ProcessMapDocument: PageDocument, Equatable {
  static let collection = "process-map"
  static let words = "a process map"

  var map: ProcessMap

  static func page(_ id: DocumentID<ProcessMapDocument>) -> Link { .processMap(project: id.description) }

  var lines: [(name: String, value: String)] {
    map.steps.map {
      ($0.text, "\(NumberWords.text($0.minutes)) min, \(NumberWords.text($0.waiting)) waiting, \($0.who)")
    }
  }
}

extension DriverDiagram.Rank {
  /// As pages say it.
  var words: String {
    switch self {
    case .primary: "Primary driver"
    case .secondary: "Secondary driver"
    case .idea: "Change idea"
    }
  }
}

/// Numbers as they are typed: all digits, whole ones without a point.
enum NumberWords {
  static func text(_ number: Double) -> String { Place.number(number).description }
}

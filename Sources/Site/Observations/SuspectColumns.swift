internal import Markup
internal import Tables

/// Columns that may identify patients, each with what it looks like; and the tick by which it goes on without them.
struct SuspectColumns: Component {
  let suspects: [IdentifierScreen.Suspect]

  var body: HTML {
    if !suspects.isEmpty {
      section(.class("flash flash-warn"), .aria("labelledby", "suspects")) {
        h2(.id("suspects")) { "Columns that may identify patients" }
        p { "Their values were not used, and nothing of them is kept. It goes on only without them." }
        ul {
          for suspect in suspects {
            li {
              b { suspect.header }
              " (\(suspect.kind.rawValue)): \(suspect.reason)"
            }
          }
        }
      }
    }
  }

  /// The columns' names, as a sentence takes them.
  static func names(_ suspects: [IdentifierScreen.Suspect]) -> String {
    suspects.map(\.header).joined(separator: ", ")
  }

  /// The tick, in the form that keeps the counts.
  static func tick(_ names: String, error: String?, isTicked: Bool = false) -> HTML {
    ChoiceField(
      "without", "Go on without these columns?", choices: [.init("yes", "Yes, without \(names)")],
      chosen: isTicked ? ["yes"] : [], allowsSeveral: true, error: error
    ).body
  }
}

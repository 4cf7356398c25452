internal import Markup
internal import Tables
internal import Workspaces

/// What is said while people type: what may point to a patient.
///
/// Nothing of it is kept, and no log holds it.
enum WordsRoutes {
  static let all: [Route] = [
    .get(.typingScript, for: .anyone) { _ in
      Answer(content: .bytes(TypingScript.bytes, type: "text/javascript; charset=utf-8", lasting: true))
    },
    .post(.typedWords, for: .guest(.read)) { page in
      let name = page.form["field"]
      let findings = page.screen?.findings(in: page.form["text"], of: name) ?? []
      return .piece(FoundWords(name: name, findings: findings).body)
    },
  ]
}

/// What in a field may point to a patient, beside it.
struct FoundWords: Component {
  let name: String
  let findings: [TextScreen.Finding]

  var body: HTML {
    var seen: Set<String> = []
    return HTML {
      for (index, finding) in findings.enumerated() where seen.insert(finding.words).inserted {
        p { finding.sentence }
        div(.class("choice")) {
          input(
            .type(.checkbox), .id("\(name)-looked-\(index + 1)"), .name(FieldName.looked), .value(finding.words))
          label(.for("\(name)-looked-\(index + 1)")) { "\u{201C}\(finding.words)\u{201D} points to no patient" }
        }
      }
    }
  }
}

/// The script that asks while people type, held in the program.
enum TypingScript {
  static let bytes: [UInt8] = PackageResources.typing_js
  /// Part of its address.
  static let mark = AssetMark.of(bytes)
}

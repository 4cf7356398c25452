import Foundation

/// A form as a page shows it, filled in as a person would who answers everything briefly.
struct SentForm: Sendable {
  /// Where it is sent.
  let action: String
  /// Its fields as they would be sent.
  var fields: [(String, String)]
  /// Those of them that take words: lines of text and areas, by their place among `fields`.
  let words: [Int]

  /// Every form of a page that writes.
  static func all(of page: String) -> [SentForm] {
    page.components(separatedBy: "<form").dropFirst().compactMap { part in
      let form = part.components(separatedBy: "</form>")[0]
      guard form.contains("method=\"post\""), let action = value("action", in: form) else { return nil }
      var fields: [(String, String)] = []
      var words: [Int] = []
      var chosen: Set<String> = []
      for match in form.matches(of: /<(input|textarea|select|button)([^>]*)>/) {
        let (kind, text) = (String(match.1), String(match.2))
        // The first button is the one that Enter presses.
        let isPressed = kind == "button" && chosen.insert("button").inserted
        guard let name = value("name", in: text), name != "form-token" else { continue }
        let rest = form[match.range.upperBound...]
        switch kind {
        case "textarea":
          let typed = unescaped(String(rest.prefix { $0 != "<" }))
          words.append(fields.count)
          fields.append((name, typed.isEmpty ? "A few words" : typed))
        case "select":
          let options = rest.prefix(upTo: rest.range(of: "</select>")?.lowerBound ?? rest.endIndex)
            .matches(of: /<option([^>]*)>/).map { String($0.1) }
          let one = options.first { $0.contains("selected") && value("value", in: $0) != "" }
          let first = options.compactMap { value("value", in: $0) }.first { !$0.isEmpty }
          fields.append((name, one.flatMap { value("value", in: $0) } ?? first ?? ""))
        case "button":
          if isPressed { fields.append((name, value("value", in: text) ?? "")) }
        default:
          let typed = unescaped(value("value", in: text) ?? "")
          switch value("type", in: text) {
          case "hidden": fields.append((name, typed))
          case "checkbox", "radio": if chosen.insert(name).inserted { fields.append((name, typed)) }
          case "date": fields.append((name, typed.isEmpty ? "2026-09-01" : typed))
          case "file": return nil
          default:
            let isNumber = text.contains("inputmode=\"numeric\"") || text.contains("inputmode=\"decimal\"")
            if !isNumber { words.append(fields.count) }
            fields.append((name, typed.isEmpty ? (isNumber ? (name == "year" ? "2024" : "12") : "A few words") : typed))
          }
        }
      }
      return SentForm(action: unescaped(action), fields: fields, words: words)
    }
  }

  private static func value(_ name: String, in text: String) -> String? {
    text.range(of: " \(name)=\"").map { String(text[$0.upperBound...].prefix { $0 != "\"" }) }
  }

  private static func unescaped(_ text: String) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")].reduce(text) {
      $0.replacingOccurrences(of: $1.0, with: $1.1)
    }
  }
}

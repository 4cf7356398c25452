import Foundation
import Markup
import Pictures
import Site
import Testing

private let stylesheet: String = {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  let file = root.appending(path: "Sources/Site/Assets/housestaff.css")
  return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
}()

/// The tokens of the rule that begins with `selector`.
private func tokens(after selector: String) -> [String: String] {
  guard let start = stylesheet.range(of: selector + "{")?.upperBound else { return [:] }
  let rule = stylesheet[start...].prefix { $0 != "}" }
  let pairs = rule.split(separator: ";").compactMap { part -> (String, String)? in
    let halves = part.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
    return halves.count == 2 && halves[0].hasPrefix("--") ? (String(halves[0].dropFirst(2)), halves[1]) : nil
  }
  return Dictionary(pairs) { $1 }
}

/// The contrast of two colors (WCAG 2.2, "contrast ratio").
private func contrast(_ one: String, _ other: String) -> Double {
  func luminance(_ color: String) -> Double {
    var digits = color.dropFirst().map { $0.hexDigitValue ?? 0 }
    if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
    guard digits.count == 6 else { return .nan }
    let parts = stride(from: 0, to: 6, by: 2).map { index -> Double in
      let value = Double(digits[index] * 16 + digits[index + 1]) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
  let (a, b) = (luminance(one), luminance(other))
  return (max(a, b) + 0.05) / (min(a, b) + 0.05)
}

@Suite struct `The style sheet` {
  @Test(arguments: [":root", ":root[data-theme=dark]"])
  func `has text that can be read`(selector: String) throws {
    let tokens = tokens(after: selector)
    let pairs: [(String, [String])] = [
      ("ink", ["paper", "card", "wash", "warn-wash", "good-wash", "bad-wash", "bar", "band"]),
      ("soft", ["paper", "card", "wash", "warn-wash", "good-wash", "bad-wash", "band"]),
      ("accent", ["paper", "card", "wash"]), ("accent-deep", ["paper", "card", "wash"]),
      ("warn", ["paper", "card", "warn-wash"]), ("good", ["paper", "card", "good-wash"]),
      ("bad", ["paper", "card", "bad-wash"]), ("accent-ink", ["accent", "accent-deep"]),
    ]
    for (text, grounds) in pairs {
      for ground in grounds {
        let ratio = contrast(try #require(tokens[text]), try #require(tokens[ground]))
        #expect(ratio >= 4.5, "\(text) on \(ground): \(ratio)")
      }
    }
    for edge in ["field", "bar"] {
      let ratio = contrast(try #require(tokens[edge]), try #require(tokens["card"]))
      #expect(ratio >= 3, "\(edge) on card: \(ratio)")
    }
  }

  @Test func `says the same dark twice`() {
    let chosen = tokens(after: ":root[data-theme=dark]")
    #expect(!chosen.isEmpty)
    #expect(chosen == tokens(after: ":root:not([data-theme=light])"))
  }

  @Test func `ends with the rules of the pictures`() {
    #expect(stylesheet.hasSuffix(PictureStyle.page))
  }

  @Test func `knows every class the components use`() {
    let page = componentsPage().text
    var rest = page[...]
    var unknown: Set<Substring> = []
    while let start = rest.range(of: "class=\"")?.upperBound, let end = rest[start...].firstIndex(of: "\"") {
      for name in rest[start..<end].split(separator: " ") where !stylesheet.contains(".\(name)") {
        unknown.insert(name)
      }
      rest = rest[end...]
    }
    #expect(unknown == [])
  }
}

@Suite struct `The page of components` {
  @Test func `has one first heading, unique ids and no inline style or script`() {
    let page = componentsPage().text
    #expect(page.components(separatedBy: "<h1").count == 2)
    #expect(!page.contains("<style") && !page.contains(" style=") && !page.contains("<script"))
    let ids = page.components(separatedBy: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(Set(ids).count == ids.count)
    for reference in page.components(separatedBy: " for=\"").dropFirst().map({ $0.prefix { $0 != "\"" } }) {
      #expect(ids.contains(reference))
    }
  }

  /// `WRITE_PAGES=folder` writes the page for looking at.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["WRITE_PAGES"] != nil), arguments: ["light", "dark"])
  func `can be written to a file`(theme: String) throws {
    let folder = URL(filePath: ProcessInfo.processInfo.environment["WRITE_PAGES"] ?? ".")
    try Data(stylesheet.utf8).write(to: folder.appending(path: "housestaff.css"))
    let page = componentsPage(stylesheetAddress: "housestaff.css", theme: theme)
    try Data(page.bytes).write(to: folder.appending(path: "components-\(theme).html"))
  }
}

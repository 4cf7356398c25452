internal import Tables

/// The page for an adviser as one file, without scripts, in which notes can be typed and which is read back.
enum AdviserFile {
  /// What stands for a code in the note about the whole, and in the adviser's name.
  static let wholeCode = "WHOLE"
  static let nameCode = "NAME"

  /// Whether bytes are such a file, and not a table.
  static func isPage(_ bytes: [UInt8]) -> Bool {
    let head = String(decoding: bytes.prefix(1_000), as: UTF8.self).lowercased()
    return head.contains("<!doctype html") || head.contains("<html")
  }

  /// The notes in a page that came back, as a table of codes and notes; nil where it is not one of ours.
  ///
  /// Browsers save what was typed into an editable element as its content: text, line breaks, `div` or `p` for further
  /// lines. Everything else that a word processor may have added is dropped. O(length).
  static func notes(_ bytes: [UInt8]) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    var writer = CSVWriter()
    writer.write(["code", "adviser_note"])
    var count = 0
    var rest = Substring(text)
    while let mark = rest.firstRange(of: "data-note=\"") {
      rest = rest[mark.upperBound...]
      guard let quote = rest.firstIndex(of: "\"") else { break }
      let code = plain(rest[..<quote])
      guard let end = rest[quote...].firstIndex(of: ">") else { break }
      rest = rest[rest.index(after: end)...]
      let (note, after) = content(rest)
      rest = after
      count += 1
      writer.write([code, note])
    }
    return count > 0 ? writer.text : nil
  }

  /// The text up to the end of the element that has just begun, and what follows it.
  private static func content(_ text: Substring) -> (String, Substring) {
    var depth = 1
    var note = ""
    var rest = text
    while let open = rest.firstIndex(of: "<") {
      note += plain(rest[..<open])
      guard let close = rest[open...].firstIndex(of: ">") else { break }
      let tag = rest[rest.index(after: open)..<close].lowercased()
      let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
      rest = rest[rest.index(after: close)...]
      if name == "div" {
        depth += tag.hasPrefix("/") ? -1 : 1
        if depth == 0 { return (tidy(note), rest) }
      }
      if name == "br" || (!tag.hasPrefix("/") && (name == "div" || name == "p" || name == "li")) { note += "\n" }
    }
    return (tidy(note + plain(rest)), rest[rest.endIndex...])
  }

  /// At most one empty line between lines, none at the ends.
  private static func tidy(_ note: String) -> String {
    var lines: [String] = []
    for line in note.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let words = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if words.isEmpty, lines.last?.isEmpty ?? true { continue }
      lines.append(words)
    }
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  /// Character references as characters.
  private static func plain(_ text: Substring) -> String {
    let names: [String: String] = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " "]
    var result = ""
    var rest = text
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      rest = rest[rest.index(after: start)...]
      guard let end = rest.prefix(12).firstIndex(of: ";") else {
        result += "&"
        continue
      }
      let name = String(rest[..<end])
      if let character = names[name] {
        result += character
      } else if name.hasPrefix("#"), let scalar = scalar(name.dropFirst()) {
        result.unicodeScalars.append(scalar)
      } else {
        result += "&\(name);"
      }
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  private static func scalar(_ digits: Substring) -> Unicode.Scalar? {
    let isHex = digits.first == "x" || digits.first == "X"
    return UInt32(isHex ? digits.dropFirst() : digits, radix: isHex ? 16 : 10).flatMap(Unicode.Scalar.init)
  }
}

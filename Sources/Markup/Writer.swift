/// What a byte means to the writer; everything else is copied as it is, in runs.
private enum Special {
  /// 1 where a byte may need another spelling in text, 2 where only in an attribute.
  static let table: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 256)
    for byte in 0..<32 { table[byte] = 1 }
    table[0x09] = 2
    table[0x0A] = 2
    for byte in [UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">")] { table[Int(byte)] = 1 }
    table[Int(UInt8(ascii: "\""))] = 2
    // U+FFFE and U+FFFF begin with this byte; XML allows neither.
    table[0xEF] = 1
    return table
  }()
}

extension HTML {
  /// Appends the markup to `buffer`.
  ///
  /// O(size of the result); never fails.
  public func write(into buffer: inout [UInt8]) {
    switch node {
    case .nothing: break
    case .text(let text): buffer.append(escaping: text, inAttribute: false)
    case .pieces(let pieces):
      for piece in pieces { piece.write(into: &buffer) }
    case .trusted(let parts):
      for part in parts { buffer.append(part) }
    case .element(let name, let closing, let attributes, let content):
      buffer.append(UInt8(ascii: "<"))
      buffer.append(name)
      for attribute in attributes { attribute.write(into: &buffer) }
      switch closing {
      case .void:
        buffer.append(UInt8(ascii: ">"))
        return
      case .selfClosing:
        if content.isEmpty {
          buffer.append("/>")
          return
        }
        buffer.append(UInt8(ascii: ">"))
      case .endTag: buffer.append(UInt8(ascii: ">"))
      case .keepsFirstNewline:
        buffer.append(UInt8(ascii: ">"))
        if content.beginsWithNewline { buffer.append(UInt8(ascii: "\n")) }
      }
      content.write(into: &buffer)
      buffer.append("</")
      buffer.append(name)
      buffer.append(UInt8(ascii: ">"))
    }
  }

  private var beginsWithNewline: Bool {
    switch node {
    case .text(let text): text.utf8.first == UInt8(ascii: "\n")
    case .pieces(let pieces): pieces.first { !$0.isEmpty }?.beginsWithNewline ?? false
    case .nothing, .element, .trusted: false
    }
  }
}

extension [UInt8] {
  /// Appends text that is part of the program.
  mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { append(contentsOf: $0) }
  }

  /// Appends `text` so that a parser of HTML or XML reads the same characters back.
  ///
  /// Two kinds of characters have no spelling in XML and are replaced by U+FFFD: the control characters below U+0020
  /// other than tab, newline and carriage return; and U+FFFE, U+FFFF.
  mutating func append(escaping text: String, inAttribute: Bool) {
    var text = text
    text.withUTF8 { bytes in
      Special.table.withUnsafeBufferPointer { table in
        let threshold: UInt8 = inAttribute ? 2 : 1
        var start = 0
        var index = 0
        while index < bytes.count {
          let byte = bytes[index]
          let kind = table[Int(byte)]
          if kind == 0 || kind > threshold {
            index += 1
            continue
          }
          var length = 1
          let spelling: StaticString
          switch byte {
          case UInt8(ascii: "&"): spelling = "&amp;"
          case UInt8(ascii: "<"): spelling = "&lt;"
          case UInt8(ascii: ">"): spelling = "&gt;"
          case UInt8(ascii: "\""): spelling = "&quot;"
          // A parser turns a bare carriage return into a newline, and XML turns tabs and newlines in attributes
          // into spaces.
          case 0x0D: spelling = "&#13;"
          case 0x0A: spelling = "&#10;"
          case 0x09: spelling = "&#9;"
          case 0xEF:
            guard index + 2 < bytes.count, bytes[index + 1] == 0xBF, bytes[index + 2] >= 0xBE else {
              index += 1
              continue
            }
            length = 3
            spelling = "\u{FFFD}"
          default: spelling = "\u{FFFD}"
          }
          append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
          append(spelling)
          index += length
          start = index
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<bytes.count]))
      }
    }
  }
}

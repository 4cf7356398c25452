extension Link {
  /// One part of a path: a word of ours, or a value that came from elsewhere.
  enum Part {
    case word(String)
    case value(String)

    /// Below the page of a project.
    static func project(_ id: String, _ words: String...) -> [Part] {
      [.word("improve"), .word("project"), .value(id)] + words.map(Part.word)
    }

    /// Below the page of a measure.
    static func measure(_ id: String, _ words: String...) -> [Part] {
      [.word("improve"), .word("measure"), .value(id)] + words.map(Part.word)
    }
  }

  /// The path, its values percent-encoded.
  var path: String { joined { Self.encoded($0) } }

  /// The path as the router registers it.
  var pattern: String { joined { $0 } }

  private func joined(_ spelling: (String) -> String) -> String {
    "/"
      + parts.map { part in
        switch part {
        case .word(let word): word
        case .value(let value): spelling(value)
        }
      }.joined(separator: "/")
  }

  /// RFC 3986's unreserved characters as they are, every other byte as %XX.
  static func encoded(_ value: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in value.utf8 {
      switch byte {
      case 48...57, 65...90, 97...122, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
        bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Where a link may lead.
enum Address {
  /// What is written in place of an address that could run code.
  static let refused = "about:invalid"

  /// The address itself when it is relative or its scheme is `http`, `https`, `mailto` or `tel`; otherwise `refused`.
  ///
  /// Reads the scheme as browsers do (WHATWG URL Standard): leading spaces and control characters are skipped, tabs
  /// and newlines are ignored anywhere, letters match in either case. O(length up to the first `:`, `/`, `?` or `#`).
  static func checked(_ address: String) -> String {
    var scheme: [UInt8] = []
    for byte in address.utf8 {
      switch byte {
      case 0x09, 0x0A, 0x0D: continue
      case 0...0x20 where scheme.isEmpty: continue
      case UInt8(ascii: ":"): return allowed.contains(scheme) ? address : refused
      case 65...90: scheme.append(byte + 32)
      case 97...122: scheme.append(byte)
      case 48...57, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        // A scheme begins with a letter: this is a path.
        if scheme.isEmpty { return address }
        scheme.append(byte)
      default: return address
      }
    }
    return address
  }

  private static let allowed: Set<[UInt8]> = [
    Array("http".utf8), Array("https".utf8), Array("mailto".utf8), Array("tel".utf8),
  ]
}

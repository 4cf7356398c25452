import CQREncode

/// A QR code drawn with half blocks, two rows of squares to a line.
enum QRCode {
  /// Dark squares are blanks and light ones are drawn: most terminals are dark, and scanners want a light border.
  ///
  /// Nil if the text does not fit into one.
  static func text(_ text: String) -> String? {
    guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
    defer { QRcode_free(code) }
    let width = Int(code.pointee.width)
    let squares = UnsafeBufferPointer(start: code.pointee.data, count: width * width)
    let margin = 2
    func isLight(_ x: Int, _ y: Int) -> Bool {
      guard (0..<width).contains(x), (0..<width).contains(y) else { return true }
      return squares[y * width + x] & 1 == 0
    }
    var lines: [String] = []
    for y in stride(from: -margin, to: width + margin, by: 2) {
      lines.append(
        String(
          (-margin..<width + margin).map { x -> Character in
            switch (isLight(x, y), isLight(x, y + 1)) {
            case (true, true): "\u{2588}"
            case (true, false): "\u{2580}"
            case (false, true): "\u{2584}"
            case (false, false): " "
            }
          }))
    }
    return lines.joined(separator: "\n")
  }
}

/// Lowercase base 32 without padding (the alphabet of RFC 4648): safe in a file name, in a link, in a small QR code
/// and read aloud, and one secret has one spelling only.
enum Base32 {
  private static let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)

  static func text(_ bytes: some Sequence<UInt8>) -> String {
    var characters: [UInt8] = []
    var held = 0
    var bits = 0
    for byte in bytes {
      held = held << 8 | Int(byte)
      bits += 8
      while bits >= 5 {
        bits -= 5
        characters.append(alphabet[held >> bits & 31])
      }
      held &= (1 << bits) - 1
    }
    if bits > 0 { characters.append(alphabet[held << (5 - bits) & 31]) }
    return String(decoding: characters, as: UTF8.self)
  }

  /// The bytes that `text` spells, or nil if it is not exactly what ``text(_:)`` writes.
  static func bytes(_ text: some StringProtocol) -> [UInt8]? {
    var bytes: [UInt8] = []
    var held = 0
    var bits = 0
    for character in text.utf8 {
      guard let value = alphabet.firstIndex(of: character) else { return nil }
      held = held << 5 | value
      bits += 5
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(held >> bits & 255))
      }
      held &= (1 << bits) - 1
    }
    // Left-over bits must be zero and fewer than a character's worth: otherwise two texts would mean the same bytes.
    return held == 0 && bits < 5 ? bytes : nil
  }
}

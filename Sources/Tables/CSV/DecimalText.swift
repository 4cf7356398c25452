/// Numbers as plain text: what a spreadsheet writes, nothing more.
public enum DecimalText {
  /// A number with an optional sign, decimal point and exponent; `nil` for anything else, and for what is not finite.
  ///
  /// Exact for up to 15 digits and powers of ten to 22 (both are then exact in binary, and one operation rounds once);
  /// the rest goes through the standard library, which rounds correctly too.
  @inlinable
  public static func double(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    var index = 0
    var end = bytes.count
    while index < end, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    while end > index, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    let first = index
    guard index < end else { return nil }
    let negative = bytes[index] == 0x2D
    if negative || bytes[index] == 0x2B { index += 1 }
    var digits = 0
    var fraction = 0
    var value: Int64 = 0
    var pointSeen = false
    while index < end {
      let byte = bytes[index]
      if byte >= 0x30, byte <= 0x39 {
        digits += 1
        if digits <= 15 { value = value * 10 + Int64(byte - 0x30) }
        if pointSeen { fraction += 1 }
      } else if byte == 0x2E, !pointSeen {
        pointSeen = true
      } else {
        break
      }
      index += 1
    }
    guard digits > 0 else { return nil }
    if index == end, digits <= 15 {
      let magnitude = fraction == 0 ? Double(value) : Double(value) / powersOfTen[fraction]
      return negative ? -magnitude : magnitude
    }
    return slow(bytes, from: first, to: end)
  }

  /// A whole number of at most 18 digits with an optional sign; `nil` for anything else.
  @inlinable
  public static func integer(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = 0
    var end = bytes.count
    while index < end, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    while end > index, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    guard index < end else { return nil }
    let negative = bytes[index] == 0x2D
    if negative || bytes[index] == 0x2B { index += 1 }
    guard index < end, end - index <= 18 else { return nil }
    var value = 0
    while index < end {
      let digit = bytes[index] &- 0x30
      guard digit <= 9 else { return nil }
      value = value &* 10 &+ Int(digit)
      index += 1
    }
    return negative ? -value : value
  }

  /// The same for a string.
  ///
  /// O(length).
  public static func double(_ text: String) -> Double? {
    var text = text
    return text.withUTF8 { double($0) }
  }

  /// The same for a string.
  ///
  /// O(length).
  public static func integer(_ text: String) -> Int? {
    var text = text
    return text.withUTF8 { integer($0) }
  }

  @usableFromInline static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
  ]

  @usableFromInline
  static func slow(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Double? {
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    // `Double` also reads hexadecimal and words such as "nan": only these characters make a spreadsheet's number.
    let allowed = text.utf8.allSatisfy { byte in
      (byte >= 0x30 && byte <= 0x39) || byte == 0x2E || byte == 0x2B || byte == 0x2D || byte == 0x45 || byte == 0x65
    }
    guard allowed, let value = Double(text), value.isFinite else { return nil }
    return value
  }
}

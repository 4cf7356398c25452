extension DecimalText {
  /// A number with exactly so many decimals, rounded half away from zero: `-0.50`; empty for what is not finite.
  ///
  /// The sign is the hyphen that every reader of files knows, never a typographic minus; a number that rounds to zero has
  /// none. From 9e15 units of the last decimal on it is Swift's own text of the number.
  ///
  /// - Parameters:
  ///   - value: any number.
  ///   - decimals: 0 to 15.
  /// - Returns: the text.
  public static func fixed(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return "" }
    let rounded = (value.magnitude * powersOfTen[decimals]).rounded(.toNearestOrAwayFromZero)
    guard rounded < 9e15 else { return "\(value)" }
    let units = Int64(rounded)
    let sign = value < 0 && units != 0 ? "-" : ""
    guard decimals > 0 else { return sign + "\(units)" }
    let factor = Int64(powersOfTen[decimals])
    let fraction = String(units % factor)
    return sign + "\(units / factor)." + String(repeating: "0", count: decimals - fraction.count) + fraction
  }

  /// A number with at most so many decimals and none that are needless: `3`, `2.5`, `-0.04`.
  public static func text(_ value: Double, decimals: Int) -> String {
    let text = fixed(value, decimals: decimals)
    guard text.contains("."), !text.contains("e") else { return text }
    var piece = Substring(text)
    while piece.last == "0" { piece.removeLast() }
    if piece.last == "." { piece.removeLast() }
    return String(piece)
  }
}

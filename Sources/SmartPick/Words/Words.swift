internal import RealModule

/// Numbers in American English, as the pages and the command line print them.
public enum Words {
  /// A number without needless decimals: `3`, `2.5`.
  public static func number(_ value: Double, decimals: Int = 1) -> String {
    let text = fixed(value, decimals)
    guard text.contains(".") else { return text }
    var piece = Substring(text)
    while piece.last == "0" { piece.removeLast() }
    if piece.last == "." { piece.removeLast() }
    return String(piece)
  }

  /// A number with exactly so many decimals, rounded half away from zero.
  public static func fixed(_ value: Double, _ decimals: Int) -> String {
    guard value.isFinite else { return value.isNaN ? "unknown" : value > 0 ? "unlimited" : "-unlimited" }
    let scale = Double.pow(10, decimals)
    let rounded = (value.magnitude * scale).rounded(.toNearestOrAwayFromZero)
    guard rounded < 9e15 else { return "\(value)" }
    let units = Int64(rounded)
    let sign = value < 0 && units != 0 ? "-" : ""
    guard decimals > 0 else { return sign + "\(units)" }
    let factor = Int64(scale)
    let fraction = String(units % factor)
    return sign + "\(units / factor)." + String(repeating: "0", count: decimals - fraction.count) + fraction
  }

  /// A share as a percentage: `31%`; near 0 and 100 with a decimal, so that small is not shown as nothing and likely not
  /// as certain.
  public static func percent(_ share: Double) -> String {
    // A sum of weights that make up one may miss it by its rounding.
    let value = abs(share - 1) < 1e-9 ? 100 : share * 100
    if value > 0, value < 0.1 { return "under 0.1%" }
    if value > 99.9, value < 100 { return "over 99.9%" }
    return (value > 0 && value < 1 ? fixed(value, 1) : value > 99 && value < 100 ? fixed(value, 1) : fixed(value, 0))
      + "%"
  }

  /// Whole dollars with separators: `$2,430`.
  public static func dollars(_ amount: Double) -> String { (amount < 0 ? "-$" : "$") + grouped(amount.magnitude) }

  /// A whole number with separators: `6,500`.
  public static func grouped(_ amount: Double) -> String {
    let digits = Array(fixed(amount, 0))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3), digits[index - 1] != "-" { text.append(",") }
      text.append(digit)
    }
    return text
  }

  /// "a", "a and b", "a, b and c".
  public static func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }
}

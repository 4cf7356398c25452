internal import Tables

/// Numbers in American English, as pages and sentences print them: a negative number has the typographic minus (U+2212).
///
/// What a program or a spreadsheet reads back (CSV, JSON, the fields of forms) is written by ``Tables/DecimalText``, with
/// the hyphen that they know.
public enum Words {
  /// The sign of a negative number in a sentence or a table: as wide as a plus, and never at the end of a line.
  public static let minus = "\u{2212}"

  /// A number without needless decimals: `3`, `2.5`, `−0.4`.
  public static func number(_ value: Double, decimals: Int = 1) -> String {
    value.isFinite ? said(DecimalText.text(value, decimals: decimals)) : boundless(value)
  }

  /// A number with exactly so many decimals, rounded half away from zero.
  public static func fixed(_ value: Double, _ decimals: Int) -> String {
    value.isFinite ? said(DecimalText.fixed(value, decimals: decimals)) : boundless(value)
  }

  /// A change in percentage points with its sign, from a share of one: `+1.2`, `−0.4`; `0.0` where it rounds to nothing.
  public static func points(_ change: Double, decimals: Int = 1) -> String {
    let text = fixed(change * 100, decimals)
    return change > 0 && text != fixed(0, decimals) ? "+" + text : text
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

  /// Whole dollars with separators: `$2,430`, `−$11`.
  public static func dollars(_ amount: Double) -> String {
    (amount <= -0.5 ? minus : "") + "$" + grouped(amount.magnitude)
  }

  /// A whole number with separators: `6,500`.
  public static func grouped(_ amount: Double) -> String {
    guard amount.isFinite else { return boundless(amount) }
    let digits = DecimalText.fixed(amount.magnitude, decimals: 0)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return (amount < 0 && text != "0" ? minus : "") + text
  }

  /// "a", "a and b", "a, b and c".
  public static func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }

  private static func said(_ text: String) -> String { text.hasPrefix("-") ? minus + text.dropFirst() : text }

  private static func boundless(_ value: Double) -> String {
    value.isNaN ? "unknown" : value > 0 ? "unlimited" : minus + "unlimited"
  }
}

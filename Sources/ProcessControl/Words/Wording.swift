/// How numbers and places are said in sentences.
package enum Wording {
  /// The sign of a negative number in a sentence: typographic, so that it is no hyphen and ends no line.
  package static let minus = "\u{2212}"

  /// A number with about three significant digits and no needless zeros: "31", "2.4", "0.0123", "1,250",
  /// "−7.4".
  package static func number(_ value: Double) -> String {
    guard value.isFinite else { return "unknown" }
    let size = abs(value)
    if size == 0 { return "0" }
    if size >= 999.5 { return (value < 0 ? minus : "") + grouped(size) }
    var places = 0
    var scale = 1.0
    while size * scale < 99.95, places < 12 {
      scale *= 10
      places += 1
    }
    let whole = (size * scale).rounded()
    guard whole > 0 else { return "0" }
    var digits = String(Int(whole))
    guard places > 0 else { return (value < 0 ? minus : "") + digits }
    digits = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
    var text = digits.dropLast(places) + "." + digits.suffix(places)
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return (value < 0 ? minus : "") + text
  }

  /// A share as a percentage: whole above 10%, one decimal below, and never rounded to 0% or 100% unless exact.
  package static func percent(_ share: Double) -> String {
    let percent = share * 100
    let text = number(percent >= 9.95 ? percent.rounded() : (percent * 10).rounded() / 10)
    if text == "0", share > 0 { return "under 0.1%" }
    if text == "100", share < 1 { return "over 99%" }
    return text + "%"
  }

  /// "1 week", "9 weeks".
  package static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)" + (number == 1 ? "" : "s")
  }

  /// "June 3", "June 3, 2024", "June 2024", "point 12" or the name.
  package static func place(_ place: Place, period: Period?, withYear: Bool) -> String {
    switch place {
    case .time(let day, let second):
      let (year, month, date) = day.parts
      switch period {
      case .month where date == 1: return months[month - 1] + (withYear ? " \(year)" : "")
      case .quarter where date == 1 && month % 3 == 1: return "quarter \((month + 2) / 3) of \(year)"
      case .year where date == 1 && month == 1: return "\(year)"
      default:
        let clock = second == 0 ? "" : " " + Place.time(day, second: second).description.suffix(8).prefix(5)
        return months[month - 1] + " \(date)" + (withYear ? ", \(year)" : "") + clock
      }
    case .number: return "point \(place)"
    case .name(let name): return name
    }
  }

  /// "about 3 of 100", "3 of 1,000", "fewer than 1 of 1,000".
  package static func chance(_ share: Double) -> String {
    let hundred = Int((share * 100).rounded())
    if share >= 0.0095 { return "\(hundred) of 100" }
    let thousand = Int((share * 1000).rounded())
    return thousand == 0 ? "fewer than 1 of 1,000" : "\(thousand) of 1,000"
  }

  /// "up to 1 in 10 such tables show a false difference": how often so many 95% intervals miss at least one true value, at
  /// most.
  ///
  /// The sum of their chances bounds it however they hang together (Bonferroni); they share a reference group.
  package static func falseDifferences(among comparisons: Int) -> String {
    guard comparisons > 0 else { return "no such table shows a false difference" }
    let tables = 20 / comparisons
    return tables > 1
      ? "up to 1 in \(tables) such tables shows a false difference"
      : "most such tables may show a false difference"
  }

  /// "a", "a and b", "a, b and c".
  package static func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  private static func grouped(_ size: Double) -> String {
    guard size < 1e15 else { return String(size) }
    var digits = String(Int(size.rounded()))
    var parts: [String] = []
    while digits.utf8.count > 3 {
      parts.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    parts.insert(digits, at: 0)
    return parts.joined(separator: ",")
  }
}

extension String {
  /// The text with a capital first letter.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

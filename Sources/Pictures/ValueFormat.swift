/// How a number is read, in American notation: 31%, 1,204, 4.2, $374.
public enum ValueFormat: Sendable, Equatable {
  /// A share of one, shown as a percentage with this many decimal places.
  case percent(places: Int = 0)
  /// A number with this many decimal places and perhaps a unit after a space: `4.2 h`.
  case number(places: Int = 0, unit: String = "")
  /// Whole dollars.
  case dollars

  /// `value` as it is read; an en dash for what is not a number.
  public func text(_ value: Double) -> String {
    text(value, atLeast: 0)
  }

  /// `value` without its sign or unit of measurement, for the second number of "27 to 35".
  func bare(_ value: Double) -> String {
    switch self {
    case .percent(let places): Self.decimal(value * 100, places: places)
    case .number(let places, _): Self.decimal(value, places: places)
    case .dollars: text(value)
    }
  }

  /// "31% (27 to 35)".
  public func text(_ value: Double, low: Double, high: Double) -> String {
    "\(text(value)) (\(bare(low)) to \(bare(high)))"
  }

  /// `value` with as many places as tick marks `step` apart need.
  func tick(_ value: Double, step: Double) -> String {
    var places = 0
    var scaled = self == .percent() || isPercent ? step * 100 : step
    while places < 6, abs(scaled - scaled.rounded()) > 1e-6 * max(1, abs(scaled)) {
      scaled *= 10
      places += 1
    }
    switch self {
    case .percent: return Self.decimal(value * 100, places: places) + "%"
    case .number: return Self.decimal(value, places: places)
    case .dollars: return Self.dollars(value, places: places == 0 ? 0 : 2)
    }
  }

  private var isPercent: Bool {
    if case .percent = self { true } else { false }
  }

  private func text(_ value: Double, atLeast places: Int) -> String {
    guard value.isFinite else { return "\u{2013}" }
    switch self {
    case .percent(let own): return Self.decimal(value * 100, places: max(own, places)) + "%"
    case .number(let own, let unit):
      return Self.decimal(value, places: max(own, places)) + (unit.isEmpty ? "" : " " + unit)
    case .dollars: return Self.dollars(value, places: 0)
    }
  }

  private static func dollars(_ value: Double, places: Int) -> String {
    value < 0 ? "\u{2212}$" + decimal(-value, places: places) : "$" + decimal(value, places: places)
  }

  /// Rounds half away from zero and groups thousands.
  static func decimal(_ value: Double, places: Int) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return value.isFinite ? "\(value)" : "\u{2013}" }
    var factor = 1.0
    for _ in 0..<places { factor *= 10 }
    let rounded = (abs(value) * factor).rounded(.toNearestOrAwayFromZero)
    let whole = Int(rounded / factor)
    let rest = Int(rounded - Double(whole) * factor)
    var text = grouped(whole)
    if places > 0 {
      let digits = String(rest)
      text += "." + String(repeating: "0", count: max(0, places - digits.count)) + digits
    }
    return value < 0 && rounded > 0 ? "\u{2212}" + text : text
  }

  private static func grouped(_ value: Int) -> String {
    let digits = String(value)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text += "," }
      text.append(digit)
    }
    return text
  }
}

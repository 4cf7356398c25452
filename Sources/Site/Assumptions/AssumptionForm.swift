internal import SmartPick
internal import Tables

/// One assumption as it was typed, and what is wrong with it.
struct AssumptionForm {
  let name: EffectName
  var typed: (value: String, low: String, high: String)
  private(set) var problems: [(field: String, words: String)] = []
  private(set) var value: EffectsDocument.Value?

  init(_ effect: Effect, _ name: EffectName) {
    self.name = name
    func typed(_ number: Double) -> String { DecimalText.text(number, decimals: 4) }
    self.typed = (typed(effect.value), typed(effect.low), typed(effect.high))
  }

  /// Reads the form; an end of the range that was left empty is the value itself.
  init(_ form: FormFields, _ name: EffectName) {
    self.name = name
    typed = (form["value"], form["low"], form["high"])
    let allowed = Effects.allowed(Effects.published[name])
    func number(_ field: String, _ text: String, _ otherwise: Double?) -> Double? {
      if text.isEmpty, let otherwise { return otherwise }
      // A number copied from a page may bring its typographic minus along.
      guard let number = Double(text.replacing(Words.minus, with: "-")), allowed.contains(number) else {
        problems.append(
          (field, "A number from \(Self.text(allowed.lowerBound)) to \(Self.text(allowed.upperBound))."))
        return nil
      }
      return number
    }
    let middle = number("value", typed.value, nil)
    let low = number("low", typed.low, middle)
    let high = number("high", typed.high, middle)
    // Each end that is a number is held to the other numbers, whatever else is wrong.
    if let low, let middle, low > middle {
      problems.append(("low", "Must be at most the value, \(Self.text(middle))."))
    } else if let low, let high, middle == nil, low > high {
      problems.append(("low", "Must be at most the high end, \(Self.text(high))."))
    }
    if let high, let middle, high < middle {
      problems.append(("high", "Must be at least the value, \(Self.text(middle))."))
    }
    guard let middle, let low, let high else { return }
    if problems.isEmpty { value = EffectsDocument.Value(value: middle, low: low, high: high) }
  }

  func problem(_ field: String) -> String? { problems.first { $0.field == field }?.words }

  /// A number as the page says it.
  static func text(_ number: Double) -> String { Words.number(number, decimals: 4) }
}

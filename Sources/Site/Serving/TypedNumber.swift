internal import SmartPick

/// A number as somebody typed it into a form, or what is wrong with it: nothing is made a number that is none.
struct TypedNumber<Number: Sendable>: Sendable {
  /// Nil where nothing was typed, or something else than a number of the range.
  let value: Number?
  /// For the field; nil where there is a number, and where the field may stay empty and does.
  let problem: String?
}

extension TypedNumber<Int> {
  /// Reads a whole number.
  ///
  /// `empty` says what an empty field means, such as "if unknown"; nil where a number is needed.
  init(_ typed: String, in range: ClosedRange<Int>, emptyMeans empty: String? = nil) {
    let typed = FormFields.trimmed(typed)
    let number = Int(typed).flatMap { range.contains($0) ? $0 : nil }
    value = number
    problem =
      number != nil || (typed.isEmpty && empty != nil)
      ? nil
      : "Enter a whole number from \(range.lowerBound) to \(range.upperBound)"
        + (empty.map { ", or leave it empty \($0)." } ?? ".")
  }
}

extension TypedNumber<Double> {
  /// Reads a number with or without decimals; a dollar sign and commas between thousands are no part of it.
  ///
  /// `empty` says what an empty field means, such as "if unknown"; nil where a number is needed.
  init(_ typed: String, in range: ClosedRange<Double>, emptyMeans empty: String? = nil) {
    let typed = FormFields.trimmed(typed).filter { $0 != "$" && $0 != "," }
    let number = Double(typed).flatMap { range.contains($0) ? $0 : nil }
    value = number
    problem =
      number != nil || (typed.isEmpty && empty != nil)
      ? nil
      : "Enter a number from \(Words.number(range.lowerBound)) to \(Words.grouped(range.upperBound))"
        + (empty.map { ", or leave it empty \($0)." } ?? ".")
  }
}

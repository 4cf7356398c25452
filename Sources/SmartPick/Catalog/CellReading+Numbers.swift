import Tables

extension CellReading {
  /// A count: a range is read as its middle, rounded down.
  static func count(_ text: String, _ field: Program.Field) -> CellReading {
    let typed = NumberWords(text)
    let units: Set<String> = [
      "positions", "position", "spots", "slots", "residents", "per", "year", "applications", "applicants", "apps",
      "interviews", "interviewees", "interviewed", "categorical", "annually", "yearly", "pgy",
    ]
    guard let first = typed.numbers.first, typed.onlyWords(units), !typed.isNegative, !typed.hasPercent,
      typed.numbers.count == 1 || (typed.isRange && typed.numbers.count == 2)
    else { return .fault(field) }
    let value = typed.isRange ? ((first + typed.numbers[1]) / 2).rounded(.down) : first
    guard value == value.rounded(), value <= 100_000 else { return .fault(field) }
    return .value(.integer(Int(value)))
  }

  /// A Step 2 CK score: of a range, the low column takes the low end, the high column the high end, the median column
  /// the middle (rounded down).
  static func score(_ text: String, _ field: Program.Field) -> CellReading {
    let typed = NumberWords(text)
    let numbers = typed.numbers
    guard let first = numbers.first, typed.onlyWords(["score", "scores", "ck", "points"]), !typed.isNegative,
      numbers.count == 1 || (typed.isRange && numbers.count == 2), !typed.hasPercent
    else { return .fault(field) }
    let last = numbers.count == 2 ? numbers[1] : first
    guard first <= last, numbers.allSatisfy({ (1...300).contains($0) && $0 == $0.rounded() }) else {
      return .fault(field)
    }
    let ends = numbers.count == 2 ? (low: Int(first), high: Int(last)) : nil
    switch field {
    case .step2Low: return .scores(Int(first), ends: ends)
    case .step2High: return .scores(Int(last), ends: ends)
    default: return .scores(Int(((first + last) / 2).rounded(.down)), ends: ends)
    }
  }

  /// Years since graduation: `within 5 years`, `5 yrs preferred`, `no limit`.
  static func years(_ text: String) -> CellReading {
    if isNoLimit(text) || ColumnName.key(text) == "none" { return .value(.integer(Program.noLimit)) }
    let typed = NumberWords(text)
    let units: Set<String> = [
      "years", "year", "yrs", "yr", "y", "within", "last", "from", "since", "graduation", "grad", "graduated", "past",
      "in", "after", "old", "medical", "school", "limit", "cutoff",
    ]
    guard typed.numbers.count == 1, let value = typed.numbers.first, typed.onlyWords(units), !typed.isNegative,
      value == value.rounded(), value <= 60
    else { return .fault(.maxYearsSinceGraduation) }
    return .value(.integer(Int(value)), isPreference: typed.isPreference)
  }

  /// Attempts allowed, the first included: `first attempt`, `2 max`, `no limit`.
  static func attempts(_ text: String) -> CellReading {
    if isNoLimit(text) { return .value(.integer(Program.noLimit)) }
    let typed = NumberWords(text)
    let key = ColumnName.key(text)
    let preference = typed.isPreference
    if key.contains("first") || key.contains("1st") || key.contains("nofail") || key.contains("noattempt") {
      return .value(.integer(1), isPreference: preference)
    }
    guard typed.numbers.count == 1, let value = typed.numbers.first,
      typed.onlyWords(["attempt", "attempts", "tries", "try", "per", "step", "allowed", "each", "exam", "limit"]),
      !typed.isNegative, value == value.rounded(), (1...20).contains(value)
    else { return .fault(.maxAttempts) }
    return .value(.integer(Int(value)), isPreference: preference)
  }

  private static func isNoLimit(_ text: String) -> Bool {
    let keys: Set<String> = [
      "nolimit", "nolimits", "unlimited", "nocutoff", "nomaximum", "nomax", "any", "norestriction", "norestrictions",
      "notlimited", "nolimitstated", "withoutlimit", "noyogcutoff", "noyoglimit", "noyearlimit", "nomaximumlimit",
    ]
    return keys.contains(ColumnName.key(text))
  }

  /// Months of clinical experience: `yes (2 mo)`, `3 months`, `8 weeks` (four to the month), `none`.
  static func months(_ text: String) -> CellReading {
    let typed = NumberWords(text)
    let key = ColumnName.key(text)
    if ["no", "none", "notrequired", "n", "notneeded", "optional", "false"].contains(key) { return .value(.number(0)) }
    if typed.numbers.isEmpty {
      if ["yes", "y", "required", "true", "preferred", "recommended"].contains(key) {
        return .doubtful(
          typed.isPreference
            ? "clinical experience is preferred, but not how many months"
            : "clinical experience is required, but not how many months",
          remedy: "write the number of months; it is taken as unknown")
      }
      return .fault(.usceMonths)
    }
    let weeks = !typed.words.isDisjoint(with: ["week", "weeks", "wk", "wks"])
    let units: Set<String> = [
      "month", "months", "mo", "mos", "m", "mth", "mths", "week", "weeks", "wk", "wks", "usce", "clinical",
      "experience",
      "us", "hands", "on",
    ]
    guard typed.onlyWords(units), !typed.isNegative, !typed.hasPercent,
      typed.numbers.count == 1 || (typed.isRange && typed.numbers.count == 2)
    else { return .fault(.usceMonths) }
    let value = weeks ? typed.numbers[0] / 4 : typed.numbers[0]
    guard value <= 60 else { return .fault(.usceMonths) }
    return .value(.number(value), isPreference: typed.isPreference)
  }

  /// A percentage, or a share from 0 to 1 where the whole column holds shares.
  static func percent(_ text: String, _ field: Program.Field, fraction: Bool) -> CellReading {
    let typed = NumberWords(text)
    guard let first = typed.numbers.first, typed.onlyWords(["pct"]), !typed.isNegative,
      typed.numbers.count == 1 || (typed.isRange && typed.numbers.count == 2)
    else { return .fault(field) }
    var value = typed.isRange ? (first + typed.numbers[1]) / 2 : first
    // Two decimals and no more: 0.29 times 100 is not 29 in binary.
    if fraction && !typed.hasPercent { value = (value * 1e6).rounded() / 1e4 }
    return value <= 100 ? .value(.number(value)) : .fault(field)
  }

  /// Dollars a year: `$65,400`, `65k`.
  static func salary(_ text: String) -> CellReading {
    let typed = NumberWords(text)
    guard let first = typed.numbers.first,
      typed.onlyWords(["usd", "dollars", "year", "yr", "per", "annually", "pgy1"]),
      typed.numbers.count == 1 || (typed.isRange && typed.numbers.count == 2), !typed.isNegative, !typed.hasPercent
    else { return .fault(.salary) }
    var ends = typed.isRange ? [first, typed.numbers[1]] : [first]
    // "65-70k": the k belongs to both ends.
    if let last = ends.last, ends[0] < 1_000, last >= 1_000 { ends[0] *= 1_000 }
    let value = (ends.reduce(0, +) / Double(ends.count)).rounded()
    return (10_000...500_000).contains(value) ? .value(.integer(Int(value))) : .fault(.salary)
  }

  /// Degrees of latitude or longitude as a plain number.
  static func degrees(_ text: String, _ field: Program.Field) -> CellReading {
    guard let value = DecimalText.double(text), abs(value) <= (field == .latitude ? 90 : 180) else {
      return .fault(field)
    }
    return .value(.number(value))
  }
}

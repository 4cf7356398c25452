internal import ProcessControl

extension ProjectMeasure {
  /// What a rate is per: the unit as it was written, or else "per 1,000 patient days", "per patient day".
  public var rateUnit: String {
    if !unit.isEmpty { return unit }
    let of = denominator.isEmpty ? "" : " \(denominator)"
    if multiplier != 1 { return "per \(Wording.number(multiplier))\(of)" }
    if let one = singularDenominator { return "per \(one)" }
    return denominator.isEmpty ? "per 1" : "per 1 of\(of)"
  }

  /// "patient day" of "patient days"; nil where the noun cannot be told: "days on the ward".
  private var singularDenominator: String? {
    let words = denominator.lowercased().split(separator: " ")
    let links: Set<Substring> = ["of", "in", "on", "at", "with", "from", "for", "that", "who", "which", "and", "or"]
    guard let last = words.last, last.count > 3, last.hasSuffix("s"), links.isDisjoint(with: words) else { return nil }
    if ["ss", "us", "is"].contains(where: last.hasSuffix) { return nil }
    if last.hasSuffix("ies") { return denominator.dropLast(3) + "y" }
    let isLong = ["sses", "xes", "ches", "shes"].contains(where: last.hasSuffix)
    return String(denominator.dropLast(isLong ? 2 : 1))
  }
}

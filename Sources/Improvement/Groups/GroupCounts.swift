public import ProcessControl

extension ProjectMeasure {
  /// What the measure's cases are told apart by, in the order of the alphabet; reasons are none.
  public func divisions(of counts: [PeriodCount]) -> [String] {
    Set(counts.filter { !$0.isReason && $0.strata.count == 1 }.flatMap(\.dimensions)).sorted()
  }

  /// The parts of one division in each period, those who are in no group among them: what is counted of all and of no
  /// group is "not recorded". O(counts)
  public func parts(of counts: [PeriodCount], by division: String) -> [String: [PeriodCount]] {
    var parts: [String: [PeriodCount]] = [:]
    var known: [Day: (Double, Double)] = [:]
    for count in counts where count.strata.count == 1 {
      guard let group = count.strata[division] else { continue }
      parts[group, default: []].append(count)
      let sum = known[count.day] ?? (0, 0)
      known[count.day] = (sum.0 + count.numerator, sum.1 + (count.denominator ?? 0))
    }
    guard !parts.isEmpty, kind != .value, kind.isPeriodic else { return parts }
    for whole in wholes(of: counts) {
      let sum = known[whole.day] ?? (0, 0)
      let rest = PeriodCount(
        whole.day, whole.numerator - sum.0, of: whole.denominator.map { $0 - sum.1 },
        strata: [division: StratumName.notRecorded])
      guard rest.numerator >= 0, rest.denominator ?? 0 >= 0, rest.numerator > 0 || rest.denominator ?? 0 > 0 else {
        continue
      }
      if let index = parts[StratumName.notRecorded]?.firstIndex(where: { $0.day == whole.day }) {
        parts[StratumName.notRecorded]?[index].numerator += rest.numerator
        if let more = rest.denominator { parts[StratumName.notRecorded]?[index].denominator? += more }
      } else {
        parts[StratumName.notRecorded, default: []].append(rest)
      }
    }
    return parts.mapValues { $0.sorted { $0.day < $1.day } }
  }

  /// Each group's events and cases over the days from `first` up to but not including `end`.
  ///
  /// For counts the cases are the periods in which any group is counted: one without a count of its own had none.
  public func pooled(
    _ parts: [String: [PeriodCount]], from first: Day? = nil, before end: Day? = nil
  ) -> [GroupComparison.Count] {
    func isMeant(_ count: PeriodCount) -> Bool {
      (first.map { $0 <= count.day } ?? true) && (end.map { count.day < $0 } ?? true)
    }
    let periods = Set(parts.values.joined().filter(isMeant).map(\.day)).count
    return GroupOrder.sorted(parts.keys).compactMap { group in
      let own = (parts[group] ?? []).filter(isMeant)
      let events = own.reduce(0) { $0 + $1.numerator }
      let cases = kind.hasDenominator ? own.reduce(0) { $0 + ($1.denominator ?? 0) } : Double(periods)
      guard cases > 0, events >= 0, events == events.rounded(), events < 1e12 else { return nil }
      return GroupComparison.Count(group, Int(events), of: cases)
    }
  }

  /// The comparison that fits the kind; nil for quantities and for events between which something is counted.
  public var comparisonScale: GroupComparison.Scale? {
    switch kind {
    case .proportion: .proportion
    case .rate, .count: .rate
    case .value, .casesBetween, .daysBetween: nil
    }
  }
}

internal import RealModule

/// The sentence beside a row: the two or three terms that matter most there, in plain words.
enum Why {
  static func words(
    _ prospect: Prospect, signal: SignalKind, effects: Effects, tier: ListResult.Tier, plainChance: Double,
    chance: Double
  ) -> String {
    var parts: [String] = []
    if prospect.isLoved { parts.append("You love it") }
    let own = prospect.odds.geography + prospect.odds.interview.filter { Self.isLocal($0.effect) }
    let weighed = own.map { term in (term, term.amount * effects[term.effect].scaled(effects[term.effect].value)) }
    let order = weighed.enumerated().sorted {
      ($0.element.1.magnitude, -$0.offset) > ($1.element.1.magnitude, -$1.offset)
    }
    for (_, element) in order.prefix(2) where element.1.magnitude > 0.1 {
      parts.append(element.0.reason + (element.1 < 0 ? ", against you" : ""))
    }
    switch prospect.status {
    case .open: break
    case .applied: return sentences(parts + [signal == .none ? "Sent" : "Sent, with your \(name(signal))"])
    case .invited: return sentences(["You have this interview"] + parts)
    case .declined: return sentences(["You declined this interview"])
    case .rejected: return sentences(["It said no"])
    case .withdrawn: return sentences(["You took the application back"])
    }
    for gate in prospect.odds.gates.prefix(1) {
      parts.append("It does not say about " + gate.requirement.rawValue)
    }
    switch signal {
    case .none: if tier == .likely { parts.append("Likely without a signal: keep it for others") }
    case .gold, .silver, .signal:
      parts.append(
        "The \(name(signal)) moves the interview from \(Words.percent(plainChance)) to \(Words.percent(chance))"
      )
    }
    if parts.isEmpty { parts.append("Little is known about it; odds are the specialty's average for you") }
    return sentences(parts)
  }

  private static func sentences(_ parts: [String]) -> String { parts.map { $0 + "." }.joined(separator: " ") }

  private static func name(_ signal: SignalKind) -> String {
    signal == .signal ? "signal" : signal.rawValue + " signal"
  }

  /// Terms that differ between the programs of one specialty.
  private static func isLocal(_ effect: EffectName) -> Bool {
    switch effect {
    case .programMedianPer10Points, .openness, .interviewRate, .inStateShare, .homeProgram, .awayRotation,
      .belowLowScore,
      .preferredNotMet, .sizePerDoubling, .marketCutoff:
      true
    default: false
    }
  }
}

/// What keeping one pinned program on the list costs in chance.
public struct PinCost: Sendable, Equatable {
  public var code: String
  /// The chance to match of the list without this pin, less that of the list with it; below 0 where the pin helps the
  /// chance (the search weighs where as well).
  public var match: Double
  /// Dollars of application fees that the pin adds, other applications coming or going with it.
  public var fees: Double
  /// Whether the list without the pin holds the program anyway.
  public var isChosenAnyway: Bool
}

extension ListMaker {
  /// What each pin costs: for each, the list is made once more without it (about as long as the list itself each).
  ///
  /// Pins that were applied to cost nothing any more and are left out.
  public func pinCosts(_ list: ListResult) -> [PinCost] {
    request.profile.preferences.pinned.compactMap { pin in
      guard let prospect = prospects.first(where: { $0.program.code == pin.code }), prospect.status == .open else {
        return nil
      }
      guard let other = try? unpinning(pin.code).list() else {
        // Nothing else is on the list.
        return PinCost(code: pin.code, match: -list.matchProbability, fees: list.fees, isChosenAnyway: false)
      }
      let isChosen = other.rows.contains { $0.program.code == pin.code }
      return PinCost(
        code: pin.code, match: isChosen ? 0 : other.matchProbability - list.matchProbability,
        fees: isChosen ? 0 : list.fees - other.fees, isChosenAnyway: isChosen)
    }
  }

  /// The same maker without one pin; the scenarios stay.
  private func unpinning(_ code: String) -> ListMaker {
    var prospects = prospects
    for index in prospects.indices where prospects[index].program.code == code { prospects[index].isPinned = false }
    prospects.removeAll { $0.program.code == code && $0.odds.isBarred }
    return ListMaker(self, prospects: prospects)
  }
}

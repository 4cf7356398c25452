extension Chain {
  /// Moves unfilled positions to their receivers; `false` if there is nothing to move.
  ///
  /// A donor's own applicants come first: it goes on accepting up to its whole quota, and takes a lent position back
  /// (``reclaim(_:)``) when it needs one. So the end is the same as if the number to lend had been known beforehand.
  mutating func revert() -> Bool {
    var hasMoved = false
    for (index, reversion) in market.reversions.enumerated() {
      let donor = seats.programs[reversion.donor]
      let more = min(Int(donor.quota - donor.filled), reversion.limit ?? Int.max) - Int(lent[index])
      guard more > 0 else { continue }
      lent[index] += Int32(more)
      seats.programs[reversion.receiver].quota += Int32(more)
      recorder.record(.reversion(donor: reversion.donor, receiver: reversion.receiver, positions: more))
      stack(reversion.receiver)
      hasMoved = true
    }
    return hasMoved
  }

  /// Takes lent positions back while a program holds or lends more than it has; the receiver's worst may be displaced.
  mutating func reclaim(_ program: Int) {
    guard !reversionOf.isEmpty, reversionOf[program] >= 0 else { return }
    let index = Int(reversionOf[program])
    let receiver = market.reversions[index].receiver
    while lent[index] > 0 && seats.programs[program].filled + lent[index] > seats.programs[program].quota {
      lent[index] -= 1
      seats.programs[receiver].quota -= 1
      if seats.programs[receiver].filled > seats.programs[receiver].quota {
        let loser = seats.programs[receiver].worst
        seats.release(receiver, loser)
        displace(rank: loser, from: receiver)
      }
      reclaim(receiver)
    }
  }
}

/// The part of the Match that needs no care: applicants with one list each, proposing down it.
///
/// Gale and Shapley (1962), applicants proposing, in sweeps over a bitmap of the applicants who are out: a sweep reads
/// the lists in order, which the memory likes. The result does not depend on the order.
/// O(number of listings).
enum DeferredAcceptance {
  struct Effort: Sendable, Equatable {
    var proposals = 0
    var rejections = 0
  }

  /// Places every applicant whose bit is set in `waiting`; `at` receives the position on each one's list,
  /// or ``nowhere``.
  static func run(
    _ market: Market, waiting: [UInt64], seats: inout Seats, at: inout [Int32]
  ) -> Effort {
    var waiting = waiting
    for word in waiting.indices {
      var bits = waiting[word]
      while bits != 0 {
        at[word << 6 + bits.trailingZeroBitCount] = -1
        bits &= bits &- 1
      }
    }
    var programArray: [Seats.Program] = []
    var wordArray: [UInt64] = []
    swap(&programArray, &seats.programs)
    swap(&wordArray, &seats.words)
    defer {
      seats.programs = programArray
      seats.words = wordArray
    }
    var proposals = 0
    var rejections = 0
    let starts = market.listStarts.span
    let choices = market.choices.span
    let rankStarts = market.rankStarts.span
    let ranked = market.rankedApplicants.span
    var programs = programArray.mutableSpan
    var words = wordArray.mutableSpan
    var at = at.mutableSpan
    var out = waiting.mutableSpan
    var isDone = false
    while !isDone {
      isDone = true
      for word in out.indices {
        while out[word] != 0 {
          isDone = false
          let bit = out[word].trailingZeroBitCount
          out[word] &= out[word] &- 1
          let applicant = word << 6 + bit
          let start = Int(starts[applicant])
          let end = Int(starts[applicant + 1])
          var entry = start + Int(at[applicant] + 1)
          at[applicant] = nowhere
          let first = entry
          while entry < end {
            let choice = choices[entry]
            var record = programs[Int(choice.program)]
            if record.filled < record.quota {
              words[Int(record.firstWord) + Int(choice.rank >> 6)] |= 1 << UInt64(choice.rank & 63)
              record.filled += 1
              record.worst = max(record.worst, choice.rank)
              programs[Int(choice.program)] = record
              at[applicant] = Int32(entry - start)
              entry += 1
              break
            }
            if choice.rank < record.worst {
              let base = Int(record.firstWord)
              words[base + Int(choice.rank >> 6)] |= 1 << UInt64(choice.rank & 63)
              let loser = record.worst
              words[base + Int(loser >> 6)] &= ~(1 << UInt64(loser & 63))
              // The next worst: at least the newcomer is below, so the search ends within the program's words.
              var at64 = Int(loser >> 6)
              while words[base + at64] == 0 { at64 -= 1 }
              // Bits above `loser` in its own word are clear, because `loser` was the worst.
              record.worst = Int32(at64 << 6) + Int32(63 - words[base + at64].leadingZeroBitCount)
              programs[Int(choice.program)] = record
              at[applicant] = Int32(entry - start)
              let bumped = Int(ranked[Int(rankStarts[Int(choice.program)] + loser)])
              out[bumped >> 6] |= 1 << UInt64(bumped & 63)
              rejections += 1
              entry += 1
              break
            }
            rejections += 1
            entry += 1
          }
          proposals += entry - first
        }
      }
    }
    return Effort(proposals: proposals, rejections: rejections)
  }

}

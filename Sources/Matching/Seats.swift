/// The positions of every program and who holds them.
///
/// Held applicants are bits, one for each rank at the program, so that a market of 600,000 listings takes 75 KB and
/// stays in the fast cache; a program's record holds its worst held rank, which is all that a proposal asks for.
struct Seats: Equatable, Sendable {
  struct Program: Equatable, Sendable {
    /// Where the program's bits begin.
    var firstWord: Int32
    /// Positions, those received by reversion included, those lent not taken off.
    var quota: Int32
    var filled: Int32
    /// The worst rank held, or -1.
    var worst: Int32
  }

  var programs: [Program]
  var words: [UInt64]

  init(_ market: Market) {
    programs = []
    programs.reserveCapacity(market.programCount)
    var word: Int32 = 0
    for program in 0..<market.programCount {
      programs.append(Program(firstWord: word, quota: market.quotas[program], filled: 0, worst: -1))
      word += Int32((market.ranking(program).count + 63) / 64)
    }
    words = [UInt64](repeating: 0, count: Int(word))
  }

  /// Whether the program would take this applicant, who is not held there.
  @inline(__always)
  func accepts(_ program: Int, _ rank: Int32) -> Bool {
    let record = programs[program]
    return record.filled < record.quota || rank < record.worst
  }

  @inline(__always)
  func holds(_ program: Int, _ rank: Int32) -> Bool {
    words[Int(programs[program].firstWord) + Int(rank >> 6)] & (1 << UInt64(rank & 63)) != 0
  }

  /// Takes an applicant whom the program accepts; returns the rank let go for her, or -1.
  @inline(__always)
  mutating func take(_ program: Int, _ rank: Int32) -> Int32 {
    var record = programs[program]
    defer { programs[program] = record }
    words[Int(record.firstWord) + Int(rank >> 6)] |= 1 << UInt64(rank & 63)
    if record.filled < record.quota {
      record.filled += 1
      if rank > record.worst { record.worst = rank }
      return -1
    }
    let out = record.worst
    words[Int(record.firstWord) + Int(out >> 6)] &= ~(1 << UInt64(out & 63))
    record.worst = Self.highest(below: out, from: Int(record.firstWord), in: words)
    return out
  }

  /// Lets a held applicant go.
  mutating func release(_ program: Int, _ rank: Int32) {
    let first = Int(programs[program].firstWord)
    words[first + Int(rank >> 6)] &= ~(1 << UInt64(rank & 63))
    programs[program].filled -= 1
    if rank == programs[program].worst {
      programs[program].worst = Self.highest(below: rank, from: first, in: words)
    }
  }

  /// The second worst rank held, or -1.
  func secondWorst(_ program: Int) -> Int32 {
    let record = programs[program]
    return record.worst < 0 ? -1 : Self.highest(below: record.worst, from: Int(record.firstWord), in: words)
  }

  /// The highest bit set below a rank, or -1; `words` from `first` on are the program's.
  @inline(__always)
  static func highest(below rank: Int32, from first: Int, in words: borrowing [UInt64]) -> Int32 {
    guard rank > 0 else { return -1 }
    let top = rank - 1
    var word = Int(top >> 6)
    // A shift by 64 minus the bits wanted; `top & 63` is at most 63, so the mask is never empty.
    var bits = words[first + word] & (UInt64.max >> UInt64(63 - (top & 63)))
    while bits == 0 {
      guard word > 0 else { return -1 }
      word -= 1
      bits = words[first + word]
    }
    return Int32(word << 6) + Int32(63 - bits.leadingZeroBitCount)
  }
}

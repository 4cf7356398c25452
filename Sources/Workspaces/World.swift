public import Foundation  // Date; GRDB links the whole of Foundation already, so Essentials would save nothing

/// What a workspace takes from outside itself: the time, unguessable bytes, and the name of the program.
///
/// Tests pass a clock that stands still and bytes that repeat; nothing in this room asks for either any other way.
/// (The nonces of sealed notes are the exception: they come from the system, so that no test double can repeat one.)
public struct World: Sendable {
  /// The time now.
  public let now: @Sendable () -> Date
  /// That many bytes nobody can guess.
  public let random: @Sendable (_ count: Int) -> [UInt8]
  /// The program and its version, noted in each file it opens, as `housestaff 1.0.0`.
  public let program: String
  /// Whether the time is set by hand, to rehearse in an hour what takes months.
  ///
  /// Every workspace written meanwhile is marked for good (``Reading/isRehearsed()``): what it says about dates is
  /// practice, wherever the file goes.
  public let isRehearsal: Bool

  /// A world made of the given parts.
  public init(
    program: String, isRehearsal: Bool = false, now: @escaping @Sendable () -> Date,
    random: @escaping @Sendable (_ count: Int) -> [UInt8]
  ) {
    self.program = program
    self.isRehearsal = isRehearsal
    self.now = now
    self.random = random
  }

  /// The system's clock and its cryptographic random numbers.
  public static func live(program: String) -> World {
    World(program: program, now: { Date() }, random: unguessable)
  }

  /// A clock set by hand, and the system's cryptographic random numbers.
  public static func rehearsal(program: String, now: @escaping @Sendable () -> Date) -> World {
    World(program: program, isRehearsal: true, now: now, random: unguessable)
  }

  private static let unguessable: @Sendable (_ count: Int) -> [UInt8] = { count in
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }
}

extension Date {
  /// Whole milliseconds since 1970: how every time is kept in a workspace's tables.
  var milliseconds: Int64 { Int64((timeIntervalSince1970 * 1000).rounded()) }

  init(milliseconds: Int64) {
    self.init(timeIntervalSince1970: Double(milliseconds) / 1000)
  }
}

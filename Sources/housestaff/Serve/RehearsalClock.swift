import Foundation
import ProcessControl
import Synchronization

/// A clock whose day stands in a file, so that a rehearsal lives through months in minutes.
///
/// It shows nine in the morning of that day, and goes on from there with the time since it was made; midnight never
/// passes by itself, so that what a rehearsal shows does not depend on the hour at which it runs.
final class RehearsalClock: Sendable {
  private let file: URL
  private let begun = Date()
  /// The last day that was read: a file caught while it is being written changes nothing.
  private let day: Mutex<Day>

  /// - Throws: ``InputFailure`` unless the file holds a day.
  init(file: URL) throws {
    guard let day = Self.day(in: file) else {
      throw InputFailure("\(file.path) holds no day. Write one into it, as 2026-03-02.")
    }
    self.file = file
    self.day = Mutex(day)
  }

  /// The time now, in UTC.
  var now: Date {
    let day = day.withLock { last in
      last = Self.day(in: file) ?? last
      return last
    }
    let hours = min(Date().timeIntervalSince(begun), 14 * 3_600)
    return Date(timeIntervalSince1970: Double(day.number) * 86_400 + 9 * 3_600 + hours)
  }

  private static func day(in file: URL) -> Day? {
    (try? String(contentsOf: file, encoding: .utf8)).flatMap {
      Day(iso: $0.trimmingCharacters(in: .whitespacesAndNewlines))
    }
  }
}

import Foundation
import Synchronization
import Workspaces

/// A directory of its own for one test, with a clock that stands still and bytes that repeat.
final class Place: Sendable {
  let directory: URL
  let world: World
  private let time = SharedTime()

  init(seed: UInt64 = 1, program: String = "housestaff 1.0.0") throws {
    let directory = FileManager.default.temporaryDirectory.appendingPathComponent("workspaces-\(UUID().uuidString)")
    self.directory = directory
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    let time = time
    let generator = Mutex(Seeded(state: seed))
    world = World(
      program: program, now: { time.now },
      random: { count in
        generator.withLock { generator in (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) } }
      })
  }

  deinit {
    try? FileManager.default.removeItem(at: directory)
  }

  func pass(minutes: Double) { time.advance(minutes * 60) }

  func shelf(_ name: String = "shelf", limit: Int = 64) throws -> WorkspaceShelf {
    try WorkspaceShelf(directory: directory.appendingPathComponent(name), limit: limit, world: world)
  }

  func file(_ name: String) -> URL { directory.appendingPathComponent(name) }
}

final class SharedTime: Sendable {
  private let time = Mutex(Date(timeIntervalSince1970: 1_790_000_000))
  var now: Date { time.withLock { $0 } }
  func advance(_ seconds: Double) { time.withLock { $0 += seconds } }
}

/// SplitMix64: small, and the same everywhere.
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var bits = state
    bits = (bits ^ bits >> 30) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ bits >> 27) &* 0x94d0_49bb_1331_11eb
    return bits ^ bits >> 31
  }
}

/// A shared document.
struct Plan: Document, Equatable {
  static let collection = "plan"
  var title: String
  var steps: [String] = []
  var due: Date?
  var searchableText: String? { ([title] + steps).joined(separator: " ") }
}

/// Another one, that is not searched.
struct Tally: Document, Equatable {
  static let collection = "tally"
  var count: Int
}

/// A private note.
struct Reflection: PrivateNote, Equatable {
  static let collection = "reflection"
  var text: String
}

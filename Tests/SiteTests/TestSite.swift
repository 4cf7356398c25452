import Foundation
import Hummingbird
import HummingbirdTesting
import Logging
import Site
import Synchronization
import Workspaces

/// A site of its own for one test, with a clock that stands still, bytes that repeat, and a log that is kept.
final class TestSite: Sendable {
  let directory: URL
  let world: World
  let shelf: WorkspaceShelf
  let log = KeptLog()
  /// What the site's clock says.
  let clock = Clock()
  private let options: SiteOptions

  // `other` is a site whose files this one opens instead of its own.
  init(
    seed: UInt64 = 1, filesOf other: TestSite? = nil, isRehearsal: Bool = false,
    options change: (inout SiteOptions) -> Void = { _ in }
  ) throws {
    let own = FileManager.default.temporaryDirectory.appendingPathComponent("site-\(UUID().uuidString)")
    let directory = other?.directory ?? own
    self.directory = directory
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    let generator = Mutex(Seeded(state: seed))
    world = World(
      program: "housestaff 1.0.0", isRehearsal: isRehearsal, now: { [clock] in clock.now },
      random: { count in
        generator.withLock { generator in (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) } }
      })
    shelf = try WorkspaceShelf(directory: directory.appendingPathComponent("workspaces"), world: world)
    var options = SiteOptions()
    options.scratch = directory
    // Tests wait for a list rather than look twice.
    options.patience = .seconds(120)
    change(&options)
    self.options = options
  }

  deinit { try? FileManager.default.removeItem(at: directory) }

  /// Runs the site, in this process and without a network.
  func visit<Result: Sendable>(
    _ body: @escaping @Sendable (any TestClientProtocol) async throws -> Result
  ) async throws -> Result {
    let log = log
    let application = buildApplication(
      shelf: shelf, world: world, secret: SiteSecret(bytes: [UInt8](repeating: 7, count: 32)), options: options,
      logger: Logger(label: "test") { _ in log })
    return try await application.test(.router) { client in try await body(client) }
  }

  /// Everything that the shelf holds, as a text that changes with any of it.
  func state() async throws -> String {
    var states: [String] = []
    for listing in try shelf.list() {
      let workspace = try await shelf.workspace(listing.id)
      states.append(
        try await workspace.read { reading in
          let members = try reading.members(departed: true)
          let entrances = try members.flatMap { try reading.entrances(of: $0.id) }.map { "\($0.id) \($0.kind)" }
          let contents = try reading.contents()
          return "\(listing.id) \(members) \(entrances) \(try reading.invitations()) \(contents.revisions) "
            + "\(contents.documents.sorted { $0.key < $1.key }) \(contents.copies.count)"
        })
    }
    return states.joined(separator: "\n")
  }
}

/// A clock that stands still until it is moved.
final class Clock: Sendable {
  private let time = Mutex(Date(timeIntervalSince1970: 1_790_000_000))

  var now: Date { time.withLock { $0 } }

  func move(days: Int) { time.withLock { $0 += Double(days) * 86_400 } }
}

/// A log that remembers every line with all that was said in it.
final class KeptLog: LogHandler, Sendable {
  private let kept = Mutex<[String]>([])

  var lines: [String] { kept.withLock { $0 } }

  var logLevel: Logger.Level {
    get { .debug }
    set {}
  }
  var metadata: Logger.Metadata {
    get { [:] }
    set {}
  }
  subscript(metadataKey _: String) -> Logger.Metadata.Value? {
    get { "request" }
    set {}
  }

  func log(event: LogEvent) {
    let line = "\(event.level) \(event.message) \(event.metadata ?? [:])"
    kept.withLock { $0.append(line) }
  }
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

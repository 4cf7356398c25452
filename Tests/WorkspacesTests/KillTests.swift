import Foundation
import Testing
import Workspaces

/// As the program that is killed has it.
private struct Line: Document {
  static let collection = "line"
  var count: Int
  var text: String
}

@Suite struct `A program that is killed while it writes` {
  @Test func `leaves everything it had confirmed, in a whole file`() async throws {
    let place = try Place()
    let shelf = try place.shelf()
    let home = try await shelf.create(ownerNamed: "Ada")
    let seed = UInt64.random(in: .min ... .max)
    var generator = Seeded(state: seed)
    var confirmed = 0
    for round in 1...240 {
      // From before the file is open to some writes later.
      let wait = Duration.microseconds(Int.random(in: 0...40_000, using: &generator))
      let lines = try await run(place, home.token, round, killAfter: wait)
      confirmed += lines.count
      try await home.workspace.read { (reading) throws in
        for line in lines {
          let id = try #require(DocumentID<Line>(line.id))
          let kept = try reading.document(id, at: line.revision)
          #expect(kept?.value.count == line.count, "round \(round), seed \(seed): \(line) was confirmed")
          #expect(try reading.document(id) != nil)
        }
      }
      if round % 40 == 0 { #expect(try await shelf.check().flatMap(\.problems) == [], "seed \(seed)") }
    }
    // Were nothing ever confirmed before the kill, this would prove nothing.
    #expect(confirmed > 240)
  }

  private struct Confirmed {
    let id: String
    let revision: Int
    let count: Int
  }

  private func run(_ place: Place, _ token: Token, _ round: Int, killAfter wait: Duration) async throws -> [Confirmed] {
    let process = Process()
    let output = Pipe()
    process.executableURL = Bundle.module.bundleURL.deletingLastPathComponent().appendingPathComponent(
      "WorkspaceWriter")
    process.arguments = [place.file("shelf").path, token.text, "\(round)"]
    process.standardOutput = output
    try process.run()
    // Half the rounds wait for the first write, so that the kill falls among writes however slow the start is.
    var bytes = round % 2 == 0 ? output.fileHandleForReading.availableData : Data()
    try await Task.sleep(for: wait)
    kill(process.processIdentifier, SIGKILL)
    bytes += try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal, "the writer ended by itself: see its error output")
    // A line that was cut short was not confirmed.
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .compactMap { line in
        let parts = line.split(separator: " ")
        guard parts.count == 3, let revision = Int(parts[1]), let count = Int(parts[2]) else { return nil }
        return Confirmed(id: String(parts[0]), revision: revision, count: count)
      }
  }
}

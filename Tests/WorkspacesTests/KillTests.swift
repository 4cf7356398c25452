import ChildProcess
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
    let seed = UInt64.random(in: .min ... .max)
    var generator = Seeded(state: seed)
    var confirmed = 0
    for _ in 1...6 {
      let home = try await shelf.create(ownerNamed: "Ada")
      for round in 1...40 {
        // From before the file is open to some writes later.
        let wait = Duration.microseconds(Int.random(in: 0...30_000, using: &generator))
        let lines = try await run(place, home.token, round, killAfter: wait)
        confirmed += lines.count
        try await expect(lines, in: home.workspace, "round \(round), seed \(seed)")
      }
      #expect(try await shelf.check().flatMap(\.problems) == [], "seed \(seed)")
      try await shelf.delete(home.workspace.id, by: home.seat)
    }
    // Were nothing ever confirmed before the kill, this would prove nothing.
    #expect(confirmed > 240)
  }

  /// What the program said before it was killed.
  private struct Confirmed {
    let revision: Int
    let count: Int
  }

  private func expect(_ lines: [Confirmed], in workspace: Workspace, _ round: String) async throws {
    try await workspace.read { (reading) throws in
      let ids = try (0..<4).map { try #require(DocumentID<Line>("line-\($0)")) }
      for (id, line) in ids.flatMap({ id in lines.map { (id, $0) } }) {
        let kept = try reading.document(id, at: line.revision)
        #expect(kept?.value.count == line.count, "\(round): \(line) was confirmed")
      }
      // The four are written in one transaction, so they are always at the same state.
      let states = try ids.map { try reading.document($0)?.value.count }
      #expect(Set(states).count == 1, "\(round): \(states)")
      #expect((states[0] ?? 0) >= (lines.last?.count ?? 0), "\(round)")
    }
  }

  private func run(_ place: Place, _ token: Token, _ round: Int, killAfter wait: Duration) async throws -> [Confirmed] {
    let writer = Bundle.module.bundleURL.deletingLastPathComponent().appending(path: "WorkspaceWriter")
    let said = place.file("said-\(round)")
    let process = try ChildProcess(
      writer.path, [place.file("shelf").path, token.text, "\(round)"], output: said.path,
      errors: place.file("errors").path)
    // Half the rounds wait for the first write, so that the kill falls among writes however slow the start is.
    for _ in 0..<20_000 where try round % 2 == 0 && Data(contentsOf: said).isEmpty {
      try await Task.sleep(for: .milliseconds(1))
    }
    try await Task.sleep(for: wait)
    process.kill()
    let end = process.end()
    #expect(end == .killed(signal: SIGKILL), "the writer ended by itself: see its error output")
    let bytes = try Data(contentsOf: said)
    // A line that was cut short was not confirmed.
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .compactMap { line in
        let parts = line.split(separator: " ")
        guard parts.count == 2, let revision = Int(parts[0]), let count = Int(parts[1]) else { return nil }
        return Confirmed(revision: revision, count: count)
      }
  }
}

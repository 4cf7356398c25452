import Foundation
import Site
import Testing

/// Pages as they are sent, reviewed like code; `RECORD_GOLDEN=1 swift test` writes them anew.
@Suite struct `The golden page` {
  @Test(arguments: [("home", "/"), ("workspace-empty", "/workspace"), ("data", "/data"), ("not-found", "/nothing")])
  func `is as it was reviewed`(name: String, path: String) async throws {
    let site = try TestSite { $0.hasDemo = true }
    try await site.visit { client in
      let text = try await Browser(client).get(path).text
      let plain = text.replacing(/\/assets\/[0-9a-f]{8}\//, with: "/assets/MARK/")
        .replacing(/value="[0-9a-f]{64}"/, with: "value=\"TOKEN\"").replacing("><", with: ">\n<")
      let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(name).html")
      if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
        try Data(plain.utf8).write(to: file)
      }
      let golden = try? String(contentsOf: file, encoding: .utf8)
      #expect(plain == golden, "the page \(name) has changed: look at it, then record it with RECORD_GOLDEN=1")
    }
  }
}

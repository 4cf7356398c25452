import Foundation
import Testing
import Workspaces

extension Browser {
  /// Pastes counts and, where the page first says what the paste says, says yes to it.
  @discardableResult
  func paste(_ measure: String, _ text: String, _ fields: [(String, String)] = []) async throws -> Seen {
    let seen = try await post("\(measure)/grid", [("paste", text)] + fields)
    guard seen.status == 200, let mark = seen.value(of: "seen") else { return seen }
    return try await post("\(measure)/grid", [("paste", text), ("seen", mark)] + fields)
  }
}

extension TestSite {
  /// The counts of a measure in the first workspace, as text, the shortest first.
  func observations(of measure: String) async throws -> [String] {
    guard let listing = try shelf.list().first else { return [] }
    return try await shelf.workspace(listing.id).read { reading in
      try reading.observations(of: measure).map { count in
        "\(count.date) \(count.numerator) \(count.denominator.map { "\($0)" } ?? "nil") \(count.strata)"
      }.sorted { $0.count < $1.count }
    }
  }

  /// A browser of a new member with that role in the workspace that is open in another.
  func member(_ role: Role, beside browser: Browser) async throws -> Browser {
    let token = try #require(Token(browser.cookies["housestaff"] ?? ""))
    let (workspace, seat) = try await shelf.enter(token)
    let invitation = try await workspace.write(by: seat) { try $0.invite(as: role) }
    let other = browser.another()
    other.cookies["housestaff"] = try await workspace.join(by: invitation, named: "Another").token.text
    return other
  }
}

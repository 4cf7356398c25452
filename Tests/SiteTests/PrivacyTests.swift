import Foundation
import Site
import Testing
import Workspaces

/// A filled workspace with a guest of that role in it: the owner's browser, the guest's, and words that are the owner's.
private func shared(_ owner: Browser, _ guest: Browser, as role: Role) async throws {
  try await owner.post("/demo")
  try await owner.post(
    "/program/FICTION-IM-0704/note", [("note", "Zanzibar is near"), ("revision", "0")])
  let shown = try await owner.post("/workspace/invitations", [("role", role.rawValue), ("days", "2")])
  let link = try #require(shown.text.range(of: "/join/").map { shown.text[$0.lowerBound...].prefix { $0 != "\"" } })
  _ = try await guest.get(String(link))
  let joined = try await guest.post("/join", [("name", "Pat")])
  #expect(joined.location == (role == .owner ? "/workspace" : "/improve"))
}

/// Whether a text tells anything of the example's profile, or of the note.
private func tells(_ text: String) -> Bool {
  ["Zanzibar", "Example College of Medicine", "step2_ck", "USMLE Step 2"].contains { text.contains($0) }
}

/// What a guest may ask for outside Improve, spelled out here once more: everything else is SmartPick's.
private let sharedPaths = [
  "/", "/theme", "/demo", "/health", "/data", "/components", "/assets/", "/match", "/backtest", "/workspace", "/open",
  "/join", "/recover", "/undo", "/history/", "/survey", "/adviser", "/shown/",
]

/// The collections that are the owner's own.
private let ownCollections = [
  "stage", "profile", "season", "effects", "programs", "programs-draft", "list-return", "adviser-notes", "marks",
  "adviser-sheet", "rank",
]

@Suite struct `What an owner plans for themselves` {
  @Test(arguments: [Role.viewer, .contributor, .editor])
  func `is shown to nobody who joined, by no route`(role: Role) async throws {
    let site = try TestSite { $0.hasDemo = true }
    try await site.visit { client in
      let (owner, guest) = (Browser(client), Browser(client))
      try await shared(owner, guest, as: role)
      let before = try await site.state()
      var refused = 0
      for line in Routes.lines {
        let path = line.pattern.replacing("{code}", with: "FICTION-IM-0704").replacing("{name}", with: "scores")
          .replacing("{collection}", with: "profile").replacing("{id}", with: "profile")
        let isShared =
          path.hasPrefix("/improve") || sharedPaths.contains { $0 == "/" ? path == "/" : path.hasPrefix($0) }
        // Asking leaves, opens and deletes: what is not SmartPick's is asked for by reading only.
        guard line.method == "GET" || !isShared else { continue }
        let seen =
          line.method == "GET"
          ? try await guest.get(path)
          : line.takesFile
            ? try await guest.upload(path, Array("code\nX\n".utf8), name: "a.csv")
            : try await guest.post(path, [("stage", "ranking"), ("note", "mine"), ("revision", "1")])
        #expect(!tells(seen.text), "\(line)")
        if line.permission != nil, !isShared {
          #expect(seen.status == 403 && seen.text.contains("owner\u{2019}s own"), "\(line)")
          #expect(seen.text.contains("href=\"/improve\""))
          refused += 1
        }
      }
      #expect(refused >= 45)
      #expect(try await site.state() == before)
      for collection in ownCollections {
        #expect(try await guest.get("/history/\(collection)/\(collection)").status == 403, "\(collection)")
        let fields = [("collection", collection), ("id", collection), ("revision", "1"), ("number", "1")]
        #expect(try await guest.post("/undo", fields).status == 403, "\(collection)")
        #expect(try await guest.post("/history/\(collection)/\(collection)", fields).status == 403, "\(collection)")
      }
      #expect(try await guest.post("/workspace/file").status == 403)
      #expect(try await site.state() == before)
    }
  }

  @Test func `is theirs as before, and another owner's`() async throws {
    let site = try TestSite { $0.hasDemo = true }
    try await site.visit { client in
      let (owner, other) = (Browser(client), Browser(client))
      try await shared(owner, other, as: .owner)
      for browser in [owner, other] {
        #expect(try await browser.get("/program/FICTION-IM-0704").text.contains("Zanzibar is near"))
        #expect(try await browser.get("/profile/scores").text.contains("244"))
        #expect(try await browser.get("/history/marks/marks").status == 200)
      }
    }
  }

  @Test func `has no way to it on the pages of those who joined, and an invitation says so`() async throws {
    let site = try TestSite { $0.hasDemo = true }
    try await site.visit { client in
      let (owner, guest) = (Browser(client), Browser(client))
      try await shared(owner, guest, as: .editor)
      #expect(try await guest.get("/improve").text.contains("As an editor you may read, add to and change"))
      for path in ["/", "/improve", "/workspace", "/data", "/match", "/profile"] {
        let text = try await guest.get(path).text
        for way in ["/profile", "/list", "/season", "/rank"] { #expect(!text.contains("href=\"\(way)\""), "\(path)") }
        #expect(text.contains("href=\"/improve\""), "\(path)")
        let own = try await owner.get(path).text
        #expect(own.contains("href=\"/list\"") && own.contains("href=\"/improve\""), "\(path)")
      }
      #expect(try await owner.get("/workspace").text.contains("They never see SmartPick"))
      let made = try await owner.post("/workspace/invitations", [("role", "viewer"), ("days", "2")])
      #expect(made.text.contains("They never see SmartPick"))
      let owning = try await owner.post("/workspace/invitations", [("role", "owner"), ("days", "2")])
      #expect(owning.text.contains("SmartPick too"))
    }
  }
}

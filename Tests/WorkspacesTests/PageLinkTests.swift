import Foundation
import Testing
import Workspaces

@Suite struct `A link to a page` {
  let place: Place
  let shelf: WorkspaceShelf
  let home: Arrival

  init() async throws {
    place = try Place()
    shelf = try place.shelf()
    home = try await shelf.create(ownerNamed: "Ada", on: "laptop")
  }

  private func link(until expires: Date? = nil) async throws -> Token {
    try await home.workspace.write(by: home.seat) { try $0.showPage("list", label: "Adviser", until: expires) }
  }

  private func opens(_ token: Token, page: String = "list") async -> Bool {
    (try? await home.workspace.read(by: token, page: page) { _, link in link.value.label }) == "Adviser"
  }

  @Test func `shows its page and no other, and is no way in`() async throws {
    let token = try await link()
    #expect(await opens(token))
    #expect(!(await opens(token, page: "profile")))
    await #expect(throws: WorkspaceError.noEntrance) { try await shelf.enter(token) }
    await #expect(throws: WorkspaceError.noEntrance) { try await home.workspace.join(by: token, named: "Eve") }
    await #expect(throws: WorkspaceError.noEntrance) { try await home.workspace.recover(by: token) }
    // Nor does any other token show the page.
    #expect(!(await opens(home.token)))
    #expect(try await home.workspace.read { try $0.members().map(\.name) } == ["Ada"])
  }

  @Test func `stops when it is taken back, and when its time is over`() async throws {
    let first = try await link()
    let second = try await link(until: place.world.now().addingTimeInterval(60))
    #expect(await opens(second))
    let id = try #require(
      try await home.workspace.read { try $0.pageLinks(to: "list").first { $0.value.expires == nil }?.id })
    try await home.workspace.write(by: home.seat) { try $0.hidePage(id) }
    #expect(!(await opens(first)))
    place.pass(minutes: 2)
    #expect(!(await opens(second)))
  }

  @Test func `writes in its own name what is its own, and nothing else`() async throws {
    let token = try await link()
    let workspace = home.workspace
    let owned = try await workspace.write(by: home.seat) { try $0.create(Plan(title: "Mine")) }
    let note = try await workspace.write(by: token, page: "list") { writing, link in
      #expect(writing.seat.member.id == link.value.author)
      return try writing.create(Plan(title: "Note"))
    }
    try await workspace.write(by: token, page: "list") { writing, _ in
      try writing.write(Plan(title: "Note, again"), to: note.id, on: note.revision)
    }
    await #expect(throws: WorkspaceError.self) {
      try await workspace.write(by: token, page: "list") { writing, _ in
        try writing.write(Plan(title: "Yours"), to: owned.id, on: owned.revision)
      }
    }
    await #expect(throws: WorkspaceError.self) {
      try await workspace.write(by: token, page: "list") { writing, _ in try writing.invite(as: .owner) }
    }
    #expect(try await workspace.read { try $0.document(owned.id)?.value.title } == "Mine")
    #expect(try await workspace.read { try $0.members(departed: true).map(\.name) } == ["Ada", "Adviser"])
  }

  @Test func `is left behind when the file is taken elsewhere`() async throws {
    let token = try await link()
    let file = place.file("taken.sqlite")
    try await home.workspace.export(to: file, by: home.seat)
    let elsewhere = try place.shelf("elsewhere")
    let workspace = try await elsewhere.workspace(try await elsewhere.take(file))
    #expect(try await workspace.read { try $0.pageLinks(to: "list") }.isEmpty)
    await #expect(throws: WorkspaceError.noEntrance) {
      try await workspace.read(by: token, page: "list") { _, _ in }
    }
    // The one at home still opens.
    #expect(await opens(token))
  }

  @Test func `is made and taken back by those who may invite`() async throws {
    let invitation = try await home.workspace.write(by: home.seat) { try $0.invite(as: .editor) }
    let editor = try await home.workspace.join(by: invitation, named: "Ben")
    await #expect(throws: WorkspaceError.self) {
      try await editor.workspace.write(by: editor.seat) { try $0.showPage("list", label: "") }
    }
  }
}

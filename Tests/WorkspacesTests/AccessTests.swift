import Foundation
import Testing
import Workspaces

@Suite struct `A role` {
  @Test func `allows what the one before allows, and more`() {
    let allowed = Role.allCases.sorted().map { role in Permission.allCases.filter(role.allows) }
    #expect(
      allowed == [
        [.read], [.read, .contribute], [.read, .contribute, .edit],
        [.read, .contribute, .edit, .own, .invite, .manage, .export, .erase],
      ])
  }
}

@Suite struct `A way into a workspace` {
  let place: Place
  let shelf: WorkspaceShelf
  let home: Arrival

  init() async throws {
    place = try Place()
    shelf = try place.shelf()
    home = try await shelf.create(ownerNamed: "Ada", on: "laptop")
  }

  private func arrive(as role: Role, named name: String = "Ben") async throws -> Arrival {
    let link = try await home.workspace.write(by: home.seat) { try $0.invite(as: role) }
    return try await home.workspace.join(by: link, named: name)
  }

  @Test func `opens with the token it gave, and with no other`() async throws {
    let (workspace, seat) = try await shelf.enter(try #require(Token(home.token.text)))
    #expect(workspace === home.workspace)
    #expect(seat.member == home.seat.member)
    #expect(seat.member.role == .owner)

    var wrong: [String] = []
    let text = Array(home.token.text)
    for index in [27, 40, 78] {
      var letters = text
      letters[index] = letters[index] == "a" ? "q" : "a"
      wrong.append(String(letters))
    }
    let elsewhere = try await shelf.create(ownerNamed: "Eve")
    wrong.append("\(home.workspace.id)." + elsewhere.token.text.split(separator: ".")[1])
    wrong.append("\(WorkspaceID(in: place.world))." + home.token.text.split(separator: ".")[1])
    for text in wrong {
      guard let token = Token(text) else { continue }
      await #expect(throws: WorkspaceError.noEntrance) { try await shelf.enter(token) }
    }
  }

  @Test(arguments: ["", ".", "a.b", "../../etc/passwd.x", String(repeating: "a", count: 79)])
  func `has a token of one form only`(text: String) {
    #expect(Token(text) == nil)
  }

  @Test func `never prints its secret`() {
    let secret = home.token.text.split(separator: ".")[1]
    var dumped = ""
    dump(home.token, to: &dumped)
    for text in ["\(home.token)", String(reflecting: home.token), dumped] { #expect(!text.contains(secret)) }
  }

  @Test func `keeps only the hash of its secret in the file`() async throws {
    let link = try await home.workspace.write(by: home.seat) { try $0.keep() }
    let tokens = [home.token, link, try await home.workspace.recover(by: link).token]
    try await shelf.close()
    let bytes = try Data(contentsOf: place.file("shelf/\(home.workspace.id).sqlite"))
    for token in tokens {
      let secret = String(token.text.split(separator: ".")[1])
      #expect(bytes.range(of: Data(secret.utf8)) == nil)
    }
  }

  @Test func `gives the role of its link until it expires or is revoked`() async throws {
    let expires = place.world.now() + 3600
    let (link, invitation) = try await home.workspace.write(by: home.seat) { writing in
      (try writing.invite(as: .contributor, label: "team", until: expires), try writing.reading.invitations()[0])
    }
    let ben = try await home.workspace.join(by: link, named: "Ben")
    #expect(ben.seat.member.role == .contributor)
    #expect(invitation.label == "team")
    await #expect(throws: WorkspaceError.noEntrance) { try await home.workspace.enter(link) }
    await #expect(throws: WorkspaceError.noEntrance) { try await home.workspace.recover(by: link) }
    place.pass(minutes: 60)
    await #expect(throws: WorkspaceError.noEntrance) { try await home.workspace.join(by: link, named: "Eve") }

    let other = try await home.workspace.write(by: home.seat) { try $0.invite(as: .viewer) }
    try await home.workspace.write(by: home.seat) { writing in
      for invitation in try writing.reading.invitations() { try writing.revoke(invitation.id) }
    }
    await #expect(throws: WorkspaceError.noEntrance) { try await home.workspace.join(by: other, named: "Eve") }
    #expect(try await home.workspace.enter(ben.token).member.name == "Ben")
  }

  @Test func `recovers the member on another device, until it is revoked`() async throws {
    let link = try await home.workspace.write(by: home.seat) { try $0.keep(label: "paper") }
    let phone = try await home.workspace.recover(by: link, on: "phone")
    #expect(phone.seat.member == home.seat.member)
    let entrances = try await home.workspace.read { try $0.entrances(of: home.seat.member.id) }
    #expect(Set(entrances.map(\.label)) == ["laptop", "paper", "phone"])
    let paper = try #require(entrances.first { $0.kind == .recovery })
    try await home.workspace.write(by: home.seat) { writing in
      try writing.revoke(paper.id)
      try writing.revoke(phone.seat.device)
    }
    await #expect(throws: WorkspaceError.noEntrance) { try await home.workspace.recover(by: link) }
    await #expect(throws: WorkspaceError.noEntrance) { try await shelf.enter(phone.token) }
    _ = try await shelf.enter(home.token)
  }

  @Test func `notes the day it was used, not the minute`() async throws {
    _ = try await shelf.enter(home.token)
    let seen = try await home.workspace.read { try $0.entrances(of: home.seat.member.id)[0].seen }
    #expect(try #require(seen).timeIntervalSince1970.truncatingRemainder(dividingBy: 86_400) == 0)
  }

  @Test func `holds each role to what it may write`() async throws {
    let kept = try await home.workspace.write(by: home.seat) { try $0.create(Plan(title: "Ada's")) }
    let seats =
      [home] + [
        try await arrive(as: .viewer), try await arrive(as: .contributor), try await arrive(as: .editor),
      ]
    let count = Observation(date: "2026-09-01", numerator: 1)
    let attempts: [(Permission, @Sendable (Writing) throws -> Void)] = [
      (.contribute, { try $0.create(Tally(count: 1)) }), (.contribute, { try $0.record([count], in: "m") }),
      (.edit, { try $0.write(Plan(title: "changed"), to: kept.id, on: kept.revision) }),
      (.edit, { try $0.delete(kept.id, on: kept.revision) }), (.edit, { try $0.set("paper", to: "a4") }),
      (.edit, { _ = try $0.undo(kept.id, on: kept.revision) }),
      (.invite, { _ = try $0.invite(as: .viewer) }), (.manage, { try $0.remove(MemberID(rawValue: "x")) }),
      (.manage, { try $0.give(.viewer, to: MemberID(rawValue: "x")) }),
    ]
    for arrival in seats {
      let role = arrival.seat.member.role
      for (permission, attempt) in attempts {
        do {
          // Rolled back, so that one attempt does not change the ground of the next.
          try await home.workspace.write(by: arrival.seat) { writing in
            try attempt(writing)
            throw Allowed()
          }
        } catch is Allowed {
          #expect(role.allows(permission), "\(role) may not \(permission)")
        } catch WorkspaceError.notAllowed {
          #expect(!role.allows(permission), "\(role) may \(permission)")
        }
      }
      let file = place.file("\(role).sqlite")
      if role == .owner { continue }
      await #expect(throws: WorkspaceError.notAllowed(.export, role)) {
        try await home.workspace.export(to: file, by: arrival.seat)
      }
      await #expect(throws: WorkspaceError.notAllowed(.erase, role)) {
        try await shelf.delete(home.workspace.id, by: arrival.seat)
      }
      await #expect(throws: WorkspaceError.notAllowed(.erase, role)) {
        try await home.workspace.erase(kept.id, by: arrival.seat)
      }
    }
  }

  private struct Allowed: Error {}

  @Test func `lets a contributor change what they added`() async throws {
    let ben = try await arrive(as: .contributor)
    let kept = try await home.workspace.write(by: ben.seat) { try $0.create(Plan(title: "Ben's")) }
    let changed = try await home.workspace.write(by: home.seat) {
      try $0.write(Plan(title: "Ada helped"), to: kept.id, on: kept.revision)
    }
    _ = try await home.workspace.write(by: ben.seat) {
      try $0.write(Plan(title: "Ben again"), to: kept.id, on: changed.revision)
    }
  }

  @Test func `is closed at once to who is removed, and their name stays in the history`() async throws {
    let ben = try await arrive(as: .editor)
    let kept = try await home.workspace.write(by: ben.seat) { try $0.create(Plan(title: "Ben's")) }
    try await home.workspace.write(by: home.seat) { try $0.remove(ben.seat.member.id) }
    await #expect(throws: WorkspaceError.noEntrance) { try await shelf.enter(ben.token) }
    let (author, names) = try await home.workspace.read { reading in
      (try reading.history(of: kept.id)[0].author, try reading.members(departed: true))
    }
    #expect(names.first { $0.id == author }?.name == "Ben")
    #expect(try await home.workspace.read { try $0.members().map(\.name) } == ["Ada"])
  }

  @Test func `is never without an owner`() async throws {
    await #expect(throws: WorkspaceError.lastOwner) {
      try await home.workspace.write(by: home.seat) { try $0.remove(home.seat.member.id) }
    }
    await #expect(throws: WorkspaceError.lastOwner) {
      try await home.workspace.write(by: home.seat) { try $0.give(.editor, to: home.seat.member.id) }
    }
    let ben = try await arrive(as: .viewer)
    try await home.workspace.write(by: home.seat) { writing in
      try writing.give(.owner, to: ben.seat.member.id)
      try writing.remove(home.seat.member.id)
    }
    #expect(try await shelf.enter(ben.token).seat.member.role == .owner)
  }

  @Test func `is not left open for strangers when all are revoked`() async throws {
    try await home.workspace.write(by: home.seat) { try $0.revoke(home.seat.device) }
    await #expect(throws: WorkspaceError.noEntrance) { try await shelf.enter(home.token) }
    await #expect(throws: WorkspaceError.inhabited) { try await home.workspace.adopt(named: "Eve") }
  }

  @Test func `is not a seat elsewhere`() async throws {
    let elsewhere = try await shelf.create(ownerNamed: "Eve")
    await #expect(throws: WorkspaceError.noEntrance) {
      try await home.workspace.write(by: elsewhere.seat) { try $0.create(Tally(count: 1)) }
    }
    await #expect(throws: WorkspaceError.noEntrance) {
      try await shelf.delete(home.workspace.id, by: elsewhere.seat)
    }
    await #expect(throws: WorkspaceError.inhabited) { try await home.workspace.adopt(named: "Eve") }
  }
}

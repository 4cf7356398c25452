import Foundation
import GRDB
import Testing
import Workspaces

@Suite struct `A private note` {
  let place: Place
  let shelf: WorkspaceShelf
  let home: Arrival
  let id = DocumentID<Reflection>("sunday")

  init() async throws {
    place = try Place()
    shelf = try place.shelf()
    home = try await shelf.create(ownerNamed: "Ada")
  }

  private func write(_ text: String, on version: String? = nil, by seat: Seat? = nil) async throws -> KeptNote<
    Reflection
  > {
    let id = try #require(id)
    return try await home.workspace.write(by: seat ?? home.seat) {
      try $0.write(Reflection(text: text), to: id, on: version)
    }
  }

  private func read(by seat: Seat) async throws -> KeptNote<Reflection>? {
    let id = try #require(id)
    return try await home.workspace.read { try $0.note(id, of: seat) }
  }

  /// The file as whoever holds it sees it.
  private func file() throws -> DatabaseQueue {
    try DatabaseQueue(path: place.file("shelf/\(home.workspace.id).sqlite").path)
  }

  @Test func `is read by who wrote it, on every device of theirs, and by nobody else`() async throws {
    let note = try await write("I was impatient.")
    let link = try await home.workspace.write(by: home.seat) { try $0.keep() }
    let phone = try await home.workspace.recover(by: link)
    let invitation = try await home.workspace.write(by: home.seat) { try $0.invite(as: .owner) }
    let ben = try await home.workspace.join(by: invitation, named: "Ben")
    for seat in [home.seat, phone.seat, try await shelf.enter(home.token).seat] {
      let read = try #require(try await read(by: seat))
      #expect((read.value, read.version, read.at) == (note.value, note.version, place.world.now()))
    }
    #expect(try await read(by: ben.seat) == nil)
    _ = try await write("Ben's own", by: ben.seat)
    #expect(try await read(by: ben.seat)?.value.text == "Ben's own")
    #expect(try await read(by: home.seat)?.value.text == "I was impatient.")
    #expect(
      try await home.workspace.read { try $0.notes(Reflection.self, of: home.seat).map(\.value.text) } == [
        "I was impatient."
      ])
  }

  @Test func `leaves no word in the file, the search or the history`() async throws {
    let note = try await write("xylophonic")
    _ = try await write("xylophonic again", on: note.version)
    #expect(try await home.workspace.read { try $0.search("xylophonic") } == [])
    try await shelf.close()
    let bytes = try Data(contentsOf: place.file("shelf/\(home.workspace.id).sqlite"))
    #expect(bytes.range(of: Data("xylophonic".utf8)) == nil)
    #expect(try await file().read { try Int.fetchOne($0, sql: "SELECT count(*) FROM note") } == 1)
  }

  @Test func `has a length that tells little`() async throws {
    var lengths: [Int] = []
    var version: String?
    for count in [0, 1, 300, 700, 800] {
      version = try await write(String(repeating: "x", count: count), on: version).version
      lengths.append(try await file().read { try Int.fetchOne($0, sql: "SELECT length(sealed) FROM note") } ?? 0)
    }
    // The padded size, and 28 bytes of nonce and tag.
    #expect(lengths == [540, 540, 540, 1052, 1052])
  }

  @Test func `cannot be read in another place of the file`() async throws {
    _ = try await write("first")
    let other = try #require(DocumentID<Reflection>("monday"))
    try await home.workspace.write(by: home.seat) { try $0.write(Reflection(text: "second"), to: other, on: nil) }
    try await shelf.close()
    try await file().write { database in
      try database.execute(
        sql: """
          UPDATE note SET sealed = (SELECT sealed FROM note WHERE id = 'sunday') WHERE id = 'monday';
          UPDATE note SET sealed = CAST(
            substr(sealed, 1, 40) || iif(substr(sealed, 41, 1) = x'00', x'01', x'00') || substr(sealed, 42) AS BLOB
          ) WHERE id = 'sunday';
          """)
    }
    let seat = try await shelf.enter(home.token).seat
    for id in [other, try #require(id)] {
      await #expect(throws: WorkspaceError.sealed(collection: "reflection", id: id.description)) {
        try await shelf.workspace(home.workspace.id).read { try $0.note(id, of: seat)?.version }
      }
    }
  }

  @Test func `refuses a stale write`() async throws {
    let first = try await write("first")
    let second = try await write("second", on: first.version)
    await #expect(throws: WorkspaceError.staleNote(collection: "reflection", id: "sunday")) {
      try await write("third", on: first.version)
    }
    await #expect(throws: WorkspaceError.staleNote(collection: "reflection", id: "sunday")) { try await write("new") }
    #expect(try await read(by: home.seat)?.version == second.version)
  }

  @Test func `loses a device's copy of its key when the device is revoked`() async throws {
    let link = try await home.workspace.write(by: home.seat) { try $0.keep() }
    let phone = try await home.workspace.recover(by: link)
    let keys = { try await file().read { try Int.fetchOne($0, sql: "SELECT count(*) FROM note_key") } }
    #expect(try await keys() == 3)
    try await home.workspace.write(by: home.seat) { try $0.revoke(phone.seat.device) }
    #expect(try await keys() == 2)
  }

  @Test func `comes back with the recovery link after its writer left and joined again`() async throws {
    let invitation = try await home.workspace.write(by: home.seat) { try $0.invite(as: .viewer) }
    let ben = try await home.workspace.join(by: invitation, named: "Ben")
    _ = try await write("Ben's own", by: ben.seat)
    let key = try await home.workspace.write(by: ben.seat) { try $0.keep() }
    try await home.workspace.write(by: home.seat) { try $0.remove(ben.seat.member.id) }
    await #expect(throws: WorkspaceError.noEntrance) { try await home.workspace.recover(by: key) }
    let again = try await home.workspace.join(by: invitation, named: "Benjamin", recovering: key)
    #expect(again.seat.member.id == ben.seat.member.id)
    #expect(try await read(by: again.seat)?.value.text == "Ben's own")
  }

  @Test func `is erased for good, and older copies are named`() async throws {
    let note = try await write("gone")
    try await home.workspace.export(to: place.file("kept.sqlite"), by: home.seat)
    let sealed = try await file().read { try Data.fetchOne($0, sql: "SELECT sealed FROM note") }
    let copies = try await home.workspace.erase(note.id, on: note.version, by: home.seat)
    #expect(copies.map(\.place) == ["kept.sqlite"])
    #expect(try await read(by: home.seat) == nil)
    try await shelf.close()
    let bytes = try Data(contentsOf: place.file("shelf/\(home.workspace.id).sqlite"))
    #expect(bytes.range(of: try #require(sealed).prefix(64)) == nil)
  }
}

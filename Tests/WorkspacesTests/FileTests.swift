import Foundation
import GRDB
import Testing
import Workspaces

@Suite struct `A workspace's file` {
  let place: Place
  let shelf: WorkspaceShelf
  let home: Arrival
  let plan: Kept<Plan>

  init() async throws {
    place = try Place()
    shelf = try place.shelf()
    home = try await shelf.create(ownerNamed: "Ada")
    plan = try await home.workspace.write(by: home.seat) { try $0.create(Plan(title: "Discharge before noon")) }
  }

  private func plans(_ workspace: Workspace) async throws -> [Plan] {
    try await workspace.read { try $0.documents(Plan.self).map(\.value) }
  }

  /// Closes the shelf and changes the file as no program of ours would.
  private func damage(_ sql: String) async throws -> URL {
    try await shelf.close()
    let file = place.file("shelf/\(home.workspace.id).sqlite")
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: file.path, configuration: configuration)
    try await queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
    return file
  }

  @Test func `is one file when it is closed, for its owner's eyes only`() async throws {
    let directory = place.file("shelf")
    #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path).count > 1)
    try await shelf.close()
    #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path) == ["\(home.workspace.id).sqlite"])
    for path in [directory.path, place.file("shelf/\(home.workspace.id).sqlite").path] {
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      #expect((mode ?? 0o777) & 0o077 == 0)
    }
  }

  @Test func `opens elsewhere with the links it had`() async throws {
    try await shelf.close()
    let other = try place.shelf("other")
    let name = "\(home.workspace.id).sqlite"
    try FileManager.default.moveItem(at: place.file("shelf/\(name)"), to: place.file("other/\(name)"))
    let (workspace, seat) = try await other.enter(home.token)
    #expect(seat.member == home.seat.member)
    #expect(try await plans(workspace) == [plan.value])
    await #expect(throws: WorkspaceError.noEntrance) { try await shelf.enter(home.token) }
  }

  @Test func `is exported with its content and without its ways in`() async throws {
    let key = try await home.workspace.write(by: home.seat) { try $0.keep() }
    let note = try await home.workspace.write(by: home.seat) { try $0.create(Reflection(text: "mine")) }
    let file = place.file("download.sqlite")
    try await home.workspace.export(to: file, by: home.seat)

    let other = try place.shelf("other")
    let id = try await other.take(file)
    #expect(id == home.workspace.id)
    for token in [home.token, key] {
      await #expect(throws: WorkspaceError.noEntrance) { try await other.enter(token) }
      await #expect(throws: WorkspaceError.noEntrance) { try await other.workspace(of: token).recover(by: token) }
    }
    let workspace = try await other.workspace(id)
    #expect(try await plans(workspace) == [plan.value])
    // Who holds the file holds its content, but not the notes.
    let bringer = try await workspace.adopt(named: "Eve")
    #expect(bringer.seat.member.role == .owner)
    #expect(try await workspace.read { try $0.note(note.id, of: bringer.seat)?.version } == nil)
    await #expect(throws: WorkspaceError.inhabited) { try await workspace.adopt(named: "Mallory") }
    // With the recovery link, the notes' owner has them back.
    let link = try await workspace.write(by: bringer.seat) { try $0.invite(as: .viewer) }
    let ada = try await workspace.join(by: link, named: "Ada", recovering: key)
    #expect(try await workspace.read { try $0.note(note.id, of: ada.seat)?.value.text } == "mine")
    // And what happens there does not happen here.
    try await workspace.write(by: bringer.seat) { try $0.delete(plan.id, on: plan.revision) }
    #expect(try await plans(home.workspace) == [plan.value])
  }

  @Test func `comes back under its name once, and as a copy any number of times`() async throws {
    let key = try await home.workspace.write(by: home.seat) { try $0.keep() }
    let note = try await home.workspace.write(by: home.seat) { try $0.create(Reflection(text: "mine")) }
    let file = place.file("download.sqlite")
    try await home.workspace.export(to: file)
    await #expect(throws: WorkspaceError.alreadyHere(home.workspace.id)) { try await shelf.take(file) }
    for _ in 1...2 {
      let id = try await shelf.take(file, .asCopy)
      #expect(id != home.workspace.id)
      let copy = try await shelf.workspace(id)
      #expect(try await plans(copy) == [plan.value])
      // The notes are bound to the first name, which a copy keeps inside.
      let ada = try await copy.adopt(named: "Ada", recovering: key)
      #expect(try await copy.read { try $0.note(note.id, of: ada.seat)?.value.text } == "mine")
      #expect(ada.token.workspace == id)
    }
    #expect(try shelf.list().count == 3)
  }

  @Test func `is backed up with its ways in, while it is open`() async throws {
    let second = try await shelf.create(ownerNamed: "Ben")
    #expect(try await shelf.backUp(to: place.file("backup")) == [])
    try await shelf.delete(home.workspace.id, by: home.seat)
    await #expect(throws: WorkspaceError.noEntrance) { try await shelf.enter(home.token) }
    let file = place.file("backup/\(home.workspace.id).sqlite")
    #expect(try await shelf.take(file, .asBackup) == home.workspace.id)
    #expect(try await plans(try await shelf.enter(home.token).workspace) == [plan.value])
    #expect(try shelf.list().map(\.id) == [home.workspace.id, second.workspace.id].sorted())
  }

  @Test func `is deleted for good, saying what is gone and where copies are`() async throws {
    try await home.workspace.export(to: place.file("kept.sqlite"), by: home.seat)
    let contents = try await shelf.delete(home.workspace.id, by: home.seat)
    #expect(contents.documents == ["plan": 1])
    #expect((contents.revisions, contents.notes, contents.observations) == (1, 0, 0))
    #expect(contents.copies.map(\.place) == ["kept.sqlite"])
    #expect(contents.members.map(\.name) == ["Ada"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.file("shelf").path) == [])
    await #expect(throws: WorkspaceError.closed(home.workspace.id)) { try await plans(home.workspace) }
    await #expect(throws: WorkspaceError.notHere(home.workspace.id)) { try await shelf.workspace(home.workspace.id) }
  }

  @Test func `of a newer program is refused and left as it is`() async throws {
    let file = try await damage("PRAGMA user_version = 99")
    let before = try Data(contentsOf: file)
    let error = WorkspaceError.newerFile(file: file.path, version: 99, known: 1)
    await #expect(throws: error) { try await shelf.workspace(home.workspace.id) }
    await #expect(throws: error) { try await shelf.take(file, .asCopy) }
    #expect(try Data(contentsOf: file) == before)
    #expect(try await shelf.check().count { !$0.problems.isEmpty } == 1)
  }

  @Test func `is not any file`() async throws {
    let (empty, text, foreign) = (place.file("empty"), place.file("text"), place.file("foreign"))
    try Data().write(to: empty)
    try Data(String(repeating: "not a database ", count: 100).utf8).write(to: text)
    let queue = try DatabaseQueue(path: foreign.path)
    try await queue.write { try $0.execute(sql: "CREATE TABLE t (a)") }
    try queue.close()
    for file in [empty, text, foreign] {
      let before = try Data(contentsOf: file)
      await #expect(throws: WorkspaceError.notAWorkspace(file: file.path)) { try await shelf.take(file) }
      #expect(try Data(contentsOf: file) == before)
      // Nor when it lies on the shelf under a workspace's name.
      let id = WorkspaceID(in: place.world)
      let there = place.file("shelf/\(id).sqlite")
      try FileManager.default.copyItem(at: file, to: there)
      await #expect(throws: WorkspaceError.notAWorkspace(file: there.path)) { try await shelf.workspace(id) }
      #expect(try Data(contentsOf: there) == before)
    }
    #expect(try await shelf.check().count { !$0.problems.isEmpty } == 3)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: place.file("shelf").path).allSatisfy {
        !$0.contains("import")
      })
  }

  @Test(
    arguments: zip(
      [
        "UPDATE revision SET content = '{\"title\": '", "DELETE FROM member", "DELETE FROM revision",
        "CREATE TRIGGER spy AFTER INSERT ON note BEGIN DELETE FROM setting; END", "DROP INDEX entrance_member",
      ],
      [
        "plan first, revision 1, is not readable", "refers to a member that is not there", "has lost its present state",
        "the trigger spy is not as Housestaff makes it", "the index entrance_member is not as Housestaff makes it",
      ])
  )
  func `that is damaged is named with the place, and not taken in`(sql: String, problem: String) async throws {
    let id = try #require(DocumentID<Plan>("first"))
    _ = try await home.workspace.write(by: home.seat) { try $0.create(Plan(title: "a"), as: id) }
    #expect(try await shelf.check().flatMap(\.problems) == [])
    let file = try await damage(sql)
    let inspection = try #require(try await shelf.check().first)
    #expect(inspection.file == file.lastPathComponent)
    #expect(inspection.problems.contains { $0.contains(problem) }, "\(inspection.problems)")
    await #expect(throws: WorkspaceError.damaged(file: file.path, problems: inspection.problems)) {
      try await shelf.take(file, .asCopy)
    }
  }

  @Test func `with a broken page is found out`() async throws {
    try await home.workspace.write(by: home.seat) { writing in
      for step in 0..<200 { try writing.create(Plan(title: String(repeating: "word\(step) ", count: 40))) }
    }
    let file = try await damage("")
    var bytes = try Data(contentsOf: file)
    for page in bytes.count / 4096 / 2..<bytes.count / 4096 {
      bytes.replaceSubrange(page * 4096..<page * 4096 + 64, with: Data(repeating: 0xa5, count: 64))
    }
    try bytes.write(to: file)
    #expect(try await !(shelf.check().first?.problems ?? []).isEmpty)
    await #expect(throws: WorkspaceError.self) { try await shelf.take(file, .asCopy) }
    try bytes.prefix(bytes.count / 2 + 100).write(to: file)
    #expect(try await !(shelf.check().first?.problems ?? []).isEmpty)
  }
}

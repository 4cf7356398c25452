internal import Foundation
internal import Improvement
internal import ProcessControl
internal import Workspaces

/// A project as a link shows it, read in one look in the workspace that the link leads to.
///
/// Who reads it is nobody here, whatever workspace of their own is open in the same browser: nothing on its pages asks
/// what the visitor may do. Groups are shown as they are released to everybody, and counted reasons not at all.
struct ShownProject: Sendable {
  let file: ProjectFile
  /// When the link stops opening; nil until it is ended.
  let expires: Date?
  /// Whether its workspace is an example.
  let isDemo: Bool
  /// Whether its dates were set by hand.
  let isRehearsed: Bool

  /// The name under which links to a project are kept.
  static func page(_ id: DocumentID<ProjectDocument>) -> String { "project \(id)" }

  /// The last day on which a link opens that stops opening then: the end of that day.
  static func lastDay(_ expires: Date) -> String { DayText.day(expires.addingTimeInterval(-1)) }
}

extension PageContext {
  /// The project that the address names and the token shows, with whatever else `body` reads in the same look.
  /// - Throws: ``WorkspaceError/noEntrance`` alike for a link to something else and for one that has ended.
  func shownProject<Value: Sendable>(
    by token: Token, _ body: @escaping @Sendable (Reading) throws -> Value
  ) async throws -> (shown: ShownProject, value: Value) {
    guard let id = DocumentID<ProjectDocument>(parameters["id"] ?? "") else { throw WorkspaceError.noEntrance }
    let isRehearsal = site.world.isRehearsal
    return try await site.shelf.workspace(of: token).read(by: token, page: ShownProject.page(id)) { reading, link in
      guard let file = try ProjectFile(id, in: reading) else { throw WorkspaceError.noEntrance }
      let shown = ShownProject(
        file: file, expires: link.value.expires, isDemo: try reading.setting(DemoWorkspace.setting) != nil,
        isRehearsed: try isRehearsal || reading.isRehearsed())
      return (shown, try body(reading))
    }
  }
}

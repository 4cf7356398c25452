internal import Markup
internal import Workspaces

/// What will be gone, before it is.
enum DeletionPage {
  static func answer(_ page: PageContext, problem: String? = nil) async throws -> Answer {
    guard let contents = try await page.read({ try $0.contents() }) else { throw SiteError.nothingOpen }
    return page.page("Delete for good", status: problem == nil ? 200 : 400) {
      h1 { "Delete this workspace for good?" }
      p(.class("lede")) { "This cannot be undone. What will be gone:" }
      SummaryList(entries: entries(contents))
      if !contents.copies.isEmpty {
        FlashMessage(
          .warn, "Copies remain.",
          "Files downloaded or backed up stay where they are: "
            + contents.copies.map { "\(DayText.day($0.made)) (\($0.kind == .export ? "download" : "backup"))" }
            .joined(separator: ", ") + ".")
      }
      page.button("Download the file first", to: .workspaceFile)
      page.writing(to: .deletion) {
        ChoiceField(
          "sure", "Are you sure?", choices: [.init("yes", "Yes, delete everything")], allowsSeveral: true,
          error: problem)
        actions {
          SubmitButton("Delete for good", style: .danger)
          LinkButton("Keep it", to: Link.workspace.path, style: .quiet)
        }
      }
    }
  }

  /// The kind as a heading beside a number: "Measure", "Links to pages".
  private static func named(_ collection: String) -> String {
    if collection == PageLink.collection { return "Links to pages" }
    guard let words = Kinds.named(collection)?.words else { return collection }
    let noun = ["a ", "an ", "the "].first { words.hasPrefix($0) }.map { words.dropFirst($0.count) } ?? words[...]
    return noun.prefix(1).uppercased() + noun.dropFirst()
  }

  private static func entries(_ contents: Contents) -> [SummaryList.Entry] {
    var entries = contents.documents.sorted { $0.key < $1.key }.map { collection, count in
      SummaryList.Entry(named(collection), HTML("\(count)"))
    }
    entries.append(.init("Kept states in the history", HTML("\(contents.revisions)")))
    if contents.observations > 0 { entries.append(.init("Counts of measures", HTML("\(contents.observations)"))) }
    if contents.notes > 0 { entries.append(.init("Private notes", HTML("\(contents.notes)"))) }
    entries.append(.init("People who lose it", HTML(contents.members.map(\.name).joined(separator: ", "))))
    entries.append(.init("Begun", HTML(DayText.day(contents.made))))
    return entries
  }
}

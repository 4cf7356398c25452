internal import Improvement
internal import Markup
internal import Workspaces

/// That a project is over, where something is counted for it; nothing while it runs.
struct EndedNotice: Component {
  let project: Kept<ProjectDocument>

  @HTMLBuilder var body: HTML {
    if let ending = project.value.project.ending {
      FlashMessage(
        .warn, "\(project.value.project.title): \(ending.kind.words.lowercased()), \(ending.on.words).",
        ending.kind == .stopped
          ? "The project is over. What is counted now is kept, but nobody waits for it."
          : "The project is over. What is counted now serves the looks back.",
        action: ("How it ended", Link.ending(project: project.id.description).path))
    }
  }
}

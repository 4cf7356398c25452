internal import Improvement
internal import Markup
internal import Workspaces

/// That the ethics board comes first, wherever a project would go on without its word; nothing where it need not.
struct BoardFirst: Component {
  let file: ProjectFile

  @HTMLBuilder var body: HTML {
    if let screening = file.screening?.value.screening, screening.waitsForBoard, let verdict = screening.verdict {
      FlashMessage(
        .warn, "\(verdict.words).",
        verdict == .likelyResearch
          ? "By the nine answers of \(screening.on.words) nothing is declared or tried before it. Its reply goes on the record."
          : "The nine answers of \(screening.on.words) leave it a question. Ask before the change is tried; its reply goes on "
            + "the record.",
        action: ("The record", Link.screening(id: file.project.id.description).path))
    }
  }
}

internal import Improvement
internal import Markup

/// Work that is like what was typed, with why it stopped; nothing where there is none.
struct SimilarWork: Component {
  let works: [AlikeWork]

  var body: HTML {
    if !works.isEmpty {
      section(.class("card"), .aria("labelledby", "similar")) {
        h2(.id("similar")) { "Like this, before" }
        ul {
          works.map { alike in
            li {
              a(.href(alike.address)) { alike.work.title }
              " "
              tag(alike)
              " "
              small { said(alike) }
            }
          }
        }
        p(.class("small")) { "Ask those who did it before you begin: what would they do otherwise?" }
      }
    }
  }

  /// The place in a form where it appears while people type; the form asks for it with ``asked``.
  ///
  /// What is said aloud is one short line; the list itself is read when somebody goes there.
  var whileTyping: HTML {
    HTML {
      p(.class("small"), .id("similar-said"), .role("status")) {}
      div(.id("similar-work")) { self }
    }
  }

  private func tag(_ alike: AlikeWork) -> HTML {
    switch alike.kind {
    case .work: Tag(alike.work.fate.words, alike.work.fate == .stopped ? .warn : .plain).body
    case .opportunity: Tag("Kept as an opportunity", .plain).body
    }
  }

  private func said(_ alike: AlikeWork) -> String {
    let work = alike.work
    let why: String =
      switch alike.kind {
      case .opportunity(let seen):
        "Seen \(seen == 1 ? "once" : "\(seen) times"): open it and say that you saw it again."
      case .work:
        work.why.isEmpty ? (work.fate == .stopped ? "Why it stopped was not written down." : "") : work.why
      }
    return [work.place, work.year.map { "\($0)" } ?? "", why, work.source].filter { !$0.isEmpty }
      .joined(separator: " \u{B7} ")
  }
}

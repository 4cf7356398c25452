internal import Improvement
internal import Markup

/// Work that is like what was typed, with why it stopped; nothing where there is none.
struct SimilarWork: Component {
  let works: [PriorWork]

  var body: HTML {
    if !works.isEmpty {
      section(.class("card"), .aria("labelledby", "similar")) {
        h2(.id("similar")) { "Like this, before" }
        ul {
          works.map { work in
            li {
              b { work.title }
              " "
              Tag(work.fate.words, work.fate == .stopped ? .warn : .plain)
              " "
              small { said(work) }
            }
          }
        }
        p(.class("small")) { "Ask those who did it before you begin: what would they do otherwise?" }
      }
    }
  }

  private func said(_ work: PriorWork) -> String {
    let why = work.why.isEmpty ? (work.fate == .stopped ? "Why it stopped was not written down." : "") : work.why
    return [work.place, work.year.map { "\($0)" } ?? "", why, work.source].filter { !$0.isEmpty }
      .joined(separator: " \u{B7} ")
  }
}

internal import Markup

/// A list is being computed: how far it is.
///
/// The page looks again by itself every two seconds, without a script.
struct WorkingPage {
  let progress: ListProgress
  let isPlan: Bool

  func answer(_ page: PageContext) -> Answer {
    let step = progress.step
    var answer = page.page("Working on your list", scripts: [.progressScript], refreshingAfter: 2) {
      h1 { "Working on your list" }
      p(.class("lede")) { "The first look takes a second or two; after that it is at hand." }
      div(.data("progress", Link.listProgress.path + (isPlan ? "?for=plan" : ""))) {
        ProgressLine(
          name: "list-progress", words: step.words, done: step.rawValue + 1, all: ListProgress.Step.allCases.count)
      }
      p(.class("small")) {
        "This page looks again by itself. "
        a(.href(page.path)) { "Look now" }
      }
    }
    // What just happened is said on the page that was asked for, too.
    answer.flash = page.flash
    return answer
  }
}

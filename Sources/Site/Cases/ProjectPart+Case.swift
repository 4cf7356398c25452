internal import Improvement
internal import Markup
internal import Workspaces

extension ProjectPart {
  /// In the example: that everything is invented, what to press next, and what is worth a look.
  static let workedCase = ProjectPart { file, page in
    guard let made = file.workedCase(page) else { return .empty }
    let standing = ProjectStanding(file, today: page.today)
    let project = file.project.id.description
    return section(.class("card card-next"), .aria("labelledby", "worked-case")) {
      h2(.id("worked-case")) { "Next" }
      BoardFirst(file: file).body
      p {
        let closing = standing.closing(on: page.today)
        if let ending = file.project.value.project.ending {
          "\(ending.kind.words), \(ending.on.words). Press next: "
          a(.href(Link.ending(project: project).path)) { closing.words }
          "."
        } else if let next = standing.evidence.missing {
          "This project stands at \u{201C}\(standing.stage.words)\u{201D}. Press next: "
          let words = next.words.prefix(1).lowercased() + next.words.dropFirst()
          if standing.may(next, page) { a(.href(standing.link(next).path)) { words } } else { words }
          ", about \(next.minutes) min."
        } else {
          "Every piece of evidence is there. Press next: "
          a(.href(Link.ending(project: project).path)) {
            closing.words.prefix(1).lowercased() + closing.words.dropFirst()
          }
          ", and look back after 3, 6 and 12 months."
        }
      }
      ul { for lesson in made.lessons { li { lesson } } }
      p(.class("small")) {
        "A worked case: place, people and counts are invented. Only the evidence cards are real; each names its source. Look at "
        if let measure = made.aimed { a(.href(Link.measure(id: measure.id.rawValue).path)) { "the measure" } }
        if let measure = made.grouped {
          ", at "
          a(.href(Link.measureGroups(id: measure.rawValue).path)) { "groups side by side" }
        }
        if made.declaration != nil {
          ", and at "
          a(.href(Link.declaration(project: project).path)) { "what was declared" }
        }
        "."
      }
    }
  }
}

extension ProjectFile {
  /// The worked case of the example that this project is, if it is one.
  func workedCase(_ page: PageContext) -> WorkedCase? {
    guard page.entry.place?.isDemo == true else { return nil }
    return WorkedCase.all.first { $0.id.rawValue == project.id.description }
  }
}

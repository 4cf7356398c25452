internal import Improvement
internal import Markup
internal import ProcessControl
internal import Workspaces

/// The people of a project: who is missing, who bears the work, who is reached how, who shaped what.
struct PeoplePage {
  let file: ProjectFile

  private var id: String { file.project.id.description }
  private var people: [Stakeholder] { file.work.people.map(\.value.person) }

  func answer(_ page: PageContext) -> Answer {
    page.page("People") {
      file.project.wayBack
      h1 { "People" }
      p(.class("lede")) { "Who is touched, who decides, who is missing from the table, and who bears the extra work." }
      missing(page)
      list(page)
      burden
      shaped
      touched(page)
    }
  }

  private func missing(_ page: PageContext) -> HTML {
    let roles = file.missingRoles
    return section(.class("card"), .aria("labelledby", "missing")) {
      h2(.id("missing")) { "Missing from the table" }
      if file.touched.isEmpty {
        p { "Say below whom the problem touches; then it shows who is missing." }
      } else if roles.isEmpty {
        p { "Everyone whom the problem touches has a seat." }
      } else {
        ul {
          for role in roles {
            li {
              role.name
              if page.may(.contribute) {
                " "
                a(.href(Link.newPerson(project: id).path + "?role=\(role.rawValue)")) {
                  "Plan the contact"
                  span(.class("hidden-words")) { " with \(role.words)" }
                }
              }
            }
          }
        }
      }
    }
  }

  private func list(_ page: PageContext) -> HTML {
    section {
      h2 { "Who is reached, and how" }
      if file.work.people.isEmpty {
        EmptyState("Nobody yet", "Begin with who does the work that would change.") {
          if page.may(.contribute) { LinkButton("Add a person or a role", to: Link.newPerson(project: id).path) }
        }
      } else {
        RowsTable(
          "People", columns: [.init("Who"), .init("What to do"), .init("Plan"), .init("Talked with")],
          rows: file.work.people.map { kept in
            let person = kept.value.person
            return [
              HTML {
                a(.href(Link.person(id: kept.id.description).path)) { person.name }
                small { (person.role?.name ?? "") + (person.isAtTable ? " \u{B7} at the table" : "") }
              },
              HTML { person.approach?.words ?? "Say how much they decide and care" },
              HTML { person.plan.isEmpty ? "None yet" : person.plan },
              contact(person, page.today),
            ]
          })
        if page.may(.contribute) {
          actions { LinkButton("Add a person or a role", to: Link.newPerson(project: id).path, style: .quiet) }
        }
      }
    }
  }

  @HTMLBuilder private func contact(_ person: Stakeholder, _ today: Day) -> HTML {
    if let day = person.contacted {
      day.words
    } else if person.isDue(on: today) {
      Tag("Due", .warn)
    } else {
      person.contactBy.map { "By \($0.words)" } ?? "Not yet"
    }
  }

  @HTMLBuilder private var burden: HTML {
    let burdened = people.filter { !$0.burden.isEmpty }
    if !burdened.isEmpty {
      section {
        h2 { "Who bears the extra work" }
        ul {
          for person in burdened {
            li {
              "\(person.name): \(person.burden)"
              if !person.isAtTable { " (not at the table)" }
            }
          }
        }
      }
    }
  }

  @HTMLBuilder private var shaped: HTML {
    let shaping = people.filter { !$0.shaped.isEmpty }
    if !shaping.isEmpty {
      section {
        h2 { "Who shaped what" }
        ul { for person in shaping { li { "\(person.name): \(person.shaped)" } } }
      }
    }
  }

  @HTMLBuilder private func touched(_ page: PageContext) -> HTML {
    if page.writes(file.work.charter) {
      section {
        h2 { "Whom the problem touches" }
        page.writing(to: .people(project: id), on: file.work.charter) {
          ChoiceField(
            "touched", "Whose care or work does it touch?",
            choices: WorkRole.allCases.map { .init($0.rawValue, $0.name) },
            chosen: Set(file.touched.map(\.rawValue)), allowsSeveral: true)
          actions { SubmitButton("Save", style: .quiet) }
        }
      }
    } else {
      page.readOnly(file.work.charter)
    }
  }
}

extension ProjectFile {
  /// Whom the problem touches.
  var touched: [WorkRole] { work.charter?.value.charter.touched ?? [] }

  /// Those of them whom nobody at the table stands for.
  var missingRoles: [WorkRole] {
    Seats.missing(touched: Set(touched), people: work.people.map(\.value.person))
  }
}

extension ProjectPart {
  /// Who is missing from the table, and who bears extra work without a seat.
  static let people = ProjectPart(place: .aside) { file, _ in
    let missing = file.missingRoles
    let burdened = Seats.burdenedAndAbsent(file.work.people.map(\.value.person))
    return section(.class("card"), .aria("labelledby", "people")) {
      h2(.id("people")) { missing.isEmpty ? "People" : "Missing from the table" }
      if !missing.isEmpty {
        p {
          let words = missing.map(\.words).joined(separator: ", ")
          words.prefix(1).uppercased() + words.dropFirst() + "."
        }
      } else if file.touched.isEmpty {
        p { "Whose care or work does it touch? Nobody is named yet." }
      } else {
        p { "Everyone whom the problem touches has a seat." }
      }
      if !burdened.isEmpty {
        p(.class("small")) {
          "Bears extra work without a seat: \(burdened.map(\.name).joined(separator: ", "))."
        }
      }
      p(.class("small not-in-print")) {
        a(.href(Link.people(project: file.project.id.description).path)) {
          missing.isEmpty ? "People and contacts" : "Plan the contact"
        }
      }
    }
  }
}

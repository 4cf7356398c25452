package import Markup
internal import Pictures

/// The living page of components: each as it is used, with invented content, in the state of the code.
package func componentsPage(stylesheetAddress: String? = nil, theme: String? = nil) -> HTMLDocument {
  let frame = PageFrame(
    heading: "Components", summary: "Every part that pages are made of.",
    ways: [
      Way("SmartPick", "#"), Way("Improve", "#"), Way("Lead", "#"), Way("Components", "#", isHere: true),
    ], notice: "Examples: made up", theme: theme,
    stylesheetAddress: stylesheetAddress ?? Link.stylesheet.path)
  return frame.document {
    ComponentsPage().body
  }
}

private struct ComponentsPage: Component {
  var body: HTML {
    p(.class("eyebrow")) { "The parts pages are made of" }
    h1 { "Apply to these 34 programs, and you match in 91 of 100 seasons like this one." }
    p(.class("lede")) {
      "Internal Medicine, with Neurology as the parallel plan. $374 in fees, of the $900 you set aside. Nothing more "
      "you could buy with the rest would add even one season in a thousand."
    }
    StatCards(stats: [
      .init("91%", "chance to match (86 to 95)"), .init("8.9", "interviews expected (5 to 13)"),
      .init("$374", "of $900; 34 applications"), .init("0.4%", "at most below the best possible list"),
    ])
    listAndCurve
    chartAndTasks
    forms
    messages
    wayfinding
    pictures
  }

  private var listAndCurve: HTML {
    div(.class("columns")) {
      section(.aria("label", "The list")) {
        RowsTable(
          "Programs to apply to",
          columns: [
            .init("Program"), .init("Interview"), .init("Adds", isNumeric: true), .init("Fee", isNumeric: true),
          ], rows: ComponentExamples.programs.map(row))
        actions {
          LinkButton("Download the list", to: "#")
          LinkButton("Page for my adviser", to: "#", style: .quiet)
        }
      }
      aside {
        div(.class("card")) {
          ChartFigure(
            name: "curve", picture: ComponentExamples.curve, sentence: "After 34, money stops buying chance.",
            explanation: "Each further application adds less than one season in a thousand.")
        }
        div(.class("card")) {
          h2 { "Three calls worth making" }
          ol {
            li { call("Does ", "Ridgeway General", " sponsor J-1? Yes would add 1.9.") }
            li { call("Is ", "Lakemont", "\u{2019}s cutoff of 235 strict? No would add 1.2.") }
            li { call("Does ", "Elm Valley", " take graduates of 2021? Yes would add 0.8.") }
          }
        }
        sourceNote(
          "Counts over 4,096 simulated seasons, checked on 4,096 others.",
          link: ("Every assumption, with its source", "#"))
      }
    }
  }

  private func call(_ before: String, _ name: String, _ after: String) -> HTML {
    HTML {
      before
      b { name }
      after
    }
  }

  private func row(_ program: ExampleProgram) -> [HTML] {
    [
      HTML {
        a(.href("#")) { program.name }
        " "
        program.tag
        small { program.place }
        small { program.reason }
      },
      IntervalCell(bar: program.odds).body, HTML(program.gain), HTML("$11"),
    ]
  }

  private var chartAndTasks: HTML {
    HTML {
      h2 { "A project" }
      div(.class("columns")) {
        div {
          div(.class("card")) {
            ChartFigure(
              name: "late", picture: ComponentExamples.late,
              sentence: "The last eight weeks all lie below the baseline mean of 31%.",
              explanation: "A run this long comes in 3 of 100 charts where nothing changed.",
              links: [("How this is decided", "#"), ("Download the picture", "#")])
          }
          div(.class("card card-next")) {
            h3 { "What you may say" }
            p {
              "\u{201C}After we booked the ride at morning rounds, late discharges fell from 31% (159 of 512) to 21% "
              "(38 of 181) in eight weeks.\u{201D}"
            }
            p(.class("small")) { "Readmissions within 7 days did not change (balancing measure, 20 weeks)." }
          }
        }
        div {
          h3 { "Where it stands: testing" }
          TaskList(tasks: [
            .init("Problem, counted", at: "#", .done("512 discharges")),
            .init("Aim with number and date", at: "#", .done("20% by Sep 30")),
            .init("Prediction locked before Do", at: "#", .done("Cycle 2")),
            .init("Study against the prediction", at: "#", .begun("10 min")),
            .init("Gap by language looked at", at: "#", .open("5 min"), note: "English 27%, Spanish 41%"),
            .init("Spread to 5 East", at: nil, .waiting("After the result")),
          ])
          ProgressLine(name: "profile-progress", words: "Profile", done: 5, all: 8)
          SummaryList(entries: [
            .init("Unit", HTML("4 West"), change: "#"), .init("Aim", HTML("20% by September 30"), change: "#"),
            .init("Successor", nil, change: "#"),
          ])
        }
      }
    }
  }
}

extension ComponentsPage {
  fileprivate var forms: HTML {
    HTML {
      h2 { "Questions" }
      ErrorList(problems: [("score", "Step 2 score: between 1 and 300, or leave it empty")])
      form(.method(.post), .action("#"), .noValidate(true)) {
        div(.class("columns")) {
          div {
            Field(
              "specialty", "Specialty", control: .selection([("im", "Internal Medicine"), ("n", "Neurology")]),
              typed: "im", hint: "The one you would choose if all were open.")
            Field(
              "score", "Step 2 CK score", control: .line(mode: .numeric, size: 5), typed: "2400",
              hint: "Leave it empty if you have none yet.", error: "Between 1 and 300, or leave it empty.")
            Field(
              "budget", "Set aside for fees", control: .line(mode: .numeric, unit: "dollars", size: 7), typed: "900")
          }
          div {
            ChoiceField(
              "visa", "Will you need a visa?",
              choices: [
                .init("no", "No"), .init("j1", "J-1", hint: "Most programs that sponsor, sponsor this one"),
                .init("unknown", "I do not know yet"),
              ], chosen: ["j1"])
            ChoiceField(
              "prefer", "What draws you?", choices: [.init("qi", "A quality track"), .init("home", "Near my family")],
              chosen: ["home"], allowsSeveral: true)
            Field("programs", "Paste your programs", control: .area(rows: 3), hint: "One a line; any list will do.")
          }
        }
        actions {
          SubmitButton("Save and go on")
          SubmitButton("Save", style: .quiet, field: ("then", "stay"))
          dialogButton("Delete for good", style: .danger) {
            h3 { "Delete this workspace?" }
            p { "Your profile, two lists and 34 notes will be gone. There is no copy on the server." }
            actions {
              LinkButton("Download the file first", to: "#", style: .quiet)
              SubmitButton("Delete it", style: .danger, field: ("delete", "yes"))
            }
          }
        }
      }
    }
  }

  fileprivate var messages: HTML {
    HTML {
      h2 { "Messages" }
      FlashMessage(.good, "Saved.", "Your list was computed again from 52 programs.", action: ("Undo", "#"))
      FlashMessage(.news, "Figures of 2025.", "The 2026 season\u{2019}s are not published yet.")
      FlashMessage(.warn, "Three programs have no specialty.", "They are left out until you choose one.")
      FlashMessage(.bad, "Not saved.", "Someone else changed this page.", action: ("See both versions", "#"))
      div(.class("columns")) {
        EmptyState("No programs yet", "Paste a list, or look at the practice programs first.") {
          LinkButton("Paste a list", to: "#")
          LinkButton("Practice programs", to: "#", style: .quiet)
        }
        ShareBox(
          name: "share", heading: "Give it to your adviser", text: "A page to read, with room for notes.",
          reach: .thisComputerOnly, paperAddress: "#", fileAddress: "#", fileName: "list.html")
      }
      ShareBox(
        name: "share-link", heading: "Invite to the project", text: "Contributors can add counts and notes.",
        reach: .link("https://qi.example.org/join/8f3k2m"), paperAddress: "#", fileAddress: "#", fileName: "invite.html"
      )
    }
  }

  fileprivate var wayfinding: HTML {
    HTML {
      h2 { "Finding the way" }
      Steps(names: ["Planning", "Applied", "Interviewing", "Ranking", "Matched"], current: 2)
      Tabs(
        name: "Program", ways: [Way("Facts", "#", isHere: true), Way("Odds, term by term", "#"), Way("My notes", "#")])
      Filters(
        address: "#",
        fields: [
          Field("q", "Name or city", control: .line(.search)),
          Field("state", "State", control: .selection([("", "Any"), ("OH", "Ohio"), ("MI", "Michigan")])),
        ])
      p {
        Tag("reach", .warn)
        " "
        Tag("target")
        " "
        Tag("likely", .good)
        " "
        Tag("not met", .bad)
        " "
        Tag("unknown", .plain)
      }
      more("Why is this program here?") {
        p { "Your state, it takes DO and IMG, and your score is at its median." }
      }
      Pagination(page: 4, pages: 130, words: "151 to 200 of 6,500 programs") { "#page-\($0)" }
    }
  }

  fileprivate var pictures: HTML {
    HTML {
      h2 { "Pictures" }
      div(.class("columns")) {
        div(.class("card")) {
          ChartFigure(
            name: "pareto", picture: ComponentExamples.reasons,
            sentence: "Waiting for transport is the most frequent reason: 44% of 159 counted.")
        }
        div(.class("card")) {
          ChartFigure(
            name: "groups", picture: ComponentExamples.groups,
            sentence: "Spanish speakers left late more often: 41% against 27%.")
        }
      }
    }
  }
}

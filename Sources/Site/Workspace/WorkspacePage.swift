internal import Foundation
internal import Markup
internal import Workspaces

/// "Keep this workspace": how to come back, who else is in, the file, the end of it.
struct WorkspacePage {
  /// Everything the page shows, read in one look.
  struct Model: Sendable {
    let members: [Member]
    let mine: [Entrance]
    let invitations: [Entrance]
  }

  let page: PageContext
  let seat: Seat
  let model: Model
  let form: InvitationForm?
  let nameProblem: String?
  let typedName: String?

  static func answer(
    _ page: PageContext, _ form: InvitationForm? = nil, nameProblem: String? = nil, typed: String? = nil
  ) async throws -> Answer {
    guard let seat = page.seat else { return empty(page) }
    let model = try await page.read { reading in
      Model(
        members: try reading.members(), mine: try reading.entrances(of: seat.member.id),
        invitations: try reading.invitations())
    }
    guard let model else { return empty(page) }
    let content = WorkspacePage(
      page: page, seat: seat, model: model, form: form, nameProblem: nameProblem, typedName: typed)
    let isWrong = form?.problems.isEmpty == false || nameProblem != nil
    return page.page("My workspace", status: isWrong ? 400 : 200) { content.body }
  }

  private static func empty(_ page: PageContext) -> Answer {
    page.page("My workspace") {
      h1 { "My workspace" }
      EmptyState(
        "Nothing is kept yet", "Your workspace begins with your first answer. Yours from elsewhere opens here."
      ) {
        LinkButton("Begin", to: Link.home.path)
        LinkButton("Open with a recovery link", to: Link.recovery.path, style: .quiet)
        LinkButton("Open a file", to: Link.openFile.path, style: .quiet)
      }
    }
  }

  @HTMLBuilder private var body: HTML {
    h1 { "Keep this workspace" }
    ErrorList(problems: form?.problems ?? [])
    p(.class("lede")) {
      "This browser opens it by itself. To come back from anywhere else, or after clearing this browser, you need a "
      "recovery link."
    }
    recovery
    devices
    people
    file
    more("Open another workspace") {
      actions {
        LinkButton("With a recovery link", to: Link.recovery.path, style: .quiet)
        LinkButton("From a file", to: Link.openFile.path, style: .quiet)
      }
    }
    ending
  }

  private var recovery: HTML {
    section(.class("card card-next"), .aria("labelledby", "recovery")) {
      h2(.id("recovery")) { "A recovery link" }
      let links = model.mine.filter { $0.kind == .recovery }
      p {
        links.isEmpty
          ? "You have none yet. Make one and keep it where you keep passwords: it is shown once."
          : "You have \(links.count == 1 ? "one" : "\(links.count)"). Each is shown once; make a new one if it is lost."
      }
      page.button("Make a recovery link", to: .recoveryLinks, style: .primary)
      if !links.isEmpty { entrances(links, named: "Recovery links") }
    }
  }

  private var devices: HTML {
    HTML {
      h2 { "Devices" }
      entrances(model.mine.filter { $0.kind == .device }, named: "Devices")
      actions { page.button("Close on this device", to: .leaving) }
    }
  }

  private func entrances(_ entrances: [Entrance], named words: String) -> HTML {
    RowsTable(
      words, columns: [.init("What"), .init("Made"), .init("Last used"), .init("Change")],
      rows: entrances.map { entrance in
        [
          HTML {
            entrance.label.isEmpty ? "Unnamed" : entrance.label
            if entrance.id == seat.device {
              " "
              Tag("this one", .plain)
            }
          },
          HTML(DayText.day(entrance.made)),
          HTML(entrance.seen.map(DayText.day) ?? (entrance.kind == .device ? "Today" : "Never")),
          entrance.id == seat.device
            ? .empty
            : page.button("Revoke", to: .revocation, style: .small, fields: [("entrance", entrance.id.rawValue)]),
        ]
      }
    ).body
  }
}

extension WorkspacePage {
  fileprivate var people: HTML {
    HTML {
      h2 { "People" }
      page.writing(to: .memberName) {
        Field(
          "name", "What others see as your name", typed: typedName ?? seat.member.name,
          hint: "It stands beside what you change.", error: nameProblem, autocomplete: "off")
        actions { SubmitButton("Save the name", style: .quiet) }
      }
      RowsTable(
        "People", columns: [.init("Who"), .init("May"), .init("Since"), .init("Change")], rows: model.members.map(row))
      if page.may(.invite) { invitation }
    }
  }

  private func row(_ member: Member) -> [HTML] {
    let isMe = member.id == seat.member.id
    return [
      HTML {
        member.name
        if isMe {
          " "
          Tag("you", .plain)
        }
      },
      HTML(RoleWords.phrase(member.role)), HTML(DayText.day(member.joined)),
      page.may(.manage) && !isMe ? managing(member) : .empty,
    ]
  }

  private func managing(_ member: Member) -> HTML {
    dialogButton("Change", style: .small) {
      page.writing(to: .memberRole) {
        page.hidden("member", member.id.rawValue)
        div(.class("field")) {
          label(.for("role-\(member.id.rawValue)")) { "May" }
          select(.id("role-\(member.id.rawValue)"), .name("role")) {
            for role in Role.allCases {
              option(.value(role.rawValue), .selected(role == member.role)) { RoleWords.phrase(role) }
            }
          }
        }
        SubmitButton("Change", style: .quiet)
      }
      page.button("Remove", to: .memberRemoval, style: .danger, fields: [("member", member.id.rawValue)])
    }
  }

  private var invitation: HTML {
    more("Invite someone", isOpen: form != nil) {
      if page.site.options.reach == nil {
        FlashMessage(
          .warn, "Others cannot open a link to this computer.",
          "Whoever runs this server can share it: --share on a local network, --public-url on the web. The file is no "
            + "way around it: it holds all that is yours.")
      }
      p { RoleWords.sight(.editor) }
      p {
        "Only another owner sees all of it. If what you share should not stand beside your own plans at all, begin a "
        "workspace for the team. "
        a(.href(Link.adviserSheet.path)) { "An adviser is shown your list" }
        " by a link of its own, to one page."
      }
      page.writing(to: .invitations) {
        ChoiceField(
          "role", "What may they do?",
          choices: Role.allCases.map { .init($0.rawValue, RoleWords.name($0), hint: RoleWords.phrase($0)) },
          chosen: form.map { [$0.typedRole] } ?? [Role.viewer.rawValue], error: form?.problem("role"))
        Field("label", "For whom", typed: form?.label ?? "", hint: "A note for you, as \u{201C}the night team\u{201D}.")
        Field(
          "days", "Works for", control: .line(mode: .numeric, unit: "days", size: 4), typed: form?.typedDays ?? "14",
          error: form?.problem("days"))
        SubmitButton("Make the link", style: .quiet)
      }
      if !model.invitations.isEmpty { entrances(model.invitations, named: "Links to join") }
    }
  }

  fileprivate var file: HTML {
    HTML {
      if page.may(.export) {
        h2 { "The file" }
        p {
          "Everything is in one file. Keep a copy, or open it with Housestaff on another computer. Whoever has the file "
          "can read it; private notes in it open only with your recovery link."
        }
        page.button("Download the file", to: .workspaceFile)
      }
    }
  }

  fileprivate var ending: HTML {
    HTML {
      if page.may(.erase) {
        hr()
        p { a(.href(Link.deletion.path)) { "Delete this workspace for good" } }
      }
    }
  }
}

/// Roles as pages say them.
enum RoleWords {
  static func name(_ role: Role) -> String {
    switch role {
    case .viewer: "Viewer"
    case .contributor: "Contributor"
    case .editor: "Editor"
    case .owner: "Owner"
    }
  }

  /// As it follows "you are in as".
  static func withArticle(_ role: Role) -> String {
    let name = name(role).lowercased()
    return ("aeiou".contains(name.prefix(1)) ? "an " : "a ") + name
  }

  static func phrase(_ role: Role) -> String {
    switch role {
    case .viewer: "Read the projects"
    case .contributor: "Read the projects and add to them"
    case .editor: "Read the projects, add to them and change them"
    case .owner: "Everything, also SmartPick, the file, and who is in"
    }
  }

  /// What those who join with a role see, and what they do not.
  static func sight(_ role: Role) -> String {
    role.allows(.own)
      ? "They see everything that you see: SmartPick too, with your profile, scores, list, ranks and notes."
      : "They see everything in Improve: opportunities, projects, measures, cycles, people and concerns. They never see "
        + "SmartPick: your profile, scores, list, season, ranks and notes stay yours. The file stays with you too."
  }
}

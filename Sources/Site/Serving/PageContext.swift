internal import HTTPTypes
internal import Markup
internal import SmartPick
internal import Workspaces

/// Everything a page may use to answer one request.
struct PageContext: Sendable {
  let site: Site
  /// The request's name in the log, shown on the page of a fault.
  let requestID: String
  /// The host and port that the visitor's browser asked.
  let host: String
  /// Where the request went, without its query.
  let path: String
  /// The values in the path, by the names they were registered under.
  let parameters: [String: String]
  /// The fields of the address.
  let query: FormFields
  /// The fields of the form that was sent.
  let form: FormFields
  /// The file that was sent; removed when the request ends.
  let upload: Upload?
  /// The link that was followed, until the visitor says yes to it.
  let link: Token?
  /// The link to one page of somebody's workspace, if one was followed.
  let pageToken: Token?
  let entry: Entry
  /// The token that every form carries.
  let formToken: String
  let theme: Theme
  let flash: Flash?
  /// What the browser calls itself, in a word or two: "Firefox on Linux".
  let device: String
  /// Where it came from, for limits only; nil for this computer.
  let address: String?
  /// What reads the words of the form before anything of it is kept; nil where nothing is screened.
  var screen: WordScreen?

  /// The season whose figures pages show: the newest that is known.
  var season: Season { .latest }

  /// The workspace open here; nil for a visitor who keeps nothing here yet.
  var workspace: Workspace? { entry.place?.workspace }

  /// Who is here, with their role; nil for a visitor who keeps nothing here yet.
  var seat: Seat? { entry.place?.seat }

  /// Whether dates here are set by hand, or were: nothing that is said about them is a result.
  var isRehearsal: Bool { site.world.isRehearsal || entry.place?.isRehearsed == true }

  /// What every page says above everything else in a rehearsal.
  var rehearsal: String? {
    guard isRehearsal else { return nil }
    let clock =
      site.world.isRehearsal
      ? "today is set by hand to \(today.words)" : "dates in this workspace were set by hand"
    return "Rehearsal: \(clock). Nothing here is a result."
  }

  /// Whether the visitor may do this here; without a workspace they may, in the one made for them.
  func may(_ permission: Permission) -> Bool { seat?.member.role.allows(permission) ?? true }
}

/// Light or dark, if the visitor chose; otherwise as their system is set.
enum Theme: String, Sendable, CaseIterable {
  case system, light, dark

  /// On the button that chooses it.
  var words: String {
    switch self {
    case .system: "As my system"
    case .light: "Light"
    case .dark: "Dark"
    }
  }
}

extension PageContext {
  /// A page in the site's frame, with what just happened at its top.
  func page(
    _ heading: String, summary: String = "", notice: String? = nil, status: Int = 200, scripts: [Link] = [],
    refreshingAfter refresh: Int? = nil,
    @HTMLBuilder _ content: () -> HTML
  ) -> Answer {
    // A summary of faults names the fields, for every form in one place.
    let content = content().namingQuestions(inClass: ErrorList.className)
    let frame = PageFrame(
      heading: heading, summary: summary, ways: ways, notice: notice ?? entry.notice,
      theme: theme == .system ? nil : theme.rawValue, scripts: (scripts + typing).map(\.path), refresh: refresh,
      rehearsal: rehearsal, below: themeChoice)
    let document = frame.document {
      if let flash { shown(flash) }
      content
    }
    return .page(document, status: .init(code: status))
  }

  /// Improve's pages take words; the script says while they are typed what may point to a patient.
  private var typing: [Link] { path.hasPrefix(Link.improve.path) ? [.typingScript] : [] }

  /// A form that writes: it carries the token that the site checks on every write.
  ///
  /// Nothing where the visitor's role may not send it. The words typed in it are screened where ``WordScreen`` says so; `showsSimilar` when what is typed is looked up
  /// among earlier work (``SimilarWork/whileTyping``).
  func writing(
    to link: Link, sendsFiles: Bool = false, named id: String? = nil, showsSimilar: Bool = false,
    @HTMLBuilder _ content: () -> HTML
  ) -> HTML {
    guard maySend(to: link) else { return .empty }
    let content = content()
    let screen = WordScreen(for: link)
    let questions = screen == nil ? [] : content.textQuestions.filter { screen?.reads($0.name) ?? false }
    return Markup.form(
      .method(.post), .action(link.path), .when(sendsFiles, .sendsFiles), .noValidate(true),
      id.map { .id($0) } ?? .omitted, .when(!questions.isEmpty, .data("words", Link.typedWords.path)),
      .when(showsSimilar, .data("similar", Link.similarWork.path))
    ) {
      hidden(FieldName.formToken, formToken)
      for question in questions { hidden(FieldName.asked, "\(question.name) \(question.words)") }
      content
    }
  }

  /// A form that writes one document, on the revision that is shown; nothing where the visitor may not write it, as what
  /// somebody else made is for editors to change.
  func writing(
    to link: Link, on kept: Kept<some PageDocument>?, sendsFiles: Bool = false, named id: String? = nil,
    @HTMLBuilder _ content: () -> HTML
  ) -> HTML {
    guard writes(kept) else { return .empty }
    return writing(to: link, sendsFiles: sendsFiles, named: id) {
      revisionField(kept)
      content()
    }
  }

  /// What stands in place of a form that the visitor may not send; nothing where they may.
  @HTMLBuilder func readOnly(_ kept: Kept<some PageDocument>?) -> HTML {
    if let seat, !writes(kept) {
      p(.class("small")) {
        "You are in this workspace as \(RoleWords.withArticle(seat.member.role)): you may read this, not change it."
        if may(.contribute) { " Who made it can, and editors." }
      }
    }
  }

  /// A field that the visitor does not see.
  func hidden(_ name: String, _ value: String) -> HTML { input(.type(.hidden), .name(name), .value(value)) }

  /// A button that writes, in a form of its own.
  func button(
    _ words: String, to link: Link, style: ButtonStyle = .quiet, fields: [(name: String, value: String)] = []
  ) -> HTML {
    writing(to: link) {
      for field in fields { hidden(field.name, field.value) }
      SubmitButton(words, style: style)
    }
  }

  private func shown(_ flash: Flash) -> HTML {
    let kind: FlashMessage.Kind =
      switch flash.kind {
      case .news: .news
      case .good: .good
      case .warn: .warn
      case .bad: .bad
      }
    return HTML {
      FlashMessage(kind, flash.lead, flash.text)
      if let undo = flash.undo {
        div(.class("undo")) {
          button(
            "Undo", to: .undo, style: .small,
            fields: [
              ("collection", undo.collection), ("id", undo.id), (FieldName.revision, "\(undo.revision)"),
              ("then", path),
            ])
        }
      }
    }
  }

  private var themeChoice: HTML {
    writing(to: .theme) {
      hidden("then", path)
      for choice in Theme.allCases where choice != theme {
        SubmitButton(choice.words, style: .small, field: ("theme", choice.rawValue))
        " "
      }
    }
  }

  private var ways: [Way] {
    SiteMap.ways(behind: Door(path: path), ownsSmartPick: ownsSmartPick)
      .map { Way($0.words, $0.link.path, isHere: path == $0.link.path) }
  }
}

/// The links of every page's header: those of the door that the page stands behind, and one to the other door.
enum SiteMap {
  typealias Ways = [(words: String, link: Link)]

  /// Behind the door of SmartPick.
  static let smartPick: Ways = [
    ("Profile", .profile), ("List", .list), ("Programs", .programs), ("Season", .season), ("Rank", .rank),
    ("Assumptions", .assumptions),
  ]
  /// Behind the door of Improve.
  static let improve: Ways = [
    ("Projects", .improve), ("Opportunities", .opportunities), ("Starters", .shelf), ("Past work", .priorWork),
  ]

  /// The links on a page; those who joined somebody's workspace find no way to that person's SmartPick.
  static func ways(behind door: Door, ownsSmartPick: Bool) -> Ways {
    let toSmartPick: Ways = ownsSmartPick ? [("SmartPick", .list)] : []
    let doors: Ways =
      switch door {
      case .smartPick where ownsSmartPick: smartPick + [("Improve", .improve)]
      case .improve: improve + toSmartPick
      case .smartPick, .shared: toSmartPick + [("Improve", .improve)]
      }
    return doors + [("My workspace", .workspace)]
  }
}

/// The names of fields that every feature shares.
enum FieldName {
  static let formToken = "form-token"
  /// The revision that a form was filled in on; see ``PageContext/revisionField(_:)``.
  static let revision = "revision"
  /// A question that a form asks in words: its field's name, a space, its label.
  static let asked = "form-asked"
  /// Words that the writer looked at: they point to no patient.
  static let looked = "form-looked"
}

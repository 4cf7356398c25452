internal import Workspaces

/// Behind which door an address stands: it decides who may ask, and which ways its page shows.
///
/// Whatever is not said to be shared, or behind the door of Improve, is SmartPick's, and a person's SmartPick is the
/// owner's alone: a page that somebody forgets to name here stays closed to those who joined.
enum Door: Sendable {
  /// One person's own plans.
  case smartPick
  /// The work that a team shares.
  case improve
  /// Both, or neither.
  case shared

  /// The door of an address.
  init(path: String) {
    switch path.split(separator: "/").first {
    case "improve": self = .improve
    case nil, "theme", "demo", "health", "data", "components", "assets", "match", "backtest": self = .shared
    // To links and files, and back to where a document stood; what a link to one page shows was given with it.
    case "workspace", "open", "join", "recover", "undo", "history", "survey", "survey-thanks", "adviser", "shown":
      self = .shared
    default: self = .smartPick
    }
  }
}

extension Route {
  /// What a member must be allowed; nil where the route shows and changes nothing of a workspace.
  ///
  /// The one place where it is decided that SmartPick is the owner's alone.
  var permission: Permission? {
    switch access {
    case .anyone: nil
    case .guest(let permission), .member(let permission):
      Door(path: link.pattern) == .smartPick ? .own : permission
    }
  }
}

extension Route {
  /// Whether a link leads to this route.
  fileprivate func answers(_ other: Link) -> Bool {
    let (mine, theirs) = (link.parts, other.parts)
    return mine.count == theirs.count
      && zip(mine, theirs).allSatisfy { mine, theirs in
        switch (mine, theirs) {
        case (.word(let one), .word(let other)): one == other
        case (.value, .value): true
        default: false
        }
      }
  }
}

extension PageContext {
  /// Whether the visitor's role lets them send a form there; a form that they may not send is not shown.
  func maySend(to link: Link) -> Bool {
    let route = Routes.all.first { $0.method == .post && $0.answers(link) }
    return (route?.permission).map(may) ?? true
  }

  /// Whether the visitor may change a document: an editor, or who made it.
  func edits(_ kept: Kept<some PageDocument>) -> Bool {
    may(.edit) || (seat?.member.id == kept.creator && may(.contribute))
  }

  /// Whether the visitor may write a document: change the one that is there, or make it where there is none.
  func writes(_ kept: Kept<some PageDocument>?) -> Bool { kept.map(edits) ?? may(.contribute) }

  /// Whether SmartPick is this visitor's own here.
  var ownsSmartPick: Bool { may(.own) }

  /// The kind of the documents of a collection, for those who may open the page that shows them.
  func kind(_ collection: String) throws -> any PageDocument.Type {
    guard let kind = Kinds.named(collection) else { throw SiteError.notFound }
    if kind.door == .smartPick { try seat?.require(.own) }
    return kind
  }
}

extension PageDocument {
  /// The door of the page that shows it.
  static var door: Door { Door(path: page(DocumentID(only: "any")).path) }
}

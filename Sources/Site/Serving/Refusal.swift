internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Workspaces

/// Why a request was refused, when no workspace said so.
enum SiteError: Error {
  /// The form was not one of ours, or is older than the server's key.
  case foreignForm
  /// The page needs a workspace and none is open here.
  case nothingOpen
  /// There is no such page or thing.
  case notFound
  /// What was sent cannot be read.
  case unreadable(String)
  /// A form or file is larger than it may be.
  case tooLarge(limit: Int)
  /// Too many requests from one address.
  case tooMany(seconds: Int)
}

/// A refusal in words: what happened, and what to do next.
struct Refusal {
  let status: HTTPResponse.Status
  let heading: String
  let text: String
  let next: String
  /// Where to go on; home, where nothing better is known.
  let way: (words: String, link: Link)

  init(
    _ status: HTTPResponse.Status, _ heading: String, _ text: String, next: String,
    way: (words: String, link: Link) = ("Home", .home)
  ) {
    (self.status, self.heading, self.text, self.next, self.way) = (status, heading, text, next, way)
  }

  init(_ error: any Error) {
    switch error {
    case let error as SiteError: self.init(error)
    case let error as WorkspaceError: self.init(error)
    case let error as CountsOfOthers:
      self.init(.forbidden, "Not changed", error.words, next: "Go back; nothing was changed.")
    case let error as HTTPError where error.status == .notFound: self.init(SiteError.notFound)
    case let error as HTTPError where error.status == .contentTooLarge: self.init(SiteError.tooLarge(limit: 2_000_000))
    case let error as HTTPError where error.status.code < 500:
      self.init(
        error.status, "That request cannot be answered", "Its form is not one this site understands.",
        next: "Go back and try again.")
    default: self = .fault
    }
  }

  /// Our own fault.
  static let fault = Refusal(
    .internalServerError, "Something went wrong here", "The fault is ours, not yours. What was saved before is safe.",
    next: "Go back and try again. If it happens again, report it with the number below.")

  private init(_ error: SiteError) {
    switch error {
    case .foreignForm:
      self.init(
        .forbidden, "This form is out of date",
        "It was not sent from a page opened on this device, so nothing was saved.",
        next: "Go back, load the page again, and send it once more. Your browser must allow cookies for this site.")
    case .nothingOpen:
      self.init(
        .forbidden, "No workspace is open here", "This page belongs to a workspace, and none is open in this browser.",
        next: "Open yours with its recovery link, or begin on the home page.")
    case .notFound:
      self.init(
        .notFound, "There is no such page", "The address may be mistyped, or what was here is gone.",
        next: "Go to the home page; what you saved is in your workspace.")
    case .unreadable(let reason):
      self.init(.badRequest, "That could not be read", reason, next: "Go back and try again.")
    case .tooLarge(let limit):
      self.init(
        .contentTooLarge, "That is too large", "This may have \(limit / 1_000_000) million bytes at most.",
        next: "Go back and send less: one file at a time, without pictures.")
    case .tooMany(let seconds):
      self.init(
        .tooManyRequests, "Too many requests", "More came from your network in a minute than this server answers.",
        next: "Wait \(seconds) seconds, then try again. What you saved is safe.")
    }
  }

  private init(_ error: WorkspaceError) {
    switch error {
    case .notAllowed(.own, let role):
      self.init(
        .forbidden, "SmartPick here is the owner\u{2019}s own",
        "You are in this workspace as \(RoleWords.withArticle(role)): what its owner plans for themselves is shown to nobody "
          + "who joined.",
        next: "Go to the projects that you share. To plan your own season, begin a workspace of your own in another "
          + "browser.",
        way: ("The projects", .improve))
    case .notAllowed:
      self.init(
        .forbidden, "Your role does not allow this", error.description, next: "Go back; nothing was changed.",
        way: ("The projects", .improve))
    case .noEntrance:
      self.init(
        .forbidden, "This opens nothing", error.description,
        next: "Open your workspace with its recovery link, or begin again on the home page.")
    case .stale, .taken, .lastOwner, .alreadyHere, .inhabited, .staleNote:
      self.init(.conflict, "Not saved", error.description, next: "Go back and look at what is there now.")
    case .final:
      self.init(.conflict, "That stands", error.description, next: "Go back; nothing was changed.")
    case .nothingToUndo, .nothingToRestore:
      self.init(.conflict, "Nothing to take back", error.description, next: "Go back; nothing was changed.")
    case .missing, .notHere, .closed:
      self.init(.notFound, "It is not here", error.description, next: "Go to your workspace to see what is.")
    case .sealed:
      self.init(.forbidden, "Sealed", error.description, next: "Go back; nothing was changed.")
    case .notAWorkspace:
      self.init(
        .badRequest, "That file is not a workspace", "Choose a file that was downloaded from Housestaff.",
        next: "Go back and choose another file.")
    case .newerFile, .newerDocument:
      self.init(
        .badRequest, "A newer version wrote this",
        "This server\u{2019}s Housestaff is older than the one that wrote the file. Nothing was changed.",
        next: "Ask who runs this server to install the newer version, or open the file with it.")
    case .damaged:
      self.init(
        .badRequest, "That file is damaged", "It is a workspace, but parts of it cannot be read.",
        next: "Choose another copy of it.")
    case .unreadable, .storage: self = .fault
    }
  }
}

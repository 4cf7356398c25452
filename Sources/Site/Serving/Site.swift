public import Foundation
internal import Logging
internal import Workspaces

/// What a site stands on, given from outside.
struct Site: Sendable {
  let shelf: WorkspaceShelf
  let world: World
  let secret: SiteSecret
  let options: SiteOptions
  let limiter: RateLimiter
  /// The lists computed so far.
  let lists = ListBook()
  /// The rank order lists judged so far.
  let ranks = RankBook()
  /// The tables of programs read so far.
  let programs = ProgramBook()
}

/// How a site is run.
public struct SiteOptions: Sendable {
  /// The address under which others reach it through TLS, as `https://example.org`; cookies are then Secure.
  public var publicAddress: String?
  /// The address on the local network, when it is shared there.
  public var sharedAddress: String?
  /// Whether the home page offers a filled example.
  public var hasDemo = false
  /// Bytes of a form, at most.
  public var formLimit = 2_000_000
  /// Bytes of a file that is sent, at most.
  public var fileLimit = 20_000_000
  /// Requests that one address beyond this computer may make in a minute, in the long run.
  public var requestsPerMinute = 1_200
  /// Links to join or recover that one such address may try in a minute.
  public var linksPerMinute = 20
  /// How long a visitor waits for a list before a page shows how far it is.
  public var patience = Duration.milliseconds(500)
  /// Where files are put while they arrive or leave.
  public var scratch = FileManager.default.temporaryDirectory

  /// A site for this computer alone.
  public init() {}

  /// Whether cookies travel through TLS only.
  var isSecure: Bool { publicAddress?.hasPrefix("https://") ?? false }

  /// The beginning of a link that others can open; nil if they cannot reach this computer.
  var reach: String? { publicAddress ?? sharedAddress }
}

public import Hummingbird
internal import NIOCore

/// What the server knows of a request beside the request itself.
public struct SiteRequestContext: RequestContext {
  /// The server's own part.
  public var coreContext: CoreRequestContextStorage
  /// The address it came from; nil in tests, which have no network.
  let address: String?

  /// The context of a request that arrived on a connection.
  public init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
    address = source.channel.remoteAddress?.ipAddress
  }
}

public import Hummingbird
public import Logging
public import Workspaces

/// The whole site as a server, from the world it is given; the command and the tests call the same function.
///
/// - Parameters:
///   - shelf: the workspaces.
///   - world: the time, and unguessable bytes.
///   - secret: the key with which forms are signed.
///   - options: how it is run.
///   - configuration: the address it listens on.
///   - logger: told one line for each request, without anything personal.
///   - onServerRunning: called once it listens.
/// - Returns: the application, ready to run.
public func buildApplication(
  shelf: WorkspaceShelf, world: World, secret: SiteSecret, options: SiteOptions = SiteOptions(),
  configuration: ApplicationConfiguration = .init(), logger: Logger,
  onServerRunning: @escaping @Sendable () async -> Void = {}
) -> Application<RouterResponder<SiteRequestContext>> {
  let site = Site(
    shelf: shelf, world: world, secret: secret, options: options,
    limiter: RateLimiter(perMinute: options.linksPerMinute))
  let doorkeeper = Doorkeeper(site: site)
  let router = Router(context: SiteRequestContext.self, options: .autoGenerateHeadEndpoints)
  router.add(middleware: RequestLog())
  router.add(middleware: SecurityHeaders(isSecure: options.isSecure))
  router.add(middleware: ErrorPages())
  router.add(
    middleware: RateLimit(
      limiter: RateLimiter(perMinute: options.requestsPerMinute), isBehindProxy: options.publicAddress != nil))
  for route in Routes.all {
    router.on(RouterPath(route.link.pattern), method: route.method == .get ? .get : .post) { request, context in
      try await doorkeeper.answer(route, request, context)
    }
  }
  return Application(
    responder: router.buildResponder(), configuration: configuration,
    onServerRunning: { _ in await onServerRunning() }, logger: logger)
}

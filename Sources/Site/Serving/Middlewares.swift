internal import HTTPTypes
internal import Hummingbird
internal import Logging

/// What every answer says to the browser: run nothing, load nothing, frame nothing, tell nobody.
struct SecurityHeaders: RouterMiddleware {
  typealias Context = SiteRequestContext

  let isSecure: Bool

  static let policy =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    + "frame-ancestors 'none'; base-uri 'none'"

  // Not "no-referrer": under it browsers send `Origin: null` with our own forms too, and over plain HTTP that header is
  // all there is to tell them from foreign ones. Other sites are told nothing either way.
  private static let fixed: [(HTTPField.Name, String)] = [
    ("Content-Security-Policy", policy), ("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "same-origin"), ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()"),
  ].compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }

  private static let requestID = HTTPField.Name("X-Request-ID")
  private static let transport = HTTPField.Name("Strict-Transport-Security")

  func handle(
    _ request: Request, context: SiteRequestContext,
    next: (Request, SiteRequestContext) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    for (name, value) in Self.fixed { response.headers[name] = value }
    if let name = Self.requestID { response.headers[name] = context.id }
    if isSecure, let name = Self.transport { response.headers[name] = "max-age=31536000" }
    if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
    return response
  }
}

/// One line for each request: which route, what came of it, how long it took.
///
/// No path, no query, no address, no person.
struct RequestLog: RouterMiddleware {
  typealias Context = SiteRequestContext

  func handle(
    _ request: Request, context: SiteRequestContext,
    next: (Request, SiteRequestContext) async throws -> Response
  ) async throws -> Response {
    let start = ContinuousClock.now
    let response = try await next(request, context)
    let time = ContinuousClock.now - start
    context.logger.info(
      "request",
      metadata: [
        "method": "\(request.method.rawValue)", "route": "\(context.endpointPath ?? "none")",
        "status": "\(response.status.code)", "milliseconds": "\(Int(time / .milliseconds(1)))",
      ])
    return response
  }
}

/// A page for what never reached a route, or failed on the way.
struct ErrorPages: RouterMiddleware {
  typealias Context = SiteRequestContext

  func handle(
    _ request: Request, context: SiteRequestContext,
    next: (Request, SiteRequestContext) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch {
      let refusal = Refusal(error)
      if refusal.status == .internalServerError {
        context.logger.error("fault", metadata: ["error": "\(String(reflecting: type(of: error)))"])
      }
      let page = ErrorPage(refusal: refusal).document(requestID: context.id)
      var response = try Answer.page(page, status: refusal.status).response(secure: false)
      if case SiteError.tooMany(let seconds) = error { response.headers[.retryAfter] = "\(seconds)" }
      return response
    }
  }
}

/// Refuses an address beyond this computer that asks too often.
struct RateLimit: RouterMiddleware {
  typealias Context = SiteRequestContext

  let limiter: RateLimiter
  /// Behind a proxy the visitor's address is the last one that the proxy wrote.
  let isBehindProxy: Bool

  func handle(
    _ request: Request, context: SiteRequestContext,
    next: (Request, SiteRequestContext) async throws -> Response
  ) async throws -> Response {
    if let address = Self.address(request, context, isBehindProxy), let seconds = limiter.delay(for: address) {
      throw SiteError.tooMany(seconds: seconds)
    }
    return try await next(request, context)
  }

  /// Nil for this computer itself.
  static func address(_ request: Request, _ context: SiteRequestContext, _ isBehindProxy: Bool) -> String? {
    guard let direct = context.address else { return nil }
    guard direct == "127.0.0.1" || direct == "::1" else { return direct }
    guard isBehindProxy, let name = HTTPField.Name("X-Forwarded-For"), let chain = request.headers[name] else {
      return nil
    }
    return chain.split(separator: ",").last.map { String($0.filter { !$0.isWhitespace }) }
  }
}

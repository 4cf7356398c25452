internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Logging
internal import Workspaces

/// What stands before every page: who is here, may they, is the form ours; and behind it: cookies, and a page for each
/// refusal.
struct Doorkeeper: Sendable {
  let site: Site

  /// Answers one request to a route.
  func answer(_ route: Route, _ request: Request, _ context: SiteRequestContext) async throws -> Response {
    let secure = site.options.isSecure
    let visit = request.cookie(.visit, secure: secure) ?? newVisit()
    let flash = request.cookie(.flash, secure: secure).flatMap { Flash(cookie: $0, site.secret) }
    let isFirstVisit = request.cookie(.visit, secure: secure) == nil
    var page = scope(request, context, entry: Entry(nil), visit: visit, flash: flash)
    var isLost = false
    var answer: Answer
    do {
      let place: Entry.Place?
      (place, isLost) = try await entrance(request)
      page = scope(request, context, entry: Entry(place), visit: visit, flash: isLost ? .lost : flash)
      try admit(route, place, isLost: isLost)
      if route.method == .post { try origin(request) }
      try page.take(await Cargo.unload(request, for: route, options: site.options))
      page.screen = WordScreen(for: route.link)
      if route.method == .post {
        let hasCookie = !isFirstVisit
        guard hasCookie, site.secret.acceptsFormToken(page.form[FieldName.formToken], visit: visit) else {
          throw SiteError.foreignForm
        }
      }
      answer = try await route.answer(page)
    } catch {
      answer = try refusal(error, page, context)
    }
    page.upload?.remove()
    if let fresh = page.entry.fresh {
      answer.cookies.append(.workspace(fresh.text))
    } else if isLost {
      answer.cookies.append(.forgetting(.workspace))
    }
    if isFirstVisit { answer.cookies.append(SiteCookie(name: .visit, value: visit, lifetime: nil)) }
    if let cookie = answer.flash?.cookie(site.secret) {
      answer.cookies.append(cookie)
    } else if request.cookie(.flash, secure: secure) != nil, case .page = answer.content {
      answer.cookies.append(.forgetting(.flash))
    }
    return try answer.response(secure: secure)
  }

  private func newVisit() -> String {
    site.world.random(16).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }

  private func scope(
    _ request: Request, _ context: SiteRequestContext, entry: Entry, visit: String, flash: Flash?
  ) -> PageContext {
    let secure = site.options.isSecure
    return PageContext(
      site: site, requestID: context.id, host: request.head.authority ?? "localhost", path: request.uri.path,
      parameters: Dictionary(context.parameters.map { (String($0), Self.decoded($1)) }) { $1 },
      query: FormFields(encoded: request.uri.query ?? ""), form: FormFields(), upload: nil,
      link: request.cookie(.link, secure: secure).flatMap { Token($0) },
      pageToken: request.cookie(.page, secure: secure).flatMap { Token($0) }, entry: entry,
      formToken: site.secret.formToken(visit: visit),
      theme: request.cookie(.theme, secure: secure).flatMap(Theme.init) ?? .system, flash: flash,
      device: DeviceName.name(of: request.headers[.userAgent] ?? ""),
      address: RateLimit.address(request, context, site.options.publicAddress != nil))
  }

  private static func decoded(_ value: Substring) -> String { value.removingPercentEncoding ?? String(value) }

  /// The workspace that the cookie opens; a cookie that opens nothing any more is as good as none for reading, and said
  /// so for the rest.
  private func entrance(_ request: Request) async throws -> (place: Entry.Place?, isLost: Bool) {
    guard let text = request.cookie(.workspace, secure: site.options.isSecure) else { return (nil, false) }
    guard let token = Token(text) else { return (nil, true) }
    do {
      let (workspace, seat) = try await site.shelf.enter(token)
      let (isDemo, isRehearsed) = try await workspace.read { reading in
        (try reading.setting(DemoWorkspace.setting) != nil, try reading.isRehearsed())
      }
      let place = Entry.Place(workspace: workspace, seat: seat, isDemo: isDemo, isRehearsed: isRehearsed)
      return (place, false)
    } catch WorkspaceError.noEntrance {
      return (nil, true)
    }
  }

  /// The one place where a role is checked.
  private func admit(_ route: Route, _ place: Entry.Place?, isLost: Bool) throws {
    switch route.access {
    case .anyone: return
    case .guest:
      // What was meant for a workspace that is gone must not quietly begin a new one.
      if isLost, route.method == .post { throw WorkspaceError.noEntrance }
    case .member:
      guard place != nil else { throw isLost ? WorkspaceError.noEntrance : SiteError.nothingOpen }
    }
    if let permission = route.permission { try place?.seat.require(permission) }
  }

  /// A write must come from one of our own pages: browsers say so in `Sec-Fetch-Site`, older ones in `Origin`.
  private func origin(_ request: Request) throws {
    let fetched = HTTPField.Name("Sec-Fetch-Site").flatMap { request.headers[$0] }
    if let fetched {
      guard fetched == "same-origin" else { throw SiteError.foreignForm }
      return
    }
    guard let origin = request.headers[.origin] else { return }
    let ours = site.options.publicAddress.map { [$0] } ?? ["http://\(request.head.authority ?? "")"]
    guard ours.contains(origin) else { throw SiteError.foreignForm }
  }

  /// The page that says what went wrong and what to do next.
  private func refusal(_ error: any Error, _ page: PageContext, _ context: SiteRequestContext) throws -> Answer {
    if case WorkspaceError.stale(let conflict) = error, let answer = try ConflictPage.answer(conflict, page) {
      return answer
    }
    if let words = error as? PatientWords {
      return LookAgainPage(
        suspects: words.suspects, form: words.form ?? page.form, isFromFile: words.form != nil || page.upload != nil
      ).answer(page)
    }
    let refusal = Refusal(error)
    if refusal.status == .internalServerError {
      // The kind only: an error's words may quote what was typed.
      context.logger.error("fault", metadata: ["error": "\(String(reflecting: type(of: error)))"])
    }
    var answer = ErrorPage(refusal: refusal).answer(page)
    if case WorkspaceError.noEntrance = error, page.link != nil { answer.cookies.append(.forgetting(.link)) }
    return answer
  }
}

extension PageContext {
  fileprivate mutating func take(_ cargo: (form: FormFields, upload: Upload?)) {
    self = PageContext(
      site: site, requestID: requestID, host: host, path: path, parameters: parameters, query: query, form: cargo.form,
      upload: cargo.upload, link: link, pageToken: pageToken, entry: entry, formToken: formToken, theme: theme,
      flash: flash, device: device,
      address: address)
  }
}

internal import Workspaces

/// Ways into a workspace: a recovery link, a link to join, a file.
///
/// A link's token is put in a cookie and the visitor sent on, so that it stays in no address; nothing happens before
/// they say yes, so that neither a preview nor a foreign page can open a workspace in their name.
enum EnteringRoutes {
  static let all: [Route] = [
    .get(.recover(token: "{token}"), for: .anyone) { page in try holding(page, then: .recovery) },
    .get(.recovery, for: .anyone) { page in EnteringPage.recovery(page) },
    .post(.recovery, for: .anyone) { page in
      try page.limitLinks()
      guard let token = page.link ?? PastedLink.token(page.form["link"]) else {
        return EnteringPage.recovery(page, problem: "That is not a whole recovery link: copy all of it.")
      }
      let workspace = try await page.site.shelf.workspace(of: token)
      page.entry.arrive(try await workspace.recover(by: token, on: page.device))
      return Answer.see(.workspace, Flash(.good, "Welcome back.", "This device is let in."))
        .setting(.forgetting(.link))
    },
    .get(.join(token: "{token}"), for: .anyone) { page in try holding(page, then: .joining) },
    .get(.joining, for: .anyone) { page in EnteringPage.join(page) },
    .post(.joining, for: .anyone) { page in
      try page.limitLinks()
      guard let token = page.link else { return EnteringPage.join(page) }
      let name = page.form["name"]
      guard (1...80).contains(name.count) else {
        return EnteringPage.join(page, problem: "Between 1 and 80 letters.", typed: name)
      }
      let workspace = try await page.site.shelf.workspace(of: token)
      page.entry.arrive(try await workspace.join(by: token, named: name, on: page.device))
      let role = page.entry.place?.seat.member.role ?? .viewer
      return Answer.see(role.allows(.own) ? .workspace : .improve, welcome(role))
        .setting(.forgetting(.link))
    },
    .get(.openFile, for: .anyone) { page in EnteringPage.file(page) },
    .post(.openFile, for: .anyone, taking: .file) { page in
      try page.limitLinks()
      guard let upload = page.upload, upload.bytes > 0 else {
        return EnteringPage.file(page, problem: "Choose a file first.")
      }
      let id = try await taken(upload, page)
      let former = PastedLink.token(page.form["link"])
      let workspace = try await page.site.shelf.workspace(id)
      page.entry.arrive(try await workspace.adopt(named: "Me", recovering: former, on: page.device))
      return .see(.workspace, Flash(.good, "Opened.", "Everything that was in the file is here."))
    },
  ]

  private static func welcome(_ role: Role) -> Flash {
    let may =
      switch role {
      case .viewer: "you may read the projects and change nothing."
      case .contributor: "you may read the projects, add to them, and change what you added."
      case .editor: "you may read, add to and change the projects."
      case .owner: "you may do everything here."
      }
    return Flash(
      .good, "You are in.",
      "As \(RoleWords.withArticle(role)) \(may) To come back from elsewhere, make a recovery link in My workspace.")
  }

  private static func holding(_ page: PageContext, then link: Link) throws -> Answer {
    try page.limitLinks()
    guard let token = Token(page.parameters["token"] ?? "") else { throw WorkspaceError.noEntrance }
    return Answer.see(link).setting(SiteCookie(name: .link, value: token.text, lifetime: 600))
  }

  /// The file, under its own name or, if that one is here already, beside it.
  private static func taken(_ upload: Upload, _ page: PageContext) async throws -> WorkspaceID {
    do {
      return try await page.site.shelf.take(upload.file)
    } catch WorkspaceError.alreadyHere {
      return try await page.site.shelf.take(upload.file, .asCopy)
    }
  }

}

extension PageContext {
  /// Refuses one address that tries many links.
  func limitLinks() throws {
    guard let address, let seconds = site.limiter.delay(for: address) else { return }
    throw SiteError.tooMany(seconds: seconds)
  }
}

/// A link as it was pasted into a field.
enum PastedLink {
  /// The token at its end, or nil.
  static func token(_ text: String) -> Token? {
    text.split(whereSeparator: { $0 == "/" || $0.isWhitespace }).last.flatMap { Token($0) }
  }
}

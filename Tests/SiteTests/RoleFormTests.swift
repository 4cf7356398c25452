import Foundation
import HTTPTypes
import Site
import Testing
import Workspaces

/// A form of a page, as a role finds it there.
private struct Offered: Hashable, Sendable {
  let page: String
  let action: String
  let fields: [String]
}

extension Routes {
  /// The line that answers a path.
  fileprivate static func line(_ method: String, _ path: String) -> RouteLine? {
    lines.first { line in
      let (mine, theirs) = (line.pattern.split(separator: "/"), path.split(separator: "/"))
      return line.method == method && mine.count == theirs.count
        && zip(mine, theirs).allSatisfy { $0 == $1 || $0.hasPrefix("{") }
    }
  }
}

/// What a role finds in Improve: every page that a link of another leads to, and the forms of each.
private struct Found {
  var pages: [String: Int] = [:]
  var forms: [(page: String, form: SentForm)] = []
  /// The files that are sent, and to where.
  var actions: [(page: String, action: String)] = []

  var offered: Set<Offered> { Set(forms.map { Offered(page: $0.page, action: $0.form.action, fields: $0.form.names) }) }
}

extension SentForm {
  /// Its fields' names, without what changes from one look to the next.
  fileprivate var names: [String] { fields.map(\.0).sorted() }
}

extension Browser {
  /// Follows every link of Improve, and reads every page once.
  fileprivate func wander() async throws -> Found {
    var (queue, found) = (["/improve"], Found())
    while let path = queue.popLast() {
      guard found.pages[path] == nil else { continue }
      let page = try await get(path)
      found.pages[path] = page.status
      guard page.headers[.contentType]?.contains("html") ?? false else { continue }
      found.forms += SentForm.all(of: page.text).map { (path, $0) }
      found.actions += page.text.matches(of: /<form method="post"[^>]*action="([^"]*)"/).map { (path, String($0.1)) }
      for match in page.text.matches(of: /href="(\/(?:improve|history)[^"#?]*)/) { queue.append(String(match.1)) }
    }
    return found
  }
}

@Suite struct `Every page of Improve` {
  /// The example, with what its owner has under way: a project just begun, a review, two surveys, an association, a state
  /// that could be brought back.
  private func example(_ owner: Browser) async throws {
    try await owner.post("/demo")
    let project = try await owner.beginProject()
    let measure = try await owner.addMeasure(to: project)
    try await owner.post(
      "\(measure)/review",
      [
        ("revision", "0"), ("items", "Was it late?"), ("rule", "all"), ("silence", "uncounted"), ("way", "random"),
        ("number", "5"),
      ])
    try await owner.post("\(measure)/review/periods", [("day", "2026-08-03"), ("listed", "20")])
    let draft = [("title", "How safe does it feel?"), ("questions", "It is calm"), ("low", "No"), ("high", "Yes")]
    for opens in [false, true] {
      let survey = try #require(try await owner.post("\(project)/new-survey", draft).location)
      guard opens else { continue }
      try await owner.post("\(survey)/rounds", [("round", "before"), ("do", "open"), ("revision", "1")])
    }
    let counts = """
      {"outcome":"late","factor":"payer","second":"","bands":[{"name":"a"},{"name":"b"}],"cells":[\
      {"band":"a","level":"","events":40,"total":90},{"band":"b","level":"","events":50,"total":90}]}
      """
    #expect(try await owner.post("\(project)/association/counts", [("counts", counts)]).status == 303)
    for title in ["One", "Two"] {
      let kept = try await owner.get("\(measure)/definition")
      var form = try #require(SentForm.all(of: kept.text).first { $0.action.hasSuffix("/definition") })
      form.fields = form.fields.map { $0.0 == "name" ? ("name", title) : $0 }
      try await owner.post(form.action, form.fields)
    }
  }

  @Test(arguments: [Role.viewer, .contributor])
  func `offers a role what it may send, and nothing that is refused`(role: Role) async throws {
    let site = try TestSite { $0.hasDemo = true }
    try await site.visit { client in
      let owner = Browser(client)
      try await example(owner)
      let member = try await site.member(role, beside: owner)
      let found = try await member.wander()
      #expect(found.pages.count > 60)
      for (path, status) in found.pages { #expect(status < 400, "\(path) answers \(status)") }
      for (path, action) in found.actions {
        let line = Routes.line("POST", action)
        #expect(line?.permission.map(role.allows) ?? true, "\(path) has a form to \(action)")
      }
      // Sent as it stands, filled in with something, each is taken or asked about, but not refused.
      var sent: Set<Offered> = []
      for (path, form) in found.forms where form.action != "/theme" {
        guard sent.insert(Offered(page: "", action: form.action, fields: form.fields.map { "\($0)" })).inserted else {
          continue
        }
        let answer = try await member.post(form.action, form.fields)
        #expect(answer.status != 403, "\(path) has a form to \(form.action)")
      }
      #expect(role == .viewer || sent.count > 20)
    }
  }

  @Test(arguments: [Role.viewer, .contributor])
  func `keeps from a lesser role only what would be refused`(role: Role) async throws {
    let site = try TestSite { $0.hasDemo = true }
    try await site.visit { client in
      let owner = Browser(client)
      try await example(owner)
      let member = try await site.member(role, beside: owner)
      let editor = try await site.member(.editor, beside: owner)
      let offered = try await member.wander().offered
      let found = try await editor.wander()
      for (path, action) in found.actions {
        let line = Routes.line("POST", action)
        #expect(line?.permission.map(Role.editor.allows) ?? true, "\(path) has a form to \(action)")
      }
      var kept = 0
      for (path, form) in found.forms
      where form.action != "/theme" && !offered.contains(Offered(page: path, action: form.action, fields: form.names)) {
        kept += 1
        let answer = try await member.post(form.action, form.fields)
        // Some forms are asked about before they are refused.
        #expect([400, 403].contains(answer.status), "\(path) keeps a form to \(form.action) from a \(role)")
      }
      #expect(kept > 20)
    }
  }
}

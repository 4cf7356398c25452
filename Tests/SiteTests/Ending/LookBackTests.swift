import Foundation
import Improvement
import ProcessControl
import Testing
import Workspaces

/// A project as the site keeps it.
private struct KeptProject: Document {
  static let collection = "project"
  var project: Project
}

@Suite struct `The looks back at an ended project` {
  @Test func `go into the calendar of the owner who stays, and none is left when it was given up`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let project = try #require(
        try await browser.post("/improve/new-project", [("bother", "Discharges wait; rides, too")]).location)
      let file = "\(project)/looks-back.ics"
      #expect(try await browser.get(file).location == "\(project)/ending")
      func end(_ kind: String) async throws {
        let revision = try #require(
          SentForm.all(of: try await browser.get("\(project)/ending").text)
            .first { $0.fields.contains { $0 == ("do", "end") } }?.fields.first { $0.0 == "revision" }?.1)
        let sent = try await browser.post(
          "\(project)/ending",
          [("do", "end"), ("revision", revision), ("kind", kind), ("reason", "The aim was reached")])
        #expect(sent.status == 303)
      }
      try await end("finished")
      let page = try await browser.get("\(project)/ending")
      #expect(page.text.contains("href=\"\(file)\"") && page.text.contains("Nothing is sent from here."))
      let calendar = try await browser.get(file)
      let text = calendar.text.replacingOccurrences(of: "\r\n ", with: "")
      #expect(calendar.text.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 75 })
      #expect(text.components(separatedBy: "BEGIN:VEVENT").count == 4)
      // The clock stands on 21 September 2026.
      for day in ["20261221", "20270321", "20270921"] { #expect(text.contains("DTSTART;VALUE=DATE:\(day)\r\n")) }
      #expect(text.contains("SUMMARY:After 3 months\\, does it still hold? Discharges wait\\; rides\\, too"))

      let revision = try #require(
        SentForm.all(of: page.text).first { $0.fields.contains { $0 == ("do", "reopen") } }?
          .fields.first { $0.0 == "revision" }?.1)
      try await browser.post("\(project)/ending", [("do", "reopen"), ("revision", revision)])
      try await end("stopped")
      #expect(try await browser.get(file).location == "\(project)/ending")
    }
  }

  @Test func `stand at the head of Improve and of the department's view once they are due, until they are made`()
    async throws
  {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let project = try #require(
        try await browser.post("/improve/new-project", [("bother", "Discharges wait")]).location)
      try await browser.post("\(project)/charter", [("revision", "0"), ("owner", "Charge nurse")])
      #expect(!(try await browser.get("/improve").text.contains("look back is due")))
      // It ended on 1 March 2026; the clock stands on 21 September: 3 and 6 months are due, 12 are not.
      let (workspace, seat) = try await site.shelf.enter(try #require(Token(browser.cookies["housestaff"] ?? "")))
      let id = try #require(DocumentID<KeptProject>(String(project.split(separator: "/").last ?? "")))
      try await workspace.write(by: seat) { writing in
        let kept = try #require(try writing.reading.document(id))
        var value = kept.value
        value.project.ending = .init(.handedOver, reason: "The team left", on: try #require(Day(iso: "2026-03-01")))
        try writing.write(value, to: id, on: kept.revision)
      }
      for page in ["/improve", "/improve/department"] {
        let text = try await browser.get(page).text
        #expect(text.contains("One look back is due") && text.contains("Due Jun 1, 2026"))
        #expect(text.contains("After 3 and 6 months: does it still hold? Asked of Charge nurse."))
        #expect(text.contains("href=\"\(project)/ending\""))
      }
      for months in ["3", "6"] {
        let revision = months == "3" ? "0" : "1"
        let sent = try await browser.post(
          "\(project)/ending", [("do", "look"), ("revision", revision), ("months", months), ("holds", "yes")])
        #expect(sent.status == 303)
      }
      for page in ["/improve", "/improve/department"] {
        #expect(!(try await browser.get(page).text.contains("look back is due")))
      }
      let calendar = try await browser.get("\(project)/looks-back.ics").text
      #expect(calendar.components(separatedBy: "BEGIN:VEVENT").count == 2 && calendar.contains("20270301"))
    }
  }

  @Test func `say once that nobody is named to be asked`() async throws {
    try await TestSite().visit { client in
      let browser = Browser(client)
      let project = try #require(
        try await browser.post("/improve/new-project", [("bother", "Discharges wait")]).location)
      try await browser.post(
        "\(project)/ending", [("do", "end"), ("kind", "finished"), ("reason", "It runs"), ("revision", "1")])
      let page = try await browser.get("\(project)/ending").text
      #expect(page.contains("After 12 months"))
      #expect(page.components(separatedBy: "process owner").count == 2 && !page.contains("Nobody is named"))
    }
  }
}

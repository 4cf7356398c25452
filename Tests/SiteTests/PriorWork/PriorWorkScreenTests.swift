import Foundation
import Testing

@Suite struct `The rows of a list of past work` {
  private let file =
    "title,place,status,why,contact\nInterpreter use,4 West,stopped,Mrs Vane complained,a.b@example.org\n"
    + "Room labels,Room 4,finished,All rooms have one,https://example.org/poster\nBed alarms,Bed 4,running,,Desk\n"

  @Test func `are screened as if they were typed, and kept once each is looked at`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let refused = try await browser.upload(
        "/improve/past-work", Array(file.utf8), name: "list.csv", fields: [("revision", "0")])
      #expect(refused.status == 400 && refused.text.contains("could this point to a patient?"))
      #expect(refused.text.contains("\u{201C}Mrs Vane\u{201D}: A name.") && refused.text.contains("(1 of 3)"))
      // Places without a person, and whom one can ask, are fine.
      #expect(
        !refused.text.contains("\u{201C}Room 4\u{201D}") && !refused.text.contains("\u{201C}a.b@example.org\u{201D}"))
      #expect(try await site.state().isEmpty)
      #expect(refused.text.contains("enctype=\"multipart/form-data\""))
      let form = try #require(SentForm.all(of: refused.text).first { $0.action == "/improve/past-work" })
      let fields = form.fields.filter { $0.0 != "form-looked" }
      let again = try await browser.upload("/improve/past-work", [], fields: fields)
      #expect(again.status == 400 && again.text.contains("Mrs Vane complained"))
      #expect(again.text.contains("enctype=\"multipart/form-data\""))
      let mended = fields.map { $0.1 == "Mrs Vane complained" ? ($0.0, "A patient complained") : $0 }
      #expect(try await browser.upload("/improve/past-work", [], fields: mended).location == "/improve/past-work")
      let page = try await browser.get("/improve/past-work")
      #expect(page.text.contains("3 entries were read.") && page.text.contains("A patient complained"))
      #expect(page.text.contains("Room 4") && page.text.contains("Stopped") && !page.text.contains("Vane"))
    }
  }

  @Test func `are kept as they are when somebody says that they point to nobody`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let refused = try await browser.upload(
        "/improve/past-work", Array(file.utf8), name: "list.csv", fields: [("revision", "0")])
      let form = try #require(SentForm.all(of: refused.text).first { $0.action == "/improve/past-work" })
      #expect(form.fields.contains { $0 == ("form-looked", "Mrs Vane") })
      #expect(try await browser.upload("/improve/past-work", [], fields: form.fields).status == 303)
      #expect(try await browser.get("/improve/past-work").text.contains("Mrs Vane complained"))
    }
  }
}

@Suite struct `A room without a person` {
  @Test func `is a place of the safety log, and one with a person is looked at again`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let project = try await browser.beginProject()
      let log = [("title", "Events"), ("kinds", "Near miss\nFall"), ("places", "Room 1\nBed 4\nProcedure room 2")]
      #expect(try await browser.post("\(project)/safety-log", log + [("revision", "0")]).status == 303)
      let other = log.filter { $0.0 != "places" } + [("places", "Room 1\nVane, bed 4")]
      let refused = try await browser.post("\(project)/safety-log", other)
      #expect(refused.status == 400 && refused.text.contains("\u{201C}bed 4\u{201D}"))
    }
  }
}

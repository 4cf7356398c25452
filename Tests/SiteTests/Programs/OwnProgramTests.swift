import Foundation
import Site
import Testing

@Suite struct `One's own programs` {
  private static let table = """
    Program,Specialty,City/State,IMG %
    Alpha,Internal Medicine,"Columbus, Ohio",40
    Beta,IM,Pittsburgh PA,35
    Gamma,Internal Medicine,"Cleveland, ZZ",20
    St. Luke's,Neurolgy,Toledo OH,50
    """

  @Test func `are used or named with the reason, and an unclear column is asked about`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      try await browser.post(
        "/profile/specialties", [("primary", "Internal Medicine"), ("parallel", "Neurology"), ("revision", "0")])
      #expect(try await browser.post("/programs", [("table", Self.table)]).location == "/programs/preview")
      let preview = try await browser.get("/programs/preview").text
      #expect(preview.contains("3 of 4") && preview.contains("did you mean Neurology?"))
      #expect(preview.contains("<option value=\"percent_img\" selected") && preview.contains("counted together"))
      #expect(preview.contains("is no state"))
      #expect(
        try await browser.post("/programs/preview", [("do", "use"), ("programs-revision", "0")]).location == "/programs"
      )
      let list = try await browser.get("/list").text
      #expect(list.contains("1 of 4 programs is not used: St. Luke") && list.contains("did you mean Neurology?"))
    }
  }

  @Test func `have no button to compare where there is nothing to tick`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      for (query, isThere) in [("", false), ("?q=ohio", true), ("?q=zzzzzz", false)] {
        let text = try await browser.get("/programs" + query).text
        #expect(text.contains("Compare those ticked") == isThere, "\(query)")
      }
    }
  }
}

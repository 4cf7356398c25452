import Foundation
import Testing

private let messy = """
  My residency list 2027,,,,
  Residency Program,Spec,Location,Visas,Marks
  Larkspur Valley Medical Center,IM,"Cleveland, OH",J1/H1b,240
  Copper Ridge Hospital,Internal Med,"Austin, TX",maybe,231
  Prairie Star,,"Fargo, ND",none,228
  """

@Suite struct `A table of programs that is brought` {
  private func visit(_ body: @escaping @Sendable (Browser) async throws -> Void) async throws {
    try await TestSite().visit { client in try await body(Browser(client)) }
  }

  @Test func `is shown with what was understood, and changes nothing until it is used`() async throws {
    try await visit { browser in
      let sent = try await browser.upload("/programs/file", Array(messy.utf8), name: "messy.csv")
      #expect(sent.location == "/programs/preview")
      let page = try await browser.get("/programs/preview").text
      #expect(page.contains("2 programs understood, 1 row left out"))
      #expect(page.contains("J1/H1b \u{2192} both"))
      // The fault with its line and its column, and what to do.
      #expect(page.contains(">maybe<") && page.contains(">4<") && page.contains(">Visas"))
      #expect(page.contains("leave it empty if unknown"))
      #expect(try await browser.get("/programs").text.contains("Bring your programs"))
      let used = try await browser.post("/programs/preview", [("do", "use"), ("programs-revision", "0")])
      #expect(used.location == "/programs")
      let after = try await browser.get("/programs").text
      #expect(after.contains("In use: messy.csv") && after.contains("2 programs from 3 rows"))
      #expect(!after.contains("waits to be looked at"))
    }
  }

  @Test func `takes a meaning that is put right, and reads again before it is used`() async throws {
    try await visit { browser in
      try await browser.upload("/programs/file", Array(messy.utf8), name: "messy.csv")
      let again = try await browser.post(
        "/programs/preview",
        [("column-4", "step2_median"), ("column-3", ""), ("do", "use"), ("programs-revision", "0")])
      // Pressed "use" with new meanings: they are shown first.
      #expect(again.location == "/programs/preview")
      let page = try await browser.get("/programs/preview").text
      #expect(page.contains("as you said"))
      #expect(!page.contains(">maybe<"))
      #expect(page.contains("<option value=\"step2_median\" selected"))
      try await browser.post(
        "/programs/preview",
        [("column-4", "step2_median"), ("column-3", ""), ("do", "use"), ("programs-revision", "0")])
      #expect(try await browser.get("/programs").text.contains("In use: messy.csv"))
      // The table in use keeps what was said.
      #expect(try await browser.get("/programs/preview").text.contains("as you said"))
    }
  }

  @Test func `is pasted from MyERAS without column names`() async throws {
    try await visit { browser in
      let text =
        "Larkspur Valley\tInternal Medicine\tCleveland, OH\t1403800001\r\nCopper Ridge\tIM\tAustin, TX\t1404800002"
      #expect(try await browser.post("/programs", [("table", text)]).location == "/programs/preview")
      let page = try await browser.get("/programs/preview").text
      #expect(page.contains("2 programs understood") && page.contains("1403800001"))
    }
  }

  @Test func `is thrown away on request`() async throws {
    try await visit { browser in
      try await browser.upload("/programs/file", Array(messy.utf8), name: "messy.csv")
      #expect(try await browser.get("/programs").text.contains("A table waits to be looked at"))
      try await browser.post("/programs/preview/removal")
      #expect(!(try await browser.get("/programs").text.contains("A table waits to be looked at")))
      #expect(try await browser.get("/programs/preview").location == "/programs")
    }
  }

  @Test func `that is none is answered beside its field, with what was typed`() async throws {
    try await visit { browser in
      let seen = try await browser.post("/programs", [("table", "hello <there>")])
      #expect(seen.status == 400)
      #expect(seen.text.contains("This is not a table") && seen.text.contains("hello &lt;there"))
      #expect(try await browser.upload("/programs/file", []).status == 400)
    }
  }

  @Test func `does not write over programs that changed meanwhile`() async throws {
    try await visit { browser in
      try await browser.upload("/programs/file", Array(messy.utf8), name: "first.csv")
      try await browser.post("/programs/preview", [("do", "use"), ("programs-revision", "0")])
      try await browser.upload("/programs/file", Array(messy.utf8), name: "second.csv")
      let seen = try await browser.post("/programs/preview", [("do", "use"), ("programs-revision", "0")])
      #expect(seen.status == 409 && seen.text.contains("first.csv") && seen.text.contains("second.csv"))
    }
  }
}

@Suite struct `Finding a program` {
  @Test func `answers a page without scripts, and its middle alone to the script`() async throws {
    try await TestSite().visit { client in
      let browser = Browser(client)
      let page = try await browser.get("/programs?q=internal%20ohio").text
      let part = try await browser.get("/programs/found?q=internal%20ohio").text
      #expect(page.contains("1 to 25 of ") && page.contains(part))
      #expect(!part.contains("<html") && part.contains("fictional"))
      #expect(page.contains("/assets/") && page.contains("search.js"))
      let second = try await browser.get("/programs/found?q=internal%20ohio&page=2").text
      #expect(second.contains("26 to ") && second != part)
      #expect(try await browser.get("/programs/found?q=zzzz").text.contains("No program has all of this"))
      let one = try await browser.get("/programs/found?q=&state=OH&specialty=Neurology").text
      #expect(one.contains("Neurology") && !one.contains("Internal Medicine"))
    }
  }
}

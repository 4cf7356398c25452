import Foundation
import HTTPTypes
import Site
import SmartPick
import Tables
import Testing
import Workspaces

extension Browser {
  /// A visitor with the example's profile, opened on this site.
  static func withExample(_ site: TestSite, _ browser: Browser) async throws -> Browser {
    try await browser.post("/demo", [])
    return browser
  }

  /// The rows of the list as it is taken along, with their columns.
  func rows() async throws -> [[String: String]] {
    let seen = try await get("/list.csv")
    let table = try Table(csv: seen.bytes, name: "list.csv")
    let headers = table[0].values
    return (1..<table.rowCount).map { row in
      Dictionary(uniqueKeysWithValues: zip(headers, headers.indices.map { table[row, $0] }))
    }
  }
}

@Suite(.serialized) struct `A list taken along` {
  private func visit(_ body: @escaping @Sendable (Browser) async throws -> Void) async throws {
    let site = try TestSite { $0.hasDemo = true }
    try await site.visit { client in try await body(.withExample(site, Browser(client))) }
  }

  /// The same rows with other values in some cells, as a spreadsheet would save them.
  private func csv(_ rows: [(code: String, cells: [String: String])], columns: [String]) -> [UInt8] {
    var writer = CSVWriter()
    writer.write(["code"] + columns)
    for row in rows { writer.write([row.code] + columns.map { row.cells[$0] ?? "" }) }
    return writer.bytes
  }

  @Test func `is a CSV and a workbook of the same rows, and says what is fiction`() async throws {
    try await visit { browser in
      let rows = try await browser.rows()
      #expect(rows.count > 5)
      #expect(rows.allSatisfy { $0["fiction"] == "yes" && $0["code"]?.hasPrefix("FICTION-") == true })
      let seen = try await browser.get("/list.xlsx")
      #expect(seen.headers[.contentDisposition]?.contains("housestaff-list-fiction.xlsx") == true)
      for sheet in ["List", "Questions", "Not met", "Assumptions", "About"] {
        let table = try Table(xlsx: seen.bytes, name: "list.xlsx", sheet: sheet)
        #expect(table.rowCount > 0)
      }
      let list = try Table(xlsx: seen.bytes, name: "list.xlsx")
      #expect(list.rowCount == rows.count + 1 && list[0].values.suffix(2) == ["my_note", "adviser_note"])
      #expect(list[1, 1] == rows[0]["code"])
      let about = try Table(xlsx: seen.bytes, name: "list.xlsx", sheet: "About")
      #expect((0..<about.rowCount).contains { about[$0, 0].contains("No such place exists") })
      let assumptions = try Table(xlsx: seen.bytes, name: "list.xlsx", sheet: "Assumptions")
      #expect(assumptions.rowCount > 50)
    }
  }

  @Test func `comes back with marks and notes, shown first and then kept`() async throws {
    try await visit { browser in
      let rows = try await browser.rows()
      let (one, two, three) = (rows[0]["code"] ?? "", rows[1]["code"] ?? "", rows[2]["code"] ?? "")
      let file = csv(
        [
          (one, ["my_mark": "love", "my_note": "=wonderful <people>", "my_order": "1"]),
          (two, ["my_mark": "Refuse", "my_preference": "80%"]),
          (three, ["my_mark": "pin", "my_preference": "0.25", "my_order": "first"]), ("NOWHERE-1", [:]),
        ], columns: ["my_mark", "my_preference", "my_order", "my_note"])
      #expect(try await browser.upload("/list/back", file, name: "edited.csv").location == "/list/back")
      let page = try await browser.get("/list/back").text
      #expect(page.contains("7 changes came back") && page.contains("=wonderful &lt;people"))
      // What was not understood is named with its place.
      #expect(page.contains("line 4, column my_order") && page.contains("NOWHERE-1"))
      // Nothing has happened yet.
      #expect(try await browser.rows()[0]["my_mark"] == "")
      let form = ["profile-revision", "marks-revision", "notes-revision"].map { ($0, page.value(of: $0)) }
      #expect(try await browser.post("/list/back/use", form).location == "/list")
      let after = try await browser.rows()
      let first = try #require(after.first { $0["code"] == one })
      #expect(first["my_mark"] == "love" && first["my_order"] == "1" && first["my_note"] == "'=wonderful <people>")
      #expect(!after.contains { $0["code"] == two })
      #expect(
        after.first { $0["code"] == three }.map { $0["my_preference"] == "0.25" && $0["my_mark"] == "pin" } ?? true)
      let list = try await browser.get("/list").text
      #expect(list.contains("My note: =wonderful &lt;people"))
      // The guard of the formula is taken off again: the file as it is changes nothing.
      let same = try await browser.get("/list.csv").bytes
      try await browser.upload("/list/back", same, name: "again.csv")
      #expect(try await browser.get("/list/back").text.contains("Nothing in it is different"))
    }
  }

  @Test func `comes back as a workbook with an adviser's notes`() async throws {
    try await visit { browser in
      let code = try await browser.rows()[0]["code"] ?? ""
      let sheet = XLSX.Sheet(
        name: "List", headers: ["code", "adviser_note"],
        rows: [[.text(code), .text("Ask about the\nnew track")], [.text("WHOLE"), .text("Fewer reaches")]])
      try await browser.upload("/list/back", try XLSX.write([sheet]), name: "notes.xlsx")
      let page = try await browser.get("/list/back").text
      #expect(page.contains("2 changes came back"))
      try await browser.post(
        "/list/back/use", ["profile-revision", "marks-revision", "notes-revision"].map { ($0, page.value(of: $0)) })
      let list = try await browser.get("/list").text
      #expect(list.contains("Your adviser wrote") && list.contains("Fewer reaches") && list.contains("Ask about the"))
      let revision =
        list.components(separatedBy: "/list/adviser-notes/done").dropFirst().first?.value(of: "revision") ?? ""
      try await browser.post(
        "/list/adviser-notes/done", [("id", "files"), ("code", "overall"), ("revision", revision)])
      #expect(!(try await browser.get("/list").text.contains("Fewer reaches")))
    }
  }

  @Test func `is refused when it is not a list, and thrown away on request`() async throws {
    try await visit { browser in
      #expect(try await browser.upload("/list/back", Array("a,b\n1,2\n".utf8), name: "x.csv").status == 400)
      #expect(try await browser.upload("/list/back", []).status == 400)
      let code = try await browser.rows()[0]["code"] ?? ""
      try await browser.upload("/list/back", csv([(code, ["my_note": "x"])], columns: ["my_note"]), name: "x.csv")
      #expect(try await browser.get("/list/back").text.contains("One change came back"))
      try await browser.post("/list/back/removal")
      #expect(try await browser.get("/list/back").text.contains("Bring an edited list back"))
    }
  }

  @Test func `is not used over a profile that changed meanwhile`() async throws {
    try await visit { browser in
      let code = try await browser.rows()[0]["code"] ?? ""
      try await browser.upload("/list/back", csv([(code, ["my_mark": "love"])], columns: ["my_mark"]), name: "x.csv")
      let seen = try await browser.post(
        "/list/back/use", [("profile-revision", "0"), ("marks-revision", "0"), ("notes-revision", "0")])
      #expect(seen.status == 409)
    }
  }
}

extension String {
  /// The value of the first input of that name.
  func value(of name: String) -> String {
    components(separatedBy: "<input").first { $0.contains("name=\"\(name)\"") }.flatMap { part in
      part.range(of: "value=\"").map { String(part[$0.upperBound...].prefix { $0 != "\"" }) }
    } ?? ""
  }
}

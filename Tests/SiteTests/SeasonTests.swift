import Foundation
import HTTPTypes
import Site
import SmartPick
import Testing

/// A browser in whose workspace a profile is kept.
func profiled(_ browser: Browser, specialty: String = "Internal Medicine") async throws -> Browser {
  try await browser.post("/profile/you", [("applicant_type", "us_md_senior"), ("revision", "0")])
  let revision = try await browser.get("/profile/specialties").value(of: "revision") ?? ""
  try await browser.post(
    "/profile/specialties",
    [("specialty", specialty), ("primary", specialty), ("budget_usd", "300"), ("revision", revision)])
  return browser
}

@Suite struct `The season` {
  private static let programs = """
    code,program,specialty,city,state,institution
    1400112345,Riverbend Family Medicine,Family Medicine,Dayton,OH,Riverbend
    1400112346,Hilltop Family Medicine,Family Medicine,Akron,OH,Hilltop
    1400112347,Lakeside Family Medicine,Family Medicine,Erie,PA,Lakeside
    """

  private func begun(_ browser: Browser) async throws -> Browser {
    let browser = try await profiled(browser, specialty: "Family Medicine")
    try await browser.post("/programs", [("table", Self.programs), ("revision", "0")])
    try await browser.post("/programs/preview", [("do", "use"), ("programs-revision", "0")])
    return browser
  }

  @Test func `takes an application in one tap from the list, and all of the list in another`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = try await begun(Browser(client))
      #expect(try await browser.get("/season").text.contains("Nothing sent yet"))
      let list = try await browser.get("/list").text
      #expect(list.contains("I applied") && list.contains("Riverbend Family Medicine"), "\(list)")
      let answer = try await browser.post(
        "/season", [("code", "1400112345"), ("signal", "signal"), ("then", "/list"), ("revision", "0")])
      #expect(answer.location == "/list")
      let season = try await browser.get("/season").text
      #expect(season.contains("Applied to 1 program: no interview yet") && season.contains("1 of 5"))
      #expect(try await browser.post("/season", [("code", "1400112345"), ("revision", "1")]).location == "/season")
      #expect(try await browser.get("/season").text.contains("It is there already."))
      try await browser.post("/season", [("all", "list"), ("revision", "1")])
      #expect(try await browser.get("/season").text.contains("Applied to 3 programs: no interview yet"))
      #expect(try await browser.post("/season", [("code", "none such"), ("revision", "2")]).status == 404)
    }
  }

  @Test func `makes an interview certain, and a rejection final, in the list that follows`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = try await begun(Browser(client))
      try await browser.post("/season", [("all", "list"), ("revision", "0")])
      var revision = 1
      for (code, standing) in [("1400112345", "interview"), ("1400112346", "rejected")] {
        let answer = try await browser.post(
          "/season/application/\(code)", [("standing", standing), ("revision", "\(revision)")])
        #expect(answer.location == "/season")
        revision += 1
      }
      let certain = try await browser.get("/program/1400112345").text
      #expect(certain.contains("100% for an interview at Riverbend Family Medicine"))
      #expect(try await browser.get("/program/1400112346").text.contains("0% for an interview at Hilltop"))
      let season = try await browser.get("/season").text
      #expect(season.contains("Applied to 3 programs: 1 interview"))
      #expect(season.contains("chance to match with these facts"))
      #expect(season.contains("write down the day of your interview"))
    }
  }

  @Test func `keeps a day and a time, says what is wrong with them, and takes all of it back`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = try await begun(Browser(client))
      try await browser.post("/season", [("code", "1400112345"), ("revision", "0")])
      let wrong = try await browser.post(
        "/season/application/1400112345",
        [("standing", "interview"), ("day", "2026-02-30"), ("time", "25:00"), ("signal", "x"), ("revision", "1")])
      #expect(wrong.status == 400)
      for words in ["2026-02-30 is no day", "25:00 is no time", "Choose one of these"] {
        #expect(wrong.text.contains(words))
      }
      #expect(wrong.text.contains("value=\"2026-02-30\""), "what was typed is kept")
      let right = try await browser.post(
        "/season/application/1400112345",
        [("standing", "interview"), ("day", "2026-11-03"), ("time", "09:30"), ("signal", "signal"), ("revision", "1")])
      #expect(right.location == "/season")
      #expect(try await browser.get("/season").text.contains("Nov 3, 2026, 09:30"))
      try await browser.post(
        "/undo", [("collection", "season"), ("id", "season"), ("revision", "2"), ("then", "/season")])
      #expect(try await !browser.get("/season").text.contains("Nov 3, 2026"))
      #expect(try await browser.get("/history/season/season").text.contains("The history of your season"))
      try await browser.post("/season/application/1400112345/removal", [("revision", "3")])
      #expect(try await browser.get("/season").text.contains("Nothing sent yet"))
    }
  }

  @Test func `is told on the list, beside the plan, and taken off at once`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = try await begun(Browser(client))
      #expect(try await browser.get("/list").text.contains("These are all the programs that are open to you here."))
      #expect(try await !browser.get("/plan").text.contains("As before you applied"))
      try await browser.post("/season", [("all", "list"), ("revision", "0")])
      try await browser.post("/season/application/1400112346", [("standing", "interview"), ("revision", "1")])
      let list = try await browser.get("/list").text
      #expect(list.contains("3 applications sent; none of the others is worth its fee: you match in "))
      #expect(list.contains("You have this interview.") && list.contains(">Yours<"))
      #expect(!list.contains("moves the interview"))
      #expect(list.contains("2 programs have not answered, and nobody knows how many of them have decided"))
      #expect(list.contains(" unmatched"))
      #expect(try await browser.get("/season").text.contains("2 programs have not answered, and nobody knows"))
      #expect(try await browser.get("/plan").text.contains("As before you applied"))
      let revision = try await browser.get("/season").value(of: "revision") ?? ""
      try await browser.post("/season", [("all", "none"), ("revision", revision)])
      let season = try await browser.get("/season").text
      #expect(season.contains("All applications are taken off.") && season.contains("Nothing sent yet"))
    }
  }

  @Test func `shows both versions where it changed meanwhile`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = try await begun(Browser(client))
      try await browser.post("/season", [("all", "list"), ("revision", "0")])
      try await browser.post("/season/application/1400112345", [("standing", "interview"), ("revision", "1")])
      let stale = try await browser.post(
        "/season/application/1400112346", [("standing", "rejected"), ("revision", "1")])
      #expect(stale.status == 409 && stale.text.contains("Hilltop Family Medicine"))
    }
  }
}

@Suite struct `The calendar file` {
  @Test func `holds own interviews and the season's dates with their source`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = try await profiled(Browser(client))
      let code = try #require(PracticeCatalog.programs().first { $0.specialty == "Internal Medicine" }?.code)
      try await browser.post("/season", [("code", code), ("revision", "0")])
      try await browser.post(
        "/season/application/\(code)",
        [("standing", "interview"), ("day", "2026-12-31"), ("time", ""), ("revision", "1")])
      let seen = try await browser.get("/season/calendar.ics")
      #expect(seen.headers[.contentType] == "text/calendar; charset=utf-8")
      #expect(seen.headers[.contentDisposition]?.contains("housestaff-season.ics") == true)
      let lines = seen.text.components(separatedBy: "\r\n")
      #expect(!lines.contains { $0.contains("\n") || $0.contains("\r") }, "every line ends in CR LF")
      #expect(lines.allSatisfy { $0.utf8.count <= 75 })
      #expect(lines.first == "BEGIN:VCALENDAR" && lines.suffix(2) == ["END:VCALENDAR", ""])
      let unfolded = seen.text.replacingOccurrences(of: "\r\n ", with: "")
      #expect(unfolded.contains("SUMMARY:ERAS season opens\r\n"))
      #expect(unfolded.contains("DTSTART;VALUE=DATE:20260603\r\nDTEND;VALUE=DATE:20260604\r\n"))
      #expect(unfolded.contains("DESCRIPTION:Source: "))
      #expect(unfolded.contains("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n"), "over the year's end")
      #expect(unfolded.contains("A practice program: fictional."))
      #expect(unfolded.components(separatedBy: "\r\nDTSTAMP:20260921T").count == 3, "one for each of two events")
      let uids = unfolded.components(separatedBy: "\r\n").filter { $0.hasPrefix("UID:") }
      #expect(uids.count == 2 && Set(uids).count == 2)
    }
  }

  @Test func `escapes text, folds long lines between characters, and names the zone of Eastern times`() {
    let calendar = CalendarFile(
      "Residency season",
      events: [
        .init(
          uid: "a@housestaff.invalid", summary: "Résumé, talk; \\ tea\nand " + String(repeating: "é", count: 60),
          detail: "x\u{7}y", day: "2026-11-03", time: "12:00", isEastern: true),
        .init(uid: "b@housestaff.invalid", summary: "Local", detail: "", day: "2026-11-03", time: "09:30"),
      ], stamp: Date(timeIntervalSince1970: 1_772_582_399))
    let text = calendar.text
    #expect(text.contains("DTSTAMP:20260303T235959Z\r\n"))
    #expect(text.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 75 })
    let unfolded = text.replacingOccurrences(of: "\r\n ", with: "")
    #expect(
      unfolded.contains("SUMMARY:Résumé\\, talk\\; \\\\ tea\\nand " + String(repeating: "é", count: 60) + "\r\n"))
    #expect(unfolded.contains("DESCRIPTION:x y\r\n"))
    #expect(unfolded.contains("DTSTART;TZID=America/New_York:20261103T120000\r\n"))
    #expect(unfolded.contains("BEGIN:VTIMEZONE\r\nTZID:America/New_York\r\n"))
    #expect(unfolded.contains("DTSTART:20261103T093000\r\n"), "local times float")
  }

  @Test(arguments: [1, 74, 75, 76, 149, 150, 300])
  func `unfolds to what was folded`(length: Int) {
    for letter in ["a", "é", "語", "😀"] {
      let line = "SUMMARY:" + String(repeating: letter, count: length)
      let folded = CalendarFile.folded(line)
      #expect(folded.replacingOccurrences(of: "\r\n ", with: "") == line)
      #expect(folded.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 75 })
    }
  }
}

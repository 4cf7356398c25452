import Foundation
import Testing

@Suite struct `The people of a project` {
  private func project(_ browser: Browser) async throws -> String {
    try #require(try await browser.post("/improve/new-project", [("bother", "Patients leave late")]).location)
  }

  @Test func `who are missing stand on its page until they have a seat`() async throws {
    try await TestSite().visit { client in
      let browser = Browser(client)
      let path = try await project(browser)
      try await browser.post(
        path + "/people", [("touched", "nightStaff"), ("touched", "interpreter"), ("revision", "0")])
      #expect(try await browser.get(path).text.contains("Night staff, an interpreter."))
      let form = try await browser.get(path + "/new-person?role=interpreter")
      #expect(form.value(of: "name") == "Interpreter")
      let unnamed = try await browser.post(path + "/new-person", [("name", ""), ("plan", "Call"), ("revision", "0")])
      #expect(unnamed.status == 400 && unnamed.text.contains("Call"))
      try await browser.post(
        path + "/new-person",
        [
          ("name", "Interpreter service"), ("role", "interpreter"), ("influence", "low"), ("interest", "high"),
          ("table", "yes"), ("burden", "Two more calls a day"), ("shaped", "The time of the call"),
          ("by", "2026-09-01"), ("revision", "0"),
        ])
      let people = try await browser.get(path + "/people")
      for words in ["Involve in deciding", "Two more calls a day", "The time of the call", "Due", "Night staff"] {
        #expect(people.text.contains(words), "\(words)")
      }
      let page = try await browser.get(path)
      #expect(page.text.contains("Night staff.") && !page.text.contains("an interpreter."))
    }
  }

  @Test func `who object head its page until they say it is settled`() async throws {
    try await TestSite().visit { client in
      let browser = Browser(client)
      let path = try await project(browser)
      #expect(
        try await browser.post(path + "/new-concern", [("said", "No time at seven"), ("revision", "0")]).status == 400)
      let made = try await browser.post(
        path + "/new-concern", [("said", "No time at seven"), ("kind", "time"), ("revision", "0")])
      let concern = try #require(made.location)
      let page = try await browser.get(path)
      #expect(page.text.contains("One concern is open") && page.text.contains("Ask the question"))
      let form = try await browser.get(concern)
      #expect(form.text.contains("Which minutes, of whom, in which part of the day?"))
      try await browser.post(
        concern,
        [
          ("said", "No time at seven"), ("kind", "time"), ("asked", "Which minutes?"), ("heard", "Hand-off"),
          ("answer", "smallerPilot"), ("settled", "yes"), ("revision", form.value(of: "revision") ?? ""),
        ])
      let settled = try await browser.get(path)
      #expect(!settled.text.contains("One concern is open"))
      #expect(settled.text.contains("settled: a smaller pilot in one unit"))
    }
  }

  @Test func `and evidence, successor and end are kept and shown`() async throws {
    try await TestSite().visit { client in
      let browser = Browser(client)
      let path = try await project(browser)
      #expect(
        try await browser.post(path + "/new-evidence", [("claim", "It helps"), ("revision", "0")]).status == 400)
      let fields = [
        ("claim", "Rides booked early: 31% to 22%"), ("source", "A journal"), ("year", "2021"),
        ("stance", "supports"), ("likeness", "somewhat"), ("revision", "0"),
      ]
      let uncounted = try await browser.post(path + "/new-evidence", fields + [("n", "0")])
      #expect(uncounted.status == 400 && uncounted.text.contains("Write a whole number from 1 to 10,000,000"))
      #expect(uncounted.value(of: "n") == "0")
      try await browser.post(path + "/new-evidence", fields + [("n", "12,359")])
      let page = try await browser.get(path)
      #expect(page.text.contains("A journal, 2021, n = 12,359, for the change, somewhat like us"))
      let card = try #require(page.text.firstMatch(of: /\/improve\/evidence\/[a-z0-9]+/)).0
      #expect(try await browser.get(String(card)).value(of: "n") == "12359")
      #expect(page.text.contains("Rides booked early") && page.text.contains("Is there none against?"))
      try await browser.post(
        path + "/ending",
        [("do", "rotation"), ("leaves", "2026-12-31"), ("successor", "The chief resident"), ("revision", "0")])
      let form = try await browser.get(path + "/ending")
      #expect(form.text.contains("The chief resident"))
      #expect(
        try await browser.post(path + "/ending", [("do", "end"), ("kind", "stopped"), ("revision", "1")]).status == 400)
      try await browser.post(
        path + "/ending",
        [("do", "end"), ("kind", "finished"), ("reason", "The clerk does it now"), ("revision", "1")])
      let ended = try await browser.get(path + "/ending")
      #expect(ended.text.contains("The clerk does it now") && ended.text.contains("Dec 21, 2026"))
      #expect(try await browser.get("/improve/department").text.contains("Finished: The clerk does it now"))
    }
  }
}

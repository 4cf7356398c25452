import Foundation
import Testing

@Suite struct `A cycle's pages` {
  /// A project with one planned cycle; the path of the cycle.
  private func begun(_ browser: Browser) async throws -> (project: String, cycle: String) {
    let project = try await browser.post("/improve/new-project", [("bother", "Patients leave late")])
    let path = try #require(project.location)
    let cycle = try await browser.post(
      path + "/new-cycle", [("change", "Book the ride at rounds"), ("scale", "oneShift")])
    return (path, try #require(cycle.location))
  }

  private func answer(
    _ browser: Browser, _ cycle: String, _ part: String, _ fields: [(String, String)]
  ) async throws -> Seen {
    let form = try await browser.get("\(cycle)/part/\(part)")
    #expect(form.status == 200)
    return try await browser.post(
      "\(cycle)/part/\(part)", fields + [("revision", form.value(of: "revision") ?? "")])
  }

  @Test func `lead from the plan through a locked prediction to the next one, linked`() async throws {
    try await TestSite().visit { client in
      let browser = Browser(client)
      let (project, cycle) = try await begun(browser)
      let first = try await browser.get(cycle)
      #expect(first.text.contains("Waits for the prediction"))
      _ = try await answer(
        browser, cycle, "prediction", [("question", "Can it be done?"), ("prediction", "Half leave in time")])
      let late = try await answer(browser, cycle, "begin", [("begun", "2026-12-31")])
      #expect(late.status == 400 && late.text.contains("still to come"))
      _ = try await answer(browser, cycle, "begin", [("begun", "2026-09-21")])
      let running = try await browser.get(cycle)
      #expect(running.text.contains("Locked Sep 21, 2026, 14:13 UTC"))
      let changed = try await answer(browser, cycle, "prediction", [("prediction", "All leave"), ("question", "Q")])
      #expect(changed.status == 303)
      _ = try await answer(browser, cycle, "remark", [("remark", "No porter that day")])
      let remarked = try await browser.get(cycle)
      #expect(remarked.text.contains("Half leave in time") && !remarked.text.contains("All leave"))
      #expect(remarked.text.contains("No porter that day"))
      _ = try await answer(
        browser, cycle, "happened", [("planned", "no"), ("surprises", "Two rides late"), ("ended", "2026-09-21")])
      let unanswered = try await answer(browser, cycle, "study", [("seen", "")])
      #expect(unanswered.status == 400 && unanswered.text.contains("Say in a sentence what was seen"))
      _ = try await answer(
        browser, cycle, "study", [("outcome", "partly"), ("seen", "3 of 8 in time"), ("learned", "Ask at dawn")])
      _ = try await answer(browser, cycle, "act", [("decision", "adapt"), ("why", "Too late in the day")])
      let next = try await browser.post("\(cycle)/next")
      let second = try await browser.get(try #require(next.location))
      #expect(second.text.contains("PDSA 2: Book the ride at rounds"))
      #expect(second.text.contains("It follows from") && second.text.contains("Ask at dawn"))
      #expect(try await browser.get(cycle).text.contains("It led to"))
      let page = try await browser.get(project)
      #expect(page.text.contains("Follows from PDSA 1") && page.text.contains("Adapt"))
    }
  }

  @Test func `hold a locked prediction against undo and history, and tell of it there`() async throws {
    try await TestSite().visit { client in
      let browser = Browser(client)
      let (_, cycle) = try await begun(browser)
      let id = try #require(cycle.split(separator: "/").last.map(String.init))
      _ = try await answer(browser, cycle, "prediction", [("question", "?"), ("prediction", "Half leave in time")])
      let open = try await browser.get(cycle)
      #expect(open.text.contains("action=\"/undo\""))
      _ = try await answer(browser, cycle, "begin", [("begun", "2026-09-21")])
      let locked = try await browser.get(cycle)
      #expect(locked.text.contains("<b>Locked.</b>") && !locked.text.contains("action=\"/undo\""))
      let history = try await browser.get("/history/cycle/\(id)")
      #expect(history.text.contains("Prediction locked 2026-09-21 14:13 UTC, Do begun 2026-09-21"))
      #expect(history.text.contains("within ten minutes") && !history.text.contains("Bring back"))
      let undone = try await browser.post("/undo", [("collection", "cycle"), ("id", id), ("revision", "3")])
      #expect(undone.status == 409 && undone.text.contains("cannot be taken back"))
      let restored = try await browser.post("/history/cycle/\(id)", [("number", "2"), ("revision", "3")])
      #expect(restored.status == 409)
      #expect(try await browser.get(cycle).text.contains("Half leave in time"))
      // What came after it is taken back as ever.
      _ = try await answer(browser, cycle, "happened", [("planned", "no"), ("surprises", "Two rides late")])
      #expect(try await browser.get(cycle).text.contains("action=\"/undo\""))
      #expect(try await browser.post("/undo", [("collection", "cycle"), ("id", id), ("revision", "4")]).status == 303)
      #expect(try await !browser.get(cycle).text.contains("Two rides late"))
      #expect(try await browser.get("/history/cycle/\(id)").text.contains("Taken back"))
    }
  }

  @Test func `keep what was typed beside what is wrong`() async throws {
    try await TestSite().visit { client in
      let browser = Browser(client)
      let (project, cycle) = try await begun(browser)
      let seen = try await answer(browser, cycle, "plan", [("who", "Night nurse"), ("planned", "soon")])
      #expect(seen.status == 400 && seen.text.contains("Night nurse") && seen.text.contains("2027-03-01"))
      #expect(try await browser.post(project + "/new-cycle", [("change", "")]).status == 400)
      #expect(try await browser.get("/improve/cycle/nothing").status == 404)
      #expect(try await browser.get("\(cycle)/part/nothing").status == 404)
    }
  }
}

import Foundation
import Testing

@Suite struct `A project at work` {
  /// A project with an outcome measure of weekly counts from June 1 to September 20, 2026; today is September 21.
  private func counted(_ browser: Browser) async throws -> (project: String, measure: String) {
    let path = try #require(
      try await browser.post("/improve/new-project", [("bother", "Patients leave late"), ("place", "4 West")]).location)
    let made = try await browser.post(
      path + "/new-measure",
      [
        ("name", "Late discharges"), ("role", "outcome"), ("kind", "proportion"), ("numerator", "late discharges"),
        ("denominator", "discharges"), ("better", "down"), ("period", "week"), ("revision", "0"),
      ])
    let measure = try #require(made.location, "\(made.status)")
    let id = try #require(measure.split(separator: "/").dropFirst(2).first)
    let rows = (0..<16).map { week in
      let day = Date(timeIntervalSince1970: 1_780_272_000 + Double(week) * 604_800)
      return "\(ISO8601DateFormatter().string(from: day).prefix(10))\t\(60 + week % 3)\t200"
    }
    let paste = "day\tnumerator\tdenominator\n" + rows.joined(separator: "\n")
    let saved = try await browser.post(
      "/improve/measure/\(id)/grid", [("paste", paste), ("division", "")])
    #expect(saved.status == 303, "\(saved.text.suffix(1_500))")
    return (path, String(id))
  }

  @Test func `declares its aim once it is complete, and says no more than too early`() async throws {
    try await TestSite().visit { client in
      let browser = Browser(client)
      let (project, measure) = try await counted(browser)
      let empty = try await browser.get(project + "/declaration")
      #expect(empty.text.contains("Choose the outcome measure that the aim is about."))
      #expect(try await browser.post(project + "/declaration").status == 400)
      let wrong = try await browser.post(
        project + "/aim", [("measure", measure), ("target", "200"), ("by", "soon"), ("revision", "0")])
      #expect(wrong.status == 400 && wrong.text.contains("A share lies between 0 and 100%."))
      #expect(wrong.text.contains("value=\"200\"") && wrong.text.contains("2027-03-01"))
      let aim = try await browser.post(
        project + "/aim",
        [
          ("measure", measure), ("target", "20"), ("by", "2026-12-31"), ("whom", "patients of 4 West"),
          ("revision", "0"),
        ])
      #expect(aim.location == project + "/proof")
      // What cannot be meant is said beside its field, and what was typed stays.
      let revision = try await browser.get(project + "/aim").value(of: "revision") ?? ""
      for (target, by, words) in [
        ("0.2", "2026-12-31", "for 20% write 20; if 0.2% is meant, write 0.2%."),
        ("45", "2026-12-31", "It stands at 30% now and lower is better: write a level below it."),
        ("21", "2025-12-31", "This day is over: write one that is still to come."),
      ] {
        let seen = try await browser.post(
          project + "/aim", [("measure", measure), ("target", target), ("by", by), ("revision", revision)])
        #expect(seen.status == 400 && seen.text.contains(words) && seen.text.contains("value=\"\(target)\""))
      }
      let proof = try await browser.get(project + "/proof")
      #expect(proof.value(of: "from") == "2026-06-01" && proof.value(of: "window") == "12")
      // What no data could put right is said beside its field, at once.
      for (change, begins, from, through, window, field, words) in [
        ("booking", "2026-09-21", "2026-06-01", "2026-09-20", "3", "window", "could never be told from chance"),
        ("booking", "2026-09-21", "2026-06-01", "2026-12-30", "12", "through", "the baseline must end before that day"),
        ("booking", "2026-09-21", "2026-06-01", "2026-05-01", "12", "through", "ends before it begins"),
        ("booking", "2027-01-04", "2026-06-01", "2026-09-20", "12", "begins", "must begin before that day"),
        (
          "booking so that it works", "2026-09-21", "2026-06-01", "2026-09-20", "12", "change",
          "so that\u{201D} and what"
        ),
      ] {
        let seen = try await browser.post(
          project + "/proof",
          [
            ("change", change), ("begins", begins), ("from", from), ("through", through), ("window", window),
            ("revision", proof.value(of: "revision") ?? ""),
          ])
        #expect(seen.status == 400 && seen.text.contains(words) && seen.text.contains("id=\"\(field)-error\""))
        #expect(seen.text.contains("value=\"\(change)\"") && seen.text.contains("value=\"\(window)\""))
      }
      let again = try await browser.get(project + "/proof")
      try await browser.post(
        project + "/proof",
        [
          ("change", "booking the ride at rounds"), ("begins", "2026-09-21"), ("from", "2026-06-01"),
          ("through", "2026-09-20"), ("window", "12"), ("revision", again.value(of: "revision") ?? ""),
        ])
      let ready = try await browser.get(project + "/declaration")
      #expect(ready.text.contains("16 weeks, Jun 1, 2026 to Sep 20, 2026"))
      #expect(ready.text.contains("an unchanged process") || ready.text.contains("An unchanged process"))
      #expect(try await browser.post(project + "/declaration").location == project)
      let page = try await browser.get(project)
      #expect(page.text.contains("Too early: 0 of the declared 12 weeks are over"))
      #expect(page.text.contains("Declared on September 21, 2026: "))
      #expect(page.text.contains("unchanged processes, looking after every week"))
      #expect(page.text.contains("Late discharges: from 30% to 20%, for patients of 4 West, by December 31, 2026."))
      #expect(page.text.contains("Where it stands: baseline measured"))
      #expect(!page.text.contains("because of the change"))
      // A second declaration is made, and is said.
      try await browser.post(project + "/declaration")
      #expect(try await browser.get(project).text.contains("Declared 2 times"))
      let department = try await browser.get("/improve/department")
      #expect(department.text.contains("Baseline measured") && department.text.contains("Too early"))
      #expect(department.text.contains("Outcome, process, balancing"))
    }
  }

  @Test func `draws its drivers and its minutes, by buttons`() async throws {
    try await TestSite().visit { client in
      let browser = Browser(client)
      let path = try #require(
        try await browser.post("/improve/new-project", [("bother", "Patients leave late")]).location)
      func add(_ page: String, _ fields: [(String, String)]) async throws -> Seen {
        // The first look shows what was just saved, whose way back carries a revision of its own.
        _ = try await browser.get(path + page)
        let form = try await browser.get(path + page)
        return try await browser.post(path + page, fields + [("revision", form.value(of: "revision") ?? "0")])
      }
      for (text, under) in [("The ride", ""), ("Booked late", "1"), ("Book at rounds", "2")] {
        let seen = try await add("/drivers", [("do", "add"), ("text", text), ("under", under)])
        #expect(seen.status == 303)
      }
      #expect(try await add("/drivers", [("do", "add"), ("text", ""), ("under", "")]).status == 400)
      let drivers = try await browser.get(path + "/drivers")
      #expect(drivers.text.contains("1 primary driver, 1 secondary driver and 1 change idea."))
      for (text, minutes, waiting) in [("Order", "5", "0"), ("Ride", "10", "85")] {
        #expect(
          try await add(
            "/process", [("do", "add"), ("text", text), ("minutes", minutes), ("waiting", waiting)]
          ).status == 303)
      }
      let map = try await browser.get(path + "/process")
      #expect(map.text.contains("2 steps take 100 min, of which 85% is waiting."))
      let wrong = try await add("/process", [("do", "add"), ("text", "x"), ("minutes", "long")])
      #expect(wrong.status == 400 && wrong.text.contains("Write minutes as a number"))
    }
  }
}

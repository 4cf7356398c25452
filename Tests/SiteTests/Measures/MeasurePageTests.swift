import Foundation
import Testing

extension Browser {
  /// Begins a project and gives the path of its page.
  func beginProject() async throws -> String {
    let seen = try await post(
      "/improve/new-project",
      [("bother", "Patients wait for the ride home"), ("place", "4 West"), ("countable", "late discharges")])
    return try #require(seen.location)
  }

  /// Adds a measure to a project and gives the path of its page.
  func addMeasure(to project: String, _ fields: [(String, String)] = []) async throws -> String {
    let standard = [
      ("name", "Late discharges"), ("role", "outcome"), ("kind", "proportion"),
      ("numerator", "discharges that left late"), ("denominator", "discharges"), ("better", "down"), ("period", "week"),
    ].filter { pair in !fields.contains { $0.0 == pair.0 } }
    let seen = try await post("\(project)/new-measure", standard + fields)
    return try #require(seen.location)
  }

  /// The value of the hidden revision of the first form of a page.
  func revision(_ path: String) async throws -> String { try await get(path).value(of: "revision") ?? "" }
}

/// So many weeks of counts from January 5, 2026, as a paste.
func weeks(_ count: Int, _ numerator: (Int) -> Int = { 10 + $0 % 4 }, of denominator: Int = 40) -> String {
  "day\tnumerator\tdenominator\n"
    + (0..<count).map { week in
      let day = Date(timeIntervalSince1970: 1_767_571_200 + Double(week) * 604_800)
      let text = ISO8601DateFormatter().string(from: day).prefix(10)
      return "\(text)\t\(numerator(week))\t\(denominator)"
    }.joined(separator: "\n")
}

@Suite struct `A project's measures` {
  @Test func `are asked for until all three kinds are there`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let project = try await browser.beginProject()
      #expect(try await browser.get(project).text.contains("Nothing is counted yet"))
      let form = try await browser.get("\(project)/new-measure")
      #expect(form.text.contains("value=\"late discharges\""))
      let measure = try await browser.addMeasure(to: project)
      let page = try await browser.get(project)
      #expect(page.text.contains("Still without: process measure, balancing measure."))
      #expect(page.text.contains("Add a balancing measure"))
      #expect(page.text.contains("href=\"\(measure)\""))
      let another = try await browser.get("\(project)/new-measure?role=balancing")
      #expect(another.text.contains("value=\"balancing\" checked"))
    }
  }

  @Test func `without a name or a denominator come back with what was typed`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let project = try await browser.beginProject()
      let seen = try await browser.post(
        "\(project)/new-measure", [("name", ""), ("role", "outcome"), ("kind", "rate"), ("definition", "as typed")])
      #expect(seen.status == 400)
      #expect(seen.text.contains("Give the measure a short name.") && seen.text.contains("as typed"))
      #expect(seen.text.contains("id=\"denominator-error\""))
      // Without what is counted, two people would count two things.
      #expect(seen.text.contains("id=\"numerator-error\"") && seen.text.contains("Say what is counted"))
    }
  }

  @Test func `are changed, deleted and brought back`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let project = try await browser.beginProject()
      let measure = try await browser.addMeasure(to: project)
      let revision = try await browser.revision("\(measure)/definition")
      try await browser.post(
        "\(measure)/definition",
        [
          ("revision", revision), ("name", "Later discharges"), ("role", "outcome"), ("kind", "proportion"),
          ("numerator", "late discharges"), ("denominator", "discharges"), ("better", "up"), ("period", "month"),
        ])
      #expect(try await browser.get(measure).text.contains("Every month"))
      let next = try await browser.revision("\(measure)/definition")
      let gone = try await browser.post("\(measure)/removal", [("revision", next)])
      #expect(gone.location == project)
      let page = try await browser.get(project)
      #expect(!page.text.contains("href=\"\(measure)\"") && page.text.contains("Deleted."))
      let undo = page.text.components(separatedBy: "action=\"/undo\"").last ?? ""
      func hidden(_ name: String) -> String {
        undo.components(separatedBy: "name=\"\(name)\" value=\"").last?.components(separatedBy: "\"").first ?? ""
      }
      try await browser.post(
        "/undo",
        [
          ("collection", hidden("collection")), ("id", hidden("id")), ("revision", hidden("revision")),
          ("then", project),
        ])
      #expect(try await browser.get(project).text.contains("href=\"\(measure)\""))
    }
  }
}

@Suite struct `A measure's page` {
  @Test func `shows the chart, its sentence, its table, and what to collect next`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let measure = try await browser.addMeasure(to: try await browser.beginProject())
      #expect(try await browser.get(measure).text.contains("Nothing is counted yet"))
      let saved = try await browser.post("\(measure)/grid", [("paste", weeks(20)), ("division", "")])
      #expect(saved.location == measure)
      let page = try await browser.get(measure)
      #expect(page.text.contains("20 counts: 20 new.") && page.text.contains("<svg"))
      #expect(page.text.contains("Nothing beyond chance: the 20 weeks vary about a mean of"))
      #expect(page.text.contains("10 of 40") && page.text.contains("The numbers as a table"))
      #expect(page.text.contains("Count next: the week of May 25, 2026. 17 weeks have ended and are not counted."))
      #expect(page.text.contains("of 800 discharges (4 West) from January 5 to May 24, 2026 left late."))
      #expect(page.text.contains("reasons: none has been counted"))
      let file = try await browser.get("\(measure)/counts.csv")
      #expect(file.text.hasPrefix("day,numerator,denominator,division,group\n2026-01-05,10,40,,\n"))
      #expect(file.text.split(separator: "\n").count == 21)
    }
  }

  @Test func `keeps target, baseline, phases with their reason, exclusions and notes`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let project = try await browser.beginProject()
      let measure = try await browser.addMeasure(to: project)
      try await browser.post("\(measure)/grid", [("paste", weeks(24)), ("division", "")])
      try await browser.post(
        "\(measure)/marks", [("target", "20%"), ("baseline", "2026-03-29"), ("revision", "0")])
      let refused = try await browser.post(
        "\(measure)/marks/new",
        [
          ("kind", "phase"), ("day", "2026-05-04"), ("words", ""),
          ("revision", try await browser.revision("\(measure)/marks")),
        ])
      #expect(refused.status == 400 && refused.text.contains("without a reason the chart is not redrawn"))
      for (kind, day, words) in [
        ("phase", "2026-05-04", "the clinic moved"), ("exclusion", "2026-02-02", "ice storm"),
        ("note", "2026-03-02", "new form"),
      ] {
        try await browser.post(
          "\(measure)/marks/new",
          [
            ("kind", kind), ("day", day), ("words", words),
            ("revision", try await browser.revision("\(measure)/marks")),
          ])
      }
      let page = try await browser.get(measure)
      for words in ["redrawn because the clinic moved", "ice storm", "new form", "left out"] {
        #expect(page.text.contains(words))
      }
      #expect(page.text.contains("pic-target"))
      let removed = try await browser.post(
        "\(measure)/marks/removal", [("index", "0"), ("revision", try await browser.revision("\(measure)/marks"))])
      #expect(removed.status == 303)
      #expect(!(try await browser.get(measure).text.contains("ice storm")))
    }
  }

  @Test func `says that a cell is wrong beside it, and keeps what was typed`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let measure = try await browser.addMeasure(to: try await browser.beginProject())
      let seen = try await browser.post(
        "\(measure)/grid",
        [
          ("paste", ""), ("day", "2026-01-05"), ("numerator", "12"), ("denominator", "10"), ("group", ""),
          ("day", ""), ("numerator", ""), ("denominator", ""), ("group", ""), ("division", ""),
        ])
      #expect(seen.status == 400)
      #expect(seen.text.contains("id=\"numerator-1-error\"") && seen.text.contains("More than the 10 it is of."))
      #expect(seen.text.contains("value=\"12\""))
    }
  }

  @Test func `keeps nothing of a paste with a column that may identify patients`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let measure = try await browser.addMeasure(to: try await browser.beginProject())
      let seen = try await browser.post(
        "\(measure)/grid",
        [("paste", "date,numerator,denominator,MRN\n2026-01-05,1,1,8812345\n"), ("division", "")])
      #expect(seen.status == 400 && seen.text.contains("The column \u{201C}MRN\u{201D} may identify patients"))
      #expect(try await browser.get(measure).text.contains("Nothing is counted yet"))
    }
  }

  @Test func `refuses a week that has not begun, beside its row, and takes the one that is not over as so far`()
    async throws
  {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let project = try await browser.beginProject()
      let measure = try await browser.addMeasure(to: project)
      func typed(_ day: String) -> [(String, String)] {
        [("paste", ""), ("day", day), ("numerator", "3"), ("denominator", "4"), ("group", ""), ("division", "")]
      }
      // Today is Monday, September 21, 2026.
      let refused = try await browser.post("\(measure)/grid", typed("2026-09-28"))
      #expect(refused.status == 400 && refused.text.contains("id=\"day-1-error\""))
      #expect(refused.text.contains("This week has not begun: today is 2026-09-21."))
      #expect(try await browser.post("\(measure)/grid", typed("2026-09-21")).status == 303)
      let page = try await browser.get(measure)
      #expect(page.text.contains("The week of September 21, 2026 is not over: 3 of 4 so far."))
      #expect(!page.text.contains("id=\"chart\""))
      #expect(try await browser.get(project).text.contains("3 of 4 so far"))
    }
  }

  @Test func `shows weeks without a count as gaps, says how many, and names all rules`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let project = try await browser.beginProject()
      let measure = try await browser.addMeasure(to: project)
      let rows = weeks(36).split(separator: "\n").map(String.init)
      let kept = rows.prefix(13) + rows.dropFirst(32)
      try await browser.post("\(measure)/grid", [("paste", kept.joined(separator: "\n")), ("division", "")])
      let page = try await browser.get(measure)
      #expect(page.text.contains("20 weeks have no count, the first the week of March 30, 2026."))
      #expect(page.text.contains("19 weeks have no value and are gaps."))
      #expect(page.text.contains("Runs go on across a gap"))
      #expect(page.text.contains("Count next: the week of March 30, 2026, the first of 20 weeks without a count."))
      #expect(page.text.contains("crossed more rarely than chance gives"))
      // Months lie empty, so that the data are not there every month; and the declaration is not what comes next.
      let whole = try await browser.get(project)
      #expect(whole.text.contains("2 of the last 3 months"))
      #expect(whole.text.contains("17 points") && !whole.text.contains("17 of 12"))
      #expect(whole.text.contains(">Set the aim</a>") && !whole.text.contains(">Declare the aim</a>"))
    }
  }

  @Test func `has one chart for the aim and for the card, with the baseline of the aim`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let project = try await browser.beginProject()
      let measure = try await browser.addMeasure(to: project)
      let id = try #require(measure.split(separator: "/").last)
      // Twelve weeks at 12 of 40 and 24 at 4: of all together, or of the first twelve, two different lines.
      try await browser.post(
        "\(measure)/grid", [("paste", weeks(36, { $0 < 12 ? 12 + $0 % 2 : 4 + $0 % 2 })), ("division", "")])
      let own = try await browser.get(measure)
      try await browser.post(
        project + "/aim", [("measure", String(id)), ("target", "5"), ("by", "2026-12-31"), ("revision", "0")])
      let proof = try await browser.get(project + "/proof")
      try await browser.post(
        project + "/proof",
        [
          ("change", "x"), ("begins", "2026-03-30"), ("from", "2026-01-05"), ("through", "2026-03-29"),
          ("window", "12"), ("revision", proof.value(of: "revision") ?? ""),
        ])
      let sentence = "baseline mean of 31%"
      let page = try await browser.get(project).text
      // The caption and the card say the same sentence.
      #expect(page.components(separatedBy: sentence).count >= 3, "\(page.components(separatedBy: sentence).count)")
      #expect(try await browser.get(measure).text.contains(sentence) && !own.text.contains(sentence))
    }
  }
}

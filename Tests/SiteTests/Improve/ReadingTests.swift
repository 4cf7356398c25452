import Foundation
import Testing

@Suite struct `What Improve prints and reads` {
  @Test func `a project on paper leaves out what there is to do, and keeps what it says`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let project = try await browser.beginProject()
      let page = try await browser.get(project).text
      for link in ["Add a card", "Note a concern", "Plan a cycle", "Set the aim", "All projects"] {
        let before = try #require(page.range(of: link)).lowerBound
        let opening = page[..<before].range(of: "<p", options: .backwards)
        let start = try #require(opening).lowerBound
        #expect(page[start..<before].contains("not-in-print"), "\(link)")
      }
      #expect(page.contains("<section class=\"not-in-print\" aria-labelledby=\"collecting\">"))
      #expect(page.contains("class=\"card card-next not-in-print\""))
      #expect(!page.contains("<h1 class="))
    }
  }

  @Test func `a rare rate keeps its digits on the axis and in the table, and names its unit`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let project = try await browser.beginProject()
      let measure = try await browser.addMeasure(
        to: project, [("kind", "rate"), ("numerator", "falls"), ("denominator", "patient days")])
      try await browser.paste(measure, weeks(24, { $0 % 3 == 0 ? 8 : 1 }, of: 251))
      let page = try await browser.get(measure).text
      // 80 in 24 weeks of 251 days: 0.0133 a day; 1 of 251 is not nothing.
      #expect(page.contains("0.0133") && page.contains(">0.0040<"))
      #expect(!page.contains("per unit"))
      #expect(page.contains("Falls, per patient day"))
      #expect(try await browser.get(project).text.contains("0.0133 per patient day (95% CI"))
    }
  }

  @Test func `each group has a line of its own, and days are written as elsewhere`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let measure = try await browser.addMeasure(to: try await browser.beginProject())
      let list = try await browser.get("/improve").text
      #expect(list.contains("Sep 21, 2026") && !list.contains(">2026-09-21<"))
      try await browser.post(
        "\(measure)/counts",
        [
          (
            "counts",
            "day,numerator,denominator,division,group\n2026-01-05,20,90,,\n2026-01-05,10,40,language,A\n"
              + "2026-01-05,8,30,language,B\n2026-01-05,2,20,language,C\n"
          ), ("left-out", ""),
        ])
      let page = try await browser.get("\(measure)/groups").text
      #expect(page.contains("<li>A: 25%") && page.contains("<li>B: 26.7%") && page.contains("<li>C: 10%"))
      #expect(page.contains("up to 1 in 10 such tables shows a false difference.</li>"))
    }
  }

  @Test func `a box of the driver diagram shows all its words, and stays one line`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let drivers = try await browser.beginProject() + "/drivers"
      let words = "Everything is there before the patient is: consent, allergies, images"
      try await browser.post(drivers, [("do", "add"), ("text", words), ("under", ""), ("revision", "0")])
      let page = try await browser.get(drivers)
      #expect(page.text.contains("rows=\"2\">\(words)</textarea>"))
      try await browser.post(
        drivers, [("do", "reword"), ("node", "1"), ("text", "Two\r\nlines"), ("revision", "1")])
      #expect(try await browser.get(drivers).text.contains(">Two lines</textarea>"))
    }
  }

  @Test func `a step of the process map is corrected in its place`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let map = try await browser.beginProject() + "/process"
      for (revision, text) in ["Consnet", "Pause"].enumerated() {
        try await browser.post(
          map, [("do", "add"), ("text", text), ("who", "Nurse"), ("minutes", "5"), ("revision", "\(revision)")])
      }
      let change = [("do", "change"), ("step", "0"), ("who", "Nurse"), ("waiting", "2")]
      let refused = try await browser.post(
        map, change + [("text", "Consent"), ("minutes", "few"), ("revision", "2")])
      #expect(
        refused.status == 400 && refused.text.contains("value=\"few\"") && refused.text.contains("minutes-0-error"))
      #expect(try await browser.post(map, change + [("text", ""), ("revision", "2")]).status == 400)
      let kept = try await browser.post(
        map, change + [("text", "Consent"), ("minutes", "7"), ("revision", "2")])
      #expect(kept.status == 303)
      let page = try await browser.get(map).text
      #expect(page.contains("2 steps take 14 min") && page.contains("Consent") && !page.contains("Consnet"))
    }
  }

  @Test func `what is deleted is named as a heading is`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      _ = try await browser.addMeasure(to: try await browser.beginProject())
      let page = try await browser.get("/workspace/deletion").text
      #expect(page.contains("<dt>Measure</dt>") && page.contains("<dt>Project</dt>"))
      #expect(!page.contains("<dt>a ") && !page.contains("page-links"))
    }
  }
}

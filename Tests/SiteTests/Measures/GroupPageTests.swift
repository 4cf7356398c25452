import Foundation
import Testing
import Workspaces

/// Weekly counts for two groups over three quarters of 2026, as the text that a preview passes on; the second group is small.
private let groups: String = {
  var text = "day,numerator,denominator,division,group\n"
  for week in 0..<36 {
    let day = ISO8601DateFormatter().string(
      from: Date(timeIntervalSince1970: 1_767_571_200 + Double(week) * 604_800)
    ).prefix(10)
    let (first, second) = (week < 18 ? 12 : 8, week % 12 == 3 ? 1 : 0)
    text += "\(day),\(first + second),44,,\n\(day),\(first),40,language,English\n\(day),\(second),4,language,Spanish\n"
  }
  return text
}()

@Suite struct `A measure by group` {
  @Test func `compares groups on one scale, with difference and ratio, and says whether the gap changed`() async throws
  {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let measure = try await browser.addMeasure(to: try await browser.beginProject())
      #expect(try await browser.get("\(measure)/groups").text.contains("No groups are counted yet"))
      try await browser.post("\(measure)/counts", [("counts", groups), ("left-out", "")])
      let page = try await browser.get("\(measure)/groups?change=2026-05-11")
      #expect(page.text.contains("English") && page.text.contains("Differences and ratios"))
      #expect(page.text.contains("percentage points below English (difference 95% CI"))
      #expect(page.text.contains("narrowed") || page.text.contains("cannot tell whether the gap changed"))
      #expect(page.text.contains("not because of it"))
    }
  }

  @Test func `shows a viewer no count below the threshold and nothing that gives one away`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let arrival = try await site.shelf.create(ownerNamed: "Me")
      let owner = Browser(client)
      owner.cookies["housestaff"] = arrival.token.text
      let measure = try await owner.addMeasure(to: try await owner.beginProject())
      try await owner.post("\(measure)/counts", [("counts", groups), ("left-out", "")])
      let invitation = try await arrival.workspace.write(by: arrival.seat) { try $0.invite(as: .viewer) }
      let viewer = owner.another()
      viewer.cookies["housestaff"] = try await arrival.workspace.join(by: invitation, named: "Viewer").token.text
      // Until the period is chosen a viewer sees no group, and no file holds one.
      let before = try await viewer.get("\(measure)/groups")
      #expect(before.status == 200 && before.text.contains("Groups are not shown yet"))
      #expect(!before.text.contains("Spanish"))
      #expect(try await viewer.get("\(measure)/groups.csv").status == 404)
      #expect(!(try await viewer.get("\(measure)/counts.csv").text.contains("Spanish")))
      #expect(try await viewer.post("\(measure)/groups/release", [("period", "month")]).status == 403)
      // The choice is made once.
      #expect(
        try await owner.post("\(measure)/groups/release", [("period", "day"), ("division", "language")]).status == 400)
      try await owner.post("\(measure)/groups/release", [("period", "quarter"), ("division", "language")])
      try await owner.post("\(measure)/groups/release", [("period", "month"), ("division", "site")])
      #expect(try await owner.get("\(measure)/groups").text.contains("by quarter, when the quarter is over"))
      // Not before the counts were left alone for a week.
      #expect(try await viewer.get("\(measure)/groups").text.contains("No quarter is shown yet"))
      site.clock.move(days: 7)
      let file = try await viewer.get("\(measure)/groups.csv").text.split(separator: "\n").map(String.init)
      #expect(file.first == "quarter,division,group,events,without,of,corrected since")
      // One of 52 in a quarter is hidden, and so is what would give it away.
      #expect(file.filter { $0.contains(",Spanish,") }.allSatisfy { $0.contains(",Spanish,,") })
      #expect(file.filter { $0.contains(",English,") }.allSatisfy { $0.contains(",English,,") })
      let page = try await viewer.get("\(measure)/groups")
      #expect(page.text.contains("hidden") && !page.text.contains("<figure"))
      #expect(try await viewer.get("\(measure)/grid").status == 403)
      // Another division of the same cases is not shown: the two tables could be subtracted.
      try await owner.post(
        "\(measure)/counts",
        [("counts", "day,numerator,denominator,division,group\n2026-01-05,12,44,site,North"), ("left-out", "")])
      #expect(try await owner.get("\(measure)/groups?by=site").text.contains("North"))
      #expect(!(try await viewer.get("\(measure)/groups?by=site").text.contains("North")))
      #expect(!(try await viewer.get("\(measure)/groups.csv?by=site").text.contains("North")))
    }
  }
}

@Suite struct `An association` {
  /// Success of two treatments of kidney stones by size (Charig and others, BMJ 292, 1986), one row for each case.
  private let stones: String = {
    var text = "treatment,size,success,MRN\n"
    var number = 80_012_345
    for (treatment, size, events, total) in [
      ("open surgery", "small", 81, 87), ("percutaneous", "small", 234, 270), ("open surgery", "large", 192, 263),
      ("percutaneous", "large", 55, 80),
    ] {
      for row in 0..<total {
        text += "\(treatment),\(size),\(row < events ? "yes" : "no"),\(number)\n"
        number += 7
      }
    }
    return text
  }()

  @Test func `that reverses within levels is reported as confounded, and only its counts are kept`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let project = try await browser.beginProject()
      let first = try await browser.upload("\(project)/association", Array(stones.utf8), name: "stones.csv")
      #expect(first.text.contains("<b>MRN</b>") && first.text.contains("Say which is which"))
      let seen = try await browser.upload(
        "\(project)/association", Array(stones.utf8), name: "stones.csv",
        fields: [("outcome", "success"), ("factor", "treatment"), ("second", "size"), ("counted", ""), ("cuts", "")])
      #expect(seen.text.contains("Confounded.") && seen.text.contains("factors not recorded may still explain this"))
      #expect(seen.text.contains("it reverses within levels of size (2 of 2 levels say the opposite of the whole)"))
      #expect(!seen.text.contains("80012345") && !seen.text.contains(" causes"))
      let counts = (seen.value(of: "counts") ?? "").replacing("&quot;", with: "\"").replacing("&#34;", with: "\"")
      let kept = try await browser.post("\(project)/association/counts", [("counts", counts)])
      let page = try await browser.get(try #require(kept.location))
      #expect(page.text.contains("Success by treatment") && page.text.contains("Confounded."))
      #expect(try await browser.get(project).text.contains("Success by treatment"))
      let bad = try await browser.post("\(project)/association/counts", [("counts", "{}")])
      #expect(bad.status == 400 && bad.text.contains("These are no counts."))
    }
  }

  @Test func `shows a viewer no small count, in its history neither, and no second table of the same cases`()
    async throws
  {
    let site = try TestSite()
    try await site.visit { client in
      let arrival = try await site.shelf.create(ownerNamed: "Me")
      let owner = Browser(client)
      owner.cookies["housestaff"] = arrival.token.text
      let project = try await owner.beginProject()
      func keep(_ events: Int) async throws -> String {
        let counts =
          "{\"outcome\":\"no-show\",\"factor\":\"payer\",\"second\":\"\",\"bands\":[{\"name\":\"A\"},{\"name\":\"B\"}],"
          + "\"cells\":[{\"band\":\"A\",\"level\":\"\",\"events\":\(events),\"total\":97},"
          + "{\"band\":\"B\",\"level\":\"\",\"events\":43,\"total\":89}]}"
        return try #require(try await owner.post("\(project)/association/counts", [("counts", counts)]).location)
      }
      let (first, second) = (try await keep(7), try await keep(31))
      let invitation = try await arrival.workspace.write(by: arrival.seat) { try $0.invite(as: .viewer) }
      let viewer = owner.another()
      viewer.cookies["housestaff"] = try await arrival.workspace.join(by: invitation, named: "Viewer").token.text
      #expect(try await owner.get(first).text.contains("7 of 97"))
      #expect(try await viewer.get(first).text.contains("not shown to others"))
      #expect(try await viewer.post("\(first)/shown", []).status == 403)
      try await owner.post("\(first)/shown", [])
      let page = try await viewer.get(first)
      #expect(page.text.contains("hidden") && !page.text.contains("7 of 97") && !page.text.contains("43 of 89"))
      let id = first.split(separator: "/").last ?? ""
      let history = try await viewer.get("/history/association/\(id)")
      #expect(history.status == 200 && !history.text.contains("7 of 97"))
      // As a word of its own: the address of an asset may hold the digits.
      #expect(history.text.firstMatch(of: /\b97\b/) == nil)
      // Without a small count it would be shown, but the other one divides the same cases.
      #expect(try await owner.get(second).text.contains("the two could be subtracted"))
      #expect(try await owner.post("\(second)/shown", []).status == 303)
      #expect(try await owner.get(second).text.contains("31 of 97"))
      let other = try await viewer.get(second)
      #expect(!other.text.contains("31 of 97") && other.text.contains("not shown to others"))
    }
  }
}

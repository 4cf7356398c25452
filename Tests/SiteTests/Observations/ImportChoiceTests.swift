import Foundation
import Testing
import Workspaces

extension Seen {
  /// What goes through the form that keeps the counts.
  fileprivate var carried: [(String, String)] {
    SentForm.all(of: text).first { $0.action.hasSuffix("/counts") }?.fields ?? []
  }
}

@Suite struct `A file read as a person says` {
  private func beginning(_ browser: Browser) async throws -> String {
    try await browser.addMeasure(to: try await browser.beginProject())
  }

  @Test func `makes a share of minutes by a threshold, and says which rows have no number`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let measure = try await beginning(browser)
      let rows = (0..<40).map {
        "2026-01-\(5 + $0 % 7 < 10 ? "0" : "")\(5 + $0 % 7),\($0 % 10 == 0 ? "n/a" : "\(200 + $0 * 2)")"
      }
      let file = Array(("date,minutes\n" + rows.joined(separator: "\n") + "\n").utf8)
      let guessed = try await browser.upload("\(measure)/import", file, name: "a.csv")
      #expect(guessed.text.contains("name=\"comparison\"") && guessed.text.contains("name=\"threshold\""))
      let chosen = [("day-column", "date"), ("numerator-column", "minutes"), ("comparison", "above")]
      let lacking = try await browser.upload("\(measure)/import", file, name: "a.csv", fields: chosen)
      #expect(lacking.status == 400 && lacking.text.contains("id=\"threshold-error\""))
      #expect(lacking.text.contains("<option value=\"above\" selected"))
      let seen = try await browser.upload(
        "\(measure)/import", file, name: "a.csv", fields: chosen + [("threshold", "240")])
      #expect(seen.status == 200)
      #expect(seen.text.contains("36 of 40 rows make 1 week"))
      #expect(seen.text.contains("4 of 40 rows have no number (\u{201C}n/a\u{201D} is none): left out."))
      #expect(seen.text.contains("minutes: more than 240"))
      // 200 + 2n above 240: from the 22nd row on, without the 31st.
      #expect(seen.carried.contains { $0.0 == "counts" && $0.1.contains("2026-01-05,18,36,,") })
    }
  }

  @Test func `keeps rows of one unit only, and says how many of how many`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let measure = try await beginning(browser)
      let file = Array("date,unit,late\n2026-01-05,4 West,yes\n2026-01-06,5 East,no\n2026-01-07,4 West,no\n".utf8)
      let chosen = [("day-column", "date"), ("numerator-column", "late"), ("filter-column", "unit")]
      let empty = try await browser.upload("\(measure)/import", file, name: "a.csv", fields: chosen)
      #expect(empty.status == 400 && empty.text.contains("id=\"filter-value-error\""))
      #expect(empty.text.contains("Also found: 4 West, 5 East."))
      let none = try await browser.upload(
        "\(measure)/import", file, name: "a.csv", fields: chosen + [("filter-value", "6 North")])
      #expect(
        none.text.contains("No row has \u{201C}6 North\u{201D} in \u{201C}unit\u{201D}. It holds 4 West, 5 East."))
      let seen = try await browser.upload(
        "\(measure)/import", file, name: "a.csv", fields: chosen + [("filter-value", "4 west")])
      #expect(
        seen.text.contains(
          "2 of 3 rows have \u{201C}4 west\u{201D} in \u{201C}unit\u{201D}; the others are left out. 2 of 2 rows make 1 week"
        ))
      #expect(try await browser.post("\(measure)/counts", seen.carried).location == measure)
    }
  }

  @Test func `says what it replaces, from what to what, and what stays`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let measure = try await beginning(browser)
      let days = (0..<12).map { "2026-0\($0 / 2 + 1)-\($0 % 2 == 0 ? "01" : "15")" }
      let kept = Array(("day,late,discharges\n" + days.map { "\($0),3,10" }.joined(separator: "\n")).utf8)
      let first = try await browser.upload("\(measure)/import", kept, name: "a.csv")
      #expect(first.text.contains("new: nothing that is kept changes."))
      try await browser.post("\(measure)/counts", first.carried)
      let again = try await browser.upload("\(measure)/import", kept, name: "a.csv")
      #expect(again.text.contains("Nothing changes:"))
      let more = kept + Array("\n2026-07-06,2,9\n2026-01-02,1,10\n".utf8)
      let changed = try await browser.upload("\(measure)/import", more, name: "a.csv")
      #expect(changed.text.contains("1 week that is kept changes, 1 week is new and"))
      let raised = Array(("day,late,discharges\n" + days.map { "\($0),4,10" }.joined(separator: "\n")).utf8)
      let all = try await browser.upload("\(measure)/import", raised, name: "a.csv")
      #expect(all.text.contains("that are kept change.") && all.text.contains("And "))
    }
  }

  @Test func `leaves out weeks that have not begun, and takes none of them from a form`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let measure = try await beginning(browser)
      // Today is Monday, September 21, 2026.
      let file = Array("date,late\n2026-09-14,yes\n2026-09-27,no\n2026-09-28,yes\n".utf8)
      let seen = try await browser.upload("\(measure)/import", file, name: "a.csv")
      #expect(seen.text.contains("2 of 3 rows make 2 weeks"))
      #expect(
        seen.text.contains(
          "1 line is of a week that has not begun (column \u{201C}date\u{201D}): line 4, as \u{201C}2026-09-28\u{201D}; today is "
            + "2026-09-21: bring them when they have begun."))
      let forged = "day,numerator,denominator,division,group\n2026-09-28,1,2,,"
      #expect(try await browser.post("\(measure)/counts", [("counts", forged)]).status == 400)
    }
  }

  @Test func `is kept with dates that read both ways only once somebody says that they are right`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let measure = try await beginning(browser)
      let file = Array("date,late\n3/5/2026,yes\n4/7/2026,no\n".utf8)
      let seen = try await browser.upload("\(measure)/import", file, name: "a.csv")
      #expect(seen.text.contains("3/5/2026 can be read both ways") && seen.text.contains("name=\"dates\""))
      let plain = seen.carried.filter { $0.0 != "dates" }
      let refused = try await browser.post("\(measure)/counts", plain)
      #expect(refused.status == 400 && refused.text.contains("id=\"dates-error\""))
      #expect(try await browser.post("\(measure)/counts", plain + [("dates", "yes")]).location == measure)
      let turned = try await browser.upload(
        "\(measure)/import", file, name: "a.csv",
        fields: [("day-column", "date"), ("numerator-column", "late"), ("date-order", "day")])
      #expect(turned.text.contains("3/5/2026 was read as May 3, 2026: day first, as you chose."))
      #expect(!turned.text.contains("name=\"dates\""))
    }
  }

  @Test func `is read the same way the next time, as long as its columns are there`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let measure = try await beginning(browser)
      let file = Array("date,unit,minutes\n2026-01-05,4 West,300\n2026-01-06,5 East,30\n2026-01-07,4 West,20\n".utf8)
      let chosen = [
        ("day-column", "date"), ("numerator-column", "minutes"), ("comparison", "at-least"), ("threshold", "240"),
        ("filter-column", "unit"), ("filter-value", "4 West"),
      ]
      let first = try await browser.upload("\(measure)/import", file, name: "a.csv", fields: chosen)
      #expect(!first.text.contains("as those of the last file"))
      #expect(try await browser.post("\(measure)/counts", first.carried).location == measure)
      let other = try await site.member(.contributor, beside: browser)
      let next = Array("date,unit,minutes\n2026-02-02,4 West,260\n2026-02-03,5 East,30\n".utf8)
      for visitor in [browser, other] {
        let seen = try await visitor.upload("\(measure)/import", next, name: "b.csv")
        #expect(seen.text.contains("Its columns were read as those of the last file."))
        #expect(
          seen.text.contains("1 of 2 rows have \u{201C}4 West\u{201D}") && seen.text.contains("minutes: at least 240"))
        #expect(try await visitor.post("\(measure)/counts", seen.carried).location == measure)
      }
      let strange = Array("day,late\n2026-02-02,yes\n".utf8)
      let guessed = try await browser.upload("\(measure)/import", strange, name: "c.csv")
      #expect(!guessed.text.contains("as those of the last file") && guessed.text.contains("1 of 1 rows make 1 week"))
      // Another member's choice leaves what the owner chose; the counts come all the same.
      let later = Array("date,unit,minutes\n2026-03-02,4 West,260\n2026-03-03,5 East,3\n".utf8)
      let turned = try await other.upload(
        "\(measure)/import", later, name: "b.csv",
        fields: [("day-column", "date"), ("numerator-column", "minutes"), ("comparison", "below"), ("threshold", "9")])
      #expect(try await other.post("\(measure)/counts", turned.carried).location == measure)
      let again = try await browser.upload("\(measure)/import", next, name: "b.csv")
      #expect(again.text.contains("minutes: at least 240"))
    }
  }
}

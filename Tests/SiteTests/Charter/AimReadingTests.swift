import Foundation
import Testing
import Workspaces

@Suite struct `A project, as those read it who did not begin it` {
  @Test func `says its aim in words, and leads to no form that is not theirs`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let owner = Browser(client)
      let project = try await owner.beginProject()
      let measure = try await owner.addMeasure(to: project)
      try await owner.post("\(measure)/grid", [("paste", weeks(20)), ("division", "")])
      let id = String(measure.split(separator: "/").last ?? "")
      let begun = [("measure", id), ("target", "20"), ("by", ""), ("revision", "0")]
      #expect(try await owner.post("\(project)/aim", begun).status == 303)
      // The next step is on the aim, which is not theirs: they are told so, and the owner is led there.
      let contributor = try await site.member(.contributor, beside: owner)
      let next = try await contributor.get(project).text
      #expect(next.contains("Who made that part does it, or an editor.") && !next.contains("Do it now"))
      #expect(try await owner.get(project).text.contains("Do it now"))
      let revision =
        SentForm.all(of: try await owner.get("\(project)/aim").text)
        .first { $0.action.hasSuffix("/aim") }?.fields.first { $0.0 == "revision" }?.1 ?? ""
      let whole = [("measure", id), ("target", "20"), ("by", "2027-06-30"), ("revision", revision)]
      #expect(try await owner.post("\(project)/aim", whole).status == 303)
      for role in [Role.viewer, .contributor] {
        let other = try await site.member(role, beside: owner)
        let aim = try await other.get("\(project)/aim").text
        #expect(aim.contains("20%") && aim.contains("Jun 30, 2027") && aim.contains("Late discharges"))
        #expect(!aim.contains(">0.2<") && !aim.contains("2027-06-30"))
        let page = try await other.get(project).text
        #expect(!page.contains("Change the aim"))
        #expect(!page.contains(">Say what counts as proof<"))
      }
      #expect(try await owner.get(project).text.contains("Change the aim"))
    }
  }

  @Test func `puts the board first where the answers point to research`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let owner = Browser(client)
      let project = try await owner.beginProject()
      let screening = try await owner.get("\(project)/screening").text
      let form = try #require(SentForm.all(of: screening).first { $0.action.hasSuffix("/screening") })
      var answers = ["local-aim", "anyway", "known"].map { ($0, "yes") }
      answers += ["random", "risk", "identified", "funded", "generalize"].map { ($0, "no") } + [("withheld", "yes")]
      let kept = try await owner.post(form.action, answers + [("by", "Resident"), ("revision", "0")])
      #expect(kept.status == 303, "\(kept.text.suffix(2000))")
      let words = "nothing is declared or tried before it"
      for path in [project, "\(project)/declaration"] {
        #expect(try await owner.get(path).text.contains(words), "\(path)")
      }
      let record = try await owner.get("\(project)/screening")
      #expect(record.text.contains("Nothing is counted here yet."))
      let revision =
        SentForm.all(of: record.text).first { $0.action == form.action }?.fields.first { $0.0 == "revision" }?.1 ?? ""
      let reply = [("by", "Resident"), ("local-words", "The board says: exempt."), ("revision", revision)]
      #expect(try await owner.post(form.action, answers + reply).status == 303)
      #expect(try await !owner.get(project).text.contains(words))
      // The record says which came first.
      let measure = try await owner.addMeasure(to: project)
      try await owner.post("\(measure)/grid", [("paste", weeks(3)), ("division", "")])
      #expect(
        try await owner.get("\(project)/screening").text.contains(
          "The first count here is of Jan 5, 2026, not after it: the answers did not come before all data."))
    }
  }
}

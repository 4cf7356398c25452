import SmartPick
import Testing

@Suite struct `A profile written out` {
  private func read(_ text: String) -> ProfileReader { ProfileReader(bytes: Array(text.utf8), file: "profile.json") }

  @Test func `reads back the same`() {
    let example = read(Profile.example).profile
    let again = read(example.text)
    #expect(again.findings.isEmpty)
    #expect(again.profile == example)
  }

  @Test func `reads back the same when all is unknown`() {
    let again = read(Profile().text)
    #expect(again.findings.isEmpty)
    #expect(again.profile == Profile())
  }

  @Test func `keeps quotes, backslashes and control characters`() {
    var profile = Profile()
    profile.school = "A \"quoted\" \\ name\u{1}\n\t é 😀"
    profile.preferences.loved = ["X\"1"]
    profile.interviews = [.init("A", .declined)]
    profile.couple = .init(profile: "p.json", maxMiles: 40.5)
    let again = read(profile.text)
    #expect(again.findings.isEmpty)
    #expect(again.profile == profile)
  }
}

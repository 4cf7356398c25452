import Improvement
import Tables
import Testing

@Suite struct `The notebook of the example` {
  @Test func `names nobody, and says what is invented`() {
    for noticed in ExampleNotebook.opportunities {
      #expect(TextScreen.findings(in: noticed.what).isEmpty, "\(noticed.what)")
      #expect(!noticed.sightings.isEmpty && noticed.sightings == noticed.sightings.sorted { $0.day < $1.day })
    }
    for work in ExampleNotebook.priorWork { #expect(work.title.contains("(invented)") && !work.why.isEmpty) }
  }

  @Test func `shows what recurs, and past work that a new project finds`() throws {
    let themes = Recurrence(of: ExampleNotebook.opportunities, by: .theme)
    #expect(themes.groups.first?.name == "Discharge")
    #expect(themes.total == ExampleNotebook.opportunities.reduce(0) { $0 + $1.sightings.count })
    let titles = ExampleNotebook.priorWork.map { "\($0.title) \($0.about)" }
    #expect(Likeness(to: titles).matches("fewer pages at night").first?.index == 2)
  }
}

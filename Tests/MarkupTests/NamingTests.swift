import Markup
import Testing

@Suite struct `A summary of faults` {
  private func named(_ fault: String, at address: String = "#a", question: HTML) -> String {
    HTML {
      div(.class("card faults")) { ul { li { a(.href(address)) { fault } } } }
      question
      p { a(.href("#a")) { "elsewhere" } }
    }.namingQuestions(inClass: "faults").text
  }

  @Test func `says the question before the words`() {
    let field = HTML {
      label(.for("a")) { "Clerkships with honors" }
      input(.id("a"), .name("a"))
    }
    #expect(
      named("Enter a number.", question: field).contains("<a href=\"#a\">Clerkships with honors: Enter a number.</a>"))
    #expect(named("Enter a number.", question: field).contains("<a href=\"#a\">elsewhere</a>"))
    #expect(named("Clerkships with honors go to 30.", question: field).contains("\"#a\">Clerkships with honors go"))
    #expect(named("Enter a number.", at: "#b", question: field).contains("\"#b\">Enter a number.</a>"))
  }

  @Test func `knows groups, labels that are heard only, and questions that end in their own mark`() {
    let group = HTML { fieldset(.id("a")) { legend { "Step 1 passed?" } } }
    #expect(named("Choose.", question: group).contains(">Step 1 passed? Choose.</a>"))
    let heard = HTML { select(.id("a"), .aria("label", "What X means")) {} }
    #expect(named("Choose.", question: heard).contains(">What X means: Choose.</a>"))
    let unsafe = HTML { label(.for("a")) { "Tom & Ann <b>" } }
    #expect(named("Choose.", question: unsafe).contains(">Tom &amp; Ann &lt;b&gt;: Choose.</a>"))
  }

  @Test func `leaves a page without one as it is`() {
    let page = HTML {
      div(.class("other")) { a(.href("#a")) { "Go" } }
      label(.for("a")) { "A" }
    }
    #expect(page.namingQuestions(inClass: "faults").text == page.text)
  }
}

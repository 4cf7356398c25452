internal import Improvement
internal import Markup
internal import ProcessControl

/// The form that takes an opportunity in half a minute: what, where, of what kind, with what consequence.
struct OpportunityForm {
  var typed = FormFields()
  /// What is like it, when somebody asked.
  var similar: [AlikeWork] = []

  /// What is wrong, by field.
  var problems: [(field: String, words: String)] {
    var problems: [(field: String, words: String)] = []
    if typed["what"].isEmpty { problems.append(("what", "Say in a sentence what could be better.")) }
    if typed["what"].count > 600 { problems.append(("what", "Keep it below 600 letters: one thing, seen once.")) }
    if Opportunity.Kind(rawValue: typed["kind"]) == nil { problems.append(("kind", "Choose what it is about.")) }
    return problems
  }

  /// What is kept, to be put right.
  static func fields(of opportunity: Opportunity) -> FormFields {
    var fields = FormFields()
    for (name, value) in [
      ("what", opportunity.what), ("where", opportunity.place), ("kind", opportunity.kind.rawValue),
      ("theme", opportunity.theme),
    ] { fields.add(name, value) }
    for consequence in opportunity.consequences { fields.add("consequence", consequence.rawValue) }
    return fields
  }

  /// Puts the words of an opportunity right as typed; how often it was seen, and what came of it, stays.
  func correct(_ opportunity: inout Opportunity) {
    guard let typed = self.opportunity(on: Day(number: 0)) else { return }
    opportunity.what = typed.what
    opportunity.place = typed.place
    opportunity.kind = typed.kind
    opportunity.consequences = typed.consequences
    opportunity.theme = typed.theme
  }

  /// The questions by which it is put right.
  @HTMLBuilder func correction(problems: [(field: String, words: String)]) -> HTML {
    let error = { (name: String) in problems.first { $0.field == name }?.words }
    Field(
      "what", "What could be better?", control: .area(rows: 2), typed: typed["what"],
      hint: "One sentence. No name, no record number, no date: nothing by which a patient could be known.",
      error: error("what"), isRequired: true)
    Field("where", "Where?", typed: typed["where"], hint: "A unit, a clinic, a service.")
    Field(
      "kind", "What is it about?",
      control: .selection(Opportunity.Kind.allCases.map { ($0.rawValue, $0.words) }), typed: typed["kind"],
      error: error("kind"), isRequired: true)
    ChoiceField(
      "consequence", "What follows from it?",
      choices: Opportunity.Consequence.allCases.map { .init($0.rawValue, $0.words) },
      chosen: Set(typed.all("consequence")), allowsSeveral: true)
    Field("theme", "Theme", typed: typed["theme"], hint: "A word under which others would look for the same thing.")
  }

  /// The opportunity as typed, seen today; nil while the kind is missing.
  func opportunity(on today: Day) -> Opportunity? {
    Opportunity.Kind(rawValue: typed["kind"]).map { kind in
      Opportunity(
        what: typed["what"], place: typed["where"], kind: kind,
        consequences: Opportunity.Consequence.allCases.filter { typed.all("consequence").contains($0.rawValue) },
        theme: typed["theme"], sightings: [Opportunity.Sighting(today, shift: typed["shift"])])
    }
  }

  func body(_ page: PageContext, problems: [(field: String, words: String)]) -> HTML {
    func error(_ name: String) -> String? {
      let words = problems.filter { $0.field == name }.map(\.words)
      return words.isEmpty ? nil : words.joined(separator: " ")
    }
    return HTML {
      ErrorList(problems: problems)
      page.writing(to: .opportunities, named: "opportunity", showsSimilar: true) {
        Field(
          "what", "What could be better?", control: .area(rows: 2), typed: typed["what"],
          hint: "One sentence. No name, no record number, no date: nothing by which a patient could be known.",
          error: error("what"), isRequired: true)
        SimilarWork(works: similar).whileTyping
        Field("where", "Where?", typed: typed["where"], hint: "A unit, a clinic, a service.")
        Field(
          "kind", "What is it about?",
          control: .selection([("", "Choose one")] + Opportunity.Kind.allCases.map { ($0.rawValue, $0.words) }),
          typed: typed["kind"], error: error("kind"), isRequired: true)
        ChoiceField(
          "consequence", "What follows from it?",
          choices: Opportunity.Consequence.allCases.map { .init($0.rawValue, $0.words) },
          chosen: Set(typed.all("consequence")), allowsSeveral: true)
        more("Shift, theme, without my name") {
          Field(
            "shift", "Shift",
            control: .selection([("", "Not said"), ("day", "Day"), ("evening", "Evening"), ("night", "Night")]),
            typed: typed["shift"])
          Field(
            "theme", "Theme", typed: typed["theme"], hint: "A word under which others would look for the same thing.")
          div(.class("choice")) {
            input(.type(.checkbox), .id("unsigned"), .name("unsigned"), .value("yes"), .checked(typed.has("unsigned")))
            label(.for("unsigned")) {
              "Keep it without my name"
              small {
                "It is then dated to the day and names nobody; that it came after earlier entries can still be told "
                "from the file. You cannot change it later; an editor can."
              }
            }
          }
        }
        actions {
          SubmitButton("Keep it")
          SubmitButton("Look for similar work first", style: .quiet, field: ("look", "yes"))
        }
      }
      p(.class("small")) {
        "This is not the hospital's incident report: what harmed or nearly harmed a patient is reported there first."
      }
    }
  }
}

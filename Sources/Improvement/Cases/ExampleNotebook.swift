internal import ProcessControl

/// What the invented clinic of the worked cases noticed in a season, and what it tried before.
///
/// A pure value; nothing in it is about a real place. It shows what recurs, how opportunities are weighed side by side, a
/// request with its answer, and past work that a new project finds while it is begun.
public enum ExampleNotebook {
  /// Opportunities as residents kept them, the first kept first.
  public static let opportunities: [Opportunity] = [
    seen(
      "Discharge orders are written by ten and patients leave after two.", in: "Ward B", .workflow, [.delay, .hours],
      theme: "Discharge", on: [0, 4, 9, 15, 22, 30, 38, 47, 55], importance: 5, data: 4, control: 3, effort: 3),
    seen(
      "At night we are paged for diet orders that could wait.", in: "Ward B", .burnoutDriver, [.hours],
      theme: "Night pages", on: [2, 3, 10, 17, 24, 31, 45, 52], shift: "night", importance: 4, data: 5, control: 4,
      effort: 2),
    seen(
      "The list of pending tests is missing from the weekend hand-off.", in: "Ward B", .safety, [.delay, .harm],
      theme: "Hand-off", on: [5, 12, 19, 33, 40, 54], shift: "weekend", importance: 5, data: 3, control: 5, effort: 2),
    seen(
      "The interpreter phone has no charger.", in: "Continuity clinic", .equity, [.delay, .complaint],
      theme: "Interpreters", on: [7, 8, 21, 36, 50], importance: 4, data: 3, control: 4, effort: 1),
    seen(
      "Letters send people to a portal that many of them do not have.", in: "Continuity clinic", .policy, [.delay],
      theme: "Portal", on: [11, 26, 41], importance: 4, data: 4, control: 2, effort: 4),
    seen(
      "The blood culture tube is not on the cart.", in: "Ward B", .safety, [.delay], theme: "Supplies",
      on: [14, 28, 29, 53], shift: "night"),
    printer,
  ]

  /// Work of the years before, with what came of it.
  public static let priorWork: [PriorWork] = [
    PriorWork(
      title: "A discharge lounge (invented)", about: "Patients wait for transport outside the ward.", place: "Ward B",
      year: 2023, fate: .stopped, why: "The lounge closed when its nurse was moved to another unit.",
      source: "Poster of the resident day"),
    PriorWork(
      title: "The ride is booked at morning rounds (invented)", about: "Discharge delay, transport", place: "Ward A",
      year: 2024, fate: .finished, why: "Kept; the unit clerk does it now.", source: "Charge nurse of Ward A"),
    PriorWork(
      title: "One round of calls at ten instead of pages (invented)", about: "Pages at night", place: "Ward B",
      year: 2022, fate: .stopped, why: "The night nurses had not been asked; it ended with the chief\u{2019}s year.",
      source: "Chief residents\u{2019} folder"),
  ]

  /// What went straight to somebody who could decide.
  private static var printer: Opportunity {
    var printer = seen(
      "There is no printer in workroom 2, so lists are written by hand.", in: "Ward B", .staffing, [.hours],
      theme: "Supplies", on: [6, 20])
    let asked = first.adding(21)
    printer.proposal = Opportunity.Proposal(
      request: "One printer for workroom 2", owner: "Unit manager (invented)", answerBy: asked.adding(28),
      answer: "Ordered; it comes in November.", answered: asked.adding(16))
    return printer
  }

  private static let first = Day(year: 2026, month: 8, day: 31) ?? Day(number: 0)

  private static func seen(
    _ what: String, in place: String, _ kind: Opportunity.Kind, _ consequences: [Opportunity.Consequence],
    theme: String, on days: [Int], shift: String = "", importance: Int? = nil, data: Int? = nil, control: Int? = nil,
    effort: Int? = nil
  ) -> Opportunity {
    var opportunity = Opportunity(
      what: what, place: place, kind: kind, consequences: consequences, theme: theme,
      sightings: days.map { Opportunity.Sighting(first.adding($0), shift: shift) })
    if let importance {
      opportunity.standing = Opportunity.Standing(
        importance: importance, data: data, control: control, effort: effort)
    }
    return opportunity
  }
}

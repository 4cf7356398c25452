internal import Improvement
internal import Markup
internal import SmartPick
internal import Workspaces

/// A filled workspace to look around in; each visitor gets one of their own, so nobody finds another's changes in it.
enum DemoWorkspace {
  /// The setting that marks a workspace as an example.
  static let setting = "demo"

  static func open(_ page: PageContext) async throws -> Answer {
    guard page.site.options.hasDemo else { throw SiteError.notFound }
    if let place = page.entry.place {
      if place.isDemo { return .see(.home) }
      guard page.form["sure"] == "yes" else { return question(page) }
    }
    let arrival = try await page.site.shelf.create(ownerNamed: "Example", on: page.device)
    let today = page.today
    try await arrival.workspace.write(by: arrival.seat) { writing in
      try writing.set(setting, to: "yes")
      try writing.create(ProfileDocument(text: Profile.example), as: ProfileDocument.id)
      try writing.create(StageDocument(stage: .planning), as: StageDocument.id)
      for made in WorkedCase.all { try writing.keep(made, on: today) }
      for noticed in ExampleNotebook.opportunities { try writing.create(OpportunityDocument(opportunity: noticed)) }
      try writing.create(PriorWorkDocument(works: ExampleNotebook.priorWork), as: PriorWorkDocument.id)
    }
    page.entry.arrive(arrival, isDemo: true)
    return .see(
      .home,
      Flash(
        .news, "This is the example.", "Change what you like: it is your own copy. What to look at first stands below.")
    )
  }

  private static func question(_ page: PageContext) -> Answer {
    page.page("Open the example?") {
      h1 { "Open the example instead of your workspace?" }
      p(.class("lede")) {
        "A workspace is open in this browser. Make a recovery link first: without one you could not come back to it."
      }
      actions {
        LinkButton("Keep my workspace", to: Link.workspace.path)
        page.button("Open the example", to: .demo, style: .danger, fields: [("sure", "yes")])
      }
    }
  }
}

internal import SmartPick
internal import Tables
internal import Workspaces

/// The list, the plan, and what changes them.
enum ListRoutes {
  static let all: [Route] = [
    .get(.list, for: .guest(.read)) { page in
      try await answer(page)
    },
    .get(.listProgress, for: .guest(.read)) { page in
      guard let inputs = try await page.listInputs() else { return .text("ready") }
      switch await page.site.lists.reply(page.query["for"] == "plan" ? inputs.plan : inputs, within: .zero) {
      case .done: return .text("ready")
      case .working(let progress): return .text("\(progress.step.rawValue + 1)\t\(progress.step.words)")
      }
    },
    .get(.progressScript, for: .anyone) { _ in
      Answer(content: .bytes(ProgressScript.bytes, type: "text/javascript; charset=utf-8", lasting: true))
    },
    .get(.plan, for: .guest(.read)) { page in
      try await page.withList(plan: true) { _, list, inputs in
        PlanPage(
          plan: ApplicationPlan(list, profile: inputs.profile.value.profile),
          sent: try await page.document(SeasonDocument.id)?.value.applications.count ?? 0
        ).answer(page)
      }
    },
    .post(.listControls, for: .guest(.contribute)) { page in
      let controls = ListControls(try await page.document(ProfileDocument.id), page.form)
      guard controls.problems.isEmpty else { return try await answer(page, controls) }
      let kept = try await page.save(ProfileDocument(text: controls.changed.text), as: ProfileDocument.id)
      return .see(.list, page.saved(kept))
    },
    .post(.wish, for: .guest(.contribute)) { page in
      let code = page.form["code"]
      var profile = try await page.document(ProfileDocument.id)?.value.profile ?? Profile()
      profile.preferences.loved.removeAll { $0 == code }
      profile.preferences.refused.removeAll { $0 == code }
      if page.form["wish"] == "refuse" { profile.preferences.pinned.removeAll { $0.code == code } }
      switch page.form["wish"] {
      case "love": profile.preferences.loved.append(code)
      case "refuse": profile.preferences.refused.append(code)
      default: break
      }
      let kept = try await page.save(ProfileDocument(text: profile.text), as: ProfileDocument.id)
      return .see(.list, page.saved(kept))
    },
  ]

  /// The list, with the form beside it as it stands or as it was sent.
  private static func answer(_ page: PageContext, _ controls: ListControls? = nil) async throws -> Answer {
    try await page.withTakeAway { take in
      ListPage(
        profile: take.inputs.profile, season: take.inputs.season, list: take.list, written: ListWritten(take),
        costs: page.site.lists.known(take.inputs)?.pinCosts, change: try await page.listChange(take.inputs, take.list),
        controls: controls ?? ListControls(take.inputs.profile), unused: UnusedPrograms(take.inputs.request).sentence
      ).answer(page)
    }
  }
}

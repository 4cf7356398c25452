internal import Foundation
internal import SmartPick
internal import Tables
internal import Workspaces

/// Every assumption with its range and source, and one's own in their place.
enum AssumptionsRoutes {
  static let all: [Route] = [
    .get(.assumptions, for: .guest(.read)) { page in try await answer(page) },
    .get(.assumptionsFile, for: .guest(.read)) { page in
      let effects = try await page.document(EffectsDocument.id)?.value.effects ?? .published
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      let all = Assumption.all(ListRequest(profile: Profile(), programs: [], season: page.season, effects: effects))
      let data = try encoder.encode(all.map(AssumptionDocument.init))
      return Answer(
        content: .download(Array(data), type: "application/json; charset=utf-8", name: "housestaff-assumptions.json"))
    },
    .post(.assumptionsUpload, for: .guest(.contribute), taking: .file) { page in
      guard let upload = page.upload, let data = try? Data(contentsOf: upload.file), !data.isEmpty else {
        return try await answer(page, problems: ["No file was chosen. Choose a JSON or CSV file of assumptions."])
      }
      let read = Effects.edited(bytes: Array(data), file: String(upload.name.prefix(120)))
      guard read.findings.isEmpty else { return try await answer(page, problems: read.findings.map(\.description)) }
      let document = EffectsDocument(read.effects)
      let kept = try await page.save(document, as: EffectsDocument.id)
      let count = document.values.count
      return .see(
        .assumptions,
        page.saved(kept, "\(count) \(count == 1 ? "assumption differs" : "assumptions differ") from the published."))
    },
    .post(.assumptionsReset, for: .guest(.contribute)) { page in
      guard var document = try await page.document(EffectsDocument.id)?.value else { return .see(.assumptions) }
      let name = page.form["name"]
      if EffectName(rawValue: name) != nil { document.values[name] = nil } else { document.values = [:] }
      return .see(.assumptions, page.saved(try await page.save(document, as: EffectsDocument.id), "As published."))
    },
    .get(.assumption(name: "{id}"), for: .guest(.read)) { page in
      guard let name = EffectName(rawValue: page.parameters["id"] ?? "") else { return .see(.assumptions) }
      let kept = try await page.document(EffectsDocument.id)
      let effect = (kept?.value.effects ?? .published)[name]
      return AssumptionPage(effect: effect, form: AssumptionForm(effect, name), kept: kept).answer(page)
    },
    .post(.assumption(name: "{id}"), for: .guest(.contribute)) { page in
      guard let name = EffectName(rawValue: page.parameters["id"] ?? "") else { return .see(.assumptions) }
      let kept = try await page.document(EffectsDocument.id)
      let form = AssumptionForm(page.form, name)
      guard let value = form.value else {
        return AssumptionPage(effect: (kept?.value.effects ?? .published)[name], form: form, kept: kept).answer(page)
      }
      var document = kept?.value ?? EffectsDocument()
      let published = Effects.published[name]
      let isPublished = value == .init(value: published.value, low: published.low, high: published.high)
      document.values[name.rawValue] = isPublished ? nil : value
      return .see(.assumptions, page.saved(try await page.save(document, as: EffectsDocument.id)))
    },
  ]

  private static func answer(_ page: PageContext, problems: [String] = []) async throws -> Answer {
    let kept = try await page.document(EffectsDocument.id)
    let profile = try await page.document(ProfileDocument.id)?.value.profile ?? Profile()
    let request = ListRequest(
      profile: profile, programs: [], season: page.season, effects: kept?.value.effects ?? .published)
    let hasOwn = !(kept?.value.values.isEmpty ?? true)
    return AssumptionsPage(
      assumptions: Assumption.all(request), kept: kept, difference: hasOwn ? try await difference(page) : nil,
      problems: problems
    ).answer(page)
  }

  /// Both lists are computed at the same time; who has them already waits for neither.
  private static func difference(_ page: PageContext) async throws -> AssumptionsPage.Difference {
    guard let inputs = try await page.listInputs() else { return .noList(nil) }
    async let first = page.site.lists.reply(inputs, within: page.site.options.patience)
    async let second = page.site.lists.reply(inputs.withPublishedEffects, within: page.site.options.patience)
    guard case .done(let own) = await first, case .done(let published) = await second else { return .working }
    guard let ownList = own.list, let publishedList = published.list else {
      return .noList(own.problem ?? published.problem)
    }
    return .lists(own: ownList, published: publishedList)
  }
}

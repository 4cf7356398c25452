internal import Foundation
internal import Improvement
internal import ProcessControl
internal import Workspaces

/// PDSA cycles: planned one page at a time, locked, studied, and linked to the next.
enum CycleRoutes {
  static let all: [Route] = [
    .get(.newCycle(project: "{id}"), for: .guest(.contribute)) { page in
      guard page.workspace != nil else { return .see(.improve) }
      return NewCyclePage(file: try await page.projectFile(), group: String(page.query["for"].prefix(60))).answer(page)
    },
    .post(.newCycle(project: "{id}"), for: .guest(.contribute)) { page in
      let file = try await page.projectFile()
      var form = NewCyclePage(file: file, typed: page.form)
      form.isSent = true
      guard form.problems.isEmpty else { return form.answer(page) }
      let cycle = Cycle(
        project: file.project.project, number: file.nextNumber, change: page.form["change"],
        scale: Cycle.Scale(rawValue: page.form["scale"]), on: page.today)
      let kept = try await page.write { try $0.create(CycleDocument(cycle: cycle)) }
      return .see(.cycle(id: kept.id.description), page.saved(kept))
    },
    .get(.cycle(id: "{id}"), for: .guest(.read)) { page in
      guard page.workspace != nil else { return .see(.improve) }
      let (file, kept) = try await page.owned(CycleDocument.self)
      return CyclePage(file: file, kept: kept).answer(page)
    },
    .get(.cyclePart(id: "{id}", part: "{part}"), for: .guest(.contribute)) { page in
      guard page.workspace != nil else { return .see(.improve) }
      let (file, kept) = try await page.owned(CycleDocument.self)
      let form = CycleForm(try part(page), of: kept.value.cycle, today: page.today)
      return CyclePartPage(file: file, kept: kept, form: form).answer(page)
    },
    .post(.cyclePart(id: "{id}", part: "{part}"), for: .guest(.contribute)) { page in
      let (file, kept) = try await page.owned(CycleDocument.self)
      let form = CycleForm(try part(page), typed: page.form)
      var cycle = kept.value.cycle
      let problems = form.change(&cycle, today: page.today, now: page.now)
      guard problems.isEmpty else {
        return CyclePartPage(file: file, kept: kept, form: form, problems: problems).answer(page)
      }
      let saved = try await page.save(CycleDocument(cycle: cycle), as: kept.id)
      return .see(
        .cycle(id: kept.id.description),
        form.part == .begin
          ? Flash(.good, "Locked.", "The prediction stands as it is, with its time. Remarks can be added.")
          : page.saved(saved))
    },
    .post(.nextCycle(id: "{id}"), for: .guest(.contribute)) { page in
      let (file, kept) = try await page.owned(CycleDocument.self)
      let next = kept.value.cycle.next(number: file.nextNumber, of: kept.cycle, on: page.today)
      let made = try await page.write { try $0.create(CycleDocument(cycle: next)) }
      return .see(.cycle(id: made.id.description), page.saved(made, "It names the cycle that it follows from."))
    },
  ]

  private static func part(_ page: PageContext) throws -> CyclePart {
    guard let part = CyclePart(rawValue: page.parameters["part"] ?? "") else { throw SiteError.notFound }
    return part
  }
}

extension Moment {
  /// "Jun 3, 2026, 14:05 UTC".
  var words: String { DayText.minute(Date(timeIntervalSince1970: Double(rawValue))) }
}

extension PageContext {
  /// Now, by the server's clock.
  var now: Moment { Moment(rawValue: Int64(site.world.now().timeIntervalSince1970.rounded(.down))) }
}

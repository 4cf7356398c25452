internal import SmartPick
internal import Workspaces

/// What happened this season: applications, signals, answers, days.
enum SeasonRoutes {
  static let all: [Route] = [
    .get(.season, for: .guest(.read)) { page in
      let inputs = try await page.listInputs()
      let kept = try await page.document(SeasonDocument.id)
      // The chance is shown where it is known already: facts are written down without waiting for it.
      let list = inputs.flatMap { page.site.lists.known($0)?.list }
      return SeasonPage(kept: kept, profile: inputs?.profile.value.profile, list: list).answer(page)
    },
    .post(.season, for: .guest(.contribute)) { page in
      var season = try await page.document(SeasonDocument.id)?.value ?? SeasonDocument()
      if page.form["all"] == "none" {
        season.applications = []
        return .see(
          .season, page.saved(try await page.save(season, as: SeasonDocument.id), "All applications are taken off."))
      }
      let before = season.applications.count
      let isWhole = page.form["all"] == "list"
      let added = isWhole ? try await wholeList(page) : try await one(page)
      for application in added where season[application.code] == nil { season.applications.append(application) }
      let count = season.applications.count - before
      guard count > 0 else {
        return .see(
          path: page.form["then"], otherwise: .season,
          Flash(.news, isWhole ? "Every program of your list is there already." : "It is there already."))
      }
      let kept = try await page.save(season, as: SeasonDocument.id)
      let words = count == 1 ? "\(added[0].name) is among your applications." : "\(count) applications added."
      return .see(path: page.form["then"], otherwise: .season, page.saved(kept, words))
    },
    .get(.seasonApplication(code: "{code}"), for: .guest(.read)) { page in
      let kept = try await page.document(SeasonDocument.id)
      guard let kept, let application = kept.value[page.parameters["code"] ?? ""] else { return .see(.season) }
      return ApplicationPage(kept: kept, application: application).answer(page)
    },
    .post(.seasonApplication(code: "{code}"), for: .guest(.contribute)) { page in
      guard let kept = try await page.document(SeasonDocument.id),
        let application = kept.value[page.parameters["code"] ?? ""]
      else { throw SiteError.notFound }
      var form = ApplicationForm(page.form, application)
      form.check()
      guard form.problems.isEmpty else {
        return ApplicationPage(kept: kept, application: application, typed: page.form, problems: form.problems)
          .answer(page)
      }
      var season = kept.value
      season[application.code] = form.application
      let saved = try await page.save(season, as: SeasonDocument.id)
      return .see(path: page.form["then"], otherwise: .season, page.saved(saved, form.words))
    },
    .post(.seasonRemoval(code: "{code}"), for: .guest(.contribute)) { page in
      guard var season = try await page.document(SeasonDocument.id)?.value,
        let application = season[page.parameters["code"] ?? ""]
      else { throw SiteError.notFound }
      season[application.code] = nil
      let saved = try await page.save(season, as: SeasonDocument.id)
      return .see(.season, page.saved(saved, "\(application.name) is taken off your applications."))
    },
    .get(.calendar, for: .guest(.read)) { page in
      let season = try await page.document(SeasonDocument.id)?.value ?? SeasonDocument()
      let specialties = try await page.document(ProfileDocument.id)?.value.profile.specialties.map(\.name) ?? []
      let calendar = CalendarFile(
        season: season, dates: CalendarFile.dates(Season.all.last { !$0.dates.isEmpty } ?? page.season, specialties),
        stamp: page.site.world.now())
      return Answer(
        content: .download(
          Array(calendar.text.utf8), type: "text/calendar; charset=utf-8", name: "housestaff-season.ics"))
    },
  ]

  /// Every program of the list that is not sent yet, with the signal it is given there.
  private static func wholeList(_ page: PageContext) async throws -> [SeasonDocument.Application] {
    guard let list = try await page.listEntry()?.list else { return [] }
    return list.rows.filter { $0.status == .open }.map {
      .init($0.program, signal: $0.signal)
    }
  }

  /// The one program that the form names; its signal as sent along.
  private static func one(_ page: PageContext) async throws -> [SeasonDocument.Application] {
    let code = page.form["code"]
    let index = page.site.programs.index(try await page.document(ProgramsDocument.id)?.value)
    guard let program = index.programs.first(where: { $0.code == code }) else { throw SiteError.notFound }
    let signal = SignalKind(rawValue: page.form["signal"]) ?? .none
    return [.init(program, signal: signal)]
  }
}

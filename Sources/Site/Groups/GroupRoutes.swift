internal import Improvement
internal import ProcessControl
internal import Tables
internal import Workspaces

/// A measure by group.
enum GroupRoutes {
  static let all: [Route] = [
    .get(.measureGroups(id: "{id}"), for: .guest(.read)) { page in
      guard page.workspace != nil else { return .see(.improve) }
      return GroupPage(groups: try await page.groupFile()).answer(page)
    },
    .get(.measureGroupsFile(id: "{id}"), for: .guest(.read)) { page in
      guard page.workspace != nil else { return .see(.improve) }
      let groups = try await page.groupFile()
      guard let release = groups.released(today: page.today) else { throw SiteError.notFound }
      return Answer(
        content: .download(Array(release.csv.utf8), type: "text/csv; charset=utf-8", name: "groups.csv"))
    },
    .post(.measureRelease(id: "{id}"), for: .guest(.edit)) { page in
      let groups = try await page.groupFile()
      guard groups.release == nil else {
        return .see(
          .measureGroups(id: groups.file.measure.id.description),
          Flash(.news, "It was chosen before.", "Two tables of the same cases could be subtracted, so it stays."))
      }
      let periods = GroupRelease.periods(for: groups.file.definition.period)
      let division = page.form["division"]
      guard let period = Period(rawValue: page.form["period"]), periods.contains(period),
        groups.divisions.contains(division)
      else {
        return GroupPage(groups: groups, problems: [("period", "Choose a period.")]).answer(page)
      }
      let choice = ReleaseChoice(period, by: division)
      let key = ReleaseChoice.key(groups.file.measure.id)
      try await page.write { writing in
        // Two editors may press at the same time; the first one holds.
        if try writing.reading.setting(key) == nil { try writing.set(key, to: choice.setting) }
      }
      return .see(
        .measureGroups(id: groups.file.measure.id.description),
        Flash(.good, "Chosen.", "By \(choice.division), by \(period.rawValue)."))
    },
  ]
}

extension GroupRelease {
  /// The tables as they may leave: `period,division,group,events,others,of`; hidden is empty.
  var csv: String {
    var writer = CSVWriter(guardsFormulas: true)
    writer.write(["\(period.rawValue)", "division", "group", "events", "without", "of"])
    for table in tables {
      for (group, line) in zip(groups, table.lines) {
        writer.write([
          table.start.description, division, group, line.events.map(String.init) ?? "",
          line.others.map(String.init) ?? "", line.denominator.map(NumberText.full) ?? "",
        ])
      }
    }
    return writer.text
  }
}

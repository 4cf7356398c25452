internal import Foundation
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
      let division = page.form["division"]
      guard let period = Period(rawValue: page.form["period"]), groups.divisions.contains(division),
        groups.periods(by: division).contains(period)
      else {
        return GroupPage(groups: groups, problems: [("period", "Choose a period.")]).answer(page)
      }
      let choice = ReleaseChoice(period, by: division, of: groups.file.definition)
      let key = ReleaseChoice.key(groups.file.measure.id)
      let text = String(decoding: try JSONEncoder().encode(choice), as: UTF8.self)
      try await page.write { writing in
        // Two editors may press at the same time; the first one holds.
        guard try writing.reading.setting(key) == nil, try groups.table(choice).show(by: writing) else { return }
        try writing.set(key, to: text)
      }
      return .see(
        .measureGroups(id: groups.file.measure.id.description),
        Flash(.good, "Chosen.", "By \(choice.division), by \(period.rawValue)."))
    },
  ]
}

extension GroupRelease {
  /// The tables as they may leave: `period,division,group,events,without,of,corrected since`; hidden is empty.
  var csv: String {
    var writer = CSVWriter(guardsFormulas: true)
    writer.write(["\(period.rawValue)", "division", "group", "events", "without", "of", "corrected since"])
    for table in tables {
      for group in groups {
        let line = table.line(of: group)
        writer.write([
          table.start.description, division, group, line.events.map(String.init) ?? "",
          line.others.map(String.init) ?? "", line.denominator.map(NumberText.full) ?? "", table.isKept ? "yes" : "",
        ])
      }
    }
    return writer.text
  }
}

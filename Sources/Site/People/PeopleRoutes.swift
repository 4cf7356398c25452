internal import Improvement
internal import Workspaces

/// Who is touched, who decides, who is missing.
enum PeopleRoutes {
  static let all: [Route] = [
    .get(.people(project: "{id}"), for: .guest(.read)) { page in
      guard page.workspace != nil else { return .see(.improve) }
      return PeoplePage(file: try await page.projectFile()).answer(page)
    },
    .post(.people(project: "{id}"), for: .guest(.contribute)) { page in
      let file = try await page.projectFile()
      var charter = file.work.charter?.value.charter ?? Charter(project: file.project.project)
      let chosen = Set(page.form.all("touched"))
      charter.touched = WorkRole.allCases.filter { chosen.contains($0.rawValue) }
      let saved = try await page.save(CharterDocument(charter: charter), as: file.id())
      return .see(.people(project: file.project.id.description), page.saved(saved))
    },
    .get(.newPerson(project: "{id}"), for: .guest(.contribute)) { page in
      guard page.workspace != nil else { return .see(.improve) }
      let file = try await page.projectFile()
      return PersonForm(file, role: WorkRole(rawValue: page.query["role"])).answer(page)
    },
    .post(.newPerson(project: "{id}"), for: .guest(.contribute)) { page in
      let file = try await page.projectFile()
      let form = PersonForm(file, kept: nil, sent: page.form)
      guard form.problems.isEmpty else { return form.answer(page) }
      let kept = try await page.write { try $0.create(StakeholderDocument(person: form.person)) }
      return .see(.people(project: file.project.id.description), page.saved(kept))
    },
    .get(.person(id: "{id}"), for: .guest(.read)) { page in
      guard page.workspace != nil else { return .see(.improve) }
      let (file, kept) = try await page.owned(StakeholderDocument.self)
      return PersonForm(file, kept: kept).answer(page)
    },
    .post(.person(id: "{id}"), for: .guest(.contribute)) { page in
      let (file, kept) = try await page.owned(StakeholderDocument.self)
      let form = PersonForm(file, kept: kept, sent: page.form)
      guard form.problems.isEmpty else { return form.answer(page) }
      let saved = try await page.save(StakeholderDocument(person: form.person), as: kept.id)
      return .see(.people(project: file.project.id.description), page.saved(saved))
    },
  ]
}

internal import Improvement
internal import ProcessControl
internal import Workspaces

/// The charter that grows: aim and proof, declaration, scope, drivers, process map.
enum CharterRoutes {
  static let all: [Route] =
    aim + [
      .get(.declaration(project: "{id}"), for: .guest(.read)) { page in
        guard page.workspace != nil else { return .see(.improve) }
        return DeclarationPage(file: try await page.projectFile()).answer(page)
      },
      .post(.declaration(project: "{id}"), for: .guest(.contribute)) { page in
        let file = try await page.projectFile()
        let form = DeclarationPage(file: file)
        guard case .success(let declaration) = form.declared(at: page.now) else {
          return form.answer(page, isSent: true)
        }
        try await page.write { try $0.create(DeclarationDocument(declaration: declaration)) }
        return .see(
          .project(id: file.project.id.description),
          Flash(.good, "Declared.", "It is closed with its time; \(declaration.run) in a row will earn the words."))
      },
      .get(.charter(project: "{id}"), for: .guest(.read)) { page in
        guard page.workspace != nil else { return .see(.improve) }
        return CharterPage(try await page.projectFile()).answer(page)
      },
      .post(.charter(project: "{id}"), for: .guest(.contribute)) { page in
        let file = try await page.projectFile()
        let charter = CharterPage.charter(page.form, in: file)
        let saved = try await page.save(CharterDocument(charter: charter), as: file.id())
        return .see(.project(id: file.project.id.description), page.saved(saved))
      },
      .get(.drivers(project: "{id}"), for: .guest(.read)) { page in
        guard page.workspace != nil else { return .see(.improve) }
        return DriversPage(file: try await page.projectFile()).answer(page)
      },
      .post(.drivers(project: "{id}"), for: .guest(.contribute)) { page in
        let file = try await page.projectFile()
        guard let diagram = DriversPage.changed(file, page.form) else {
          return DriversPage(file: file, problem: "Say in a few words what drives it.").answer(page)
        }
        let saved = try await page.save(DriversDocument(diagram: diagram), as: file.id())
        return .see(.drivers(project: file.project.id.description), page.saved(saved))
      },
      .get(.processMap(project: "{id}"), for: .guest(.read)) { page in
        guard page.workspace != nil else { return .see(.improve) }
        return ProcessMapPage(file: try await page.projectFile()).answer(page)
      },
      .post(.processMap(project: "{id}"), for: .guest(.contribute)) { page in
        let file = try await page.projectFile()
        let (map, problems) = ProcessMapPage.changed(file, page.form)
        guard problems.isEmpty else {
          return ProcessMapPage(file: file, typed: page.form, problems: problems).answer(page)
        }
        let saved = try await page.save(ProcessMapDocument(map: map), as: file.id())
        return .see(.processMap(project: file.project.id.description), page.saved(saved))
      },
    ]

  private static let aim: [Route] = [AimForm.aim, .proof].flatMap { part -> [Route] in
    let link: Link = part == .aim ? .aim(project: "{id}") : .proof(project: "{id}")
    return [
      .get(link, for: .guest(.read)) { page in
        guard page.workspace != nil else { return .see(.improve) }
        let file = try await page.projectFile()
        let fields = part.fields(of: file.work.aim?.value.aim, in: file, today: page.today)
        return AimPage(file: file, part: part, typed: fields).answer(page)
      },
      .post(link, for: .guest(.contribute)) { page in
        let file = try await page.projectFile()
        var aim = file.work.aim?.value.aim ?? Aim(project: file.project.project)
        let problems = part.change(&aim, page.form, in: file, today: page.today)
        guard problems.isEmpty else {
          return AimPage(file: file, part: part, typed: page.form, problems: problems).answer(page)
        }
        let saved = try await page.save(AimDocument(aim: aim), as: file.id())
        let id = file.project.id.description
        return .see(part == .aim ? .proof(project: id) : .declaration(project: id), page.saved(saved))
      },
    ]
  }
}

extension ProjectFile {
  /// The name of a document of which the project has one: the project's own.
  func id<Value: PageDocument>() throws -> DocumentID<Value> {
    guard let id = DocumentID<Value>(project.id.description) else { throw SiteError.notFound }
    return id
  }
}

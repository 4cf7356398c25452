internal import Improvement
internal import Markup
internal import Tables
internal import Workspaces

/// A measure: its page, its definition, and what is marked on its chart.
enum MeasureRoutes {
  static let all: [Route] =
    [
      .get(.newMeasure(project: "{id}"), for: .guest(.contribute)) { page in
        guard page.workspace != nil else { return .see(.improve) }
        let file = try await page.projectFile()
        let missing = MeasureFamily.missing(among: file.measures.map(\.value.measure)).first
        let role = ProjectMeasure.Role(rawValue: page.query["role"]) ?? missing
        return MeasureForm(in: file.project, role: role).answer(page)
      },
      .post(.newMeasure(project: "{id}"), for: .guest(.contribute)) { page in
        let file = try await page.projectFile()
        let form = MeasureForm(in: file.project, role: nil, typed: page.form)
        guard form.problems.isEmpty else { return form.answer(page, isSent: true) }
        let measure = form.measure
        let kept = try await page.write { writing in try writing.create(MeasureDocument(measure: measure)) }
        return .see(.measure(id: kept.id.description), page.saved(kept))
      },
      .get(.measure(id: "{id}"), for: .guest(.read)) { page in
        guard page.workspace != nil else { return .see(.improve) }
        return MeasurePage(file: try await page.measureFile()).answer(page)
      },
      .get(.measureFile(id: "{id}"), for: .guest(.read)) { page in
        guard page.workspace != nil else { return .see(.improve) }
        let file = try await page.measureFile()
        // Groups leave only as they are released; see the groups' own file.
        let whole = file.definition.wholes(of: file.counts)
        let name = file.definition.name.lowercased().map { $0.isLetter || $0.isNumber ? String($0) : "-" }.joined()
        return Answer(
          content: .download(Array(CountText.write(whole).utf8), type: "text/csv; charset=utf-8", name: "\(name).csv"))
      },
      .get(.measureDefinition(id: "{id}"), for: .guest(.contribute)) { page in
        guard page.workspace != nil else { return .see(.improve) }
        let file = try await page.measureFile()
        guard let project = file.project else { throw SiteError.notFound }
        return MeasureForm(file.measure, in: project).answer(page)
      },
      .post(.measureDefinition(id: "{id}"), for: .guest(.contribute)) { page in
        let file = try await page.measureFile()
        guard let project = file.project else { throw SiteError.notFound }
        let form = MeasureForm(file.measure, in: project, typed: page.form)
        guard form.problems.isEmpty else { return form.answer(page, isSent: true) }
        let kept = try await page.save(MeasureDocument(measure: form.measure), as: file.measure.id)
        return .see(.measure(id: kept.id.description), page.saved(kept))
      },
      .post(.measureRemoval(id: "{id}"), for: .guest(.contribute)) { page in
        let file = try await page.measureFile()
        let (id, revision) = (file.measure.id, page.revision)
        let gone = try await page.write { writing in
          try writing.delete(id, on: revision)
          return try writing.reading.deleted(MeasureDocument.self).first { $0.id == id }?.revision ?? revision
        }
        let project = file.definition.project.rawValue
        return .see(
          .project(id: project),
          Flash(
            .good, "Deleted.", file.definition.name,
            undo: .init(collection: MeasureDocument.collection, id: id.description, revision: gone)))
      },
    ] + marks

  private static let marks: [Route] = [
    .get(.measureMarks(id: "{id}"), for: .guest(.contribute)) { page in
      guard page.workspace != nil else { return .see(.improve) }
      return ChartMarksPage(file: try await page.measureFile()).answer(page)
    },
    .post(.measureMarks(id: "{id}"), for: .guest(.contribute)) { page in
      let form = ChartMarksPage(file: try await page.measureFile(), typed: page.form)
      let (marks, problems) = form.frame
      guard problems.isEmpty else { return form.answer(page, problems: problems) }
      return try await page.keep(marks, of: form.file, then: .measure(id: form.file.measure.id.description))
    },
    .post(.newMeasureMark(id: "{id}"), for: .guest(.contribute)) { page in
      let form = ChartMarksPage(file: try await page.measureFile(), typed: page.form)
      let (mark, problems) = form.mark
      guard let mark else { return form.answer(page, problems: problems) }
      var marks = form.kept
      marks.add(mark)
      return try await page.keep(marks, of: form.file, then: .measureMarks(id: form.file.measure.id.description))
    },
    .post(.measureMarkRemoval(id: "{id}"), for: .guest(.contribute)) { page in
      let form = ChartMarksPage(file: try await page.measureFile())
      var marks = form.kept
      guard let index = Int(page.form["index"]), marks.marks.indices.contains(index) else { throw SiteError.notFound }
      marks.marks.remove(at: index)
      return try await page.keep(marks, of: form.file, then: .measureMarks(id: form.file.measure.id.description))
    },
  ]
}

extension PageContext {
  /// Keeps what is marked on a measure's chart.
  fileprivate func keep(_ marks: MeasureMarks, of file: MeasureFile, then link: Link) async throws -> Answer {
    let kept = try await save(
      ChartMarksDocument(project: file.definition.project, marks: marks), as: file.measure.id.marks)
    return .see(link, saved(kept))
  }
}

internal import Foundation
internal import Improvement
internal import Markup
internal import Tables
internal import Workspaces

/// What goes together: an outcome against a factor.
enum AssociationRoutes {
  static let all: [Route] = [
    .get(.newAssociation(project: "{id}"), for: .guest(.contribute)) { page in
      guard page.workspace != nil else { return .see(.improve) }
      return AssociationForm(project: try await page.projectFile().project).answer(page)
    },
    .post(.newAssociation(project: "{id}"), for: .guest(.contribute), taking: .file) { page in
      var form = AssociationForm(project: try await page.projectFile().project)
      guard let upload = page.upload, let data = try? Data(contentsOf: upload.file), !data.isEmpty else {
        form.problems = [("file", "No file was chosen. Choose a CSV or XLSX file.")]
        return form.answer(page)
      }
      do throws(TableError) {
        let table = try Table(Array(data), name: upload.name)
        form.read = CrossImport(
          table,
          columns: .init(
            outcome: page.form["outcome"], factor: page.form["factor"], second: page.form["second"],
            counted: page.form["counted"], cuts: page.form["cuts"], weight: page.form["weight"]))
      } catch {
        form.problems = [("file", error.description)]
      }
      return form.answer(page)
    },
    .post(.associationCounts(project: "{id}"), for: .guest(.contribute)) { page in
      let project = try await page.projectFile().project
      guard let counts = try? JSONDecoder().decode(CrossCounts.self, from: Data(page.form["counts"].utf8)),
        counts.isPossible, Association(counts) != nil
      else {
        return AssociationForm(project: project, problems: [("file", "These are no counts. Choose the file again.")])
          .answer(page)
      }
      let document = AssociationDocument(project: project.project, counts: counts, on: page.today)
      let kept = try await page.write { writing in try writing.create(document) }
      return .see(.association(id: kept.id.description), page.saved(kept))
    },
    .get(.association(id: "{id}"), for: .guest(.read)) { page in
      guard page.workspace != nil else { return .see(.improve) }
      let (kept, project, shown) = try await page.association()
      return AssociationPage(kept: kept, project: project, shown: shown).answer(page)
    },
    .post(.associationShowing(id: "{id}"), for: .guest(.edit)) { page in
      let (kept, _, _) = try await page.association()
      let table = kept.value.table(kept.id)
      let isShown = try await page.write { writing in try table.show(by: writing) }
      return .see(
        .association(id: kept.id.description),
        isShown
          ? Flash(.good, "Shown to others.", kept.value.heading)
          : Flash(.news, "It is not shown.", "Others see another table of the same cases; the two could be subtracted.")
      )
    },
    .post(.associationRemoval(id: "{id}"), for: .guest(.contribute)) { page in
      let (kept, _, _) = try await page.association()
      let (id, revision) = (kept.id, page.revision)
      let gone = try await page.write { writing in
        try writing.delete(id, on: revision)
        return try writing.reading.deleted(AssociationDocument.self).first { $0.id == id }?.revision ?? revision
      }
      return .see(
        .project(id: kept.value.project.rawValue),
        Flash(
          .good, "Deleted.", kept.value.heading,
          undo: .init(collection: AssociationDocument.collection, id: id.description, revision: gone)))
    },
  ]
}

extension PageContext {
  /// The association that the address names, with its project and what others see.
  fileprivate func association() async throws -> (Kept<AssociationDocument>, Kept<ProjectDocument>?, [ShownTable]) {
    guard let id = DocumentID<AssociationDocument>(parameters["id"] ?? "") else { throw SiteError.notFound }
    let found = try await read { reading in
      try reading.document(id).map { kept in
        let project = try DocumentID<ProjectDocument>(kept.value.project.rawValue).flatMap { try reading.document($0) }
        return (kept, project, try ShownTable.all(in: reading))
      }
    }
    guard let found = found ?? nil else { throw SiteError.notFound }
    return found
  }
}

extension CrossCounts {
  /// What a form brings is checked as if nobody had seen it before.
  fileprivate var isPossible: Bool {
    let names = Set(bands.map(\.name))
    return (2...CrossImport.mostBands + 1).contains(bands.count) && names.count == bands.count
      && (names.map(\.count).max() ?? 0) <= 80 && cells.count <= 400
      && cells.allSatisfy { cell in
        names.contains(cell.band) && cell.level.count <= 80 && cell.events >= 0 && cell.events <= cell.total
          && cell.total < 1_000_000_000
      } && bands.allSatisfy { $0.score?.isFinite ?? true }
      && [outcome, factor, second].allSatisfy { $0.count <= 120 }
  }
}

extension ProjectPart {
  /// What goes together: the associations that were read.
  static let associations = ProjectPart(place: .foundation) { file, page in
    section(.aria("labelledby", "associations")) {
      h2(.id("associations")) { "What goes together" }
      if file.associations.isEmpty {
        p { "An outcome against distance, lead time, language or payer, from a file of cases." }
      } else {
        ul(.class("task-list")) {
          file.associations.map { kept in
            li(.class("task task-done")) {
              a(.href(Link.association(id: kept.id.description).path)) { kept.value.heading }
              small { "\(NumberText.grouped(kept.value.counts.total)) cases" }
            }
          }
        }
      }
      if page.may(.contribute) {
        actions {
          LinkButton(
            "Set an outcome against a factor", to: Link.newAssociation(project: file.project.id.description).path,
            style: .quiet)
        }
      }
    }
  }
}

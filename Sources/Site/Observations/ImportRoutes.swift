internal import Foundation
internal import Improvement
internal import ProcessControl
internal import Tables
internal import Workspaces

/// A file of events or counts: read, looked at, kept.
enum ImportRoutes {
  static let all: [Route] = [
    .get(.measureImport(id: "{id}"), for: .guest(.contribute)) { page in
      guard page.workspace != nil else { return .see(.improve) }
      return ImportPage(file: try await page.measureFile()).answer(page)
    },
    .post(.measureImport(id: "{id}"), for: .guest(.contribute), taking: .file) { page in
      var form = ImportPage(file: try await page.measureFile())
      guard let upload = page.upload, let data = try? Data(contentsOf: upload.file), !data.isEmpty else {
        form.problems = [("file", "No file was chosen. Choose a CSV or XLSX file.")]
        return form.answer(page)
      }
      form.fileName = upload.name
      form.told = ImportChoice(page.form)
      form.problems = form.told?.problems ?? []
      let before = try await page.document(form.file.measure.id.importColumns)?.value.columns
      do throws(TableError) {
        let table = try Table(Array(data), name: upload.name)
        let measure = form.file.definition
        if form.told == nil, let before {
          let read = CountImport(table, for: measure, told: before, today: page.today)
          if before.names.isSubset(of: Set(read.headers)), !read.counts.isEmpty {
            (form.read, form.told, form.isAsBefore) = (read, ImportChoice(before), true)
          }
        }
        if form.read == nil {
          form.read = CountImport(table, for: measure, told: form.told?.columns, today: page.today)
        }
      } catch {
        form.problems = [("file", error.description)]
      }
      if let read = form.read, CountText.write(read.counts).utf8.count > ImportPage.mostText {
        form.read = nil
        form.problems = [
          ("file", "So many counts do not fit: choose a longer period for the measure, or fewer groups.")
        ]
      }
      return form.answer(page)
    },
    .post(.measureCounts(id: "{id}"), for: .guest(.contribute)) { page in
      var form = ImportPage(file: try await page.measureFile())
      let text = page.form["counts"]
      guard let counts = CountText.read(text + "\n"), !counts.isEmpty,
        isPossible(counts, for: form.file.definition, on: page.today)
      else {
        form.problems = [("file", "These are no counts. Choose the file again.")]
        return form.answer(page)
      }
      let leftOut = page.form["left-out"]
      let dates = page.form["dates-read"]
      let columns = ImportChoice(page.form)?.columns
      if !leftOut.isEmpty, page.form["without"] != "yes" {
        form.problems.append(("without", "Say that it goes on without these columns."))
      }
      if !dates.isEmpty, page.form["dates"] != "yes" {
        form.problems.append(
          ("dates", "Say that the dates are right, or bring the file again and say how to read them."))
      }
      guard form.problems.isEmpty else {
        form.waiting = .init(
          text: text, leftOut: leftOut, dates: dates, columns: columns.map { ImportChoice.fields($0) } ?? [])
        return form.answer(page)
      }
      let id = form.file.measure.id
      let stale = replaced(form.file.counts, by: counts)
      let before = try await page.document(id.importColumns)
      // Only who may change what another chose does so; the counts are kept all the same.
      let remembered = page.writes(before) && before?.value.columns != columns ? columns : nil
      do {
        let change = try await page.write { writing in
          if let remembered { try writing.replace(ImportColumnsDocument(columns: remembered), as: id.importColumns) }
          return try writing.change(counts, without: stale, of: id, way: .file)
        }
        return .see(.measure(id: id.description), page.saved(change))
      } catch let others as CountsOfOthers {
        // The rest of the file is not lost: what nobody else added waits for one more press.
        let days = Set(others.places.map(\.day))
        let mine = counts.filter { !days.contains($0.day) }
        form.problems = [
          ("file", others.words + (mine.isEmpty ? "" : " Below wait the other \(mine.count): nothing is kept yet."))
        ]
        if !mine.isEmpty {
          form.waiting = .init(
            text: CountText.write(mine), leftOut: leftOut, dates: dates,
            columns: columns.map { ImportChoice.fields($0) } ?? [])
        }
        return form.answer(page)
      }
    },
  ]

  /// What a form brings is checked as if nobody had seen it before.
  private static func isPossible(
    _ counts: [PeriodCount], for measure: ProjectMeasure, on today: Day
  ) -> Bool {
    let end = measure.lastDay(on: today)
    return counts.allSatisfy { count in
      let isOf = count.denominator.map { $0 >= 0 && (measure.kind != .proportion || count.numerator <= $0) } ?? true
      return isOf && count.day <= end && count.numerator.isFinite && abs(count.numerator) < 1e15
        && (measure.kind == .value || count.numerator >= 0)
        && count.strata.allSatisfy { $0.key.count <= 100 && $0.value.count <= 60 }
        && (count.isReason || !measure.kind.hasDenominator || count.denominator != nil)
    }
  }

  /// Counts of the same days and divisions that the new ones do not name: they would be told beside them.
  static func replaced(_ old: [PeriodCount], by new: [PeriodCount]) -> [PeriodCount] {
    struct Place: Hashable {
      let day: Day
      let strata: [String: String]
    }
    let days = Set(new.map(\.day))
    let divisions = Set(new.map(\.dimensions))
    let places = Set(new.map { Place(day: $0.day, strata: $0.strata) })
    return old.filter {
      days.contains($0.day) && divisions.contains($0.dimensions)
        && !places.contains(Place(day: $0.day, strata: $0.strata))
    }
  }
}

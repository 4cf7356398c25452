internal import SmartPick
internal import Tables

/// The list as a table to take away: every row with what the applicant and an adviser may write beside it.
///
/// The columns of `housestaff list` come first, then those that are read back (``ListReturn``).
struct ListSheet {
  let list: ListResult
  let profile: Profile
  let marks: MarksDocument
  /// By program code, what advisers wrote.
  let notes: [String: String]

  /// The columns that may be edited.
  static let editable = ["my_mark", "my_preference", "my_order", "my_note", "adviser_note"]
  static let columns = RowDocument.columns + editable

  /// The rows as text; unknown is empty.
  var rows: [[String]] { list.rows.map { RowDocument($0).cells + own($0.program.code) } }

  private func own(_ code: String) -> [String] {
    let mark = marks[code]
    let wish =
      profile.preferences.loved.contains(code)
      ? "love"
      : profile.preferences.refused.contains(code)
        ? "refuse" : profile.preferences.pinned.contains { $0.code == code } ? "pin" : ""
    return [
      wish, profile.preferences.programs[code].map { DecimalText.text($0, decimals: 2) } ?? "",
      mark.order.map(String.init) ?? "", mark.note, notes[code] ?? "",
    ]
  }

  /// As CSV, with values that a spreadsheet would run as formulas made harmless.
  var csv: [UInt8] {
    var writer = CSVWriter(guardsFormulas: true)
    for row in [Self.columns] + rows { writer.write(row) }
    return writer.bytes
  }

  /// As a workbook: the list, the questions, the requirements not met, the assumptions, and a sheet that says what it is.
  func xlsx() throws(TableError) -> [UInt8] {
    try XLSX.write([sheet("List", Self.columns, rows), questions, notMet, assumptions, about])
  }

  private static let numbers: Set<String> = [
    "order", "interview", "interview_low", "interview_high", "match", "gain", "cumulative_match", "fee",
    "cumulative_fee", "my_preference", "my_order", "value", "low", "high", "points if yes",
  ]

  private func sheet(_ name: String, _ headers: [String], _ rows: [[String]]) -> XLSX.Sheet {
    XLSX.Sheet(
      name: name, headers: headers,
      rows: rows.map { row in
        zip(headers, row).map { header, text in
          if text.isEmpty { return .empty }
          if Self.numbers.contains(header), let number = DecimalText.double(text) { return .number(number) }
          return .text(text)
        }
      })
  }

  private var questions: XLSX.Sheet {
    sheet(
      "Questions", ["code", "program", "fiction", "question", "points if yes"],
      list.questions.map {
        [
          $0.program.code, $0.program.name, $0.program.isFiction ? "yes" : "no", $0.words,
          DecimalText.fixed($0.gainIfFavorable * 100, decimals: 1),
        ]
      })
  }

  private var notMet: XLSX.Sheet {
    sheet(
      "Not met", ["code", "program", "fiction", "requirement", "reason"],
      list.requirementsNotMet.filter { $0.requirement.status == .notMet }.map {
        [
          $0.program.code, $0.program.name, $0.program.isFiction ? "yes" : "no", $0.requirement.kind.rawValue,
          $0.requirement.reason,
        ]
      })
  }

  private var assumptions: XLSX.Sheet {
    sheet("Assumptions", AssumptionDocument.columns, list.assumptions.map { AssumptionDocument($0).cells })
  }

  private var about: XLSX.Sheet {
    let words = ListWords(list)
    var rows = [words.headline, words.summary].map { [$0] }
    if list.hasFiction {
      rows.append([
        "Rows with fiction = yes are practice programs: invented, in the shape of the market. No such place exists."
      ])
    }
    rows += words.cautions.map { [$0] }
    rows.append(
      [
        "To bring changes back: edit \(Self.editable.joined(separator: ", ")) on the first sheet and give the file to "
          + "Housestaff (List, Take it along). my_mark is love, refuse or pin; my_preference is from 0 to 1; my_order counts "
          + "from 1. You see what was understood before anything changes."
      ])
    return XLSX.Sheet(
      name: "About", headers: ["About this list"], rows: rows.map { $0.map { .text($0) } }, widths: [120])
  }
}

/// The words for everything that can make a workbook unreadable.
struct WorkbookProblem {
  let file: String

  private func error(
    _ kind: TableError.Kind, problem: String, expected: String? = nil, remedy: String
  ) -> TableError {
    TableError(kind, Finding(.error, file: file, problem: problem, expected: expected, remedy: remedy))
  }

  func notAWorkbook(start: [UInt8]) -> TableError {
    if start.isEmpty {
      return error(.empty, problem: "the file is empty", remedy: "check that the right file was chosen")
    }
    let old = start.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    return error(
      .notAWorkbook,
      problem: old ? "this is an old (.xls) or a locked workbook" : "this is not an Excel workbook",
      expected: "a workbook in the .xlsx format",
      remedy: "save it as .xlsx without a password, or as \"CSV UTF-8\"")
  }

  func damaged(_ what: String) -> TableError {
    error(
      .damagedWorkbook, problem: "the workbook is damaged: \(what)",
      remedy: "open it in a spreadsheet program and save it again as .xlsx")
  }

  var tooLarge: TableError {
    error(
      .tooLarge, problem: "the workbook is too large when unpacked",
      remedy: "keep the rows that matter and save them as \"CSV UTF-8\"")
  }

  func tooManyFields(_ limit: Int) -> TableError {
    error(
      .tooManyFields, problem: "the sheet has values beyond column \(limit)", remedy: "delete the columns without names"
    )
  }

  func tooManyRows(_ limit: Int) -> TableError {
    error(.tooManyRows, problem: "the sheet has more than \(limit) rows", remedy: "keep the rows that matter")
  }

  func sheetMissing(_ name: String, present: [String]) -> TableError {
    error(
      .sheetMissing, problem: "there is no sheet \"\(name)\"",
      expected: present.isEmpty ? "a sheet" : present.map { "\"\($0)\"" }.joined(separator: " or "),
      remedy: "choose one of these")
  }

  func empty(sheet: String) -> TableError {
    error(
      .empty, problem: "the sheet \"\(sheet)\" has no values", expected: "a row of column names and rows below it",
      remedy: "choose another sheet")
  }
}

/// The words for everything that can make a text file unreadable, each with its place and its remedy.
struct CSVProblem: Sendable {
  let file: String

  private func error(
    _ kind: TableError.Kind, line: Int? = nil, place: String? = nil, problem: String, expected: String? = nil,
    remedy: String
  ) -> TableError {
    TableError(
      kind,
      Finding(
        .error, file: file, line: line, place: place, problem: problem, expected: expected, remedy: remedy))
  }

  var empty: TableError {
    error(
      .empty, problem: "the file has no rows", expected: "a row of column names and rows below it",
      remedy: "check that the right file was chosen and that it was saved")
  }

  func binary(line: Int) -> TableError {
    error(
      .binary, line: line, problem: "this is not text", expected: "a CSV or an Excel workbook (.xlsx)",
      remedy: "save the table as \"CSV UTF-8\" or as .xlsx and try again")
  }

  func invalidUTF8(line: Int, character: Int, byte: UInt8) -> TableError {
    let hex = String(byte, radix: 16, uppercase: true)
    return error(
      .invalidUTF8, line: line, place: "character \(character)",
      problem: "the byte 0x\(hex.count < 2 ? "0" : "")\(hex) is not UTF-8 text", expected: "text in UTF-8",
      remedy: "save the file as \"CSV UTF-8\" and try again")
  }

  func unterminatedQuote(line: Int, within bytes: Int? = nil) -> TableError {
    let reach = bytes.map { " within \($0) bytes" } ?? " before the end of the file"
    return error(
      .unterminatedQuote, line: line, problem: "the quote opened here is not closed" + reach,
      expected: "a closing \" for every opening one", remedy: "close it, or write a quote inside a value as \"\"")
  }

  func strayQuote(line: Int) -> Finding {
    Finding(
      .warning, file: file, line: line, problem: "text follows a closing quote",
      remedy: "write a quote inside a value as \"\"; the text was kept")
  }

  func rowTooLong(line: Int, limit: Int) -> TableError {
    error(
      .rowTooLong, line: line, problem: "the row that begins here is longer than \(limit) bytes",
      expected: "rows that end with a line break", remedy: "check that this is a table; save it again as \"CSV UTF-8\"")
  }

  func tooManyFields(line: Int, limit: Int) -> TableError {
    error(
      .tooManyFields, line: line, problem: "the row has more than \(limit) fields", expected: "a table's columns",
      remedy: "check that this is a table, with one row on each line")
  }

  func tooManyRows(limit: Int) -> TableError {
    error(
      .tooManyRows, problem: "the file has more than \(limit) rows", remedy: "keep the rows that matter and try again")
  }

  func tooLarge(_ limit: Int) -> TableError {
    error(
      .tooLarge, problem: "the file is larger than \(limit >> 20) MB",
      remedy: "keep the columns and rows that matter and try again")
  }

  /// Throws for the kinds of files that people take for a CSV.
  func refuseForeignFormats(_ start: [UInt8]) throws(TableError) {
    if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) {
      throw error(
        .utf16, problem: "the text is UTF-16 (Excel's \"Unicode text\")", expected: "text in UTF-8",
        remedy: "save the file as \"CSV UTF-8\" and try again")
    }
    if start.starts(with: [0x50, 0x4B, 0x03, 0x04]) || start.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw error(
        .binary, problem: "this is an Excel workbook, not a CSV",
        remedy: "give its name the ending .xlsx, or save it as \"CSV UTF-8\"")
    }
    // Text has no control characters to speak of; one in fifty bytes is a picture, a program or noise.
    let controls = start.count { ($0 < 0x09 || ($0 > 0x0D && $0 < 0x20) || $0 == 0x7F) && $0 != 0x1A && $0 != 0x1B }
    if controls > 0, controls * 50 >= start.count { throw binary(line: 1) }
  }
}

/// Files that people bring, and every line that is said of them.
struct MalformedFile: Sendable {
  let name: String
  /// Each character is one byte.
  let text: String
  let arguments: [String]
  let lines: [String]

  init(_ name: String, _ text: String, _ arguments: String = "", _ lines: String...) {
    self.name = name
    self.text = text
    self.arguments = arguments.split(separator: " ").map(String.init)
    self.lines = lines
  }

  static let head = "date,numerator,denominator\n"
  static let good = (1...14).map { "2026-01-\($0 < 10 ? "0" : "")\($0),\($0 % 5),20\n" }.joined()

  static let all = wholeFiles + values

  /// Wrong as a whole, or in their rows and columns.
  private static let wholeFiles: [MalformedFile] = [
    MalformedFile(
      "empty", "",
      "",
      """
      empty.csv: the file has no rows; expected a row of column names and rows below it; check that \
      the right file was chosen and that it was saved.
      """),
    MalformedFile(
      "names-only", "date,numerator,denominator\n",
      "",
      """
      names-only.csv: there are no rows below the names of the columns; expected a row for each point \
      or event; check that the right file was chosen and that it was saved.
      """),
    MalformedFile(
      "binary", String(String.UnicodeScalarView((0..<2_048).compactMap { UnicodeScalar($0 % 256) })),
      "",
      """
      binary.csv, line 1: this is not text; expected a CSV or an Excel workbook (.xlsx); save the \
      table as "CSV UTF-8" or as .xlsx and try again.
      """),
    MalformedFile(
      "utf16",
      "\u{FF}\u{FE}d\u{0}a\u{0}t\u{0}e\u{0},\u{0}v\u{0}a\u{0}l\u{0}u\u{0}e\u{0}\n\u{0}2\u{0}0\u{0}2\u{0}6\u{0}-\u{0}0\u{0}1\u{0}-\u{0}0\u{0}1\u{0},\u{0}1\u{0}\n\u{0}",
      "",
      """
      utf16.csv: the text is UTF-16 (Excel's "Unicode text"); expected text in UTF-8; save the file as \
      "CSV UTF-8" and try again.
      """),
    MalformedFile(
      "workbook-named-csv",
      "PK\u{3}\u{4}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}",
      "",
      """
      workbook-named-csv.csv: this is an Excel workbook, not a CSV; give its name the ending .xlsx, or \
      save it as "CSV UTF-8".
      """),
    MalformedFile(
      "latin1", "date,value,ward\n2026-01-01,1,caf\u{E9}\n",
      "",
      """
      latin1.csv, line 2, character 17: the byte 0xE9 is not UTF-8 text; expected text in UTF-8; save \
      the file as "CSV UTF-8" and try again.
      """),
    MalformedFile(
      "open-quote", "date,value\n2026-01-01,1\n\"2026-01-02,2\n2026-01-03,3\n",
      "",
      """
      open-quote.csv, line 3: the quote opened here is not closed before the end of the file; expected \
      a closing " for every opening one; close it, or write a quote inside a value as "".
      """),
    MalformedFile(
      "no-date-column", "ward,score\nA,1\nB,2\n",
      "",
      """
      no-date-column.csv, line 1, column date: no column can be taken for it; expected the axis: a \
      date, a date and time, or a number that orders the points; name it with --date COL; the columns \
      are "ward", "score".
      """),
    MalformedFile(
      "no-value-column", "date,ward,shift\n2026-01-01,A,day\n2026-01-02,B,night\n",
      "",
      """
      no-value-column.csv, line 1, column value: no column can be taken for it; expected a measured \
      value (--value COL), or counts (--numerator COL --denominator COL); name it with --value COL; \
      the columns are "date", "ward", "shift".
      """),
    MalformedFile(
      "two-numbers-no-guess", "date,a,b\n2026-01-01,1,2\n2026-01-02,2,3\n",
      "",
      """
      two-numbers-no-guess.csv, line 1, column value: no column can be taken for it; expected a \
      measured value (--value COL), or counts (--numerator COL --denominator COL); name it with \
      --value COL; the columns are "date", "a", "b".
      """),
    MalformedFile(
      "column-not-there", head + good,
      "--value minuets",
      """
      column-not-there.csv, line 1, column minuets: --value names a column that is not there; expected \
      one of "date", "numerator", "denominator"; check the spelling of --value.
      """),
    MalformedFile(
      "column-twice", "date,late,late\n2026-01-01,1,2\n",
      "--numerator late",
      """
      column-twice.csv, line 1, column late: --numerator fits 2 columns: 2, 3; expected one column of \
      this name; rename the others in the file.
      """),
    MalformedFile(
      "no-such-day", head + good + "2026-02-30,1,20\n",
      "",
      """
      no-such-day.csv, line 16, column date: found "2026-02-30"; expected a day of the calendar; with \
      slashes the month comes first; correct it, or write 2026-03-04.
      """),
    MalformedFile(
      "day-first", head + good + "31/1/2026,1,20\n",
      "",
      """
      day-first.csv, line 16, column date: found "31/1/2026"; expected a day of the calendar; with \
      slashes the month comes first; correct it, or write 2026-03-04.
      """),
    MalformedFile(
      "two-digit-year", head + good + "1/31/26,1,20\n",
      "",
      """
      two-digit-year.csv, line 16, column date: found "1/31/26"; expected a date such as 2026-03-04 or \
      3/4/2026, a date and time, or a number; correct it; delete rows of totals and notes.
      """),
    MalformedFile(
      "distant-year", head + good + "0206-01-31,1,20\n",
      "",
      """
      distant-year.csv, line 16, column date: found "0206-01-31"; expected a year from 1900 to 2199; \
      correct the year.
      """),
    MalformedFile(
      "no-date", head + good + ",1,20\n",
      "",
      """
      no-date.csv, line 16, column date: found ""; expected a date such as 2026-03-04 or 3/4/2026, a \
      date and time, or a number; give the row a date, or delete it.
      """),
    MalformedFile(
      "totals-row", head + good + "Total,28,280\n",
      "",
      """
      totals-row.csv, line 16, column date: found "Total"; expected a date such as 2026-03-04 or \
      3/4/2026, a date and time, or a number; correct it; delete rows of totals and notes.
      """),
    MalformedFile(
      "number-among-dates", head + good + "46053,1,20\n",
      "",
      """
      number-among-dates.csv, line 16, column date: found "46053"; expected a date, as in the rows \
      above; use one kind for all rows.
      """),
    MalformedFile(
      "date-among-numbers", "point,value\n1,3\n2,4\n2026-01-03,5\n",
      "--date point",
      """
      date-among-numbers.csv, line 4, column point: found "2026-01-03"; expected a number, as in the \
      rows above; use one kind for all rows.
      """),
    MalformedFile(
      "numbers-by-week", "date,value\n1,3\n2,4\n",
      "--by week",
      """
      numbers-by-week.csv, line 2, column date: found "1"; expected a date such as 2026-03-04 or \
      3/4/2026, because --by adds up by the calendar; write dates, or leave out --by.
      """,
      """
      numbers-by-week.csv, line 3, column date: found "2"; expected a date such as 2026-03-04 or \
      3/4/2026, because --by adds up by the calendar; write dates, or leave out --by.
      """),
    MalformedFile(
      "words-for-number", head + good + "2026-01-20,three,20\n",
      "",
      """
      words-for-number.csv, line 16, column numerator: found "three"; expected a count such as 12, or \
      yes or no; correct it, or leave it empty if it is unknown.
      """),
    MalformedFile(
      "thousands", "date,value\n2026-01-01,3\n2026-01-02,\"1,204\"\n",
      "",
      """
      thousands.csv, line 3, column value: found "1,204"; expected a number such as 12.5; write it \
      without thousands separators: 1204.
      """),
  ]
}

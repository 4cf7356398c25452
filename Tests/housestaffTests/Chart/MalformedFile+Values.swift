extension MalformedFile {
  /// Wrong in a value, or in how values go together.
  static let values: [MalformedFile] = [
    MalformedFile(
      "thousands-unquoted", "date,value\n2026-01-01,3\n2026-01-02,1,204\n",
      "",
      """
      thousands-unquoted.csv, line 3, character 14: the row has 3 values where the columns are 2; \
      found "204"; expected one value for each column; put quotes around a value that holds a \
      separator, and write 1204 instead of 1,204.
      """),
    MalformedFile(
      "decimal-comma", "date;value\n2026-01-01;3,5\n",
      "",
      """
      decimal-comma.csv, line 2, column value: found "3,5"; expected a number such as 12.5; write a \
      decimal point: 3.5.
      """),
    MalformedFile(
      "percent", "date,value\n2026-01-01,45%\n",
      "",
      """
      percent.csv, line 2, column value: found "45%"; expected a number such as 12.5; give numerator \
      and denominator, or write the number without %.
      """),
    MalformedFile(
      "dollars", "date,value\n2026-01-01,\"$1,200\"\n",
      "",
      """
      dollars.csv, line 2, column value: found "$1,200"; expected a number such as 12.5; write the \
      number without $ and thousands separators.
      """),
    MalformedFile(
      "below-detection", "date,value\n2026-01-01,<5\n",
      "",
      """
      below-detection.csv, line 2, column value: found "<5"; expected a number such as 12.5; write the \
      number alone; say what it stands for elsewhere.
      """),
    MalformedFile(
      "negative-count", "date,count\n2026-01-01,-3\n",
      "",
      """
      negative-count.csv, line 2, column count: found "-3"; expected a count of 0 or more; correct it, \
      or leave it empty if it is unknown.
      """),
    MalformedFile(
      "negative-denominator", "date,numerator,denominator\n2026-01-01,1,-20\n",
      "",
      """
      negative-denominator.csv, line 2, column denominator: found "-20"; expected a number of 0 or \
      more; correct it, or leave it empty if it is unknown.
      """),
    MalformedFile(
      "zero-denominator", "date,numerator,denominator\n2026-01-01,1,0\n",
      "",
      """
      zero-denominator.csv, line 2, column denominator: found "0"; expected a denominator above 0, \
      because the numerator is 1; correct one of them, or leave the row's counts empty.
      """),
    MalformedFile(
      "more-than-all", head + good + "2026-01-20,21,20\n",
      "--chart p",
      """
      more-than-all.csv, line 16, column numerator: found "21"; expected at most 20, the denominator; \
      correct one of them, or use --chart u for rates.
      """),
    MalformedFile(
      "time-zero", "date,days between\n2026-01-01,3\n2026-01-02,0\n",
      "--chart t --value daysbetween",
      """
      time-zero.csv, line 3, column days between: found "0"; expected a time above 0; use a finer \
      unit, such as hours.
      """),
    MalformedFile(
      "row-too-short", head + good + "2026-01-20,1\n",
      "",
      """
      row-too-short.csv, line 16, column denominator: the row has 2 values where the columns are 3; \
      found ""; expected one value for each column; check that no separator is missing; leave an \
      unknown value empty between separators.
      """),
    MalformedFile(
      "row-too-long", head + good + "2026-01-20,1,20,7\n",
      "",
      """
      row-too-long.csv, line 16, character 17: the row has 4 values where the columns are 3; found \
      "7"; expected one value for each column; put quotes around a value that holds a separator, and \
      write 1204 instead of 1,204.
      """),
    MalformedFile(
      "filter-passes-nothing", "date,value,ward\n2026-01-01,1,A\n2026-01-02,1,B\n",
      "--where ward=C",
      """
      filter-passes-nothing.csv, column ward: no row passes --where; found "C"; expected one of "A", \
      "B"; check the spelling.
      """),
    MalformedFile(
      "freeze-before", head + good,
      "--freeze 2025-01-01",
      "freeze-before.csv: The freeze at 2025-01-01 leaves no points. Choose a place inside the series."),
    MalformedFile(
      "split-after", head + good,
      "--split 2027-01-01",
      "split-after.csv: The split at 2027-01-01 leaves no points. Choose a place inside the series."),
    MalformedFile(
      "exclude-nothing", head + good,
      "--exclude 2026-03-01",
      "exclude-nothing.csv: The exclusion at 2026-03-01 leaves no points. Choose a place inside the series."),
    MalformedFile(
      "needs-denominators", "date,count\n2026-01-01,3\n2026-01-02,3\n",
      "--chart u",
      """
      needs-denominators.csv: This U chart needs a denominator for each point. Name the column, or use \
      an I chart or a run chart.
      """),
    MalformedFile(
      "needs-subgroups", "date,value\n2026-01-01,3\n2026-01-02,3\n",
      "--chart xbar",
      "needs-subgroups.csv: This X-bar chart needs several values at one place. Use an I chart for single values."),
    MalformedFile(
      "all-at-once", "date,numerator,denominator\n2026-01-01,x,20\n2026-13-01,1,y\n,1,-2\n",
      "",
      """
      all-at-once.csv, line 2, column numerator: found "x"; expected a count such as 12, or yes or no; \
      correct it, or leave it empty if it is unknown.
      """,
      """
      all-at-once.csv, line 3, column date: found "2026-13-01"; expected a day of the calendar; with \
      slashes the month comes first; correct it, or write 2026-03-04.
      """,
      """
      all-at-once.csv, line 3, column denominator: found "y"; expected a number of 0 or more; correct \
      it, or leave it empty if it is unknown.
      """,
      """
      all-at-once.csv, line 4, column date: found ""; expected a date such as 2026-03-04 or 3/4/2026, \
      a date and time, or a number; give the row a date, or delete it.
      """,
      """
      all-at-once.csv, line 4, column denominator: found "-2"; expected a number of 0 or more; correct \
      it, or leave it empty if it is unknown.
      """),
    MalformedFile(
      "record-numbers", "date,MRN,value\n2026-01-01,a1,3\n",
      "",
      """
      record-numbers.csv, line 1, column MRN: it may identify patients (record number): its name is \
      "MRN"; expected no identifiers; go on without it: --drop "MRN".
      """),
    MalformedFile(
      "too-many-facets", "date,value,bed\n" + (0..<120).map { "2026-01-01,1,b\($0)\n" }.joined(),
      "--facet bed",
      """
      too-many-facets.csv, line 102, column bed: found "b100"; expected at most 100 charts; choose a \
      --facet column with fewer values, or some of them with --where.
      """),
    MalformedFile(
      "excel-serial", "date,count\n46023,1\n46024,2\n",
      "--by week",
      """
      excel-serial.csv, line 2, column date: found "46023"; expected a date such as 2026-03-04 or \
      3/4/2026, because --by adds up by the calendar; write dates, or leave out --by.
      """,
      """
      excel-serial.csv, line 3, column date: found "46024"; expected a date such as 2026-03-04 or \
      3/4/2026, because --by adds up by the calendar; write dates, or leave out --by.
      """),
  ]
}

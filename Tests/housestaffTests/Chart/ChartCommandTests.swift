import Foundation
import Testing

/// What `housestaff chart` promises about its output.
@Suite struct `The chart command` {
  @Test func `prints JSON with the promised keys and null where there is nothing`() throws {
    let folder = try Folder()
    try folder.write("date,value\n2026-01-01,3\n2026-01-02,\n2026-01-03,5\n", "small.csv")
    let run = try folder.chart("small.csv", "--chart", "run")
    #expect(run.status == 0, "\(run.err)")
    #expect(
      run.out == """
        {
          "series" : [
            {
              "chart" : "run",
              "facet" : [

              ],
              "phases" : [
                {
                  "center" : 4,
                  "crossings" : 1,
                  "crossings_min" : 0,
                  "limits_signal" : false,
                  "longest_run" : 1,
                  "longest_run_max" : 4,
                  "n" : 2,
                  "runs_signal" : false,
                  "useful" : 2
                }
              ],
              "points" : [
                {
                  "beyond_limits" : false,
                  "center" : 4,
                  "denominator" : null,
                  "included" : true,
                  "lcl" : null,
                  "numerator" : 3,
                  "phase" : 1,
                  "ucl" : null,
                  "value" : 3,
                  "x" : "2026-01-01"
                },
                {
                  "beyond_limits" : false,
                  "center" : 4,
                  "denominator" : null,
                  "included" : true,
                  "lcl" : null,
                  "numerator" : null,
                  "phase" : 1,
                  "ucl" : null,
                  "value" : null,
                  "x" : "2026-01-02"
                },
                {
                  "beyond_limits" : false,
                  "center" : 4,
                  "denominator" : null,
                  "included" : true,
                  "lcl" : null,
                  "numerator" : 5,
                  "phase" : 1,
                  "ucl" : null,
                  "value" : 5,
                  "x" : "2026-01-03"
                }
              ],
              "statement" : "Too early: 2 days make a line, not yet a verdict. 1 day has no value and is a gap."
            }
          ]
        }

        """)
    #expect(run.err.hasPrefix("small.csv: date is \"date\" (guessed), value is \"value\" (guessed)."))
  }

  @Test func `counts event rows by week, Monday first, and fills empty weeks`() throws {
    let folder = try Folder()
    // A Sunday, the Monday after it, and two weeks later; written in three ways.
    try folder.write("fell at\n3/1/2026\n2026-03-02 23:59\n2026-03-02T08:00:00Z\n2026/03/16\n", "falls.csv")
    let run = try folder.chart("falls.csv", "--by", "week", "--format", "csv")
    #expect(run.status == 0, "\(run.err)")
    let rows = run.out.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(rows.dropFirst().map { $0[0] } == ["2026-02-23", "2026-03-02", "2026-03-09", "2026-03-16"])
    #expect(rows.dropFirst().map { $0[1] } == ["1", "2", "0", "1"])
    #expect(run.err.contains("4 rows: rows are counted in each week."))
  }

  @Test func `reads yes and no as a share of the rows`() throws {
    let folder = try Folder()
    try folder.write("date;late\n2026-03-02;yes\n2026-03-03;no\n2026-03-03;No\n2026-03-10;YES\n", "late.csv")
    let run = try folder.chart("late.csv", "--by", "week", "--format", "csv")
    #expect(run.out.contains("2026-03-02,0.3333333333333333,1,3,"))
    #expect(run.out.contains("2026-03-09,1,1,1,"))
  }

  @Test func `gives a facet the chart that a run with that value alone gives`() throws {
    let folder = try Folder()
    try folder.write(Events.csv(rows: 4_000), "events.csv")
    let options = ["--by", "week", "--numerator", "late", "--denominator", "total", "--format", "csv"]
    let faceted = try Housestaff(["chart", "events.csv", "--facet", "unit"] + options, in: folder.url)
    #expect(faceted.status == 0, "\(faceted.err)")
    var joined = ""
    for unit in Events.units.sorted() {
      let alone = try Housestaff(["chart", "events.csv", "--where", "unit=\(unit)"] + options, in: folder.url)
      #expect(alone.status == 0)
      joined += alone.out.split(separator: "\n").dropFirst().map { "\(unit),\($0)\n" }.joined()
    }
    #expect(faceted.out.split(separator: "\n").dropFirst().joined(separator: "\n") + "\n" == joined)
  }

  @Test func `gives the same bytes every time, picture and all, in whatever order the rows stand`() throws {
    let folder = try Folder()
    let csv = Events.csv(rows: 2_000)
    let lines = csv.split(separator: "\n")
    try folder.write(csv, "one.csv")
    try folder.write(([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n"), "two.csv")
    var outputs: Set<String> = []
    var pictures: Set<String> = []
    for (index, file) in ["one.csv", "one.csv", "two.csv"].enumerated() {
      let run = try folder.chart(
        file, "--by", "month", "--value", "minutes", "--note", "2026-03-09=PDSA 1", "--svg", "\(index).svg")
      #expect(run.status == 0, "\(run.err)")
      outputs.insert(run.out)
      pictures.insert(try folder.text("\(index).svg"))
    }
    #expect(outputs.count == 1)
    #expect(pictures.count == 1)
    let picture = try #require(pictures.first)
    #expect(picture.hasPrefix("<svg") && picture.contains("<desc") && picture.contains("PDSA 1"))
  }

  @Test func `reads two hundred thousand rows as a stream, and every one of them`() throws {
    let folder = try Folder()
    let count = 200_000
    try folder.write(Events.csv(rows: count), "large.csv")
    let run = try folder.chart("large.csv", "--by", "quarter", "--format", "csv")
    #expect(run.status == 0, "\(run.err)")
    let rows = run.out.split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
    #expect(rows.compactMap { Int($0[3]) }.reduce(0, +) == count)
    #expect(rows.compactMap { Int($0[2]) }.reduce(0, +) == Events.late(rows: count))
  }

  @Test func `reads a quoted value that lies across the end of its first look`() throws {
    let folder = try Folder()
    var csv = "date,unit,late,total\n"
    while csv.utf8.count < (1 << 18) - 40 { csv += "2026-03-02,ward,1,1\n" }
    let rows = csv.split(separator: "\n").count
    csv += "2026-03-03,\"a ward\nwith a long\nname, on several lines\n\",1,1\n2026-03-03,ward,0,1\n"
    try folder.write(csv, "cut.csv")
    let run = try folder.chart("cut.csv", "--by", "week", "--format", "csv")
    #expect(run.status == 0, "\(run.err)")
    #expect(run.out.contains(",\(rows),\(rows + 1),"), "\(run.out)")
  }

  @Test func `ends with 64 when the command line is wrong`() throws {
    let folder = try Folder()
    try folder.write("date,value\n2026-01-01,3\n", "small.csv")
    let wrong = [
      ["--chart", "pie"], ["--by", "fortnight"], ["--freeze", "soon"], ["--value", "a", "--numerator", "b"],
      ["--denominator", "value"], ["--note", "2026-01-01=x"], ["--screen", "maybe"], ["--where", "value"],
      ["--drop", "date", "--date", "date"], ["--chart", "t", "--by", "week"], ["--target", "nan"],
      ["--better", "left"],
      ["--rules", "mine"], ["--no-such-option"],
    ]
    for arguments in wrong {
      let run = try Housestaff(["chart", "small.csv"] + arguments, in: folder.url)
      #expect(run.status == 64, "\(arguments) \(run.err)")
      #expect(run.out.isEmpty && !run.err.isEmpty)
    }
  }

  @Test func `says a setting that no facet has a point for`() throws {
    let folder = try Folder()
    try folder.write(Events.csv(rows: 500), "events.csv")
    let run = try folder.chart("events.csv", "--by", "month", "--facet", "unit", "--split", "2031-01-01")
    #expect(run.status == 1)
    #expect(
      run.err.contains("events.csv: The split at 2031-01-01 leaves no points. Choose a place inside the series."))
  }
}

/// Made-up discharges, the same every time.
enum Events {
  static let units = ["4 West", "5 East", "Observation"]

  static func csv(rows: Int) -> String {
    var text = "date,unit,minutes,late,total\n"
    for row in 0..<rows {
      let month = row * 7 % 12 + 1
      let day = row * 11 % 28 + 1
      text += "2026-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day),\(units[row % 3]),"
      text += "\(30 + row * 37 % 400),\(isLate(row) ? 1 : 0),1\n"
    }
    return text
  }

  static func late(rows: Int) -> Int { (0..<rows).count(where: isLate) }

  private static func isLate(_ row: Int) -> Bool { row * 13 % 10 < 3 }
}

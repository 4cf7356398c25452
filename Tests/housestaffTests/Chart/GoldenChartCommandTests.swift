import Foundation
import Testing

/// Golden cases of public software, from a file on disk to the JSON.
@Suite struct `The chart command on golden cases` {
  /// A case of `Tests/ProcessControlTests/Golden`.
  private struct Case: Decodable {
    struct Input: Decodable {
      let x: [String]
      let y: [Double]
      let n: [Double]?
    }
    struct Points: Decodable {
      let y, cl: [Double]
      let lcl, ucl: [Double?]?
    }
    struct Summary: Decodable {
      let longestRun, crossings: [Int]
      private enum CodingKeys: String, CodingKey {
        case longestRun = "longest.run"
        case crossings = "n.crossings"
      }
    }
    let chart: String
    let input: Input
    let points: Points
    let summary: Summary
  }

  private struct Output: Decodable {
    struct Series: Decodable {
      let chart: String
      let points: [Point]
      let phases: [Phase]
    }
    struct Point: Decodable {
      let x: String
      let value, center: Double
      let lcl, ucl: Double?
    }
    struct Phase: Decodable {
      let longestRun, crossings: Int
      private enum CodingKeys: String, CodingKey {
        case longestRun = "longest_run"
        case crossings
      }
    }
    let series: [Series]
  }

  @Test(arguments: ["i-24", "p-varying-n", "run-24", "p-equal-n", "c-24", "pp-24"])
  func `agrees to 1e-9 in every point`(name: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "ProcessControlTests/Golden/\(name).json")
    let golden = try JSONDecoder().decode(Case.self, from: Data(contentsOf: file))
    let folder = try Folder()
    let input = golden.input
    var csv = input.n == nil ? "date,y\n" : "date,y,n\n"
    for row in input.x.indices {
      csv += "\(input.x[row]),\(input.y[row])" + (input.n.map { ",\($0[row])" } ?? "") + "\n"
    }
    try folder.write(csv, "golden.csv")
    let kind = ["pp": "pprime", "up": "uprime"][golden.chart] ?? golden.chart
    let columns = input.n == nil ? ["--value", "y"] : ["--numerator", "y", "--denominator", "n"]
    let run = try Housestaff(
      ["chart", "golden.csv", "--chart", kind, "--format", "json"] + columns, in: folder.url)
    #expect(run.status == 0, "\(run.err)")
    let series = try JSONDecoder().decode(Output.self, from: Data(run.out.utf8)).series[0]
    #expect(series.chart == kind)
    #expect(series.points.map(\.x) == input.x)
    for (row, point) in series.points.enumerated() {
      let here = "\(name) row \(row)"
      #expect(agrees(point.value, golden.points.y[row]), "\(here)")
      #expect(agrees(point.center, golden.points.cl[row]), "\(here)")
      #expect(agrees(point.lcl, golden.points.lcl?[row]), "\(here) lcl")
      #expect(agrees(point.ucl, golden.points.ucl?[row]), "\(here) ucl")
    }
    #expect(series.phases[0].longestRun == golden.summary.longestRun[0])
    #expect(series.phases[0].crossings == golden.summary.crossings[0])
  }

  private func agrees(_ found: Double?, _ wanted: Double?) -> Bool {
    guard let found, let wanted else { return found == nil && wanted == nil }
    return abs(found - wanted) <= max(1e-12, 1e-9 * abs(wanted))
  }
}

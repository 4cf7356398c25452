import Improvement
import ProcessControl
import Statistics
import Tables
import Testing

private let share = ProjectMeasure(
  project: ProjectID(rawValue: "p"), name: "No-shows", role: .outcome, kind: .proportion, numerator: "no-show",
  denominator: "appointments")

private func table(_ text: String) throws -> Table { try Table(text: text, name: "visits.csv") }

/// Simulated visits with their counts, added up the plain way.
private struct Visits {
  var text = "Visit date,Language,No-show,Reason\n"
  var expected: [PeriodCount: (Double, Double)] = [:]

  init(_ count: Int, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let languages = ["English", "Spanish", "", "Haitian Creole"]
    let reasons = ["ride", "forgot", ""]
    for _ in 0..<count {
      let day = Day(number: 20_600 + Int32.random(in: 0..<400, using: &generator))
      let language = languages[Int.random(in: 0..<4, using: &generator)]
      let missed = Int.random(in: 0..<4, using: &generator) == 0
      let reason = reasons[Int.random(in: 0..<3, using: &generator)]
      text += "\(day),\(language),\(missed ? "yes" : "no"),\(missed ? reason : "")\n"
      let week = Period.week.start(of: day)
      add(week, [:], missed ? 1 : 0, 1)
      add(week, ["language": language.isEmpty ? "not recorded" : language], missed ? 1 : 0, 1)
      if missed { add(week, ["reason": reason.isEmpty ? "not recorded" : reason], 1, 0) }
    }
  }

  private mutating func add(_ week: Day, _ strata: [String: String], _ numerator: Double, _ denominator: Double) {
    let key = PeriodCount(week, 0, strata: strata)
    let old = expected[key] ?? (0, 0)
    expected[key] = (old.0 + numerator, old.1 + denominator)
  }
}

@Suite struct `A file of events` {
  @Test(arguments: [1, 2, 3] as [UInt64]) func `is added up by week and group, as adding by hand gives`(seed: UInt64)
    throws
  {
    let visits = Visits(3_000, seed: seed)
    let read = CountImport(try table(visits.text), for: share)
    #expect(
      read.rows == 3_000 && read.used == 3_000 && read.findings.isEmpty && read.faults.isEmpty && read.suspects.isEmpty)
    #expect(read.counts.count == visits.expected.count)
    for count in read.counts {
      let expected = try #require(visits.expected[PeriodCount(count.day, 0, strata: count.strata)])
      #expect(count.numerator == expected.0)
      #expect(count.denominator == (count.isReason ? nil : expected.1))
    }
  }

  @Test func `does not depend on the order of its rows`() throws {
    let lines = Visits(500, seed: 9).text.split(separator: "\n").map(String.init)
    let turned = ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n")
    #expect(
      CountImport(try table(lines.joined(separator: "\n")), for: share).counts
        == CountImport(try table(turned), for: share).counts)
  }

  @Test func `is never read in columns that may identify patients, whoever chose them`() throws {
    var text = "Visit date,MRN,Patient name,DOB,No-show,Clinic\n"
    for row in 0..<40 {
      text +=
        "2027-01-\(10 + row % 20),\(8_812_345 + row * 7),\"Fair, Anna\",1961-04-\(10 + row % 9),\(row % 2),\(row % 3 == 0 ? "A" : "B")\n"
    }
    let guessed = CountImport(try table(text), for: share)
    #expect(guessed.suspects.map(\.header) == ["MRN", "Patient name", "DOB"])
    #expect(Set(guessed.counts.flatMap(\.dimensions)) == ["clinic"])
    let told = ToldColumns(day: "Visit date", numerator: "No-show", groups: ["MRN", "Patient name", "Clinic", "DOB"])
    let chosen = CountImport(try table(text), for: share, told: told)
    #expect(chosen.counts == guessed.counts)
    let written = CountText.write(chosen.counts)
    for secret in ["88123", "Fair", "1961"] { #expect(!written.contains(secret)) }
    let byBirth = CountImport(try table(text), for: share, told: ToldColumns(day: "DOB", numerator: "No-show"))
    #expect(byBirth.counts.isEmpty && byBirth.findings.contains { $0.severity == .error })
  }

  @Test func `may have a second date, which is named and left out`() throws {
    let text = "visit date,discharge,no show\n2027-01-05,2027-02-01,1\n2027-01-06,2027-02-03,0\n"
    let read = CountImport(try table(text), for: share)
    #expect(read.suspects.map(\.header) == ["discharge"] && read.counts.count == 1)
  }

  @Test func `with other words than yes and no asks which one counts`() throws {
    let text = "date,status\n2027-01-05,Arrived\n2027-01-06,No show\n2027-01-07,Arrived\n"
    let told = ToldColumns(day: "date", numerator: "status")
    let read = CountImport(try table(text), for: share, told: told)
    #expect(read.counts.isEmpty && read.words == ["Arrived", "No show"])
    var better = told
    better.counted = "no show"
    #expect(CountImport(try table(text), for: share, told: better).counts.map(\.numerator) == [1])
  }

  @Test func `names each row that cannot be read, and leaves out those without an answer`() throws {
    let text = "date,no show\n2027-01-05,1\nsoon,1\n2027-01-06,\n2027-01-07,7\n"
    let read = CountImport(try table(text), for: share)
    #expect(read.used == 1 && read.missing == 1 && read.faults.count == 2)
    #expect(read.faults.groups.map(\.lines) == [[3], [5]])
  }

  @Test func `with too many values in a group's column leaves the column out`() throws {
    var text = "date,no show,ward\n"
    for row in 0..<200 { text += "2027-01-05,\(row % 2),ward \(row % 40)\n" }
    let read = CountImport(
      try table(text), for: share, told: ToldColumns(day: "date", numerator: "no show", groups: ["ward"]))
    #expect(read.counts.count == 1 && read.findings.contains { $0.problem?.contains("40 different values") ?? false })
  }

  @Test func `of events to count has weeks without any`() throws {
    var falls = share
    falls.kind = .count
    let read = CountImport(try table("date,shift\n2027-01-05,day\n2027-01-05,night\n2027-01-26,day\n"), for: falls)
    #expect(read.counts.filter(\.strata.isEmpty).map(\.numerator) == [2, 0, 0, 1])
    #expect(read.counts.filter { $0.strata == ["shift": "night"] }.map(\.numerator) == [1, 0, 0, 0])
  }

  @Test func `says how far it is`() throws {
    var told: [Int] = []
    _ = CountImport(try table(Visits(25_000, seed: 4).text), for: share) { done, _ in told.append(done) }
    #expect(told.count >= 3 && told == told.sorted() && told.last == 25_001)
  }
}

@Suite struct `A file of counts` {
  @Test func `is taken as it stands, whichever names it uses`() throws {
    let text = "Week,Events,Total,Payer\n1/4/2027,3,10,A\n1/4/2027,4,20,B\n1/11/2027,5,30,A\n"
    let read = CountImport(try table(text), for: share)
    #expect(read.counts.filter(\.strata.isEmpty).map { [$0.numerator, $0.denominator] } == [[7, 30], [5, 30]])
    #expect(read.counts.filter { $0.strata == ["payer": "A"] }.map(\.numerator) == [3, 5])
  }

  @Test func `passes through its text unchanged`() throws {
    let counts = CountImport(try table(Visits(800, seed: 5).text), for: share).counts
    #expect(CountText.read(CountText.write(counts)) == counts)
    #expect(CountText.read("day,numerator\n") == nil)
    #expect(CountText.read("day,numerator,denominator,division,group\nsoon,1,2,,\n") == nil)
  }
}

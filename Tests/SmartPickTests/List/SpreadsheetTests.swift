import SmartPick
import Tables
import Testing

@Suite struct `A messy spreadsheet of three hundred rows` {
  @Test func `has its faults reported and the list made from the rest`() throws {
    let sheet = MessySpreadsheet()
    let catalog = Catalog(tables: [try Table(csv: CSVWriter.write(sheet.rows), name: "mine.csv")])
    #expect(catalog.programs.count > 290 && sheet.faults.count == 20)
    for fault in sheet.faults {
      #expect(catalog.findings.contains { $0.line == fault.row + 2 || $0.line == fault.row + 1 }, "row \(fault.row)")
    }
    var random = Seeded(1)
    let names = ["Internal Medicine", "Anesthesiology"]
    var profile = Samples.profile(&random, type: .usMDSenior, specialties: names)
    profile.budget = 300
    let list = try Samples.list(profile, catalog.programs)
    #expect(list.rows.count > 10 && !list.hasFiction && list.fees <= 300)
    #expect(Set(list.rows.map(\.program.code)).isSubset(of: catalog.programs.map(\.code)))
    #expect(list.candidates == catalog.programs.count { names.contains($0.specialty) })
  }
}

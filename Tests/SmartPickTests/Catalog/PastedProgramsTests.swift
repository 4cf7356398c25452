import SmartPick
import Tables
import Testing

@Suite struct `A pasted list of programs` {
  private func programs(_ text: String) throws -> [Program] {
    let table = try #require(PastedPrograms.table(text))
    return CatalogFile(try Table(text: table, name: "pasted")).programs
  }

  @Test func `copied cell by cell is put together around its codes`() throws {
    let found = try programs(
      """
      Larkspur Valley Medical Center Program
      Internal Medicine
      Cleveland
      OH
      Gold
      1403800001
      09/24/2026
      Categorical
      Copper Ridge Hospital Program
      Family Medicine
      Austin
      TX
      Not Signaled
      1204800002
      09/24/2026
      Categorical
      """)
    #expect(found.map(\.code) == ["1403800001", "1204800002"])
    #expect(
      found.map(\.name) == ["Larkspur Valley Medical Center Program", "Copper Ridge Hospital Program"])
    #expect(found.map(\.specialty) == ["Internal Medicine", "Family Medicine"])
    #expect(found.map(\.state) == ["OH", "TX"])
    #expect(found.map(\.city) == ["Cleveland", "Austin"])
    #expect(found.allSatisfy { $0.track == .categorical })
  }

  @Test(arguments: [
    "Larkspur Valley\tInternal Medicine\tCleveland, OH\t1403800001\nCopper Ridge\tIM\tAustin, TX\t1404800002",
    "1. Larkspur Valley (1403800001) | Cleveland, OH\r\n2. Copper Ridge (1404800002) | Austin, TX",
    "1403800001\tLarkspur Valley\tOhio\tCleveland\n1404800002\tCopper Ridge\tTexas\tAustin",
  ])
  func `with a program in each line is read without column names`(text: String) throws {
    let found = try programs(text)
    #expect(found.map(\.code) == ["1403800001", "1404800002"])
    #expect(found.map(\.name.count).allSatisfy { $0 >= 12 && $0 <= 18 }, "\(found.map(\.name))")
    #expect(found.map(\.specialty) == ["Internal Medicine", "Internal Medicine"])
    #expect(found.map(\.state) == ["OH", "TX"] && found.map(\.city) == ["Cleveland", "Austin"])
  }

  @Test func `with column names of its own is left to them`() {
    #expect(
      PastedPrograms.table("Program Name\tSpecialty\tCity\tState\tAccreditation ID\nA\tIM\tB\tOH\t1403800001") == nil)
  }

  @Test func `without any code is not guessed at`() {
    #expect(PastedPrograms.table("Dear all,\nplease apply to Larkspur Valley\n555-123-4567") == nil)
    #expect(PastedPrograms.table("") == nil)
  }
}

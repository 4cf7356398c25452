import Foundation
import SmartPick
import Testing

@Suite struct `The count of a list` {
  /// Nine programs at three institutions, in so many specialties.
  private func list(_ specialties: [String], institutions: Int = 3) throws -> ListResult {
    var random = Seeded(49)
    let profile = Samples.profile(&random, type: .usMDSenior, specialties: specialties)
    var programs = Samples.programs(specialties, 9 / specialties.count, &random)
    for index in programs.indices {
      programs[index].institution = "House \(index % institutions)"
      (programs[index].city, programs[index].state) = ("Town", "OH")
      programs[index].signals = true
    }
    return try Samples.list(profile, programs)
  }

  @Test func `names institutions and tracks where one application covers several rows`() throws {
    let list = try list(["Internal Medicine"])
    #expect(list.rows.count == 9)
    #expect((list.count.tracks, list.count.applications, list.count.institutions) == (9, 3, 3))
    #expect(list.count.words == "3 institutions (9 tracks)" && list.count.applicationWords == "3 applications")
    #expect(ListWords(list).headline.hasPrefix("Apply to 3 institutions (9 tracks), and you match in "))
    #expect(ListWords(list).summary.contains("; 3 applications for $"))
  }

  @Test func `is of programs where every row is an application`() throws {
    let list = try list(["Internal Medicine"], institutions: 9)
    #expect(list.count.tracks == 9 && list.count.applications == 9 && list.count.words == "9 programs")
    #expect(ListWords(list).headline.hasPrefix("Apply to these 9 programs, and you match in "))
    var one = list
    one.rows = Array(list.rows.prefix(1))
    #expect(ListWords(one).headline.hasPrefix("Apply to this program, and you match in "))
    one.rows = []
    #expect(ListWords(one).headline == "No application is worth its fee within these limits.")
  }

  @Test func `keeps an institution that is asked in two specialties one institution`() throws {
    let list = try list(["Internal Medicine", "Pediatrics"])
    let units = Set(list.rows.map { "\($0.program.institution ?? "") \($0.specialty)" })
    #expect(list.count.applications == units.count && list.count.institutions == 3 && units.count > 3)
    #expect(list.count.tracks == list.rows.count && list.rows.count > units.count)
  }

  @Test func `agrees with fees, and a covered row names the application that covers it in every file`() throws {
    let list = try list(["Internal Medicine"])
    let covered = list.rows.filter(\.isFurtherTrack)
    #expect(covered.count == list.count.tracks - list.count.applications && covered.count == 6)
    let header = RowDocument.columns
    let why = try #require(header.firstIndex(of: "why"))
    let json = String(decoding: try JSONEncoder().encode(ListDocument(list)), as: UTF8.self)
    for row in covered {
      #expect(row.fee == 0)
      let owner = try #require(list.rows.first { $0.program.name == row.coveredBy })
      #expect(!owner.isFurtherTrack && owner.order < row.order && owner.signal == row.signal)
      #expect(owner.program.institution == row.program.institution && owner.specialty == row.specialty)
      let note = "Covered by the application to \(owner.program.name)"
      #expect(row.coverage?.hasPrefix(note) == true)
      #expect(RowDocument(row).cells[why].contains(note) && RowDocument(row).cells[why].hasPrefix(row.why))
      #expect(json.contains(note))
    }
    for row in list.rows where !row.isFurtherTrack {
      #expect(row.fee > 0 && row.coverage == nil && RowDocument(row).cells[why] == row.why)
    }
  }

  @Test func `holds the preliminary years beside advanced places`() throws {
    var random = Seeded(51)
    let profile = Samples.profile(&random, type: .usMDSenior, specialties: ["Dermatology"])
    let years = Samples.practice.filter { $0.specialty == "Transitional Year" }.prefix(12)
    let list = try Samples.list(profile, Samples.programs(["Dermatology"], 30, &random) + years)
    let preliminary = list.rows.filter(\.isPreliminary)
    #expect(!preliminary.isEmpty && list.count.preliminary == preliminary.count)
    #expect(list.count.tracks == list.rows.count)
    // The curve is of the places that lead on; its sentence says so.
    #expect(list.curve.last { $0.isRecommended }?.applications == list.count.applications - preliminary.count)
    #expect(ListWords(list).beside == " (preliminary years aside)")
  }
}

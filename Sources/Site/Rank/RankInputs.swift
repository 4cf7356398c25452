internal import Crypto
internal import Foundation
internal import SmartPick
internal import Workspaces

/// All that a rank order list is judged from, read in one look.
struct RankInputs: Sendable {
  var kept: Kept<RankDocument>?
  var profile: Kept<ProfileDocument>?
  var programs: Kept<ProgramsDocument>?
  var season: Kept<SeasonDocument>?
  var workspace: WorkspaceID?
  /// Where the programs are read.
  let book: ProgramBook

  var document: RankDocument { kept?.value ?? RankDocument() }

  /// The catalog laid out for finding programs by words.
  var index: ProgramIndex { book.index(programs?.value) }

  /// The program with this code; one that the catalog does not hold is typical of its specialty.
  func program(_ entry: RankDocument.Entry) -> Program {
    if let program = index.programs.first(where: { $0.code == entry.code }) { return program }
    var program = Program(code: entry.code, name: entry.name, specialty: entry.specialty)
    program.track = ProgramCode(entry.code).track ?? (entry.specialty == "Transitional Year" ? .preliminary : nil)
    return program
  }

  /// Interviews of the season that are not ranked yet.
  var unrankedInterviews: [SeasonDocument.Application] {
    var known = Set(document.entries.map(\.code))
    for entry in document.entries { known.formUnion(entry.firstYears) }
    return season?.value.interviews.filter { !known.contains($0.code) } ?? []
  }

  func choices(_ entries: [RankDocument.Entry]) -> [RankChoice] {
    entries.map {
      RankChoice(program($0), wasInterviewed: $0.wasInterviewed, impression: $0.impression, wouldGo: $0.wouldGo)
    }
  }

  /// What the list is asked.
  var request: RankRequest {
    var me = profile?.value.profile ?? Profile()
    if let season { me = season.value.told(to: me) }
    return request(me, document.entries)
  }

  /// The same for the partner, if there is one.
  var partnerRequest: RankRequest? {
    guard let partner = document.partner, !partner.entries.isEmpty else { return nil }
    var profile = Profile()
    profile.applicantType = ApplicantType(rawValue: partner.type)
    profile.step2CK = .init(score: partner.step2)
    return request(profile, partner.entries)
  }

  private func request(_ me: Profile, _ entries: [RankDocument.Entry]) -> RankRequest {
    let choices = choices(entries)
    var supplemental: [String: [RankChoice]] = [:]
    for (entry, choice) in zip(entries, choices) where choice.program.track == .advanced {
      let years = entry.firstYears.map { code in
        RankChoice(program(.init(code, name: code, specialty: "Transitional Year")))
      }
      if !years.isEmpty { supplemental[entry.code] = years }
    }
    return RankRequest(
      profile: me, choices: choices, supplemental: supplemental, programs: index.programs, season: .latest)
  }

  /// The same for inputs that give the same chances, whatever the order; holds nothing of what was typed.
  func key(_ kind: String) -> RankBook.Key {
    var hash = SHA256()
    func add(_ text: String) {
      hash.update(data: Data("\(text.utf8.count)\n".utf8))
      hash.update(data: Data(text.utf8))
    }
    add(kind)
    add(profile?.value.text ?? "")
    // A table may be large: its revision stands for it.
    add(programs.map { "\(workspace.map(\.description) ?? "")/\($0.revision)" } ?? "")
    for application in season?.value.applications ?? [] {
      add(application.code + "|" + application.signal.rawValue + "|" + application.standing.rawValue)
    }
    func add(_ entries: [RankDocument.Entry]) {
      for entry in entries {
        add("\(entry.code)|\(entry.wasInterviewed)|\(entry.specialty)|\(entry.firstYears.joined(separator: ","))")
      }
    }
    if kind == "couple" {
      add(document.entries)
      if let partner = document.partner {
        add("\(partner.type)|\(partner.step2 ?? 0)|\(partner.miles)")
        for pair in partner.order?.pairs ?? [] { add("\(pair.first)|\(pair.second)") }
        add("\(partner.order?.leftOut.count ?? -1)")
        add(partner.entries)
      }
    } else {
      add(document.entries.sorted { $0.code < $1.code })
    }
    return RankBook.Key(digest: hash.finalize().map { $0 })
  }
}

extension PageContext {
  /// What this visitor's rank order list is judged from.
  func rankInputs() async throws -> RankInputs {
    let workspace = workspace?.id
    return try await read { reading in
      RankInputs(
        kept: try reading.document(RankDocument.id), profile: try reading.document(ProfileDocument.id),
        programs: try reading.document(ProgramsDocument.id), season: try reading.document(SeasonDocument.id),
        workspace: workspace, book: site.programs)
    } ?? RankInputs(book: site.programs)
  }
}

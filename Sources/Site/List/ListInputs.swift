internal import Crypto
internal import Foundation
internal import ProcessControl
internal import SmartPick
internal import Workspaces

/// All that a list is computed from, read in one look; whatever else an answer depends on belongs here too.
struct ListInputs: Sendable {
  var profile: Kept<ProfileDocument>
  var programs: Kept<ProgramsDocument>?
  var season: Kept<SeasonDocument>?
  /// The applicant's own assumptions, in place of the published ones.
  var effects: Kept<EffectsDocument>?
  /// Whether the interviews of the season are over: silence is then a refusal.
  var isOver = false
  /// The workspace that the programs are of.
  let workspace: WorkspaceID
  /// Where the programs are read.
  let book: ProgramBook

  /// As they are kept in a workspace; nil where no specialty is named yet.
  init?(_ reading: Reading, of workspace: WorkspaceID, book: ProgramBook) throws {
    guard let profile = try reading.document(ProfileDocument.id), !profile.value.profile.specialties.isEmpty else {
      return nil
    }
    self.profile = profile
    programs = try reading.document(ProgramsDocument.id)
    season = try reading.document(SeasonDocument.id)
    effects = try reading.document(EffectsDocument.id)
    self.workspace = workspace
    self.book = book
  }

  /// The same before any program is named: neither own programs nor what happened at them.
  var plan: ListInputs {
    var inputs = self
    (inputs.programs, inputs.season) = (nil, nil)
    return inputs
  }

  /// The same under the published assumptions.
  var withPublishedEffects: ListInputs {
    var inputs = self
    inputs.effects = nil
    return inputs
  }

  /// What the list is asked.
  var request: ListRequest {
    var request = ListRequest(
      profile: season?.value.told(to: profile.value.profile) ?? profile.value.profile,
      programs: book.index(programs?.value).programs, season: .latest,
      effects: effects?.value.effects ?? .published)
    request.isOver = isOver
    return request
  }

  /// The same for inputs that give the same list; holds nothing of what was typed.
  var key: Key {
    var hash = SHA256()
    func add(_ text: String) {
      hash.update(data: Data("\(text.utf8.count)\n".utf8))
      hash.update(data: Data(text.utf8))
    }
    add(profile.value.text)
    // A table may be large: its revision stands for it.
    add(programs.map { "\(workspace)/\($0.revision)" } ?? "")
    for application in season?.value.applications ?? [] {
      add(application.code)
      add(application.signal.rawValue)
      add(application.standing.rawValue)
    }
    add(effects?.value.key ?? "")
    if isOver { add("over") }
    return Key(digest: hash.finalize().map { $0 })
  }

  struct Key: Hashable, Sendable {
    let digest: [UInt8]
  }
}

extension PageContext {
  /// What this visitor's list is computed from; nil where no specialty is named yet.
  func listInputs() async throws -> ListInputs? {
    guard let workspace = workspace?.id else { return nil }
    let book = site.programs
    var inputs = try await read { try ListInputs($0, of: workspace, book: book) } ?? nil
    inputs?.isOver = Season.latest.interviewsAreOver(on: today.description)
    return inputs
  }

  /// The visitor's list however long it takes; nil where no specialty is named yet.
  func listEntry() async throws -> ListBook.Entry? {
    guard let inputs = try await listInputs() else { return nil }
    return await site.lists.entry(inputs)
  }

  /// Answers with the list, with why there is none, or, where a first computation takes longer than a moment, with a
  /// page that shows how far it is and looks again by itself.
  func withList(
    plan: Bool = false,
    _ body: (_ entry: ListBook.Entry, _ list: ListResult, _ inputs: ListInputs) async throws -> Answer
  ) async throws -> Answer {
    guard let all = try await listInputs() else { return NoListPage.answer(self, nil) }
    let inputs = plan ? all.plan : all
    switch await site.lists.reply(inputs, within: site.options.patience) {
    case .working(let progress): return WorkingPage(progress: progress, isPlan: plan).answer(self)
    case .done(let entry):
      guard let list = entry.list else { return NoListPage.answer(self, entry.problem) }
      return try await body(entry, list, inputs)
    }
  }
}

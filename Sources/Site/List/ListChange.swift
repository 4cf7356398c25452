internal import Markup
internal import SmartPick
internal import Workspaces

/// What the last change of an input did to the list: the earlier list is worked out again from earlier revisions, so
/// nothing computed is kept.
struct ListChange: Sendable {
  /// What was changed, field by field: "budget: 300 to 600".
  let fields: [String]
  let earlier: ListResult
  let now: ListResult

  /// Nil where the list is the same.
  var isEmpty: Bool {
    entered.isEmpty && left.isEmpty && moved.isEmpty && abs(now.matchProbability - earlier.matchProbability) < 0.00005
  }

  var entered: [ListResult.Row] { Self.missing(now, in: earlier) }
  var left: [ListResult.Row] { Self.missing(earlier, in: now) }
  /// Programs on both lists whose signal is another one.
  var moved: [(row: ListResult.Row, before: SignalKind)] {
    let before = Dictionary(earlier.rows.map { ($0.program.code, $0.signal) }) { first, _ in first }
    return now.rows.compactMap { row in
      guard let old = before[row.program.code], old != row.signal else { return nil }
      return (row, old)
    }
  }

  private static func missing(_ list: ListResult, in other: ListResult) -> [ListResult.Row] {
    let codes = Set(other.rows.map(\.program.code))
    return list.rows.filter { !codes.contains($0.program.code) }
  }

  /// "After you changed budget: 300 to 600, 4 programs entered and 1 left; the chance rose by 1.2 points, …".
  var sentence: String {
    let what =
      fields.isEmpty
      ? "your last change"
      : "you changed \(Words.list(Array(fields.prefix(3))))\(fields.count > 3 ? " and \(fields.count - 3) more" : "")"
    var parts: [String] = []
    if !entered.isEmpty { parts.append(entered.count == 1 ? "1 program entered" : "\(entered.count) programs entered") }
    if !left.isEmpty { parts.append(left.count == 1 ? "1 left" : "\(left.count) left") }
    if entered.isEmpty, left.isEmpty { parts.append("the programs stayed the same") }
    if !moved.isEmpty { parts.append(moved.count == 1 ? "1 signal moved" : "\(moved.count) signals moved") }
    // Of the rounded chances, so that the three numbers agree.
    func tenths(_ chance: Double) -> Double { (chance * 1000).rounded() }
    let points = (tenths(now.matchProbability) - tenths(earlier.matchProbability)) / 10
    let range =
      "from \(Words.fixed(earlier.matchProbability * 100, 1))% to \(Words.fixed(now.matchProbability * 100, 1))%"
    let chance =
      abs(points) < 0.05
      ? "the chance to match stayed at \(Words.fixed(now.matchProbability * 100, 1))%"
      : "the chance to match \(points > 0 ? "rose" : "fell") by \(Words.fixed(abs(points), 1)) points, \(range)"
    return "After \(what): \(Words.list(parts)); \(chance)."
  }

  var section: HTML {
    Markup.section(.class("card"), .id("changed"), .aria("labelledby", "changed-heading")) {
      h2(.id("changed-heading")) { "What changed since the last list" }
      p { sentence }
      if !(entered.isEmpty && left.isEmpty && moved.isEmpty) {
        more("Program by program") {
          names("Entered", entered)
          names("Left", left)
          if !moved.isEmpty {
            h3 { "Another signal" }
            ul {
              for (row, before) in moved.prefix(40) {
                li { "\(row.program.name): \(before.rawValue) before, \(row.signal.rawValue) now" }
              }
            }
          }
        }
      }
    }
  }

  private func names(_ heading: String, _ rows: [ListResult.Row]) -> HTML {
    HTML {
      if !rows.isEmpty {
        h3 { heading }
        ul {
          for row in rows.prefix(40) {
            li {
              a(.href(Link.program(code: row.program.code).path)) { row.program.name }
              " (interview \(Words.percent(row.interview)))"
            }
          }
          if rows.count > 40 { li { "And \(rows.count - 40) more." } }
        }
      }
    }
  }
}

/// The inputs before their last change, and what that change was.
struct EarlierInputs: Sendable {
  let inputs: ListInputs
  let fields: [String]
}

extension ListInputs {
  /// The inputs before the last change of any of them; nil where there was no list before, or the same one.
  func earlier(_ reading: Reading) throws -> EarlierInputs? {
    let profileBefore = try reading.previous(of: ProfileDocument.id)
    let programsBefore = try reading.previous(of: ProgramsDocument.id)
    let seasonBefore = try reading.previous(of: SeasonDocument.id)
    let last = [profileBefore?.order, programsBefore?.order, seasonBefore?.order].compactMap(\.self).max()
    var inputs = self
    var fields: [String] = []
    let programs = book.index(self.programs?.value).programs
    func name(_ code: String) -> String { programs.first { $0.code == code }?.name ?? code }
    if let profileBefore, profileBefore.order == last {
      guard let kept = profileBefore.kept, !kept.value.profile.specialties.isEmpty else { return nil }
      inputs.profile = kept
      fields = ProfileDifference.words(kept.value.profile, profile.value.profile, name: name)
    } else if let programsBefore, programsBefore.order == last {
      inputs.programs = programsBefore.kept
      fields = [
        "the programs (\(programsBefore.kept?.value.name ?? "practice programs") to \(self.programs?.value.name ?? "practice programs"))"
      ]
    } else if let seasonBefore, seasonBefore.order == last {
      inputs.season = seasonBefore.kept
      fields = Self.differences(seasonBefore.kept?.value ?? SeasonDocument(), season?.value ?? SeasonDocument())
    }
    return inputs.key == key ? nil : EarlierInputs(inputs: inputs, fields: fields)
  }

  private static func differences(_ before: SeasonDocument, _ now: SeasonDocument) -> [String] {
    var words: [String] = []
    for application in now.applications {
      guard let old = before[application.code] else {
        words.append("\(application.name): applied")
        continue
      }
      if old.standing != application.standing {
        words.append(
          "\(application.name): \(old.standing.words.lowercased()) to \(application.standing.words.lowercased())")
      } else if old.signal != application.signal {
        words.append("\(application.name): signal \(old.signal.rawValue) to \(application.signal.rawValue)")
      }
    }
    for old in before.applications where now[old.code] == nil { words.append("\(old.name): taken off") }
    return words
  }
}

/// What differs between two profiles, in words.
enum ProfileDifference {
  /// Each change in words, with `name` giving a program's name by its code.
  static func words(_ before: Profile, _ now: Profile, name: (String) -> String = { $0 }) -> [String] {
    var words: [String] = []
    func put(_ name: String, _ old: String?, _ new: String?) {
      guard old != new else { return }
      words.append("\(name) (\(old ?? "unknown") to \(new ?? "unknown"))")
    }
    for question in ProfileQuestion.all {
      let (old, new) = (question.shown(before), question.shown(now))
      put(question.words, old.isEmpty ? nil : old, new.isEmpty ? nil : new)
    }
    func limits(_ profile: Profile) -> String {
      profile.maxApplications.isEmpty
        ? "none" : Words.list(profile.maxApplications.sorted { $0.key < $1.key }.map { "\($0.value) in \($0.key)" })
    }
    if before.maxApplications != now.maxApplications { put("the limit of applications", limits(before), limits(now)) }
    func codes(_ verb: String, _ old: [String], _ new: [String]) {
      let (more, less) = (new.filter { !old.contains($0) }, old.filter { !new.contains($0) })
      if !more.isEmpty { words.append("\(verb) (\(Words.list(more.map(name))) added)") }
      if !less.isEmpty { words.append("\(verb) (\(Words.list(less.map(name))) taken away)") }
    }
    codes("what you love", before.preferences.loved, now.preferences.loved)
    codes("what you refuse", before.preferences.refused, now.preferences.refused)
    codes("what is pinned", before.preferences.pinned.map(\.code), now.preferences.pinned.map(\.code))
    if words.isEmpty, before != now { words.append("your profile") }
    return words
  }
}

extension PageContext {
  /// What the last change did to the list; nil where there is nothing to say, or the earlier list is still worked out.
  func listChange(_ inputs: ListInputs, _ list: ListResult) async throws -> ListChange? {
    guard let earlier = try await read({ try inputs.earlier($0) }) ?? nil else { return nil }
    // Usually the earlier list was looked at a moment ago and is at hand.
    guard case .done(let entry) = await site.lists.reply(earlier.inputs, within: site.options.patience),
      let before = entry.list
    else { return nil }
    let change = ListChange(fields: earlier.fields, earlier: before, now: list)
    return change.isEmpty ? nil : change
  }
}

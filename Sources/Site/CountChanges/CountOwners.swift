internal import Improvement
internal import ProcessControl
internal import Workspaces

/// Counts that stay as they are, because the member who wanted to change them did not add them and is no editor.
struct CountsOfOthers: Error {
  /// Their days and parts, in the order of the days.
  let places: [CountPlace]

  /// What is said of one of them, beside its line.
  static let line = "Somebody else added this count: it stays as it is. Leave the line out, or ask an editor."

  /// What is said of all of them together; at most three days are named.
  var words: String {
    let days = Set(places.map(\.day)).sorted()
    let named = days.prefix(3).map(\.words).joined(separator: "; ")
    let rest = days.count > 3 ? "; and \(days.count - 3) more" : ""
    return "Somebody else added the count\(days.count == 1 ? "" : "s") of \(named)\(rest). "
      + "\(days.count == 1 ? "It stays as it is" : "They stay as they are"); an editor may change "
      + "\(days.count == 1 ? "it" : "them")."
  }
}

extension Reading {
  /// The counts among those to be written or removed that a member may not change; nil when there is none.
  ///
  /// All cases that stand there already with the same numbers are not changed. A part is refused whatever its numbers: to be
  /// let through with the right ones would tell them.
  func countsOfOthers(
    _ counts: [PeriodCount], without gone: [PeriodCount], of measure: DocumentID<MeasureDocument>, for seat: Seat
  ) throws -> CountsOfOthers? {
    guard !seat.member.role.allows(.edit) else { return nil }
    let there = try amounts(of: measure)
    let owners = CountOwners(try countChanges(of: measure).reversed())
    var wanted: [CountPlace: CountChangeDocument.Amount?] = [:]
    for count in gone { wanted[CountPlace(count.day, count.strata)] = .some(nil) }
    for count in counts {
      wanted[CountPlace(count.day, count.strata)] = .init(numerator: count.numerator, denominator: count.denominator)
    }
    let theirs = wanted.filter { place, amount in
      there[place].map { ($0 != amount || !place.strata.isEmpty) && !owners.added(place, $0, by: seat.member.id) }
        ?? false
    }
    let places = theirs.keys.sorted { $0.day < $1.day }
    return places.isEmpty ? nil : CountsOfOthers(places: places)
  }
}

extension GridEntry {
  /// Refuses the lines that would change what somebody else added, each at its place.
  mutating func leaveOthers(of file: MeasureFile, _ page: PageContext) async throws {
    guard let seat = page.seat else { return }
    let (counts, gone, id) = (grid.counts, grid.removals, file.measure.id)
    let found = try await page.read { try $0.countsOfOthers(counts, without: gone, of: id, for: seat) }
    guard let others = found ?? nil else { return }
    let places = Set(others.places)
    var pasted = places
    for (index, line) in typed.filter({ !$0.isEmpty }).enumerated() {
      let read = CountGrid([line], for: file.definition, division: division)
      let own = Set((read.counts + read.removals).map { CountPlace($0.day, $0.strata) })
      guard !own.isDisjoint(with: places) else { continue }
      problems.append(("day-\(index + 1)", CountsOfOthers.line))
      pasted.subtract(own)
    }
    if !pasted.isEmpty {
      let rest = CountsOfOthers(places: others.places.filter(pasted.contains))
      problems.append(("paste", rest.words + " Leave that out of the paste."))
    }
  }
}

/// Who added the counts of a measure that stand there now, as far as its changes tell.
///
/// Taps, charts and checklists add to counts without a change that is told: what they touched belongs to nobody.
struct CountOwners {
  private var owners: [CountPlace: (member: MemberID, amount: CountChangeDocument.Amount)] = [:]

  /// Follows the changes from the oldest to the newest; O(cells of all changes).
  init(_ changes: [Kept<CountChangeDocument>]) {
    var told: [CountPlace: [(member: MemberID, amount: CountChangeDocument.Amount)]] = [:]
    for change in changes {
      for cell in change.value.cells {
        let place = CountPlace(cell.day, cell.strata)
        guard let after = cell.after else {
          owners[place] = nil
          continue
        }
        // What is taken back belongs again to whoever had counted so before.
        let former = change.value.way == .takenBack ? told[place]?.last { $0.amount == after }?.member : nil
        let count = (member: former ?? change.creator, amount: after)
        owners[place] = count
        told[place, default: []].append(count)
      }
    }
  }

  /// Whether a member added the count that stands there with this amount.
  func added(_ place: CountPlace, _ amount: CountChangeDocument.Amount, by member: MemberID) -> Bool {
    owners[place].map { $0.member == member && $0.amount == amount } ?? false
  }
}

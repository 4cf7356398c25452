/// How much a list asks for: its rows are tracks, and one application covers an institution's tracks in a specialty.
///
/// Every sentence that counts a list reads it from here, so that no two of them disagree about the same rows.
/// Preliminary years beside advanced places are rows, tracks and applications like the others.
public struct ListCount: Sendable, Equatable {
  /// Rows of the list.
  public let tracks: Int
  /// What is sent and paid for: at most ``tracks``.
  public let applications: Int
  /// Of these, the ones for a preliminary year.
  public let preliminary: Int
  /// Of the applications, those that are sent already.
  public let sent: Int
  /// Dollars for what is not sent yet.
  public let newFees: Double
  /// Where the applications go: at most ``applications``, fewer where two specialties are asked for at one institution.
  ///
  /// A program whose institution is not known counts as one of its own.
  public let institutions: Int

  /// Counts the rows of a list.
  public init(_ rows: [ListResult.Row]) {
    tracks = rows.count
    applications = rows.count { !$0.isFurtherTrack }
    preliminary = rows.count { $0.isPreliminary && !$0.isFurtherTrack }
    sent = rows.count { $0.status != .open && !$0.isFurtherTrack }
    newFees = rows.reduce(0) { $0 + $1.fee }
    institutions = Set(rows.map { Self.institution($0.program) }).count
  }

  /// "23 programs", or where applications cover more than one track "17 institutions (27 tracks)".
  public var words: String {
    tracks == applications
      ? Self.number(tracks, "program") : "\(Self.number(institutions, "institution")) (\(tracks) tracks)"
  }

  /// The same behind "Apply to": "these 23 programs", "17 institutions (27 tracks)".
  var behindApplyTo: String {
    guard tracks == applications else { return words }
    return tracks == 1 ? "this program" : "these " + words
  }

  /// "23 applications".
  public var applicationWords: String { Self.number(applications, "application") }

  /// Applications that are not sent yet.
  public var new: Int { applications - sent }

  /// "76 applications sent; 11 more for $121"; nil where nothing is sent.
  public var sentWords: String? {
    guard sent > 0 else { return nil }
    let more = new == 0 ? "none of the others is worth its fee" : "\(new) more for \(Words.dollars(newFees))"
    return "\(Self.number(sent, "application")) sent; \(more)"
  }

  /// What an application is sent to.
  private static func institution(_ program: Program) -> String {
    guard let name = program.institution, !name.isEmpty else { return "program " + program.code }
    return [name, program.city ?? "", program.state ?? ""].joined(separator: "|").lowercased()
  }

  private static func number(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}

import Testing

/// A small market in a few lines, and as the files that `housestaff match` reads.
struct WrittenMarket: Sendable, CustomTestStringConvertible {
  var source: String
  /// "City 2: Darrius Arthur": a program, its positions, its list.
  var programs: [String]
  /// "Sunny: City Mercy": an applicant and the list.
  var applicants: [String]
  /// "a b: x+y x+-": two partners and their pairs; `-` is no match.
  var couples: [String] = []
  /// "Arthur at City: Mercy": an applicant, the advanced program, the supplemental list.
  var supplemental: [String] = []
  /// "City to Mercy" or "City to Mercy 1": who receives unfilled positions, and at most how many.
  var reversions: [String] = []
  /// "Arthur City, Sunny Mercy+Prelim": who is where; the unmatched are left out.
  var result = ""

  var testDescription: String { source }

  var files: [String: String] {
    var files = [
      "programs.csv": "program,quota,reverts_to,reverts_max\n", "applicants.csv": "applicant,rank,program\n",
      "rankings.csv": "program,rank,applicant\n",
    ]
    for line in programs {
      let (head, list) = Self.cut(line, ":")
      let (program, quota) = Self.cut(head, " ")
      let reversion = reversions.first { $0.hasPrefix(program + " to ") }?.split(separator: " ").dropFirst(2) ?? []
      files["programs.csv"]? += "\(program),\(quota),\(reversion.first ?? ""),\(reversion.dropFirst().first ?? "")\n"
      for (rank, applicant) in Self.ranked(list) { files["rankings.csv"]? += "\(program),\(rank),\(applicant)\n" }
    }
    for line in applicants {
      let (applicant, list) = Self.cut(line, ":")
      for (rank, program) in Self.ranked(list) { files["applicants.csv"]? += "\(applicant),\(rank),\(program)\n" }
    }
    if !couples.isEmpty {
      files["couples.csv"] =
        "couple,rank,applicant_a,program_a,applicant_b,program_b\n" + couples.map(Self.couple).joined()
    }
    if !supplemental.isEmpty {
      files["supplemental.csv"] =
        "applicant,advanced_program,rank,program\n" + supplemental.map(Self.supplement).joined()
    }
    return files
  }

  private static func couple(_ line: String) -> String {
    let (names, list) = cut(line, ":")
    let (a, b) = cut(names, " ")
    return ranked(list).map { rank, pair in
      let (one, other) = cut(pair, "+")
      return "\(a) and \(b),\(rank),\(a),\(one == "-" ? "" : one),\(b),\(other == "-" ? "" : other)\n"
    }.joined()
  }

  private static func supplement(_ line: String) -> String {
    let (head, list) = cut(line, ":")
    let (applicant, advanced) = (cut(head, " ").0, head.split(separator: " ").last ?? "")
    return ranked(list).map { "\(applicant),\(advanced),\($0),\($1)\n" }.joined()
  }

  static func cut(_ text: String, _ separator: Character) -> (String, String) {
    let parts = text.split(separator: separator, maxSplits: 1).map { $0.filter { $0 != "\n" } }
    func trimmed(_ part: String) -> String {
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    return (trimmed(parts.first ?? ""), trimmed(parts.count > 1 ? parts[1] : ""))
  }

  private static func ranked(_ list: String) -> [(Int, String)] {
    list.split(separator: " ").enumerated().map { ($0 + 1, String($1)) }
  }
}

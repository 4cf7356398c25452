internal import SmartPick
internal import Tables
internal import Workspaces

/// A partner's list as it is pasted: codes one a line, or a table with a first row of column names.
enum PartnerList {
  struct Fault: Error {
    let words: String
  }

  static func read(_ text: String, _ inputs: RankInputs) -> Result<[RankDocument.Entry], Fault> {
    let lines = text.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
    guard !lines.isEmpty else {
      return .failure(Fault(words: "Paste your partner\u{2019}s programs, one code a line."))
    }
    guard text.utf8.count < 200_000, lines.count <= RankDocument.most else {
      return .failure(Fault(words: "A list has at most \(RankDocument.most) lines."))
    }
    let isTable = lines[0].lowercased().contains("code") || lines[0].lowercased().contains("program")
    let source = isTable ? text : "code\n" + lines.map { $0.filter { $0 != "," && $0 != ";" } }.joined(separator: "\n")
    guard let table = try? Table(text: source, name: "") else {
      return .failure(Fault(words: "This cannot be read as a list. Paste codes, one a line."))
    }
    let file = RankFile(
      table, programs: inputs.index.programs, profile: inputs.profile?.value.profile ?? Profile())
    let errors = file.findings.filter { $0.severity == .error }
    guard errors.isEmpty else {
      return .failure(Fault(words: errors.prefix(3).map(\.description).joined(separator: " ")))
    }
    return .success(
      file.choices.map { choice in
        var entry = RankDocument.Entry(choice.program)
        entry.wasInterviewed = choice.wasInterviewed
        return entry
      })
  }
}

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
    return isTable ? read(table: text, inputs) : read(lines: text, inputs)
  }

  /// Every line is a code or the name of a program in the catalog; all lines that are neither are named.
  private static func read(lines text: String, _ inputs: RankInputs) -> Result<[RankDocument.Entry], Fault> {
    let lookup = ProgramLookup(inputs.index.programs, profile: Profile())
    let known = Set(inputs.index.programs.map { $0.code.uppercased() })
    var entries: [RankDocument.Entry] = []
    var faults: [String] = []
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      var line = line.drop(while: \.isWhitespace)
      while let last = line.last, last.isWhitespace || last == "," || last == ";" { line.removeLast() }
      guard !line.isEmpty else { continue }
      let typed = String(line)
      let code = typed.uppercased()
      // A code is known or says its specialty; anything else is a name.
      let isCode =
        known.contains(code) || code.hasPrefix("FICTION-") || ProgramCode(code).specialtyDigits != nil
        || code.allSatisfy(\.isNumber)
      do throws(ProgramLookup.Fault) {
        let found = try lookup.program(code: isCode ? typed : "", name: isCode ? "" : typed, specialty: "")
        entries.append(RankDocument.Entry(found.program))
      } catch {
        faults.append("Line \(index + 1), \u{201C}\(typed.prefix(80))\u{201D}: \(words(error, isCode: isCode)).")
      }
    }
    let codes = entries.map(\.code)
    for (index, code) in codes.enumerated() where codes.firstIndex(of: code) != index {
      faults.append("\(code) stands twice. Keep one of the two.")
    }
    return faults.isEmpty ? .success(entries) : .failure(Fault(words: faults.joined(separator: " ")))
  }

  /// What is wrong with a line, and what to do; nothing but codes and names can be pasted here, so it is not about columns.
  private static func words(_ fault: ProgramLookup.Fault, isCode: Bool) -> String {
    switch fault {
    case .noPracticeProgram:
      "no practice program has this code: correct it: each program of the list stands with its code"
    case .severalOfThisName(_, let codes):
      "\(codes.count) programs of the catalog have this name: add its code: "
        + codes.prefix(4).joined(separator: ", ")
    case .noSpecialty where isCode:
      "nobody knows the specialty of this code: paste a table with columns code and specialty to rank it all the same"
    case .noSpecialty, .nothingTyped:
      "no program of the catalog has this code or name: paste a table with columns program and specialty to rank it all the same"
    }
  }

  private static func read(table text: String, _ inputs: RankInputs) -> Result<[RankDocument.Entry], Fault> {
    guard let table = try? Table(text: text, name: "") else {
      return .failure(Fault(words: "This cannot be read as a table. Paste codes, one a line."))
    }
    let file = RankFile(
      table, programs: inputs.index.programs, profile: inputs.profile?.value.profile ?? Profile())
    let errors = file.findings.filter { $0.severity == .error }
    guard errors.isEmpty else {
      return .failure(Fault(words: errors.map(\.description).joined(separator: " ")))
    }
    return .success(
      file.choices.map { choice in
        var entry = RankDocument.Entry(choice.program)
        entry.wasInterviewed = choice.wasInterviewed
        return entry
      })
  }
}

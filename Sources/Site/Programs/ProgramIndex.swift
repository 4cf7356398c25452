internal import SmartPick

/// Programs laid out for finding some of them by words, while they are typed.
///
/// Each program is one line of lowercase text in one buffer; a search reads the buffer once for each word.
struct ProgramIndex: Sendable {
  let programs: [Program]
  /// Names of the specialties and codes of the states, in order, each once.
  let specialties: [String]
  let states: [String]
  private let text: [UInt8]
  /// Where each program's line begins; one more at the end.
  private let starts: [Int]

  /// O(programs).
  init(_ programs: [Program]) {
    self.programs = programs
    specialties = Set(programs.map(\.specialty)).sorted()
    states = Set(programs.compactMap(\.state)).sorted()
    var text: [UInt8] = []
    var starts: [Int] = []
    for program in programs {
      starts.append(text.count)
      let state = program.state.flatMap { USState.recognized($0)?.name }
      for part in [
        program.name, program.institution, program.city, program.state, state, program.specialty, program.code,
        program.setting?.rawValue,
      ] {
        guard let part, !part.isEmpty else { continue }
        text.append(UInt8(ascii: " "))
        text.append(contentsOf: part.lowercased().utf8)
      }
      text.append(0)
    }
    self.text = text
    self.starts = starts + [text.count]
  }

  /// The programs that have every word, those where words begin with it first; otherwise in the order of the file.
  ///
  /// O(text × words).
  func found(_ query: ProgramQuery) -> [Program] {
    let words = query.words.lowercased().split(whereSeparator: \.isWhitespace).prefix(12).map { Array($0.utf8) }
    var whole: [Int] = []
    var parts: [Int] = []
    text.withUnsafeBufferPointer { text in
      for index in programs.indices {
        if let specialty = query.specialty, programs[index].specialty != specialty { continue }
        if let state = query.state, programs[index].state != state { continue }
        let line = UnsafeBufferPointer(rebasing: text[starts[index]..<starts[index + 1]])
        var begins = true
        var hasAll = true
        for word in words {
          switch Self.place(of: word, in: line) {
          case .start: break
          case .inside: begins = false
          case .none: hasAll = false
          }
          if !hasAll { break }
        }
        guard hasAll else { continue }
        if begins { whole.append(index) } else { parts.append(index) }
      }
    }
    return (whole + parts).map { programs[$0] }
  }

  private enum Occurrence { case start, inside, none }

  /// Whether a word of the line begins with `word`, or holds it, or neither.
  private static func place(of word: [UInt8], in line: UnsafeBufferPointer<UInt8>) -> Occurrence {
    guard let first = word.first, word.count <= line.count else { return .none }
    var isInside = false
    var at = 0
    while at <= line.count - word.count {
      if line[at] == first {
        var length = 1
        while length < word.count, line[at + length] == word[length] { length += 1 }
        if length == word.count {
          // Every line begins with a space.
          let before = at > 0 ? line[at - 1] : UInt8(ascii: " ")
          let isLetter = (97...122).contains(before) || (48...57).contains(before) || before >= 0x80
          if !isLetter { return .start }
          isInside = true
        }
      }
      at += 1
    }
    return isInside ? .inside : .none
  }
}

/// What is looked for, as the address of the page says it.
struct ProgramQuery: Equatable {
  var words = ""
  var specialty: String?
  var state: String?
  /// From 1.
  var page = 1

  init(_ fields: FormFields) {
    words = String(fields["q"].prefix(200))
    specialty = fields["specialty"].isEmpty ? nil : fields["specialty"]
    state = fields["state"].isEmpty ? nil : fields["state"]
    page = max(1, Int(fields["page"]) ?? 1)
  }

  var isEmpty: Bool { words.isEmpty && specialty == nil && state == nil }

  /// The address of a page of the answers.
  func address(page: Int) -> String {
    var query = FormFields()
    query.add("q", words)
    if let specialty { query.add("specialty", specialty) }
    if let state { query.add("state", state) }
    if page > 1 { query.add("page", "\(page)") }
    return Link.programs.path + "?" + query.encoded
  }
}

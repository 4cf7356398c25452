/// One thing wrong, or worth a second look, in something a person brought: where it stands, what was found there, what
/// was expected, and what to do.
///
/// A reader never stops at the first one: findings are collected, so that a file is put right in one go.
public struct Finding: Sendable, Equatable, CustomStringConvertible {
  /// How much a finding matters.
  public enum Severity: String, Sendable, Codable, CaseIterable {
    /// The input is wrong; a check ends with exit status 1.
    case error
    /// The input was read; something in it was guessed, kept as typed, or left out on purpose.
    case warning
  }

  public var severity: Severity
  /// The file's name as the person knows it, without its folders; empty for text that was pasted.
  public var file: String
  /// The line of a text file, or the row of a sheet, counted from 1; `nil` for the file as a whole.
  public var line: Int?
  /// The column's name in the words of the file, or the name that it was understood as.
  public var column: String?
  /// More exactly where: `"character 17"` of the line in a text file, `"cell E12"` in a sheet.
  public var place: String?
  /// The value found, as typed.
  public var value: String?
  /// What is wrong, where that is more than an unexpected value.
  public var problem: String?
  /// What would have been right: a noun phrase that fits after the word "expected".
  public var expected: String?
  /// What to do about it: an instruction that begins in lower case and has no full stop.
  public var remedy: String

  public init(
    _ severity: Severity, file: String, line: Int? = nil, column: String? = nil, place: String? = nil,
    value: String? = nil, problem: String? = nil, expected: String? = nil, remedy: String
  ) {
    self.severity = severity
    self.file = file
    self.line = line
    self.column = column
    self.place = place
    self.value = value
    self.problem = problem
    self.expected = expected
    self.remedy = remedy
  }

  /// One line that says it all.
  ///
  /// For example
  /// `programs.csv, line 12, column visa: found "maybe"; expected none, J-1, H-1B or both; leave it empty if unknown.`
  public var description: String {
    var position: [String] = []
    if !file.isEmpty { position.append(file) }
    if let line { position.append("line \(line)") }
    if let column { position.append("column \(column)") }
    if let place { position.append(place) }
    var parts: [String] = []
    if let problem { parts.append(problem) }
    if let value { parts.append("found \"\(Self.shown(value))\"") }
    if let expected { parts.append("expected \(expected)") }
    parts.append(remedy)
    let said = parts.joined(separator: "; ") + "."
    return position.isEmpty ? said : position.joined(separator: ", ") + ": " + said
  }

  /// A value cut to a length that fits a line, with control characters made visible.
  private static func shown(_ value: String) -> String {
    var shown = ""
    for (count, scalar) in value.unicodeScalars.enumerated() {
      if count == 60 { return shown + "…" }
      if scalar.value < 32 || scalar.value == 127 {
        shown += scalar == "\n" ? "⏎" : " "
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }
}

extension Sequence<Finding> {
  /// Whether any finding is an error.
  public var hasErrors: Bool { contains { $0.severity == .error } }
}

/// A file that cannot be read at all, or not beyond one point.
public struct TableError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The cause, for code that wants to act on it.
  public enum Kind: Sendable, Equatable {
    case empty
    case binary
    case utf16
    case invalidUTF8
    case unterminatedQuote
    case rowTooLong
    case tooManyFields
    case tooManyRows
    case tooLarge
    case notAWorkbook
    case damagedWorkbook
    case sheetMissing
    case headerMissing
    case cannotWrite
  }

  public var kind: Kind
  /// The same in words, with the place.
  public var finding: Finding

  public init(_ kind: Kind, _ finding: Finding) {
    self.kind = kind
    self.finding = finding
  }

  public var description: String { finding.description }
}

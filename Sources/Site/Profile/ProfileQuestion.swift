internal import SmartPick
internal import Tables

/// One question of the profile: how it is asked, and how its answer is read and written.
struct ProfileQuestion: Sendable {
  enum Kind: Sendable {
    case text
    case number(unit: String?)
    case choice([(value: String, words: String)])
  }

  let name: String
  let words: String
  let kind: Kind
  let hint: String?
  let group: ProfileGroup
  /// The answer as a form shows it; empty is unknown.
  let shown: @Sendable (Profile) -> String
  /// Puts a typed answer into the profile; returns what is wrong with it.
  let take: @Sendable (String, inout Profile) -> String?

  private static let unknown = (value: "", words: "I do not know, or not yet")

  static func yesNo(
    _ name: String, _ words: String, _ group: ProfileGroup, _ path: any WritableKeyPath<Profile, Bool?> & Sendable,
    hint: String? = nil
  ) -> Self {
    Self(
      name: name, words: words, kind: .choice([unknown, ("yes", "Yes"), ("no", "No")]), hint: hint, group: group,
      shown: { profile in profile[keyPath: path].map { $0 ? "yes" : "no" } ?? "" },
      take: { typed, profile in
        profile[keyPath: path] = typed.isEmpty ? nil : typed == "yes"
        return nil
      })
  }

  static func whole(
    _ name: String, _ words: String, _ group: ProfileGroup, _ path: any WritableKeyPath<Profile, Int?> & Sendable,
    _ range: ClosedRange<Int>, unit: String? = nil, hint: String? = nil, emptyMeans empty: String = "if unknown"
  ) -> Self {
    Self(
      name: name, words: words, kind: .number(unit: unit), hint: hint, group: group,
      shown: { $0[keyPath: path].map(String.init) ?? "" },
      take: { typed, profile in
        let number = TypedNumber<Int>(typed, in: range, emptyMeans: empty)
        if number.problem == nil { profile[keyPath: path] = number.value }
        return number.problem
      })
  }

  static func decimal(
    _ name: String, _ words: String, _ group: ProfileGroup, _ path: any WritableKeyPath<Profile, Double?> & Sendable,
    _ range: ClosedRange<Double>, unit: String? = nil, hint: String? = nil, emptyMeans empty: String = "if unknown"
  ) -> Self {
    Self(
      name: name, words: words, kind: .number(unit: unit), hint: hint, group: group,
      shown: { $0[keyPath: path].map { DecimalText.text($0, decimals: 2) } ?? "" },
      take: { typed, profile in
        let number = TypedNumber<Double>(typed, in: range, emptyMeans: empty)
        if number.problem == nil { profile[keyPath: path] = number.value }
        return number.problem
      })
  }

  static func state(
    _ name: String, _ words: String, _ group: ProfileGroup, _ path: any WritableKeyPath<Profile, String?> & Sendable,
    hint: String? = nil
  ) -> Self {
    Self(
      name: name, words: words,
      kind: .choice(
        [("", "Abroad, or I would rather not say")]
          + USState.all.sorted { $0.name < $1.name }.map { ($0.code, $0.name) }), hint: hint,
      group: group, shown: { $0[keyPath: path] ?? "" },
      take: { typed, profile in
        profile[keyPath: path] = typed.isEmpty ? nil : USState.recognized(typed)?.code
        return nil
      })
  }

  /// Words separated by commas or lines.
  static func words(_ typed: String) -> [String] {
    typed.split { $0 == "," || $0 == ";" || $0 == "\n" || $0 == "\r" }.map { $0.trimmed }.filter { !$0.isEmpty }
  }
}

extension StringProtocol {
  fileprivate var trimmed: String {
    let start = drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}

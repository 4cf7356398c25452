internal import Improvement
internal import ProcessControl
internal import Tables

/// Every word that people type in Improve passes here before it is kept, to see whether it may point to a patient.
///
/// It reads the form as it was sent, so that a form that is added later is read too. What reads as a day or was looked at
/// by the writer passes.
struct WordScreen: Sendable {
  /// Fields of tables, read cell by cell by what takes them, of marks made by a script, and of choices.
  private let exempt: Set<String>
  /// Whether the field that says where something is published names who can be asked, too.
  private let namesContacts: Bool

  /// The screen of what is sent to a link; nil where people's own words are not of a hospital's work.
  init?(for link: Link) {
    guard link.isInImprove else { return nil }
    if case .priorWork = link { namesContacts = true } else { namesContacts = false }
    switch link {
    case .measureGrid: exempt = ["paste", "day", "numerator", "denominator"]
    case .measureCounts: exempt = ["counts", "left-out", "dates-read"]
    case .tally: exempt = ["taps"]
    // Chosen among words that were read when they were written; others are not taken there.
    case .safetyEntries, .safetyEntryRemoval: exempt = ["kind", "place"]
    case .checklistUse: exempt = ["place", "reason"]
    default: exempt = []
    }
  }

  /// A field whose words may point to a patient.
  struct Suspect: Sendable {
    /// Which of the form's fields, counted from 0.
    let place: Int
    let findings: [TextScreen.Finding]
  }

  /// Whether a field of that name holds words.
  func reads(_ name: String) -> Bool { !exempt.contains(name) && !Self.own.contains(name) }

  /// What in one field may point to a patient.
  func findings(in text: String, of name: String, looked: Set<String> = []) -> [TextScreen.Finding] {
    guard reads(name), Day(iso: FormFields.trimmed(text)) == nil else { return [] }
    return TextScreen.findings(in: text).filter { finding in
      !looked.contains(finding.words) && !(name == Self.source && isAnswer(finding.kind))
    }
  }

  /// Every field of a form with words that may point to a patient and that nobody has looked at.
  func suspects(in form: FormFields) -> [Suspect] {
    let looked = Set(form.all(FieldName.looked))
    return form.pairs.enumerated().compactMap { place, pair in
      let findings = findings(in: pair.value, of: pair.name, looked: looked)
      return findings.isEmpty ? nil : Suspect(place: place, findings: findings)
    }
  }

  /// Whether it answers where something is published, or whom of those who did it one can ask.
  private func isAnswer(_ kind: TextScreen.Kind) -> Bool { kind == .web || (kind == .mail && namesContacts) }

  /// The field that says where something is published: an address on the web is an answer there.
  private static let source = "source"

  /// What the site itself writes into forms.
  private static let own: Set<String> = [FieldName.formToken, FieldName.revision, FieldName.asked, FieldName.looked]
}

extension Link {
  /// Whether it stands behind the door of Improve.
  fileprivate var isInImprove: Bool {
    guard case .word("improve") = parts.first else { return false }
    return true
  }
}

/// Thrown in place of a write when the form holds words that may point to a patient.
struct PatientWords: Error {
  let suspects: [WordScreen.Suspect]
  /// The words as a form, where they came in a file; nil for the form that was sent.
  var form: FormFields?
}

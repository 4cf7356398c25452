/// A kind of person whose care or work a project may touch.
public enum WorkRole: String, Codable, Sendable, CaseIterable {
  case patient
  case family
  case nurse
  case nightStaff
  case resident
  case attending
  case pharmacist
  case therapist
  case interpreter
  case clerk
  case transport
  case laboratory
  case housekeeping
  case caseManager
  case informatics
  case administration

  /// As a sentence says it: "a night nurse or physician".
  public var words: String {
    switch self {
    case .patient: "a patient"
    case .family: "a family member"
    case .nurse: "a nurse"
    case .nightStaff: "night staff"
    case .resident: "a resident"
    case .attending: "an attending"
    case .pharmacist: "a pharmacist"
    case .therapist: "a therapist"
    case .interpreter: "an interpreter"
    case .clerk: "a unit clerk"
    case .transport: "transport"
    case .laboratory: "laboratory or imaging"
    case .housekeeping: "environmental services"
    case .caseManager: "a case manager or social worker"
    case .informatics: "informatics"
    case .administration: "administration"
    }
  }

  /// The role on its own: "Night staff".
  public var name: String {
    var text = words
    for article in ["a ", "an "] where text.hasPrefix(article) { text = String(text.dropFirst(article.count)) }
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}

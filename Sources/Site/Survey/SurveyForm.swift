internal import Improvement

/// One form of a survey as it was shown: random, and signed for its survey and round, so that it counts once and nobody
/// makes up others.
///
/// It is made without asking who looks, and says nothing of them.
struct SurveyForm {
  static let field = "form"

  /// As the form carries it.
  let text: String

  /// A new form.
  init(of survey: String, _ round: Survey.Round?, _ page: PageContext) {
    let name = page.newName
    text = "\(name).\(page.site.secret.signature(Self.purpose, "\(survey) \(round?.rawValue ?? "") \(name)"))"
  }

  /// The form that was sent; nil if it is none that was shown for this survey and round.
  init?(sent text: String, of survey: String, _ round: Survey.Round, _ page: PageContext) {
    let parts = text.split(separator: ".")
    guard parts.count == 2,
      page.site.secret.accepts(String(parts[1]), Self.purpose, "\(survey) \(round.rawValue) \(parts[0])")
    else { return nil }
    self.text = text
  }

  /// What is kept of it until the round is closed: from the mark nobody can tell the form without the server's key.
  func mark(_ page: PageContext) -> String { String(page.site.secret.signature("survey sent", text).prefix(24)) }

  private static let purpose = "survey form"
}

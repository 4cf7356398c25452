internal import Markup
internal import Tables

/// Shown instead of keeping words that may point to a patient: each such field with what was typed and what was found in
/// it, and a way to say that it points to nobody.
struct LookAgainPage {
  let suspects: [WordScreen.Suspect]
  /// What was sent.
  let form: FormFields
  /// Whether it came in a file, and goes back the way of files.
  var isFromFile = false

  func answer(_ page: PageContext) -> Answer {
    page.page("Look once more", status: 400) {
      h1 { "Not kept yet: could this point to a patient?" }
      p(.class("lede")) {
        "Say it without what is named below, or say that it points to nobody. Everything else that you filled in is kept."
      }
      ErrorList(problems: suspects.map { (id($0, form), said($0).joined(separator: " ")) })
      Markup.form(
        .method(.post), .action(page.path), .when(isFromFile, .sendsFiles), .noValidate(true),
        .data("words", Link.typedWords.path)
      ) {
        page.hidden(FieldName.formToken, page.formToken)
        for (place, pair) in form.pairs.enumerated() where pair.name != FieldName.formToken {
          if let suspect = suspects.first(where: { $0.place == place }) {
            field(suspect, form)
          } else {
            page.hidden(pair.name, pair.value)
          }
        }
        ChoiceField(
          FieldName.looked, "Or keep it as it is",
          choices: found.map { .init($0, "\u{201C}\($0)\u{201D} points to no patient") }, allowsSeveral: true)
        actions { SubmitButton("Keep it") }
      }
      p(.class("small")) {
        "A name that stands alone looks like any other word: read once more what you wrote. Nothing was saved of it yet."
      }
    }
  }

  /// Each of the words found, once.
  private var found: [String] {
    var seen: Set<String> = []
    return suspects.flatMap(\.findings).map(\.words).filter { seen.insert($0).inserted }
  }

  private func said(_ suspect: WordScreen.Suspect) -> [String] { suspect.findings.map(\.sentence) }

  /// The field's id: its name, numbered where a form has several of that name.
  private func id(_ suspect: WordScreen.Suspect, _ form: FormFields) -> String {
    let name = form.pairs[suspect.place].name
    let earlier = form.pairs[..<suspect.place].count { $0.name == name }
    return earlier == 0 ? name : "\(name)-\(earlier + 1)"
  }

  private func field(_ suspect: WordScreen.Suspect, _ form: FormFields) -> HTML {
    let pair = form.pairs[suspect.place]
    let question = form.all(FieldName.asked).first { $0.hasPrefix(pair.name + " ") }?.dropFirst(pair.name.count + 1)
    let many = form.all(pair.name).count
    let number = form.pairs[...suspect.place].count { $0.name == pair.name }
    let asked = question.map(String.init) ?? "What you wrote"
    let isLong = pair.value.count > 60 || pair.value.contains(where: \.isNewline)
    return Field(
      pair.name, many > 1 ? "\(asked) (\(number) of \(many))" : asked, control: isLong ? .area(rows: 3) : .line(),
      typed: pair.value, error: said(suspect).joined(separator: " "), id: id(suspect, form)
    ).body
  }
}

extension TextScreen.Finding {
  /// What was found, and how to say it otherwise.
  var sentence: String { "\u{201C}\(words)\u{201D}: \(advice)" }
}

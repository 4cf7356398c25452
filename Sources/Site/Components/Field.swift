internal import Markup

/// One question: its words, a hint, what was typed, and what is wrong with it.
struct Field: Component {
  enum Control {
    /// One line of text.
    case line(InputKind = .text, mode: InputMode? = nil, unit: String? = nil, size: Int? = nil)
    /// Several lines of text.
    case area(rows: Int = 4)
    /// One of a list: values and their words.
    case selection([(value: String, words: String)])
    /// A file of these kinds.
    case file(accepts: String)
  }

  /// The name it is sent under; also the field's id, unless a form has several of that name.
  let name: String
  let id: String
  let question: String
  var control = Control.line()
  var typed = ""
  var hint: String?
  var error: String?
  var isRequired = false
  /// What the browser may fill in.
  var autocomplete: String?

  init(
    _ name: String, _ question: String, control: Control = .line(), typed: String = "", hint: String? = nil,
    error: String? = nil, isRequired: Bool = false, autocomplete: String? = nil, id: String? = nil
  ) {
    self.name = name
    self.id = id ?? name
    self.question = question
    self.control = control
    self.typed = typed
    self.hint = hint
    self.error = error
    self.isRequired = isRequired
    self.autocomplete = autocomplete
  }

  var body: HTML {
    div(.class(error == nil ? "field" : "field field-wrong")) {
      label(.for(id)) { question }
      if let hint { span(.class("hint"), .id("\(id)-hint")) { hint } }
      if let error { span(.class("error"), .id("\(id)-error")) { error } }
      entry
    }
  }

  private var shared: Attribute {
    let described = [hint.map { _ in "\(id)-hint" }, error.map { _ in "\(id)-error" }].compactMap(\.self)
    return .all([
      .id(id), .name(name), .required(isRequired),
      .when(!described.isEmpty, .aria("describedby", described.joined(separator: " "))),
      .when(error != nil, .aria("invalid", "true")), autocomplete.map(Attribute.autocomplete) ?? .omitted,
    ])
  }

  private var entry: HTML {
    switch control {
    case .line(let kind, let mode, let unit, let size):
      let line = input(
        .type(kind), shared, .value(typed), mode.map(Attribute.inputMode) ?? .omitted,
        size.map(Attribute.size) ?? .omitted)
      return unit.map { words in
        div(.class("with-unit")) {
          line
          span { words }
        }
      } ?? line
    case .area(let count): return textarea(shared, .rows(count)) { typed }
    case .selection(let choices):
      return select(shared) {
        for choice in choices {
          option(.value(choice.value), .selected(choice.value == typed)) { choice.words }
        }
      }
    case .file(let kinds): return input(.type(.file), shared, .accept(kinds))
    }
  }
}

/// A question answered by choosing: one of several, or any of several.
struct ChoiceField: Component {
  struct Choice {
    let value: String
    let words: String
    var hint: String?

    init(_ value: String, _ words: String, hint: String? = nil) {
      self.value = value
      self.words = words
      self.hint = hint
    }
  }

  let name: String
  let question: String
  let choices: [Choice]
  var chosen: Set<String> = []
  var allowsSeveral = false
  var hint: String?
  var error: String?

  init(
    _ name: String, _ question: String, choices: [Choice], chosen: Set<String> = [], allowsSeveral: Bool = false,
    hint: String? = nil, error: String? = nil
  ) {
    self.name = name
    self.question = question
    self.choices = choices
    self.chosen = chosen
    self.allowsSeveral = allowsSeveral
    self.hint = hint
    self.error = error
  }

  var body: HTML {
    let described = [hint.map { _ in "\(name)-hint" }, error.map { _ in "\(name)-error" }].compactMap(\.self)
    fieldset(
      .class(error == nil ? "field" : "field field-wrong"), .id(name),
      .when(!described.isEmpty, .aria("describedby", described.joined(separator: " ")))
    ) {
      legend { question }
      if let hint { span(.class("hint"), .id("\(name)-hint")) { hint } }
      if let error { span(.class("error"), .id("\(name)-error")) { error } }
      for (index, choice) in choices.enumerated() {
        row(choice, id: "\(name)-\(index + 1)")
      }
    }
  }

  private func row(_ choice: Choice, id: String) -> HTML {
    div(.class("choice")) {
      input(
        .type(allowsSeveral ? .checkbox : .radio), .id(id), .name(name), .value(choice.value),
        .checked(chosen.contains(choice.value)))
      label(.for(id)) {
        choice.words
        if let hint = choice.hint { small { hint } }
      }
    }
  }
}

/// All that is wrong with a form, at its top, each problem a link to its field.
///
/// The page puts the field's own question before the words, so "Enter a whole number" needs to name nothing.
struct ErrorList: Component {
  static let className = "error-list"

  let problems: [(field: String, words: String)]

  var body: HTML {
    if !problems.isEmpty {
      div(.class(Self.className), .role("alert"), .tabIndex(-1)) {
        h2 { problems.count == 1 ? "One thing to put right" : "\(problems.count) things to put right" }
        ul {
          for problem in problems { li { a(.href("#\(problem.field)")) { problem.words } } }
        }
      }
    }
  }
}

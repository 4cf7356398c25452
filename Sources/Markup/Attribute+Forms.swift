extension Attribute {
  /// How a form is sent.
  public static func method(_ method: FormMethod) -> Attribute { Attribute("method", method.rawValue) }

  /// Sends files: `multipart/form-data`.
  public static let sendsFiles = Attribute("enctype", "multipart/form-data")

  /// What a field is; also the kind of a button.
  public static func type(_ kind: InputKind) -> Attribute { Attribute("type", kind.rawValue) }

  /// Writes `value`.
  public static func value(_ value: String) -> Attribute { Attribute("value", value) }

  /// Writes `for`.
  public static func `for`(_ id: String) -> Attribute { Attribute("for", id) }

  /// Writes `form`.
  public static func form(_ id: String) -> Attribute { Attribute("form", id) }

  /// Writes `list`.
  public static func list(_ id: String) -> Attribute { Attribute("list", id) }

  /// Writes `placeholder`.
  public static func placeholder(_ value: String) -> Attribute { Attribute("placeholder", value) }

  /// What the browser may fill in: `given-name`, `off`.
  public static func autocomplete(_ value: String) -> Attribute { Attribute("autocomplete", value) }

  /// Which keyboard a phone shows.
  public static func inputMode(_ mode: InputMode) -> Attribute { Attribute("inputmode", mode.rawValue) }

  /// Writes `accept`.
  public static func accept(_ value: String) -> Attribute { Attribute("accept", value) }

  /// Writes `pattern`.
  public static func pattern(_ value: String) -> Attribute { Attribute("pattern", value) }

  /// Writes `min`.
  public static func minimum(_ value: String) -> Attribute { Attribute("min", value) }

  /// Writes `max`.
  public static func maximum(_ value: String) -> Attribute { Attribute("max", value) }

  /// Writes `step`.
  public static func step(_ value: String) -> Attribute { Attribute("step", value) }

  /// Writes `maxlength`.
  public static func maxLength(_ count: Int) -> Attribute { Attribute("maxlength", String(count)) }

  /// Writes `rows`.
  public static func rows(_ count: Int) -> Attribute { Attribute("rows", String(count)) }

  /// The width of a field in characters.
  public static func size(_ count: Int) -> Attribute { Attribute("size", String(count)) }

  /// Writes `required`.
  public static func required(_ isRequired: Bool) -> Attribute { Attribute("required", isRequired) }

  /// Writes `disabled`.
  public static func disabled(_ isDisabled: Bool) -> Attribute { Attribute("disabled", isDisabled) }

  /// Writes `readonly`.
  public static func readOnly(_ isReadOnly: Bool) -> Attribute { Attribute("readonly", isReadOnly) }

  /// Writes `checked`.
  public static func checked(_ isChecked: Bool) -> Attribute { Attribute("checked", isChecked) }

  /// Writes `selected`.
  public static func selected(_ isSelected: Bool) -> Attribute { Attribute("selected", isSelected) }

  /// Writes `multiple`.
  public static func multiple(_ isMultiple: Bool) -> Attribute { Attribute("multiple", isMultiple) }

  /// Writes `autofocus`.
  public static func autofocus(_ hasFocus: Bool) -> Attribute { Attribute("autofocus", hasFocus) }

  /// Writes `novalidate`.
  public static func noValidate(_ skipsValidation: Bool) -> Attribute { Attribute("novalidate", skipsValidation) }

  /// Writes `spellcheck`.
  public static func spellcheck(_ isOn: Bool) -> Attribute { Attribute("spellcheck", isOn ? "true" : "false") }
}

/// How a form is sent.
public enum FormMethod: String, Sendable {
  /// Reads; the fields stand in the address.
  case get
  /// Writes; the fields stand in the body.
  case post
}

/// What a field or button is.
public enum InputKind: String, Sendable {
  case text, search, email, tel, url, number, range, date, month, week, time, password, file, checkbox, radio, hidden
  case color, submit, button, reset
}

/// Which keyboard a phone shows.
public enum InputMode: String, Sendable {
  case none, text, decimal, numeric, tel, search, email, url
}

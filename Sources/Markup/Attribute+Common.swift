extension Attribute {
  /// Class names, separated by spaces.
  public static func `class`(_ names: String) -> Attribute { Attribute("class", names) }

  /// The class names that are there, separated by spaces.
  public static func classes(_ names: [String?]) -> Attribute {
    let present = names.compactMap(\.self)
    return present.isEmpty ? .omitted : Attribute("class", present.joined(separator: " "))
  }

  /// The element's name in the page, unique in it.
  public static func id(_ value: String) -> Attribute { Attribute("id", value) }

  /// Where a link leads.
  ///
  /// An address that could run code becomes `about:invalid`.
  public static func href(_ address: String) -> Attribute { Attribute("href", Address.checked(address)) }

  /// Where an image or script is.
  ///
  /// An address that could run code becomes `about:invalid`.
  public static func src(_ address: String) -> Attribute { Attribute("src", Address.checked(address)) }

  /// Where a form goes.
  ///
  /// An address that could run code becomes `about:invalid`.
  public static func action(_ address: String) -> Attribute { Attribute("action", Address.checked(address)) }

  /// Where a form goes when sent by this button.
  ///
  /// An address that could run code becomes `about:invalid`.
  public static func formAction(_ address: String) -> Attribute { Attribute("formaction", Address.checked(address)) }

  /// Writes `role`.
  public static func role(_ value: String) -> Attribute { Attribute("role", value) }

  /// Writes `lang`.
  public static func lang(_ value: String) -> Attribute { Attribute("lang", value) }

  /// Writes `title`.
  public static func title(_ value: String) -> Attribute { Attribute("title", value) }

  /// Writes `tabindex`.
  public static func tabIndex(_ value: Int) -> Attribute { Attribute("tabindex", String(value)) }

  /// Writes `hidden`.
  public static func hidden(_ isHidden: Bool) -> Attribute { Attribute("hidden", isHidden) }

  /// Writes `rel`.
  public static func rel(_ value: String) -> Attribute { Attribute("rel", value) }

  /// What may be typed into in the page itself, and is saved with it.
  public static let contentEditable = Attribute("contenteditable", "true")

  /// Writes `target`.
  public static func target(_ value: String) -> Attribute { Attribute("target", value) }

  /// Saves the link as a file of this name.
  public static func download(_ fileName: String) -> Attribute { Attribute("download", fileName) }

  /// Writes `alt`.
  public static func alt(_ value: String) -> Attribute { Attribute("alt", value) }

  /// Writes `datetime`.
  public static func dateTime(_ value: String) -> Attribute { Attribute("datetime", value) }

  /// Writes `content`.
  public static func content(_ value: String) -> Attribute { Attribute("content", value) }

  /// What makes a `meta` element have the browser look at the page again after so many seconds.
  public static func refresh(after seconds: Int) -> Attribute {
    .all([Attribute("http-equiv", "refresh"), Attribute("content", String(seconds))])
  }

  /// Whether `<details>` is open.
  public static func open(_ isOpen: Bool) -> Attribute { Attribute("open", isOpen) }

  /// Groups `<details>` of which one is open at a time, and names fields and buttons.
  public static func name(_ value: String) -> Attribute { Attribute("name", value) }

  /// Writes `colspan`.
  public static func colSpan(_ count: Int) -> Attribute { Attribute("colspan", String(count)) }

  /// Writes `rowspan`.
  public static func rowSpan(_ count: Int) -> Attribute { Attribute("rowspan", String(count)) }

  /// What a header cell is the header of.
  public static func scope(_ scope: HeaderScope) -> Attribute { Attribute("scope", scope.rawValue) }

  /// Writes `start`.
  public static func start(_ value: Int) -> Attribute { Attribute("start", String(value)) }
}

/// What a header cell of a table is the header of.
public enum HeaderScope: String, Sendable {
  case column = "col"
  case row
  case columnGroup = "colgroup"
  case rowGroup = "rowgroup"
}

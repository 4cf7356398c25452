// Forms. Each function writes the element of its name.

/// Writes `<form>`.
public func form(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("form", attributes, content())
}

/// Writes `<fieldset>`.
public func fieldset(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("fieldset", attributes, content())
}

/// Writes `<legend>`.
public func legend(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("legend", attributes, content())
}

/// Writes `<label>`.
public func label(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("label", attributes, content())
}

/// Writes `<button>`.
public func button(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("button", attributes, content())
}

/// Writes `<select>`.
public func select(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("select", attributes, content())
}

/// Writes `<optgroup>`.
public func optgroup(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("optgroup", attributes, content())
}

/// Writes `<option>`.
public func option(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("option", attributes, content())
}

/// Writes `<datalist>`.
public func datalist(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("datalist", attributes, content())
}

/// Writes `<progress>`.
public func progress(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("progress", attributes, content())
}

/// Writes `<meter>`.
public func meter(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("meter", attributes, content())
}

/// Writes `<dialog>`.
public func dialog(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("dialog", attributes, content())
}

/// Writes `<textarea>`.
public func textarea(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("textarea", attributes, content(), closing: .keepsFirstNewline)
}

/// Writes `<input>`.
public func input(_ attributes: Attribute...) -> HTML { .void("input", attributes) }

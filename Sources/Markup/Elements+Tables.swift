// Tables. Each function writes the element of its name.

/// Writes `<table>`.
public func table(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("table", attributes, content())
}

/// Writes `<caption>`.
public func caption(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("caption", attributes, content())
}

/// Writes `<thead>`.
public func thead(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("thead", attributes, content())
}

/// Writes `<tbody>`.
public func tbody(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("tbody", attributes, content())
}

/// Writes `<tfoot>`.
public func tfoot(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("tfoot", attributes, content())
}

/// Writes `<tr>`.
public func tr(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("tr", attributes, content())
}

/// Writes `<th>`.
public func th(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("th", attributes, content())
}

/// Writes `<td>`.
public func td(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("td", attributes, content())
}

/// Writes `<colgroup>`.
public func colgroup(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("colgroup", attributes, content())
}

/// Writes `<col>`.
public func col(_ attributes: Attribute...) -> HTML { .void("col", attributes) }

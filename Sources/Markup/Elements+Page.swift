// The parts of a page. Each function writes the element of its name.

/// Writes `<header>`.
public func header(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("header", attributes, content())
}

/// Writes `<nav>`.
public func nav(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("nav", attributes, content())
}

/// Writes `<main>`.
public func main(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("main", attributes, content())
}

/// Writes `<section>`.
public func section(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("section", attributes, content())
}

/// Writes `<article>`.
public func article(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("article", attributes, content())
}

/// Writes `<aside>`.
public func aside(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("aside", attributes, content())
}

/// Writes `<footer>`.
public func footer(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("footer", attributes, content())
}

/// Writes `<div>`.
public func div(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("div", attributes, content())
}

/// Writes `<span>`.
public func span(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("span", attributes, content())
}

/// Writes `<h1>`.
public func h1(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("h1", attributes, content())
}

/// Writes `<h2>`.
public func h2(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("h2", attributes, content())
}

/// Writes `<h3>`.
public func h3(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("h3", attributes, content())
}

/// Writes `<h4>`.
public func h4(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("h4", attributes, content())
}

/// Writes `<hgroup>`.
public func hgroup(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("hgroup", attributes, content())
}

/// Writes `<address>`.
public func address(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("address", attributes, content())
}

/// Writes `<search>`.
public func search(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("search", attributes, content())
}

/// Writes `<title>`.
public func title(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("title", attributes, content())
}

/// A script of our own, run after the page is read.
///
/// There are no inline scripts.
public func script(src address: String) -> HTML {
  .element("script", [.src(address), Attribute("defer", true)], .empty)
}

/// A style sheet of our own.
///
/// There are no inline styles.
public func stylesheet(_ address: String) -> HTML {
  .void("link", [.rel("stylesheet"), .href(address)])
}

/// Writes `<link>`.
public func link(_ attributes: Attribute...) -> HTML { .void("link", attributes) }

/// Writes `<meta>`.
public func meta(_ attributes: Attribute...) -> HTML { .void("meta", attributes) }

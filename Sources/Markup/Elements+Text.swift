// Paragraphs, lists and words. Each function writes the element of its name.

/// Writes `<p>`.
public func p(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("p", attributes, content())
}

/// Writes `<blockquote>`.
public func blockquote(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("blockquote", attributes, content())
}

/// Writes `<ul>`.
public func ul(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("ul", attributes, content())
}

/// Writes `<ol>`.
public func ol(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("ol", attributes, content())
}

/// Writes `<li>`.
public func li(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("li", attributes, content())
}

/// Writes `<dl>`.
public func dl(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("dl", attributes, content())
}

/// Writes `<dt>`.
public func dt(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("dt", attributes, content())
}

/// Writes `<dd>`.
public func dd(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("dd", attributes, content())
}

/// Writes `<figure>`.
public func figure(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("figure", attributes, content())
}

/// Writes `<figcaption>`.
public func figcaption(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("figcaption", attributes, content())
}

/// Writes `<details>`.
public func details(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("details", attributes, content())
}

/// Writes `<summary>`.
public func summary(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("summary", attributes, content())
}

/// Writes `<a>`.
public func a(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("a", attributes, content())
}

/// Writes `<em>`.
public func em(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("em", attributes, content())
}

/// Writes `<strong>`.
public func strong(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("strong", attributes, content())
}

/// Writes `<small>`.
public func small(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("small", attributes, content())
}

/// Writes `<s>`.
public func s(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("s", attributes, content())
}

/// Writes `<cite>`.
public func cite(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("cite", attributes, content())
}

/// Writes `<q>`.
public func q(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("q", attributes, content())
}

/// Writes `<dfn>`.
public func dfn(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("dfn", attributes, content())
}

/// Writes `<abbr>`.
public func abbr(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("abbr", attributes, content())
}

/// Writes `<time>`.
public func time(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("time", attributes, content())
}

/// Writes `<code>`.
public func code(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("code", attributes, content())
}

/// Writes `<kbd>`.
public func kbd(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("kbd", attributes, content())
}

/// Writes `<samp>`.
public func samp(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("samp", attributes, content())
}

/// Writes `<sub>`.
public func sub(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("sub", attributes, content())
}

/// Writes `<sup>`.
public func sup(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("sup", attributes, content())
}

/// Writes `<i>`.
public func i(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("i", attributes, content())
}

/// Writes `<b>`.
public func b(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("b", attributes, content())
}

/// Writes `<u>`.
public func u(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("u", attributes, content())
}

/// Writes `<mark>`.
public func mark(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("mark", attributes, content())
}

/// Writes `<bdi>`.
public func bdi(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("bdi", attributes, content())
}

/// Writes `<del>`.
public func del(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("del", attributes, content())
}

/// Writes `<ins>`.
public func ins(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("ins", attributes, content())
}

/// Writes `<output>`.
public func output(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("output", attributes, content())
}

/// Writes `<data>`.
public func data(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("data", attributes, content())
}

/// Writes `<pre>`.
public func pre(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("pre", attributes, content(), closing: .keepsFirstNewline)
}

/// Writes `<var>`.
public func variable(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
  .element("var", attributes, content())
}

/// Writes `<br>`.
public func br(_ attributes: Attribute...) -> HTML { .void("br", attributes) }

/// Writes `<hr>`.
public func hr(_ attributes: Attribute...) -> HTML { .void("hr", attributes) }

/// Writes `<wbr>`.
public func wbr(_ attributes: Attribute...) -> HTML { .void("wbr", attributes) }

/// Writes `<img>`.
public func img(_ attributes: Attribute...) -> HTML { .void("img", attributes) }

import Markup
import Testing

/// Reads text as an HTML parser does: line ends first, then the references the writer may use.
private func parsed(_ markup: String) -> String {
  let references = ["&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#13;": "\r", "&#10;": "\n", "&#9;": "\t"]
  var result = String.UnicodeScalarView()
  var rest = Array(markup.unicodeScalars)[...]
  while let scalar = rest.first {
    rest.removeFirst()
    if scalar == "\r" {
      if rest.first == "\n" { rest.removeFirst() }
      result.append("\n")
    } else if scalar == "&", let end = rest.firstIndex(of: ";") {
      var name = String.UnicodeScalarView("&".unicodeScalars)
      name.append(contentsOf: rest[...end])
      guard let value = references[String(name)] else { return "unknown reference \(String(name))" }
      result.append(contentsOf: value.unicodeScalars)
      rest = rest[(end + 1)...]
    } else {
      result.append(scalar)
    }
  }
  return String(result)
}

/// What a string becomes: itself, but for the characters that XML has no spelling for.
private func expected(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    let isLost = (scalar.value < 32 && !"\t\n\r".unicodeScalars.contains(scalar)) || (0xFFFE...0xFFFF ~= scalar.value)
    result.append(isLost ? "\u{FFFD}" : scalar)
  }
  return String(result)
}

/// What stands between two marks, compared by scalars: a combining character may follow the first.
private func between(_ start: String, _ end: String, of markup: String) -> String {
  let scalars = Array(markup.unicodeScalars)
  #expect(scalars.starts(with: start.unicodeScalars))
  #expect(scalars.suffix(end.unicodeScalars.count).elementsEqual(end.unicodeScalars))
  let inner = scalars.dropFirst(start.unicodeScalars.count).dropLast(end.unicodeScalars.count)
  return String(String.UnicodeScalarView(inner))
}

private func inText(_ text: String) -> String {
  let markup = p { text }.text
  return between("<p>", "</p>", of: markup)
}

private func inAttribute(_ text: String) -> String {
  let markup = br(.title(text)).text
  return between("<br title=\"", "\">", of: markup)
}

private func same(_ one: String, _ other: String) -> Bool { one.utf8.elementsEqual(other.utf8) }

private let specials = [
  "&", "<", ">", "\"", "'", "`", "=", "/", ";", "#", " ", "\t", "\n", "\r", "\r\n", "\0", "\u{1}", "\u{1F}", "\u{7F}",
  "\u{85}", "\u{A0}", "\u{2028}", "\u{FEFF}", "\u{FFFD}", "\u{FFFE}", "\u{FFFF}", "\u{FF01}", "é", "e\u{301}", "漢",
  "👩‍⚕️", "a", "amp;", "&amp;", "]]>", "-->", "</p>", "<!--", "<script>",
]

@Suite struct `Escaping` {
  @Test func `gives every pair of special characters back`() {
    for first in specials {
      for second in specials {
        let text = first + second
        #expect(same(parsed(inText(text)), expected(text)), "\(text.debugDescription) in text")
        #expect(same(parsed(inAttribute(text)), expected(text)), "\(text.debugDescription) in an attribute")
      }
    }
  }

  @Test func `gives every Unicode character back`() {
    for start in stride(from: UInt32(0), to: 0x110000, by: 0x1000) {
      var scalars = String.UnicodeScalarView()
      for value in start..<start + 0x1000 {
        if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
      }
      let text = String(scalars)
      #expect(same(parsed(inText(text)), expected(text)), "from \(start)")
      #expect(same(parsed(inAttribute(text)), expected(text)), "from \(start)")
    }
  }

  @Test func `leaves no character that could open or close anything`() {
    for first in specials {
      #expect(!inText(first).contains("<"))
      #expect(!inText(first).contains(">"))
      #expect(!inAttribute(first).contains("\""))
    }
  }

  /// Python 3.11's `html.parser.HTMLParser(convert_charrefs=True)` and `xml.etree.ElementTree` both read each markup
  /// back as the text (run once over these rows when they were written).
  @Test(
    arguments: zip(
      ["a < b && c > d", "say \"hi\"", "tab\tline\nreturn\r", "</textarea><script>alert(1)</script>", "&amp;lt;"],
      [
        "<p title=\"a &lt; b &amp;&amp; c &gt; d\">a &lt; b &amp;&amp; c &gt; d</p>",
        "<p title=\"say &quot;hi&quot;\">say \"hi\"</p>",
        "<p title=\"tab&#9;line&#10;return&#13;\">tab\tline\nreturn&#13;</p>",
        "<p title=\"&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;\">"
          + "&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;</p>",
        "<p title=\"&amp;amp;lt;\">&amp;amp;lt;</p>",
      ]))
  func `is what other parsers read`(text: String, markup: String) {
    #expect(same(p(.title(text)) { text }.text, markup))
  }

  @Test func `keeps a newline that opens a text field`() {
    #expect(textarea(.name("n")) { "\nfirst" }.text == "<textarea name=\"n\">\n\nfirst</textarea>")
    #expect(pre { HTML(["", "\n"].map { HTML($0) }) }.text == "<pre>\n\n</pre>")
    #expect(textarea { "first\n" }.text == "<textarea>first\n</textarea>")
  }
}

import Markup
import Testing

private struct Greeting: Component {
  let names: [String]

  var body: HTML {
    if names.isEmpty {
      p { "Nobody yet" }
    } else {
      ul {
        for name in names {
          li { name }
        }
      }
    }
  }
}

@Suite struct `An element` {
  @Test func `writes its attributes and content in order`() {
    let page = div(.id("main"), .class("card wide"), .data("label", "Fee"), .aria("label", "A & B")) {
      "Hello, "
      b { "world" }
      if false { "never" }
    }
    let expected =
      "<div id=\"main\" class=\"card wide\" data-label=\"Fee\" aria-label=\"A &amp; B\">"
      + "Hello, <b>world</b></div>"
    #expect(page.text == expected)
  }

  @Test func `has no end tag when it is void`() {
    #expect(br().text == "<br>")
    #expect(input(.type(.checkbox), .checked(true), .disabled(false)).text == "<input type=\"checkbox\" checked=\"\">")
    #expect(
      [hr(), wbr(), col(), link(), meta(), img()].map(\.text)
        == ["<hr>", "<wbr>", "<col>", "<link>", "<meta>", "<img>"])
  }

  @Test func `has an end tag when it is empty but not void`() {
    #expect(div {}.text == "<div></div>")
    #expect(script(src: "/app.js").text == "<script src=\"/app.js\" defer=\"\"></script>")
  }

  @Test func `takes attributes as one or many or none`() {
    let shared: [Attribute] = [.id("x"), .required(true)]
    #expect(input(.all(shared), .omitted, .when(true, .name("n"))).text == "<input id=\"x\" required=\"\" name=\"n\">")
    #expect(p(.classes(["a", nil, "b"])) {}.text == "<p class=\"a b\"></p>")
    #expect(p(.classes([nil])) {}.text == "<p></p>")
  }

  @Test func `may hold components`() {
    #expect(main { Greeting(names: ["Ann", "<b>"]) }.text == "<main><ul><li>Ann</li><li>&lt;b&gt;</li></ul></main>")
    #expect(main { Greeting(names: []) }.text == "<main><p>Nobody yet</p></main>")
  }

  @Test func `closes itself in a drawing`() {
    var path = PathData()
    path.move(x: 0, y: 10.04)
    path.line(x: -0.04, y: 2.25)
    path.horizontal(x: 3)
    path.vertical(y: -7.55)
    path.close()
    let picture = SVG.svg(.viewBox(width: 320, height: 200)) {
      SVG.path(.d(path))
      SVG.text(.x(1), .y(2.5)) { "a < b" }
    }
    #expect(
      picture.text == "<svg viewBox=\"0 0 320 200\"><path d=\"M0 10L0 2.3H3V-7.6Z\"/>"
        + "<text x=\"1\" y=\"2.5\">a &lt; b</text></svg>")
  }

  @Test func `of a drawing carries its namespace only as a file`() {
    #expect(SVG.svg(isFile: true) {}.text == "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
  }
}

@Suite struct `An attribute name` {
  @Test func `is letters, digits and a few marks, beginning with a letter`() {
    for name: StaticString in ["hx-get", "a", "xml:lang", "A1_b.c"] { #expect(Attribute.isName(name)) }
    for name: StaticString in ["", "1a", "-a", "a b", "a=b", "a\"", "a>", "a/", "a\n", "é", "a\u{0}"] {
      #expect(!Attribute.isName(name), "\(name)")
    }
  }

  @Test func `that runs code, styles or leads somewhere is guarded`() {
    for name: StaticString in ["onclick", "ONLOAD", "style", "Style", "srcdoc", "href", "xlink:href", "formaction"] {
      #expect(Attribute.isGuarded(name), "\(name)")
    }
    #expect(!Attribute.isGuarded("autocapitalize"))
    #expect(input(.custom("autocapitalize", "off")).text == "<input autocapitalize=\"off\">")
  }
}

@Suite struct `A document` {
  @Test func `has a doctype, a language, a title and what it is given`() {
    let document = HTMLDocument(
      title: "List & plan", summary: "Where to apply", stylesheets: ["/a.css"], scripts: ["/a.js"],
      rootAttributes: [.data("theme", "dark")]
    ) {
      h1 { "List" }
    }
    let expected = """
      <!doctype html>
      <html lang="en" data-theme="dark"><head><meta charset="utf-8">\
      <meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">\
      <title>List &amp; plan</title><meta name="description" content="Where to apply">\
      <link rel="stylesheet" href="/a.css"><script src="/a.js" defer=""></script></head>\
      <body><h1>List</h1></body></html>

      """
    #expect(document.text == expected)
    #expect(document.bytes == Array(document.text.utf8))
  }
}

@Suite struct `The questions of a form` {
  @Test func `that are answered in words are found with their labels, each once`() {
    let form = HTML {
      div {
        label(.for("what")) {
          "What "
          b { "happened?" }
        }
        textarea(.id("what"), .name("what")) { "typed" }
      }
      input(.type(.text), .all([.id("a"), .name("box"), .aria("label", "Box 1")]))
      input(.type(.text), .id("b"), .name("box"))
      input(.type(.text), .name("count"), .inputMode(.numeric))
      input(.type(.date), .name("day"))
      input(.type(.hidden), .name("revision"))
      input(.type(.checkbox), .name("sure"))
    }
    #expect(form.textQuestions == [TextQuestion("what", "What happened?"), TextQuestion("box", "Box 1")])
  }
}

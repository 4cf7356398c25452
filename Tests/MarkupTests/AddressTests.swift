import Markup
import Testing

@Suite struct `An address` {
  @Test(arguments: [
    "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "\u{1}javascript:alert(1)",
    "java\nscript:alert(1)", "java\tscript:alert(1)", "\r\njavascript\n:alert(1)", "vbscript:x", "data:text/html,x",
    "DATA:text/html;base64,eA==", "blob:x", "file:///etc/passwd", "view-source:x", "intent:x", "x:y",
  ])
  func `that could run code or read files is refused`(address: String) {
    #expect(a(.href(address)) { "x" }.text == "<a href=\"about:invalid\">x</a>")
    #expect(img(.src(address)).text == "<img src=\"about:invalid\">")
    #expect(form(.action(address)) {}.text == "<form action=\"about:invalid\"></form>")
    #expect(button(.formAction(address)) {}.text == "<button formaction=\"about:invalid\"></button>")
  }

  @Test(arguments: [
    "", "/", "/list?page=2", "#top", "?q=a:b", "list",
    "list:not/a/scheme/but/a/path".replacing("list:", with: "./list:"),
    "https://example.org/a?b=c", "HTTP://example.org", "mailto:a@example.org", "tel:+15550100", "../up",
    "//example.org",
    "1:2", "java script:x", "a/b:c",
  ])
  func `that leads to a page is kept`(address: String) {
    let written = address.replacing("&", with: "&amp;")
    #expect(a(.href(address)) { "x" }.text == "<a href=\"\(written)\">x</a>")
  }
}

extension String {
  fileprivate func replacing(_ part: String, with other: String) -> String {
    guard let range = self.firstRange(of: part) else { return self }
    return self[..<range.lowerBound] + other + self[range.upperBound...]
  }
}

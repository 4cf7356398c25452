/// A question of a form that is answered in one's own words.
public struct TextQuestion: Hashable, Sendable {
  /// The name under which the answer is sent.
  public let name: String
  /// The words of its label.
  public let words: String

  /// A question.
  public init(_ name: String, _ words: String) {
    self.name = name
    self.words = words
  }
}

extension HTML {
  /// The questions answered by typing text, each name once, in the order of the page.
  ///
  /// Lines of text and areas count; numbers, days and choices do not. O(size).
  public var textQuestions: [TextQuestion] {
    var labels: [String: String] = [:]
    var fields: [(name: String, id: String, words: String)] = []
    visit { element, attributes, content in
      guard ["label", "input", "textarea"].contains(element) else { return }
      var values: [String: String] = [:]
      for attribute in attributes { attribute.read(into: &values) }
      if element == "label" {
        if let id = values["for"] { labels[id] = content.words }
        return
      }
      let isText = ["text", "search", nil].contains(values["type"])
      let isNumber = ["numeric", "decimal"].contains(values["inputmode"])
      if isText, !isNumber, let name = values["name"] {
        fields.append((name, values["id"] ?? "", values["aria-label"] ?? ""))
      }
    }
    var seen: Set<String> = []
    return fields.filter { seen.insert($0.name).inserted }.map { field in
      TextQuestion(field.name, labels[field.id] ?? field.words)
    }
  }

  /// The text in it, without its elements.
  var words: String {
    switch node {
    case .nothing: ""
    case .text(let text): text
    case .element(_, _, _, let content): content.words
    case .pieces(let pieces): pieces.map(\.words).joined()
    case .trusted(let parts): parts.map(\.description).joined()
    }
  }

  func visit(_ body: (_ element: String, _ attributes: [Attribute], _ content: HTML) -> Void) {
    switch node {
    case .nothing, .text, .trusted: return
    case .pieces(let pieces): for piece in pieces { piece.visit(body) }
    case .element(let name, _, let attributes, let content):
      body(name.description, attributes, content)
      content.visit(body)
    }
  }
}

extension Attribute {
  func read(into values: inout [String: String]) {
    let prefix =
      switch prefix {
      case .none: ""
      case .aria: "aria-"
      case .data: "data-"
      }
    switch content {
    case .omitted: return
    case .group(let attributes): for attribute in attributes { attribute.read(into: &values) }
    case .flag: values[prefix + name.description] = ""
    case .text(let value): values[prefix + name.description] = value
    }
  }
}

extension HTML {
  /// The same with every link of a summary naming the question that it leads to.
  ///
  /// "Enter a number from 0 to 30." becomes "Clerkships with honors: Enter a number from 0 to 30." A question is what a
  /// label, the legend of a group or an `aria-label` says. Words that hold the question already stay as they are, and so do
  /// links to what is no question. O(size).
  ///
  /// - Parameter summary: the class of the elements whose links are named.
  /// - Returns: the markup with the questions in it.
  public func namingQuestions(inClass summary: String) -> HTML {
    var questions: [String: String] = [:]
    var hasSummary = false
    func keep(_ id: String?, _ words: String) {
      if let id, questions[id] == nil, !words.isEmpty { questions[id] = words }
    }
    visit { element, attributes, content in
      var values: [String: String] = [:]
      for attribute in attributes { attribute.read(into: &values) }
      if Self.classes(values).contains(where: { $0 == summary }) { hasSummary = true }
      switch element {
      case "label": keep(values["for"], content.words)
      case "fieldset": keep(values["id"], content.legend ?? "")
      case "input", "select", "textarea": keep(values["id"], values["aria-label"] ?? "")
      default: break
      }
    }
    return hasSummary ? naming(questions, summary, isInside: false) : self
  }

  private func naming(_ questions: [String: String], _ summary: String, isInside: Bool) -> HTML {
    switch node {
    case .nothing, .text, .trusted: return self
    case .pieces(let pieces): return HTML(pieces.map { $0.naming(questions, summary, isInside: isInside) })
    case .element(let name, let closing, let attributes, let content):
      var values: [String: String] = [:]
      for attribute in attributes { attribute.read(into: &values) }
      let isInside = isInside || Self.classes(values).contains { $0 == summary }
      if isInside, name.description == "a", let address = values["href"], address.hasPrefix("#"),
        let question = questions[String(address.dropFirst())]
      {
        let said = content.words.lowercased()
        // A colon or a question mark that ends the label does not stand in the way.
        let core = question.lowercased().trimmingEnd { !$0.isLetter && !$0.isNumber }
        guard !said.contains(core) else { return self }
        let mark = question.last.map { ".?!:".contains($0) } ?? true ? " " : ": "
        return HTML(.element(name, closing, attributes, HTML([HTML(question + mark), content])))
      }
      return HTML(
        .element(name, closing, attributes, content.naming(questions, summary, isInside: isInside)))
    }
  }

  /// The words of the first legend in it.
  private var legend: String? {
    var words: String?
    visit { element, _, content in if element == "legend", words == nil { words = content.words } }
    return words
  }

  private static func classes(_ values: [String: String]) -> [Substring] {
    values["class"]?.split(separator: " ") ?? []
  }
}

extension String {
  fileprivate func trimmingEnd(_ isTrimmed: (Character) -> Bool) -> String {
    var rest = self[...]
    while let last = rest.last, isTrimmed(last) { rest.removeLast() }
    return String(rest)
  }
}

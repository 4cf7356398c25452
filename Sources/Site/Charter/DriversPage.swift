internal import Improvement
internal import Markup
internal import Pictures
internal import ProcessControl
internal import Workspaces

/// The driver diagram, drawn, with a form for each box.
struct DriversPage {
  let file: ProjectFile
  var problem: String?

  private var id: String { file.project.id.description }
  private var diagram: DriverDiagram {
    file.work.drivers?.value.diagram ?? DriverDiagram(project: file.project.project)
  }

  /// The diagram as a form changes it; nil when it asks for nothing that can be done.
  static func changed(_ file: ProjectFile, _ typed: FormFields) -> DriverDiagram? {
    var diagram = file.work.drivers?.value.diagram ?? DriverDiagram(project: file.project.project)
    let node = Int(typed["node"]) ?? 0
    switch typed["do"] {
    case "add": guard diagram.add(typed["text"], under: Int(typed["under"])) else { return nil }
    case "up": diagram.move(node, by: -1)
    case "down": diagram.move(node, by: 1)
    case "place":
      guard let place = Int(typed["place"]), diagram.place(node, under: Int(typed["under"]), at: place) else {
        return nil
      }
    case "remove": diagram.remove(node)
    case "reword":
      // The field has lines so that all of it is seen; a box is one line.
      diagram.reword(node, typed["text"].split(whereSeparator: \.isWhitespace).joined(separator: " "))
    default: return nil
    }
    return diagram
  }

  func answer(_ page: PageContext) -> Answer {
    page.page("Driver diagram", status: problem == nil ? 200 : 400, scripts: [.dragScript]) {
      file.project.wayBack
      h1 { "Driver diagram" }
      p(.class("lede")) { "What drives the aim, what drives that, and which ideas could move it." }
      ErrorList(problems: problem.map { [("text", $0)] } ?? [])
      if !diagram.nodes.isEmpty {
        let picture = DriverPicture("Driver diagram", aim: box)
        ChartFigure(name: "drivers", picture: picture, sentence: picture.summary)
      }
      if page.writes(file.work.drivers) {
        add(page)
        if !diagram.nodes.isEmpty { boxes(page) }
      } else {
        if diagram.nodes.isEmpty { p { "Nothing is drawn yet." } }
        page.readOnly(file.work.drivers)
      }
    }
  }

  private var box: DriverPicture.Box {
    func boxes(_ parent: Int?) -> [DriverPicture.Box] {
      diagram.children(of: parent).map { .init($0.text, drivers: boxes($0.id)) }
    }
    let aim = file.work.aim?.value.aim
    let words = aim.flatMap { aim in
      file.aimed.map { aim.statement(of: $0.kept.value.measure, counts: $0.counts) }
    }
    return .init(words.flatMap { $0.isEmpty ? nil : $0 } ?? file.project.value.project.title, drivers: boxes(nil))
  }

  private func add(_ page: PageContext) -> HTML {
    let places =
      [(value: "", words: "The aim: a primary driver")]
      + diagram.nodes.compactMap { node -> (value: String, words: String)? in
        guard let rank = diagram.rank(of: node.id), rank != .idea else { return nil }
        let next = rank == .primary ? "a secondary driver" : "a change idea"
        return ("\(node.id)", "\(node.text): \(next)")
      }
    return section {
      h2 { "Add a box" }
      page.writing(to: .drivers(project: id), on: file.work.drivers) {
        page.hidden("do", "add")
        Field("under", "What does it drive?", control: .selection(places))
        Field("text", "The driver or idea", error: problem, isRequired: true)
        actions { SubmitButton("Add") }
      }
    }
  }

  private func boxes(_ page: PageContext) -> HTML {
    section {
      h2 { "Change a box" }
      p(.class("small")) {
        "Up and Down move a box among its own, and from the end of one driver to the next. Where a grip stands it "
        "can be dragged."
      }
      div(.data("drag", "drivers-order")) { branch(nil, rank: 1, page) }
      page.writing(to: .drivers(project: id), on: file.work.drivers, named: "drivers-order") {
        page.hidden("do", "place")
        page.hidden("node", "")
        page.hidden("under", "")
        page.hidden("place", "")
      }
    }
  }

  /// The boxes of one driver; a driver without any has a place for them all the same.
  private func branch(_ parent: Int?, rank: Int, _ page: PageContext) -> HTML {
    ul(.class("boxes"), .data("list", parent.map(String.init) ?? ""), .data("rank", "\(rank)")) {
      for node in diagram.children(of: parent) {
        li {
          page.writing(to: .drivers(project: id), on: file.work.drivers) {
            page.hidden("node", "\(node.id)")
            div(.class("box"), .data("item", "\(node.id)")) {
              label(.class("hidden-words"), .for("box-\(node.id)")) { diagram.rank(of: node.id)?.words ?? "Box" }
              textarea(.id("box-\(node.id)"), .name("text"), .rows(node.text.count > 40 ? 2 : 1)) { node.text }
              SubmitButton("Save", style: .small, field: ("do", "reword"))
              SubmitButton("Up", style: .small, field: ("do", "up"))
              SubmitButton("Down", style: .small, field: ("do", "down"))
              SubmitButton("Remove", style: .small, field: ("do", "remove"))
            }
          }
          if rank < DriverDiagram.Rank.idea.rawValue { branch(node.id, rank: rank + 1, page) }
        }
      }
    }
  }
}

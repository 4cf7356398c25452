internal import Improvement
internal import Markup
internal import ProcessControl
internal import Workspaces

/// One cycle: its tasks in order, and what was answered.
struct CyclePage {
  let file: ProjectFile
  let kept: Kept<CycleDocument>

  private var cycle: Cycle { kept.value.cycle }

  func answer(_ page: PageContext) -> Answer {
    page.page("PDSA \(cycle.number)") {
      file.project.wayBack
      h1 { "PDSA \(cycle.number): \(cycle.change.isEmpty ? "a change to be named" : cycle.change)" }
      p(.class("lede")) { lead }
      before
      TaskList(tasks: tasks(page))
      next(page)
      answers(page)
      p(.class("small")) {
        a(.href(Link.history(collection: CycleDocument.collection, id: kept.id.description).path)) {
          "What was changed"
        }
      }
    }
  }

  private var lead: String {
    switch cycle.step {
    case .plan:
      cycle.prediction == nil
        ? "Plan it small, and write down what you expect before you see it."
        : "When it begins, the prediction is locked with its time."
    case .do: "It runs. Note surprises as they come; the prediction stands as it was written."
    case .study: "It has been done. Lay what the chart shows beside what you predicted."
    case .act: "Decide what is done with the change."
    case .closed: "Decided: \(cycle.act?.decision.words.lowercased() ?? ""). What was learned leads to the next one."
    }
  }

  private var before: HTML {
    guard let follows = cycle.follows, let earlier = file.cycle(follows) else { return .empty }
    return p {
      "It follows from "
      a(.href(Link.cycle(id: earlier.id.description).path)) { earlier.pinned }
      earlier.value.cycle.study.map { ". Learned there: \($0.learned.isEmpty ? $0.seen : $0.learned)" } ?? "."
    }
  }

  private func tasks(_ page: PageContext) -> [TaskList.Task] {
    let hasBegun = cycle.doing != nil
    func task(_ part: CyclePart, _ isDone: Bool, waitsFor: String? = nil, note: String? = nil) -> TaskList.Task {
      let state: TaskList.State =
        waitsFor.map { .waiting($0) } ?? (isDone ? .done() : .open("\(part.minutes) min"))
      let address = Link.cyclePart(id: kept.id.description, part: part.rawValue).path
      return .init(part.words, at: waitsFor == nil && page.edits(kept) ? address : nil, state, note: note)
    }
    let needs = [cycle.change.isEmpty ? "change" : nil, cycle.prediction == nil ? "prediction" : nil]
      .compactMap(\.self)
    var tasks = [
      task(.change, !cycle.change.isEmpty && cycle.scale != nil),
      task(
        .prediction, cycle.prediction != nil && !cycle.question.isEmpty,
        note: cycle.prediction?.locked.map { "Locked \($0.words)" }),
      task(.plan, !cycle.who.isEmpty && cycle.planned != nil),
      task(.data, !cycle.dataPlan.isEmpty || cycle.measure != nil),
    ]
    if hasBegun {
      tasks.append(.init("Begin Do", at: nil, .done(cycle.doing.map { "Begun \($0.begun.words)" } ?? "")))
      tasks.append(task(.happened, cycle.doing?.asPlanned != nil && cycle.doing?.ended != nil))
    } else {
      tasks.append(
        task(.begin, false, waitsFor: needs.isEmpty ? nil : "Waits for the \(needs.joined(separator: " and the "))"))
      tasks.append(task(.happened, false, waitsFor: "Waits for Do"))
    }
    tasks.append(task(.study, cycle.study != nil, waitsFor: hasBegun ? nil : "Waits for Do"))
    tasks.append(task(.act, cycle.act != nil, waitsFor: cycle.study == nil ? "Waits for Study" : nil))
    return tasks
  }

  private func next(_ page: PageContext) -> HTML {
    let followers = file.cycles.filter { $0.value.cycle.follows == kept.cycle }
    guard followers.isEmpty else {
      return p {
        "It led to "
        for (index, follower) in followers.enumerated() {
          if index > 0 { ", " }
          a(.href(Link.cycle(id: follower.id.description).path)) { follower.pinned }
        }
        "."
      }
    }
    guard cycle.study != nil else { return .empty }
    return HTML {
      p {
        "A cycle is worth what the next one takes from it. The next one starts from this change and names this cycle."
      }
      actions { page.button("Next cycle", to: .nextCycle(id: kept.id.description), style: .primary) }
    }
  }

  private func answers(_ page: PageContext) -> HTML {
    let remarks = cycle.prediction?.remarks ?? []
    func change(_ part: CyclePart) -> String? {
      page.edits(kept) ? Link.cyclePart(id: kept.id.description, part: part.rawValue).path : nil
    }
    let isOpen = cycle.prediction?.locked == nil
    return section {
      h2 { "What is written down" }
      SummaryList(entries: [
        .words("Change", cycle.change, change: change(.change)),
        .words("Scale", cycle.scale?.words, change: change(.change)),
        .words("Question", cycle.question, change: change(.prediction)),
        .words("Prediction", cycle.prediction?.text, change: change(isOpen ? .prediction : .remark)),
        .words("Who", cycle.who, change: change(.plan)),
        .words("Where", cycle.place, change: change(.plan)),
        .words("Planned for", cycle.planned?.words, change: change(.plan)),
        .init("Measure", cycle.measure.flatMap(file.measure).map(\.link), change: change(.data)),
        .words("Written down meanwhile", cycle.dataPlan, change: change(.data)),
      ])
      if !remarks.isEmpty {
        h3 { "Remarks on the prediction" }
        ul {
          for remark in remarks {
            li {
              remark.text
              " "
              small { remark.at.words }
            }
          }
        }
      }
      if cycle.versions.count > 1 {
        more("The change in its \(cycle.versions.count) wordings") {
          ol { for version in cycle.versions { li { "\(version.on.words): \(version.text)" } } }
        }
      }
      if let study = cycle.study {
        beside(study)
      }
    }
  }

  /// Prediction and result side by side.
  private func beside(_ study: Cycle.Study) -> HTML {
    HTML {
      h3 { "Beside the prediction" }
      SummaryList(entries: [
        .words("Predicted", cycle.prediction?.text), .words("Seen", study.seen),
        .words("It went", study.outcome.words),
        .words("As planned", cycle.doing?.asPlanned.map { $0 ? "Yes" : "No" }),
        .words("Surprises", cycle.doing?.surprises), .words("Learned", study.learned),
        .words("Decision", cycle.act.map { $0.decision.words + ($0.why.isEmpty ? "" : ": \($0.why)") }),
      ])
    }
  }
}

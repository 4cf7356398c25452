internal import Markup

/// What there is to do, and how far each part is.
struct TaskList: Component {
  enum State {
    case done(String = "Done")
    case begun(String = "Begun")
    case open(String = "To do")
    /// Cannot be begun yet; the words say what it waits for.
    case waiting(String)
  }

  struct Task {
    let name: String
    /// Where the task is done; a waiting task has none.
    let address: String?
    let state: State
    var note: String?

    init(_ name: String, at address: String?, _ state: State, note: String? = nil) {
      self.name = name
      self.address = address
      self.state = state
      self.note = note
    }
  }

  let tasks: [Task]

  var body: HTML {
    ul(.class("task-list")) {
      for task in tasks { row(task) }
    }
  }

  private func row(_ task: Task) -> HTML {
    let (style, words) =
      switch task.state {
      case .done(let words): ("done", words)
      case .begun(let words): ("begun", words)
      case .open(let words): ("open", words)
      case .waiting(let words): ("waiting", words)
      }
    return li(.class("task task-\(style)")) {
      if let address = task.address {
        a(.href(address)) { task.name }
      } else {
        span { task.name }
      }
      span(.class("state")) { words }
      if let note = task.note { small { note } }
    }
  }
}

/// What was answered, with a way to change each answer.
struct SummaryList: Component {
  struct Entry {
    let name: String
    /// The answer; `nil` where it is not known.
    let answer: HTML?
    let address: String?

    init(_ name: String, _ answer: HTML?, change address: String? = nil) {
      self.name = name
      self.answer = answer
      self.address = address
    }
  }

  let entries: [Entry]

  var body: HTML {
    dl(.class("summary-list")) {
      for entry in entries {
        div {
          dt { entry.name }
          if let answer = entry.answer { dd { answer } } else { dd(.class("unknown")) { "Not known" } }
          if let address = entry.address {
            dd {
              a(.href(address)) {
                "Change"
                span(.class("hidden-words")) { " \(entry.name)" }
              }
            }
          }
        }
      }
    }
  }
}

/// The few numbers that answer the page's question.
struct StatCards: Component {
  struct Stat {
    let value: String
    let words: String

    init(_ value: String, _ words: String) {
      self.value = value
      self.words = words
    }
  }

  let stats: [Stat]

  var body: HTML {
    dl(.class("stats")) {
      for stat in stats {
        div(.class("stat")) {
          dt { stat.words }
          dd { stat.value }
        }
      }
    }
  }
}

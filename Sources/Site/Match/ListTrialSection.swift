internal import Markup

/// Why nobody gains by another list than the true one, shown by trying.
struct ListTrialSection: Component {
  let market: SmallMarket
  let query: FormFields
  /// The fields of the address that keep the market and the step.
  let kept: FormFields

  var body: HTML {
    if !market.applicants.isEmpty, !market.programs.isEmpty { shown }
  }

  /// The applicant chosen; otherwise the first who matches below the first choice, for whom most can happen.
  private var trial: ListTrial {
    if let chosen = market.applicants.firstIndex(where: { $0.name == query["who"] }) {
      return ListTrial(market: market, applicant: chosen)
    }
    let trials = market.applicants.indices.map { ListTrial(market: market, applicant: $0) }
    let below = trials.first { ![.place(1), .unmatched].contains($0.honest) }
    return below ?? trials.first { $0.honest != .place(1) } ?? trials[0]
  }

  private var shown: HTML {
    let trial = trial
    let name = market.applicants[trial.applicant].name
    let typed = query.has("list") ? query["list"] : trial.words(trial.suggestion)
    let (list, problem) = query.has("list") ? market.list(typed) : (trial.suggestion, nil)
    return section(.id("trial"), .aria("labelledby", "trial-heading")) {
      h2(.id("trial-heading")) { "Would another list do better?" }
      p {
        "A request that is refused costs nothing: the next program on the list is asked as if it were the first. So to "
        "put a likelier program higher can only give a better one away. Try it: the lists above are the true ones; give "
        "one applicant another."
      }
      form(.method(.get), .action(Link.match.path + "#trial"), .noValidate(true)) {
        for field in kept.pairs { input(.type(.hidden), .name(field.name), .value(field.value)) }
        Field(
          "who", "Whose list?", control: .selection(market.applicants.map { ($0.name, $0.name) }), typed: name)
        Field(
          "list", "Another list", typed: typed,
          hint:
            "Programs with commas between, first choice first: any of \(trial.words(Array(market.programs.indices))).",
          error: problem)
        actions {
          SubmitButton("Try this list", style: .quiet)
          SubmitButton("Try all lists", style: .quiet, field: ("all", "yes"))
        }
      }
      if problem == nil { answer(trial, name, list) }
      if query["all"] == "yes" { every(trial, name) }
    }
  }

  private func answer(_ trial: ListTrial, _ name: String, _ list: [Int]) -> HTML {
    let (honest, other) = (trial.honest, trial.result(list))
    let verdict = other == honest ? "The same." : other < honest ? "Better." : "Worse."
    return HTML {
      RowsTable(
        "One applicant's true list and another",
        columns: [.init("\(name)'s list"), .init("Leads to", isWholeOnPhone: true)],
        rows: [
          [
            HTML {
              b { trial.words(trial.truth) }
              small { "the true list" }
            }, HTML(trial.words(honest)),
          ],
          [
            HTML {
              b { trial.words(list) }
              small { "tried" }
            }, HTML("\(trial.words(other)). \(verdict)"),
          ],
        ])
    }
  }

  private func every(_ trial: ListTrial, _ name: String) -> HTML {
    let all = trial.all()
    let honest = trial.honest
    let better = all.count { $0.result < honest }
    let counts = Dictionary(grouping: all, by: \.result).mapValues(\.count).sorted { $0.key < $1.key }
    return HTML {
      p(.class("match-sentence")) {
        better == 0
          ? "All \(all.count) other lists that \(name) could send: none leads to a better place than the true one."
          : "\(better) of \(all.count) other lists lead to a better place."
      }
      RowsTable(
        "Where the other lists lead",
        columns: [.init("Leads to"), .init("Lists", isNumeric: true), .init("Beside the true list")],
        rows: counts.map { result, count in
          [
            HTML(trial.words(result)), HTML("\(count)"),
            HTML(result == honest ? "the same" : result < honest ? "better" : "worse"),
          ]
        })
      more("All \(all.count) lists") {
        ul(.class("small")) {
          for entry in all { li { "\(trial.words(entry.list)): \(trial.words(entry.result))" } }
        }
      }
    }
  }
}

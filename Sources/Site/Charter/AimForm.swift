internal import Improvement
internal import ProcessControl
internal import Workspaces

/// The two pages of an aim: what is aimed at, and what will count as proof.
enum AimForm: String {
  case aim
  case proof

  /// The fields as kept.
  func fields(of aim: Aim?, in file: ProjectFile, today: Day) -> FormFields {
    var fields = FormFields()
    func add(_ name: String, _ value: String?) { fields.add(name, value ?? "") }
    switch self {
    case .aim:
      let outcomes = file.measures.filter { $0.value.measure.role == .outcome }
      let measure = aim?.measure?.rawValue ?? (outcomes.count == 1 ? outcomes[0].id.description : nil)
      add("measure", measure)
      let isShare = file.aimed?.kept.value.measure.kind == .proportion
      add("target", aim?.target.map { NumberWords.text(isShare ? ($0 * 1e6).rounded() / 1e4 : $0) })
      add("by", aim?.by?.description)
      add("whom", aim?.whom)
    case .proof:
      add("change", aim?.change ?? file.cycles.last?.value.cycle.change)
      add("begins", aim?.begins?.description)
      let days = file.aimed?.counts.map(\.day) ?? []
      add("from", (aim?.baselineFrom ?? days.min())?.description)
      add("through", (aim?.baselineThrough ?? days.max())?.description)
      add("window", aim?.window.map(String.init) ?? "12")
    }
    return fields
  }

  /// Changes the aim as the form says; what is wrong, by field.
  func change(
    _ aim: inout Aim, _ typed: FormFields, in file: ProjectFile, today: Day
  ) -> [(field: String, words: String)] {
    let before = aim
    var problems: [(field: String, words: String)] = []
    func day(_ name: String) -> Day? {
      guard !typed[name].isEmpty else { return nil }
      let day = Day(iso: typed[name])
      if day == nil { problems.append((name, "Write the day as 2027-03-01.")) }
      return day
    }
    switch self {
    case .aim:
      let measure = file.measure(MeasureID(rawValue: typed["measure"]))
      aim.measure = measure.map { MeasureID(rawValue: $0.id.description) }
      if measure == nil { problems.append(("measure", "Choose the measure that the aim is about.")) }
      let isShare = measure?.value.measure.kind == .proportion
      let number = Double(typed["target"].filter { $0 != "%" && $0 != " " })
      if isShare, let number, number > 0, number < 1, !typed["target"].contains("%") {
        let (percent, text) = (NumberWords.text((number * 1e6).rounded() / 1e4), NumberWords.text(number))
        problems.append(
          (
            "target",
            "This is read in percent: for \(percent)% write \(percent); if \(text)% is meant, write \(text)%."
          ))
      } else if typed["target"].isEmpty {
        aim.target = nil
      } else if let number, number.isFinite, number >= 0, !isShare || number <= 100 {
        aim.target = isShare ? number / 100 : number
      } else {
        problems.append(("target", isShare ? "A share lies between 0 and 100%." : "Write the level as a number."))
      }
      aim.by = day("by")
      if let by = aim.by, by < today, by != before.by {
        problems.append(("by", "This day is over: write one that is still to come. Today is \(today)."))
      }
      if let measure, let target = aim.target, problems.isEmpty,
        target != before.target || aim.measure != before.measure
      {
        problems += worse(target, measure, aim, in: file, today: today)
      }
      if let by = aim.by, let begins = aim.begins, by <= begins, by != before.by {
        problems.append(("by", "The change begins on \(begins.words): the aim needs a later day."))
      }
      aim.whom = typed["whom"]
    case .proof:
      aim.change = typed["change"]
      aim.begins = day("begins")
      aim.baselineFrom = day("from")
      aim.baselineThrough = day("through")
      let window = Int(typed["window"])
      if !typed["window"].isEmpty, window.map({ $0 < 1 || $0 > 400 }) ?? true {
        problems.append(("window", "A number of points, from 6 or so to 400."))
      }
      aim.window = window
      if problems.isEmpty { problems = contradictions(aim, in: file) }
    }
    return problems
  }

  /// What no data could put right later: days in the wrong order, too small a window, a change that names its cause.
  private func contradictions(_ aim: Aim, in file: ProjectFile) -> [(field: String, words: String)] {
    var problems: [(field: String, words: String)] = []
    if let word = aim.causeNamed {
      problems.append(("change", DeclarationRefusal.Problem.causeNamed(word).words))
    }
    if let from = aim.baselineFrom, let through = aim.baselineThrough, through < from {
      problems.append(("through", "The baseline ends before it begins."))
    }
    if let through = aim.baselineThrough, let begins = aim.begins, through >= begins {
      problems.append(("through", "The change begins on \(begins.words): the baseline must end before that day."))
    }
    if let by = aim.by, let begins = aim.begins, by <= begins {
      problems.append(("begins", "The aim is to be reached by \(by.words): the change must begin before that day."))
    }
    if let window = aim.window, let aimed = file.aimed {
      let points = aim.baseline(of: aimed.kept.value.measure, counts: aimed.counts)?.points ?? 0
      // A baseline that is still counted is taken as the twelve points that it should have.
      let least = Declaration.leastWindow(baseline: max(points, ProjectEvidence.baseline))
      if window < least {
        problems.append(
          ("window", "So few could never be told from chance: with this baseline at least \(least) must count."))
      }
    }
    return problems
  }

  /// A target that is not better than where the measure stands now.
  private func worse(
    _ target: Double, _ kept: Kept<MeasureDocument>, _ aim: Aim, in file: ProjectFile, today: Day
  ) -> [(field: String, words: String)] {
    let measure = kept.value.measure
    let counts = file.counts[kept.id] ?? []
    guard let better = measure.better,
      let level = aim.baseline(of: measure, counts: counts) ?? measure.level(of: counts, on: today),
      better == .down ? target >= level.value : target <= level.value
    else { return [] }
    let (side, word) = better == .down ? ("below", "lower") : ("above", "higher")
    return [
      (
        "target",
        "It stands at \(measure.said(level.value)) now and \(word) is better: write a level \(side) it. If the other "
          + "way is better, say so on the measure\u{2019}s page first."
      )
    ]
  }
}

internal import Improvement
internal import ProcessControl
internal import Workspaces

/// Where a project stands: its stage, what each piece of evidence is, and the next step; nothing of it is typed.
struct ProjectStanding: Sendable {
  let file: ProjectFile
  let evidence: ProjectEvidence
  let record: ClaimRecord

  init(_ file: ProjectFile, today: Day) {
    self.file = file
    record = file.claims(on: today)
    let cycles = file.cycles.map(\.value.cycle)
    let followed = Set(cycles.compactMap(\.follows))
    let aim = file.work.aim?.value.aim
    let firstDo = cycles.compactMap { $0.scale.map { !$0.isSmall } == true ? $0.doing?.begun : nil }.min()
    let change = [aim?.begins, firstDo].compactMap(\.self).min()
    let rotation = file.work.rotation?.value.rotation
    let ending = file.project.value.project.ending
    evidence = ProjectEvidence(
      points: file.counts.values.reduce(0) { $0 + Set($1.map(\.day)).count },
      aimIsMeasurable: aim?.isMeasurable ?? false && file.aimed != nil,
      baselinePoints: ProjectStanding.baselinePoints(file, record, before: change, today: today),
      roles: Set(file.measures.map(\.value.measure.role)), isDeclared: !file.work.declarations.isEmpty,
      cycles: cycles, followed: file.cycles.count { followed.contains($0.cycle) },
      monthsInARow: ProjectStanding.monthsInARow(file, until: ending?.on ?? today),
      isAnswered: record.claims.contains { $0.isEarned || $0.verdict == .notEarned },
      hasSuccessor: !(rotation?.successor.isEmpty ?? true) || ending?.kind == .handedOver)
  }

  /// The months in a row of the outcome that the aim is about, the last of them now, or when the project ended.
  private static func monthsInARow(_ file: ProjectFile, until day: Day) -> Int {
    guard let outcome = outcome(file) else { return 0 }
    let days = (file.counts[outcome.id] ?? []).map(\.day)
    let measure = outcome.value.measure
    if measure.kind.isPeriodic { return ProjectEvidence.monthsInARow(days, of: measure.period, until: day) }
    let others = file.counts.filter { $0.key != outcome.id }.values.flatMap { $0.map(\.day) }
    return ProjectEvidence.monthsInARow(ofEvents: days, counted: others.filter { $0 <= day }.max(), until: day)
  }

  /// The outcome that the aim is about, or the first one where there is no aim yet.
  private static func outcome(_ file: ProjectFile) -> Kept<MeasureDocument>? {
    file.aimed?.kept ?? file.measures.first { $0.value.measure.role == .outcome }
  }

  /// The baseline's points: as declared, else as the aim says it, else all of the outcome before the change.
  private static func baselinePoints(_ file: ProjectFile, _ record: ClaimRecord, before change: Day?, today: Day) -> Int
  {
    if let declared = record.standing?.declaration.baseline.points { return declared }
    guard let outcome = outcome(file) else { return 0 }
    let measure = outcome.value.measure
    let current = CollectedPeriods(measure, counts: [], today: today).current
    let counts = (file.counts[outcome.id] ?? []).filter { !measure.kind.isPeriodic || $0.day < current }
    if file.aimed != nil, let aim = file.work.aim?.value.aim, aim.baselineFrom != nil, aim.baselineThrough != nil {
      return aim.baseline(of: measure, counts: counts)?.points ?? 0
    }
    return measure.points(of: counts, before: change)
  }

  var stage: ProjectStage { evidence.stage }

  /// The last day that has a count.
  var lastData: Day? { file.counts.values.lazy.flatMap { $0 }.map(\.day).max() }

  /// What is left to do when every piece of evidence is there, or when the project has ended: the same on every page.
  func closing(on today: Day) -> (words: String, isToDo: Bool) {
    guard file.project.value.project.ending != nil else {
      guard let leaves = file.work.rotation?.value.rotation.leaves else { return ("Say when the team leaves", true) }
      return leaves > today ? ("Hand it over by \(leaves.words)", true) : ("End it as handed over", true)
    }
    guard let next = LookBacks(file)?.open.first else { return ("Nothing is left to do", false) }
    return next.on <= today
      ? ("Look whether it holds", true) : ("Look whether it holds, on \(next.on.words)", false)
  }

  /// Where a piece of evidence is added.
  func link(_ gate: Gate) -> Link {
    let id = file.project.id.description
    let running = file.cycles.last { $0.value.cycle.step != .closed }
    func part(_ part: CyclePart, or other: Link) -> Link {
      running.map { .cyclePart(id: $0.id.description, part: part.rawValue) } ?? other
    }
    switch gate {
    case .baselineEnough where file.aimed != nil && evidence.points >= ProjectEvidence.baseline:
      // The points are there: what is to be set is where the baseline begins and ends.
      return .proof(project: id)
    case .problemCounted, .baselineEnough, .dataOverTime, .answered:
      let counted = file.aimed?.kept ?? file.measures.first
      return counted.map { .measure(id: $0.id.description) } ?? .newMeasure(project: id)
    case .aimMeasurable: return .aim(project: id)
    case .measuresOfThreeKinds: return .newMeasure(project: id)
    case .aimDeclared: return .declaration(project: id)
    case .smallScaleFirst, .predictionLocked:
      guard let running, running.value.cycle.doing == nil else { return .newCycle(project: id) }
      return running.value.cycle.prediction == nil
        ? part(.prediction, or: .newCycle(project: id)) : part(.begin, or: .newCycle(project: id))
    case .studied:
      let open = file.cycles.last { $0.value.cycle.doing != nil && $0.value.cycle.study == nil }
      return open.map { .cyclePart(id: $0.id.description, part: CyclePart.study.rawValue) } ?? .newCycle(project: id)
    case .nextLinked:
      let studied = file.cycles.last { $0.value.cycle.study != nil }
      return studied.map { .cycle(id: $0.id.description) } ?? .newCycle(project: id)
    case .successor: return .ending(project: id)
    }
  }

  /// Whether the visitor may add a piece of evidence where it is added: nobody is led to a form that is not theirs.
  func may(_ gate: Gate, _ page: PageContext) -> Bool {
    guard page.may(.contribute) else { return false }
    switch (gate, link(gate)) {
    case (_, .aim), (_, .proof): return page.writes(file.work.aim)
    case (_, .ending): return page.writes(file.work.rotation)
    case (_, .cyclePart(let id, _)), (_, .cycle(let id)):
      return file.cycles.first { $0.id.description == id }.map { page.edits($0) } ?? true
    default: return true
    }
  }

  /// What there is of a piece of evidence, in a few words.
  func note(_ gate: Gate) -> String? {
    let cycles = evidence.cycles
    let begun = cycles.filter { $0.doing != nil }
    switch gate {
    case .problemCounted: return evidence.points > 0 ? "\(evidence.points) counted" : nil
    case .aimMeasurable:
      guard let aim = file.work.aim?.value.aim, let target = aim.target, let by = aim.by,
        let measure = file.aimed?.kept.value.measure
      else { return nil }
      return "\(measure.said(target)) by \(by.words)"
    case .baselineEnough:
      let points = evidence.baselinePoints
      return points == 0
        ? nil
        : points < ProjectEvidence.baseline ? "\(points) of \(ProjectEvidence.baseline) points" : "\(points) points"
    case .measuresOfThreeKinds: return "\(evidence.roles.count) of 3 kinds"
    case .predictionLocked:
      return begun.isEmpty ? nil : "\(begun.count { $0.predictedBefore == true }) of \(begun.count) cycles"
    case .smallScaleFirst: return begun.first?.scale?.words
    case .studied: return begun.isEmpty ? nil : "\(begun.count { $0.study != nil }) of \(begun.count) cycles"
    case .nextLinked: return evidence.followed > 0 ? "\(evidence.followed) linked" : nil
    case .dataOverTime:
      return "\(evidence.monthsInARow) months in a row"
        + (file.project.value.project.ending == nil ? ", up to now" : ", up to its end")
    case .aimDeclared: return record.standing.map { "Declared \($0.declaration.at.day.words)" }
    case .answered:
      return record.standing.map { $0.isEarned ? "Earned" : $0.verdict == .notEarned ? "No change" : "Too early" }
    case .successor: return file.work.rotation.flatMap { $0.value.rotation.successor }
    }
  }

  /// What an open piece of evidence still lacks, where there is a part of it.
  func missing(_ gate: Gate) -> String? {
    switch gate {
    case .baselineEnough where evidence.baselinePoints > 0:
      "\(evidence.baselinePoints) of \(ProjectEvidence.baseline) points"
    case .dataOverTime where evidence.points > 0:
      evidence.monthsInARow == 0
        ? "The aim\u{2019}s outcome has no count in the last months."
        : "\(evidence.monthsInARow) of the last \(ProjectEvidence.months) months"
    default: nil
    }
  }
}

extension ProjectStage {
  /// As pages say it.
  var words: String {
    switch self {
    case .begun: "begun"
    case .counted: "problem counted"
    case .aimed: "aim set"
    case .measured: "baseline measured"
    case .chartered: "aim declared"
    case .testing: "testing"
    case .learning: "learning"
    case .answered: "answered"
    case .kept: "kept"
    }
  }
}

extension Gate {
  /// What to do for it, as a sentence.
  var step: String {
    switch self {
    case .problemCounted: "Count it once: a first number makes a frustration a problem."
    case .aimMeasurable: "Give the aim a number and a date."
    case .baselineEnough: "Count on until twelve points stand before the change."
    case .measuresOfThreeKinds: "Add the kind of measure that is missing: outcome, process or balancing."
    case .aimDeclared: "Declare the aim before the change is in use; points before that will not count."
    case .smallScaleFirst: "Try the change once, small: one patient, one shift."
    case .predictionLocked: "Write what you expect before it begins; it is then locked."
    case .studied: "Lay what was seen beside what was predicted."
    case .nextLinked: "Take what was learned into the next cycle."
    case .dataOverTime: "Keep counting: three months in a row are data over time."
    case .answered: "Count on until the declared window has answered. Nothing else is to be done meanwhile."
    case .successor: "Name who keeps it when you leave."
    }
  }

  /// As pages say it.
  var words: String {
    switch self {
    case .problemCounted: "Problem, counted"
    case .aimMeasurable: "Aim with number and date"
    case .baselineEnough: "Baseline of 12 points"
    case .measuresOfThreeKinds: "Outcome, process, balancing"
    case .aimDeclared: "Aim declared and closed"
    case .smallScaleFirst: "Tried on a small scale first"
    case .predictionLocked: "Prediction locked before Do"
    case .studied: "Studied against its prediction"
    case .nextLinked: "Next cycle linked"
    case .dataOverTime: "Data every month"
    case .answered: "The declared window has answered"
    case .successor: "Successor"
    }
  }
}

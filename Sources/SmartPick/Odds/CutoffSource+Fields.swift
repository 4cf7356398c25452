internal import RealModule

extension CutoffSource {
  /// Reads the cutoff off the program's own facts: whom it takes, its scores, its interviews per application, its size.
  ///
  /// Provisional by design: each fact moves the odds by a published or judged effect, and a program without facts sits
  /// at its specialty's average with the full spread.
  public static let fields = CutoffSource(name: "program fields") { program, cohort in
    var cutoff = Cutoff()
    var known = 0
    if let median = program.step2Median {
      known += 1
      let distance = (Double(median) - cohort.interviewedStep2) / 10
      cutoff.interview.append(
        Term(
          .programMedianPer10Points, min(3, max(-3, distance)),
          "It interviews a median Step 2 CK of \(median), the specialty about \(Words.fixed(cohort.interviewedStep2, 0))"
        ))
    }
    if let share = cohort.share(in: program), let usual = cohort.typeShare {
      known += 1
      // Two points on each side keep a program with few residents from looking closed for good.
      let ratio = Double.log((share + 2) / (usual + 2))
      cutoff.interview.append(
        Term(
          .openness, min(2, max(-3, ratio)),
          "\(Words.fixed(share, 0))% of its residents are \(cohort.groupName), \(Words.fixed(usual, 0))% in the specialty"
        ))
    }
    if let applications = program.applications, let interviews = program.interviews, applications > 0, interviews > 0 {
      known += 1
      let rate = min(0.95, Double(interviews) / Double(applications))
      let ratio = Double.log(rate / (1 - rate)) - Double.log(cohort.interviewRate / (1 - cohort.interviewRate))
      cutoff.interview.append(
        Term(
          .interviewRate, min(2.5, max(-2.5, ratio)),
          "It interviews \(Words.percent(rate)) of its applications, the specialty about \(Words.percent(cohort.interviewRate))"
        ))
    }
    if let positions = program.positions, positions > 0 {
      let doublings = min(2.5, max(-2.5, Double.log2(Double(positions) / cohort.meanPositions)))
      let reason =
        "\(positions) position\(positions == 1 ? "" : "s") a year, the specialty's mean is \(Words.number(cohort.meanPositions))"
      cutoff.interview.append(Term(.sizePerDoubling, doublings, reason))
      cutoff.match.append(Term(.sizeMatchPerDoubling, doublings, reason))
    }
    cutoff.spread = [1, 0.93, 0.87, 0.8][min(3, known)]
    return cutoff
  }
}

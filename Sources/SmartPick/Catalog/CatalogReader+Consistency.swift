import Tables

extension CatalogReader {
  /// Checks what only several fields together can get wrong.
  mutating func checkTogether(_ row: Int, _ program: inout Program) {
    checkOrder(row, &program, .step2Low, .step2High)
    checkOrder(row, &program, .step2Low, .step2Median)
    checkOrder(row, &program, .step2Median, .step2High)
    if let interviews = program.interviews, let applications = program.applications, interviews > applications {
      report(
        .warning, row, .interviews, value: String(interviews),
        problem: "there are more interviews than applications (\(applications))", remedy: "check both numbers")
    }
    let shares = [program.percentMD, program.percentDO, program.percentUSIMG, program.percentNonUSIMG].compactMap(
      \.self)
    // Each may have been rounded up by half a point.
    if shares.count > 1, shares.reduce(0, +) > 102 {
      report(
        .warning, row, .percentMD,
        problem: "the percentages of MD, DO and IMG add up to \(FieldValue.number(shares.reduce(0, +)))",
        remedy: "check them")
    }
  }

  /// Two scores in the wrong order are both unknown: nothing says which is wrong.
  private mutating func checkOrder(
    _ row: Int, _ program: inout Program, _ lower: Program.Field, _ higher: Program.Field
  ) {
    guard let low = program[lower]?.integer, let high = program[higher]?.integer, low > high else { return }
    report(
      .error, row, lower, value: String(low), expected: "at most the \(higher.rawValue) of \(high)",
      remedy: "correct them; both are taken as unknown")
    program[lower] = nil
    program[higher] = nil
  }
}

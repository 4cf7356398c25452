extension MarketAssembly {
  /// Programs get their positions in the market; their quotas and reversions are checked.
  mutating func programs() -> (quotas: [Int], reversions: [Reversion]) {
    var quotas: [Int] = []
    var kept: [MarketBuilder.ProgramRow] = []
    for row in rows.programRows {
      let name = rows.programNames[row.program]
      if programAt[Int(row.program)] >= 0 {
        let first = kept[Int(programAt[Int(row.program)])].row
        fault(.programs, row.row, .program, name, .programTwice(firstRow: Int(first)))
        continue
      }
      programAt[Int(row.program)] = Int32(programOrder.count)
      programOrder.append(row.program)
      kept.append(row)
      quotas.append(row.quota)
      if row.quota < 0 { fault(.programs, row.row, .quota, "\(row.quota)", .negativeQuota) }
      if let limit = row.revertsMax, limit < 0 { fault(.programs, row.row, .revertsMax, "\(limit)", .negativeLimit) }
      if let limit = row.revertsMax, row.revertsTo?.isEmpty ?? true {
        fault(.programs, row.row, .revertsMax, "\(limit)", .limitWithoutReceiver)
      }
    }
    return (quotas, reversions(kept))
  }

  private mutating func reversions(_ kept: [MarketBuilder.ProgramRow]) -> [Reversion] {
    var reversions: [Reversion] = []
    var receiver = [Int](repeating: -1, count: kept.count)
    for (donor, row) in kept.enumerated() {
      guard let name = row.revertsTo, !name.isEmpty else { continue }
      guard let number = rows.programNames.known(name), programAt[Int(number)] >= 0 else {
        fault(.programs, row.row, .revertsTo, name, .unknownProgram)
        continue
      }
      guard programAt[Int(number)] != donor else {
        fault(.programs, row.row, .revertsTo, name, .revertsToItself)
        continue
      }
      receiver[donor] = Int(programAt[Int(number)])
      reversions.append(Reversion(donor: donor, receiver: receiver[donor], limit: row.revertsMax))
    }
    findCycles(kept, receiver)
    return reversions
  }

  /// Each circle is told once, at its first row.
  private mutating func findCycles(_ kept: [MarketBuilder.ProgramRow], _ receiver: [Int]) {
    var visit = [Int](repeating: -1, count: kept.count)
    for start in kept.indices where visit[start] < 0 {
      var program = start
      while program >= 0 && visit[program] < 0 {
        visit[program] = start
        program = receiver[program]
      }
      guard program >= 0, visit[program] == start else { continue }
      var names: [String] = []
      var member = program
      repeat {
        names.append(rows.programNames[kept[member].program])
        member = receiver[member]
      } while member != program
      names.append(names[0])
      fault(.programs, kept[program].row, .revertsTo, names[1], .reversionCycle(names))
    }
  }
}

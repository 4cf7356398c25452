extension MarketAssembly {
  /// Couples by position, their partners and pairs checked.
  mutating func couples() -> [CoupleList] {
    guard !rows.pairRows.isEmpty else { return [] }
    var lists = [[MarketBuilder.PairRow]](repeating: [], count: rows.coupleNames.count)
    for row in rows.pairRows { lists[Int(row.entry.owner)].append(row) }
    var couples: [CoupleList] = []
    for owner in coupleOrder {
      // Rows with the same rank stay in the order given.
      let list = lists[Int(owner)].enumerated().sorted {
        ($0.element.entry.rank, $0.offset) < ($1.element.entry.rank, $1.offset)
      }.map(\.element)
      checkRanks(ArraySlice(list.map(\.entry)), .couples)
      checkPartners(lists[Int(owner)], couple: owner)
      checkPairs(list)
      guard let first = list.first else { continue }
      couples.append(
        CoupleList(
          applicantA: Int(applicantAt[Int(first.a)]), applicantB: Int(applicantAt[Int(first.b)]),
          pairs: list.map { ProgramPair(position($0.programA), position($0.programB)) }))
    }
    return couples
  }

  private func position(_ program: Int32) -> Int? {
    program < 0 || programAt[Int(program)] < 0 ? nil : Int(programAt[Int(program)])
  }

  private mutating func checkPartners(_ list: [MarketBuilder.PairRow], couple: Int32) {
    guard let first = list.first else { return }
    if first.a == first.b {
      fault(.couples, first.entry.row, .applicantB, rows.applicantNames[first.b], .coupleOfOne)
    }
    for member in Set([first.a, first.b]).sorted() {
      let other = coupleOf[Int(member)]
      if other >= 0 {
        let column: MarketFault.Column = member == first.a ? .applicantA : .applicantB
        fault(
          .couples, first.entry.row, column, rows.applicantNames[member], .twoCouples(other: rows.coupleNames[other]))
      } else {
        coupleOf[Int(member)] = couple
      }
    }
    for row in list {
      if row.a != first.a {
        fault(
          .couples, row.entry.row, .applicantA, rows.applicantNames[row.a],
          .otherPartners(firstRow: Int(first.entry.row)))
      }
      if row.b != first.b {
        fault(
          .couples, row.entry.row, .applicantB, rows.applicantNames[row.b],
          .otherPartners(firstRow: Int(first.entry.row)))
      }
    }
  }

  private mutating func checkPairs(_ list: [MarketBuilder.PairRow]) {
    var firstRows: [UInt64: Int32] = [:]
    for row in list {
      if row.programA < 0 && row.programB < 0 { fault(.couples, row.entry.row, .programA, "", .emptyPair) }
      if row.programA >= 0 { checkProgram(row.programA, .couples, row.entry.row, .programA) }
      if row.programB >= 0 { checkProgram(row.programB, .couples, row.entry.row, .programB) }
      let key = UInt64(UInt32(bitPattern: row.programA)) << 32 | UInt64(UInt32(bitPattern: row.programB))
      if let first = firstRows.updateValue(row.entry.row, forKey: key), row.programA >= 0 || row.programB >= 0 {
        let names = [row.programA, row.programB].map { $0 < 0 ? "no match" : rows.programNames[$0] }
        fault(
          .couples, row.entry.row, .programA, names.joined(separator: " with "), .listedTwice(firstRow: Int(first)))
      }
    }
  }
}

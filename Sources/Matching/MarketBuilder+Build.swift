extension MarketBuilder {
  /// The market, or every fault.
  ///
  /// Applicants stand in the order of their first row in a list or a couple, programs in the order of theirs.
  /// O(number of rows), if the rows of each list come in the order of their ranks.
  public consuming func build() throws(MarketFaults) -> Market {
    var assembly = MarketAssembly(self)
    return try assembly.market()
  }
}

/// The state of one ``MarketBuilder/build()``.
struct MarketAssembly {
  var rows: MarketBuilder
  var faults: [MarketFault]
  /// The position of each named program in the market, or -1 if it offers nothing.
  var programAt: [Int32]
  var programOrder: [Int32] = []
  /// The position of each named applicant in the market, or -1 if only programs name her.
  var applicantAt: [Int32]
  var applicantOrder: [Int32] = []
  /// The couple of each named applicant, or -1.
  var coupleOf: [Int32]
  var coupleOrder: [Int32] = []

  init(_ builder: consuming MarketBuilder) {
    rows = builder
    faults = rows.faults
    programAt = [Int32](repeating: -1, count: rows.programNames.count)
    applicantAt = [Int32](repeating: -1, count: rows.applicantNames.count)
    coupleOf = applicantAt
  }

  mutating func market() throws(MarketFaults) -> Market {
    let (quotas, reversions) = programs()
    number()
    let couples = couples()
    let choices = choices()
    let (rankings, unknown) = rankings()
    let supplements = supplements()
    guard faults.isEmpty else {
      throw MarketFaults(faults: faults.sorted { ($0.table, $0.row) < ($1.table, $1.row) })
    }
    var market = Market(
      MarketLists(
        quotas: quotas, choices: choices, rankings: rankings, couples: couples, supplements: supplements,
        reversions: reversions))
    market.dropped.byPrograms += unknown
    market.applicantNames = applicantOrder.map { rows.applicantNames[$0] }
    market.programNames = programOrder.map { rows.programNames[$0] }
    market.coupleNames = coupleOrder.map { rows.coupleNames[$0] }
    return market
  }

  mutating func fault(
    _ table: MarketFault.Table, _ row: Int32, _ column: MarketFault.Column, _ value: String, _ kind: MarketFault.Kind
  ) {
    faults.append(MarketFault(table: table, row: Int(row), column: column, value: value, kind: kind))
  }

  /// Applicants and couples get their positions.
  private mutating func number() {
    var isSeen = [Bool](repeating: false, count: rows.coupleNames.count)
    func admit(_ name: Int32, _ at: inout [Int32], _ order: inout [Int32]) {
      guard at[Int(name)] < 0 else { return }
      at[Int(name)] = Int32(order.count)
      order.append(name)
    }
    for row in rows.choiceRows { admit(row.owner, &applicantAt, &applicantOrder) }
    for row in rows.pairRows {
      admit(row.a, &applicantAt, &applicantOrder)
      admit(row.b, &applicantAt, &applicantOrder)
      if !isSeen[Int(row.entry.owner)] {
        isSeen[Int(row.entry.owner)] = true
        coupleOrder.append(row.entry.owner)
      }
    }
  }

  // MARK: lists

  private mutating func choices() -> Lists {
    let sorted = SortedEntries(rows.choiceRows, owners: rows.applicantNames.count)
    var seen = FirstRows(count: rows.programNames.count)
    var lists = Lists()
    lists.reserve(rows: applicantOrder.count, values: sorted.entries.count)
    for owner in applicantOrder {
      let list = sorted.range(owner)
      seen.restart()
      checkRanks(sorted.entries[list], .applicants)
      if let first = list.first, coupleOf[Int(owner)] >= 0 {
        fault(
          .applicants, sorted.entries[first].row, .applicant, rows.applicantNames[owner],
          .coupleAndSingle(couple: rows.coupleNames[coupleOf[Int(owner)]]))
      }
      for entry in sorted.entries[list] {
        checkProgram(entry.item, .applicants, entry.row, .program)
        if let first = seen.first(entry.item, row: entry.row) {
          fault(.applicants, entry.row, .program, rows.programNames[entry.item], .listedTwice(firstRow: Int(first)))
        }
      }
      lists.append(sorted.entries[list].lazy.map { [programAt] in Int(programAt[Int($0.item)]) })
    }
    return lists
  }

  /// The programs' lists, and how many of their lines name somebody who has no list at all.
  private mutating func rankings() -> (Lists, unknown: Int) {
    let sorted = SortedEntries(rows.rankingRows, owners: rows.programNames.count)
    var seen = FirstRows(count: rows.applicantNames.count)
    var lists = Lists()
    lists.reserve(rows: programOrder.count, values: sorted.entries.count)
    for owner in Int32(0)..<Int32(rows.programNames.count) where programAt[Int(owner)] < 0 {
      if let first = sorted.range(owner).first {
        fault(.rankings, sorted.entries[first].row, .program, rows.programNames[owner], .unknownProgram)
      }
    }
    var unknown = 0
    for owner in programOrder {
      let list = sorted.range(owner)
      seen.restart()
      checkRanks(sorted.entries[list], .rankings)
      for entry in sorted.entries[list] {
        if let first = seen.first(entry.item, row: entry.row) {
          fault(.rankings, entry.row, .applicant, rows.applicantNames[entry.item], .listedTwice(firstRow: Int(first)))
        }
      }
      let known = sorted.entries[list].lazy.map { [applicantAt] in Int(applicantAt[Int($0.item)]) }.filter { $0 >= 0 }
      let before = lists.values.count
      lists.append(known)
      unknown += list.count - (lists.values.count - before)
    }
    return (lists, unknown)
  }

  private mutating func supplements() -> [SupplementalList] {
    guard !rows.supplementRows.isEmpty else { return [] }
    let sorted = SortedEntries(rows.supplementRows, owners: rows.supplementKeys.count)
    var listed = Set<UInt64>()
    for row in rows.choiceRows { listed.insert(Self.key(row.owner, row.item)) }
    var seen = FirstRows(count: rows.programNames.count)
    var lists: [SupplementalList] = []
    for (number, key) in rows.supplementKeys.enumerated() {
      let list = sorted.range(Int32(number))
      seen.restart()
      checkRanks(sorted.entries[list], .supplemental)
      if let first = list.first {
        checkOwner(
          key, row: sorted.entries[first].row, isListed: listed.contains(Self.key(key.applicant, key.advanced)))
      }
      for entry in sorted.entries[list] {
        checkProgram(entry.item, .supplemental, entry.row, .program)
        if entry.item == key.advanced {
          fault(.supplemental, entry.row, .program, rows.programNames[entry.item], .advancedOnSupplemental)
        }
        if let first = seen.first(entry.item, row: entry.row) {
          fault(.supplemental, entry.row, .program, rows.programNames[entry.item], .listedTwice(firstRow: Int(first)))
        }
      }
      lists.append(
        SupplementalList(
          applicant: Int(applicantAt[Int(key.applicant)]), advancedProgram: Int(programAt[Int(key.advanced)]),
          programs: sorted.entries[list].map { Int(programAt[Int($0.item)]) }))
    }
    return lists
  }

  private mutating func checkOwner(_ key: (applicant: Int32, advanced: Int32), row: Int32, isListed: Bool) {
    let name = rows.applicantNames[key.applicant]
    if applicantAt[Int(key.applicant)] < 0 {
      fault(.supplemental, row, .applicant, name, .unknownApplicant)
    } else if coupleOf[Int(key.applicant)] >= 0 {
      let couple = rows.coupleNames[coupleOf[Int(key.applicant)]]
      fault(.supplemental, row, .applicant, name, .supplementalOfCouple(couple: couple))
    } else if !isListed {
      fault(.supplemental, row, .advancedProgram, rows.programNames[key.advanced], .advancedNotListed)
    }
  }

  private static func key(_ one: Int32, _ other: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: one)) << 32 | UInt64(UInt32(bitPattern: other))
  }

  // MARK: checks of one list

  mutating func checkProgram(_ name: Int32, _ table: MarketFault.Table, _ row: Int32, _ column: MarketFault.Column) {
    if programAt[Int(name)] < 0 { fault(table, row, column, rows.programNames[name], .unknownProgram) }
  }

  /// The ranks of one list, sorted: 1, 2, 3 ...
  mutating func checkRanks(_ entries: ArraySlice<MarketBuilder.Entry>, _ table: MarketFault.Table) {
    var last: MarketBuilder.Entry?
    for entry in entries {
      if entry.rank < 1 {
        fault(table, entry.row, .rank, "\(entry.rank)", .rankBelowOne)
      } else if let last, last.rank == entry.rank {
        fault(table, entry.row, .rank, "\(entry.rank)", .rankTwice(firstRow: Int(last.row)))
      } else if entry.rank > max(0, last?.rank ?? 0) + 1 {
        fault(table, entry.row, .rank, "\(entry.rank)", .rankGap(missing: Int(max(0, last?.rank ?? 0)) + 1))
      }
      last = entry
    }
  }
}

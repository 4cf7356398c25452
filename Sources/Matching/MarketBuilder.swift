/// Makes a ``Market`` from rows with names, in any order, and finds every fault of them at once.
///
/// ```swift
/// var builder = MarketBuilder()
/// builder.addProgram("City", quota: 2, row: 2)
/// builder.addChoice(applicant: "Arthur", rank: 1, program: "City", row: 2)
/// builder.addRanking(program: "City", rank: 1, applicant: "Arthur", row: 2)
/// let market = try builder.build()
/// ```
/// Numbers of rows are the caller's; they come back in the faults.
public struct MarketBuilder: Sendable {
  /// A row of a list: whose, at which rank, what.
  struct Entry: Sendable {
    var owner: Int32
    var rank: Int32
    var item: Int32
    var row: Int32
  }

  struct PairRow: Sendable {
    var entry: Entry
    var a: Int32
    var b: Int32
    var programA: Int32
    var programB: Int32
  }

  struct ProgramRow: Sendable {
    var program: Int32
    var quota: Int
    var revertsTo: String?
    var revertsMax: Int?
    var row: Int32
  }

  var programNames = NameTable()
  var applicantNames = NameTable()
  var coupleNames = NameTable()
  var programRows: [ProgramRow] = []
  var choiceRows: [Entry] = []
  var rankingRows: [Entry] = []
  var pairRows: [PairRow] = []
  /// Entries whose owner is a number in `supplementKeys`.
  var supplementRows: [Entry] = []
  var supplementKeys: [(applicant: Int32, advanced: Int32)] = []
  var supplementNumbers: [UInt64: Int32] = [:]
  var faults: [MarketFault] = []

  /// No rows yet.
  public init() {}

  /// A program, the positions it offers, and who receives those that stay unfilled.
  public mutating func addProgram(
    _ name: String, quota: Int, revertsTo: String? = nil, revertsMax: Int? = nil, row: Int
  ) {
    guard has(name, .programs, .program, row) else { return }
    programRows.append(
      ProgramRow(
        program: programNames.number(name), quota: quota, revertsTo: revertsTo, revertsMax: revertsMax,
        row: Int32(row)))
  }

  /// A place on an applicant's rank order list; rank 1 is the first choice.
  public mutating func addChoice(applicant: String, rank: Int, program: String, row: Int) {
    guard has(applicant, .applicants, .applicant, row), has(program, .applicants, .program, row) else { return }
    choiceRows.append(
      Entry(
        owner: applicantNames.number(applicant), rank: clamped(rank), item: programNames.number(program),
        row: Int32(row)))
  }

  /// A place on a program's rank order list; rank 1 is the first choice.
  public mutating func addRanking(program: String, rank: Int, applicant: String, row: Int) {
    guard has(program, .rankings, .program, row), has(applicant, .rankings, .applicant, row) else { return }
    rankingRows.append(
      Entry(
        owner: programNames.number(program), rank: clamped(rank), item: applicantNames.number(applicant),
        row: Int32(row)))
  }

  /// A place on a couple's list; `nil` (or an empty name) is "no match" for that partner.
  public mutating func addPair(
    couple: String, rank: Int, applicantA: String, programA: String?, applicantB: String, programB: String?, row: Int
  ) {
    guard has(couple, .couples, .couple, row), has(applicantA, .couples, .applicantA, row),
      has(applicantB, .couples, .applicantB, row)
    else { return }
    let number = coupleNames.number(couple)
    func program(_ name: String?) -> Int32 {
      guard let name, !name.isEmpty else { return -1 }
      return programNames.number(name)
    }
    pairRows.append(
      PairRow(
        entry: Entry(owner: number, rank: clamped(rank), item: 0, row: Int32(row)),
        a: applicantNames.number(applicantA), b: applicantNames.number(applicantB), programA: program(programA),
        programB: program(programB)))
  }

  /// A place on the supplemental list that is used once `advancedProgram` is matched.
  public mutating func addSupplement(
    applicant: String, advancedProgram: String, rank: Int, program: String, row: Int
  ) {
    guard has(applicant, .supplemental, .applicant, row), has(program, .supplemental, .program, row),
      has(advancedProgram, .supplemental, .advancedProgram, row)
    else { return }
    let owner = applicantNames.number(applicant)
    let advanced = programNames.number(advancedProgram)
    let key = UInt64(UInt32(bitPattern: owner)) << 32 | UInt64(UInt32(bitPattern: advanced))
    let number = supplementNumbers[key] ?? Int32(supplementKeys.count)
    if number == supplementKeys.count {
      supplementNumbers[key] = number
      supplementKeys.append((owner, advanced))
    }
    supplementRows.append(
      Entry(owner: number, rank: clamped(rank), item: programNames.number(program), row: Int32(row)))
  }

  /// Adds a fault that the reader found itself (a number that is none), so that it is told with the others.
  public mutating func report(_ fault: MarketFault) { faults.append(fault) }

  private mutating func has(
    _ name: String, _ table: MarketFault.Table, _ column: MarketFault.Column, _ row: Int
  ) -> Bool {
    if !name.isEmpty { return true }
    faults.append(MarketFault(table: table, row: row, column: column, value: "", kind: .missing))
    return false
  }

  private func clamped(_ rank: Int) -> Int32 { Int32(clamping: rank) }
}

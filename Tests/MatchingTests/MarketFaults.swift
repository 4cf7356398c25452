import Matching
import Testing

/// A broken market: rows, and the fault that they promise.
struct BrokenMarket: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var rows: @Sendable (inout MarketBuilder) -> Void
  var fault: MarketFault

  init(
    _ description: String, _ table: MarketFault.Table, _ row: Int, _ column: MarketFault.Column, _ value: String,
    _ kind: MarketFault.Kind, rows: @escaping @Sendable (inout MarketBuilder) -> Void
  ) {
    testDescription = description
    self.rows = rows
    fault = MarketFault(table: table, row: row, column: column, value: value, kind: kind)
  }

  static let all: [BrokenMarket] = [
    .init("a rank twice", .applicants, 22, .rank, "1", .rankTwice(firstRow: 21)) {
      $0.addChoice(applicant: "X", rank: 1, program: "City", row: 21)
      $0.addChoice(applicant: "X", rank: 1, program: "Mercy", row: 22)
    },
    .init("a program listed twice", .applicants, 22, .program, "City", .listedTwice(firstRow: 21)) {
      $0.addChoice(applicant: "X", rank: 1, program: "City", row: 21)
      $0.addChoice(applicant: "X", rank: 2, program: "City", row: 22)
    },
    .init("a gap in the ranks", .applicants, 22, .rank, "3", .rankGap(missing: 2)) {
      $0.addChoice(applicant: "X", rank: 1, program: "City", row: 21)
      $0.addChoice(applicant: "X", rank: 3, program: "Mercy", row: 22)
    },
    .init("a rank of zero", .applicants, 21, .rank, "0", .rankBelowOne) {
      $0.addChoice(applicant: "X", rank: 0, program: "City", row: 21)
    },
    .init("an unknown program", .applicants, 21, .program, "Nowhere", .unknownProgram) {
      $0.addChoice(applicant: "X", rank: 1, program: "Nowhere", row: 21)
    },
    .init("a nameless applicant", .applicants, 21, .applicant, "", .missing) {
      $0.addChoice(applicant: "", rank: 1, program: "City", row: 21)
    },
    .init("a negative quota", .programs, 21, .quota, "-1", .negativeQuota) {
      $0.addProgram("State", quota: -1, row: 21)
    },
    .init("a program twice", .programs, 21, .program, "City", .programTwice(firstRow: 2)) {
      $0.addProgram("City", quota: 1, row: 21)
    },
    .init("a reversion to an unknown program", .programs, 21, .revertsTo, "Nowhere", .unknownProgram) {
      $0.addProgram("State", quota: 1, revertsTo: "Nowhere", row: 21)
    },
    .init("a reversion to itself", .programs, 21, .revertsTo, "State", .revertsToItself) {
      $0.addProgram("State", quota: 1, revertsTo: "State", row: 21)
    },
    .init(
      "reversions in a circle", .programs, 21, .revertsTo, "County", .reversionCycle(["State", "County", "State"])
    ) {
      $0.addProgram("State", quota: 1, revertsTo: "County", row: 21)
      $0.addProgram("County", quota: 1, revertsTo: "State", row: 22)
    },
    .init("a negative limit", .programs, 21, .revertsMax, "-2", .negativeLimit) {
      $0.addProgram("State", quota: 1, revertsTo: "City", revertsMax: -2, row: 21)
    },
    .init("a limit without a receiver", .programs, 21, .revertsMax, "2", .limitWithoutReceiver) {
      $0.addProgram("State", quota: 1, revertsMax: 2, row: 21)
    },
    .init("a ranking by an unknown program", .rankings, 21, .program, "Nowhere", .unknownProgram) {
      $0.addRanking(program: "Nowhere", rank: 1, applicant: "A", row: 21)
    },
    .init("an applicant ranked twice", .rankings, 22, .applicant, "A", .listedTwice(firstRow: 21)) {
      $0.addRanking(program: "Mercy", rank: 1, applicant: "A", row: 21)
      $0.addRanking(program: "Mercy", rank: 2, applicant: "A", row: 22)
    },
    .init("a rank twice by a program", .rankings, 22, .rank, "1", .rankTwice(firstRow: 21)) {
      $0.addRanking(program: "Mercy", rank: 1, applicant: "A", row: 21)
      $0.addRanking(program: "Mercy", rank: 1, applicant: "B", row: 22)
    },
    .init("a couple of one", .couples, 21, .applicantB, "X", .coupleOfOne) {
      $0.addPair(
        couple: "c", rank: 1, applicantA: "X", programA: "City", applicantB: "X", programB: "Mercy", row: 21)
    },
    .init("an applicant in two couples", .couples, 22, .applicantA, "X", .twoCouples(other: "c")) {
      $0.addPair(couple: "c", rank: 1, applicantA: "X", programA: "City", applicantB: "Y", programB: nil, row: 21)
      $0.addPair(couple: "d", rank: 1, applicantA: "X", programA: "City", applicantB: "Z", programB: nil, row: 22)
    },
    .init("a couple's member with a list alone", .applicants, 21, .applicant, "X", .coupleAndSingle(couple: "c")) {
      $0.addChoice(applicant: "X", rank: 1, program: "City", row: 21)
      $0.addPair(couple: "c", rank: 1, applicantA: "X", programA: "City", applicantB: "Y", programB: nil, row: 22)
    },
    .init("a pair of nothing", .couples, 21, .programA, "", .emptyPair) {
      $0.addPair(couple: "c", rank: 1, applicantA: "X", programA: nil, applicantB: "Y", programB: "", row: 21)
    },
    .init("other partners in a later row", .couples, 22, .applicantB, "Z", .otherPartners(firstRow: 21)) {
      $0.addPair(couple: "c", rank: 1, applicantA: "X", programA: "City", applicantB: "Y", programB: nil, row: 21)
      $0.addPair(couple: "c", rank: 2, applicantA: "X", programA: "Mercy", applicantB: "Z", programB: nil, row: 22)
    },
    .init("a pair twice", .couples, 22, .programA, "City with no match", .listedTwice(firstRow: 21)) {
      $0.addPair(couple: "c", rank: 1, applicantA: "X", programA: "City", applicantB: "Y", programB: nil, row: 21)
      $0.addPair(couple: "c", rank: 2, applicantA: "X", programA: "City", applicantB: "Y", programB: nil, row: 22)
    },
    .init("a pair with an unknown program", .couples, 21, .programB, "Nowhere", .unknownProgram) {
      $0.addPair(
        couple: "c", rank: 1, applicantA: "X", programA: "City", applicantB: "Y", programB: "Nowhere", row: 21)
    },
    .init(
      "the supplemental list of a program not listed", .supplemental, 21, .advancedProgram, "Mercy", .advancedNotListed
    ) { $0.addSupplement(applicant: "A", advancedProgram: "Mercy", rank: 1, program: "City", row: 21) },
    .init("a supplemental list of nobody", .supplemental, 21, .applicant, "X", .unknownApplicant) {
      $0.addSupplement(applicant: "X", advancedProgram: "City", rank: 1, program: "Mercy", row: 21)
    },
    .init("an advanced program on its own list", .supplemental, 21, .program, "City", .advancedOnSupplemental) {
      $0.addSupplement(applicant: "A", advancedProgram: "City", rank: 1, program: "City", row: 21)
    },
    .init("a couple's supplemental list", .supplemental, 22, .applicant, "X", .supplementalOfCouple(couple: "c")) {
      $0.addPair(couple: "c", rank: 1, applicantA: "X", programA: "City", applicantB: "Y", programB: nil, row: 21)
      $0.addSupplement(applicant: "X", advancedProgram: "City", rank: 1, program: "Mercy", row: 22)
    },
    .init("a gap in a supplemental list", .supplemental, 21, .rank, "2", .rankGap(missing: 1)) {
      $0.addSupplement(applicant: "A", advancedProgram: "City", rank: 2, program: "Mercy", row: 21)
    },
  ]
}

@Suite struct `A broken market` {
  /// A sound market that each case breaks.
  static func sound() -> MarketBuilder {
    var builder = MarketBuilder()
    builder.addProgram("City", quota: 2, row: 2)
    builder.addProgram("Mercy", quota: 1, row: 3)
    builder.addChoice(applicant: "A", rank: 1, program: "City", row: 2)
    builder.addRanking(program: "City", rank: 1, applicant: "A", row: 2)
    return builder
  }

  @Test(arguments: BrokenMarket.all)
  func `gives the promised fault`(broken: BrokenMarket) {
    var builder = Self.sound()
    broken.rows(&builder)
    let error = #expect(throws: MarketFaults.self) { try builder.build() }
    #expect(error?.faults == [broken.fault])
    #expect(error?.faults.allSatisfy { $0.message.count > 20 } ?? false)
  }

  @Test func `gives all its faults at once, in the order of tables and rows`() {
    var builder = Self.sound()
    builder.report(
      MarketFault(table: .programs, row: 9, column: .quota, value: "many", kind: .notANumber))
    builder.addChoice(applicant: "B", rank: 2, program: "Nowhere", row: 5)
    builder.addPair(couple: "c", rank: 1, applicantA: "X", programA: nil, applicantB: "X", programB: nil, row: 4)
    let error = #expect(throws: MarketFaults.self) { try builder.build() }
    #expect(
      error?.faults.map(\.kind) == [
        .notANumber, .rankGap(missing: 1), .unknownProgram, .coupleOfOne, .emptyPair,
      ])
  }

  @Test func `is none when the rows come in any order`() throws {
    var builder = MarketBuilder()
    builder.addRanking(program: "City", rank: 2, applicant: "B", row: 1)
    builder.addRanking(program: "City", rank: 1, applicant: "A", row: 2)
    builder.addRanking(program: "City", rank: 3, applicant: "nobody", row: 3)
    builder.addChoice(applicant: "B", rank: 2, program: "City", row: 4)
    builder.addChoice(applicant: "A", rank: 1, program: "City", row: 5)
    builder.addChoice(applicant: "B", rank: 1, program: "Mercy", row: 6)
    builder.addProgram("Mercy", quota: 1, row: 7)
    builder.addProgram("City", quota: 1, row: 8)
    let market = try builder.build()
    #expect(market.applicantNames == ["B", "A"] && market.programNames == ["Mercy", "City"])
    #expect(market.dropped.byApplicants == 1 && market.dropped.byPrograms == 1)
    #expect(market.match().placements.map { $0?.program } == [nil, 1])
  }
}

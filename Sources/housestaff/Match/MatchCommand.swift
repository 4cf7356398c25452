import ArgumentParser
import Matching
import Tables

/// `housestaff match`: runs the Match on the lists of a folder.
struct MatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match", abstract: "Run the Match: applicants, programs, couples, supplemental lists, reversions.",
    discussion: """
      DIR holds applicants.csv (applicant, rank, program), programs.csv (program, quota, and reverts_to, reverts_max), \
      rankings.csv (program, rank, applicant), and if needed couples.csv (couple, rank, applicant_a, program_a, \
      applicant_b, program_b) and supplemental.csv (applicant, advanced_program, rank, program). Rank 1 is the first \
      choice. Every result is audited: no applicant and program who would rather have each other, or each of them \
      is named.
      """)

  @Argument(help: "The folder with the lists.")
  var folder: String

  @Option(help: "Say why this applicant is at this place and not at a higher one.")
  var explain: String?

  @Option(help: "Decides the orders tried where couples run in circles.")
  var seed: UInt64 = 1

  @OptionGroup var output: OutputOptions

  func run() throws {
    try reporting {
      let market = try MarketFolder.market(folder)
      let outcome = market.match(MatchOptions(seed: seed))
      if let explain { return try explanation(of: explain, outcome).print(output.chosen) }
      try MatchText(outcome).print(output.chosen)
    }
  }

  private func explanation(of name: String, _ outcome: Outcome) throws -> MatchExplanationText {
    guard let applicant = outcome.market.applicantNames.firstIndex(of: name) else {
      throw InputFailure([
        Finding(
          .error, file: MarketFile.applicants.name, column: "applicant", value: name,
          expected: "an applicant with a list here or in couples.csv",
          remedy: "write the name as it stands in the file, in quotes if it has blanks")
      ])
    }
    return MatchExplanationText(outcome, applicant)
  }
}

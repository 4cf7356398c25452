import Matching
import Tables

extension MarketFile {
  static let programs = MarketFile(
    .programs, "programs.csv", ["program", "quota"], optional: ["reverts_to", "reverts_max"])
  static let applicants = MarketFile(.applicants, "applicants.csv", ["applicant", "rank", "program"])
  static let rankings = MarketFile(.rankings, "rankings.csv", ["program", "rank", "applicant"])
  static let couples = MarketFile(
    .couples, "couples.csv", ["couple", "rank", "applicant_a", "program_a", "applicant_b", "program_b"])
  static let supplemental = MarketFile(
    .supplemental, "supplemental.csv", ["applicant", "advanced_program", "rank", "program"])

  /// The file that a table is read from.
  static func name(_ table: MarketFault.Table) -> String {
    switch table {
    case .programs: programs.name
    case .applicants: applicants.name
    case .rankings: rankings.name
    case .couples: couples.name
    case .supplemental: supplemental.name
    }
  }

  private init(_ table: MarketFault.Table, _ name: String, _ needed: [String], optional: [String] = []) {
    self.table = table
    self.name = name
    // Names that are only alike will not do: program_a is not program_b.
    columns =
      needed.map { WantedColumn($0, isRequired: true, allowsSimilar: false) }
      + optional.map { WantedColumn($0, allowsSimilar: false) }
  }
}

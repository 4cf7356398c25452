/// What is typed into the ranking system: rank, code, name, and nothing else.
public struct EntrySheet: Sendable {
  /// One list to enter: the primary one, or a supplemental one.
  public struct Block: Sendable {
    /// `nil` for the primary list, else the advanced program that it goes with.
    public var owner: Program?
    public var programs: [Program]
  }

  /// One rank of a couple's list; `nil` is "no match".
  public struct PairLine: Sendable {
    public var rank: Int
    public var first: Program?
    public var second: Program?
  }

  public static let noMatch = "No match"
  public var blocks: [Block] = []
  public var pairs: [PairLine] = []
  /// Fictional programs cannot be entered anywhere, and the sheet says so.
  public var hasFiction: Bool

  /// The lists of a single applicant; programs without an interview stay where they were put.
  public init(_ result: RankResult) {
    blocks = [Block(programs: result.rows.map(\.choice.program))]
    for row in result.rows {
      let list = result.supplemental[row.choice.program.code] ?? []
      if !list.isEmpty { blocks.append(Block(owner: row.choice.program, programs: list.map(\.program))) }
    }
    hasFiction = result.hasFiction
  }

  public init(_ result: CoupleRankResult) {
    pairs = result.rows.map { PairLine(rank: $0.place, first: $0.first, second: $0.second) }
    hasFiction = result.hasFiction
  }

  /// As CSV: with a column that names the advanced program where there are supplemental lists.
  public var cells: [[String]] {
    if !pairs.isEmpty {
      return [["rank", "code_a", "program_a", "code_b", "program_b"]]
        + pairs.map {
          ["\($0.rank)", $0.first?.code ?? "", $0.first?.name ?? Self.noMatch, $0.second?.code ?? ""]
            + [$0.second?.name ?? Self.noMatch]
        }
    }
    let hasSupplemental = blocks.count > 1
    return [["rank", "code", "program"] + (hasSupplemental ? ["supplemental_to"] : [])]
      + blocks.flatMap { block in
        block.programs.enumerated().map { place, program in
          ["\(place + 1)", program.code, program.name] + (hasSupplemental ? [block.owner?.code ?? ""] : [])
        }
      }
  }

  /// What stands above it.
  public var caution: String? {
    hasFiction ? "Practice programs: fiction. Their codes begin with FICTION and cannot be entered anywhere." : nil
  }
}

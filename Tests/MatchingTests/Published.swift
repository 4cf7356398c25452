import Matching
import Testing

/// Markets from the literature, by name: lists and the matching that is known to be right.
struct Published: Sendable, CustomTestStringConvertible {
  var source: String
  var programs: [(name: String, quota: Int, ranking: String)]
  var applicants: [(name: String, list: String)]
  /// Applicant to program; the unmatched are left out.
  ///
  /// Empty where only the number is known.
  var result: [String: String]
  /// The number of stable matchings, where it is published or counted.
  var stableCount: Int?
  var couples: [(a: String, b: String, pairs: String)] = []

  var testDescription: String { source }

  var lists: MarketLists {
    let names = applicants.map(\.name)
    let programNames = programs.map(\.name)
    func index(_ name: Substring, _ list: [String]) -> Int { list.firstIndex(of: String(name)) ?? -1 }
    return MarketLists(
      quotas: programs.map(\.quota),
      choices: Lists(applicants.map { $0.list.split(separator: " ").map { index($0, programNames) } }),
      rankings: Lists(programs.map { $0.ranking.split(separator: " ").map { index($0, names) } }),
      couples: couples.map { couple in
        CoupleList(
          applicantA: index(Substring(couple.a), names), applicantB: index(Substring(couple.b), names),
          pairs: couple.pairs.split(separator: " ").map {
            let two = $0.split(separator: "+")
            return ProgramPair(index(two[0], programNames), index(two[1], programNames))
          })
      })
  }

  static let all: [Published] = [
    nrmp, reciprocal, latin, unique, knuth, gusfieldIrving, schools, rosetta, twoBodies, coupleWithout, coupleTogether,
    strategic,
  ]

  static let nrmp = Published(
    source: "NRMP, How the matching algorithm works (nrmp.org, Run a Match)",
    programs: [
      ("Mercy", 2, "Sunny Joseph"), ("City", 2, "Darrius Arthur Sunny Latha Joseph"),
      ("General", 2, "Darrius Arthur Joseph Latha"),
    ],
    applicants: [
      ("Arthur", "City"), ("Sunny", "City Mercy"), ("Joseph", "City General Mercy"), ("Latha", "Mercy City General"),
      ("Darrius", "City Mercy General"),
    ],
    result: ["Arthur": "City", "Sunny": "Mercy", "Joseph": "General", "Latha": "General", "Darrius": "City"])

  static let reciprocal = Published(
    source: "The same market as the Python package matching gives it (README of version 1.4.3, 2024)",
    programs: [("M", 2, "D L S J"), ("C", 2, "D A S L J"), ("G", 2, "D J L")],
    applicants: [("A", "C"), ("S", "C M"), ("D", "C M G"), ("J", "C G M"), ("L", "M C G")],
    result: ["A": "C", "S": "M", "D": "C", "J": "G", "L": "M"])

  static let latin = Published(
    source: "Gale and Shapley 1962, example 1",
    programs: [("A", 1, "b c a"), ("B", 1, "c a b"), ("C", 1, "a b c")],
    applicants: [("a", "A B C"), ("b", "B C A"), ("c", "C A B")],
    result: ["a": "A", "b": "B", "c": "C"], stableCount: 3)

  static let unique = Published(
    source: "Gale and Shapley 1962, example 2",
    programs: [("A", 1, "d c a b"), ("B", 1, "b d a c"), ("C", 1, "d a b c"), ("D", 1, "c b a d")],
    applicants: [("a", "A B C D"), ("b", "A D C B"), ("c", "B A C D"), ("d", "D B C A")],
    result: ["a": "C", "b": "D", "c": "A", "d": "B"], stableCount: 1)

  static let knuth = Published(
    source: "Knuth 1976: ten stable matchings of four and four",
    programs: [("a", 1, "D C B A"), ("b", 1, "C D A B"), ("c", 1, "B A D C"), ("d", 1, "A B C D")],
    applicants: [("A", "a b c d"), ("B", "b a d c"), ("C", "c d a b"), ("D", "d c b a")],
    result: ["A": "a", "B": "b", "C": "c", "D": "d"], stableCount: 10)

  static let gusfieldIrving = Published(
    source: "Gusfield and Irving 1989: eight and eight, 23 stable matchings",
    programs: [
      ("w1", 1, "5 3 7 6 1 2 8 4"), ("w2", 1, "8 6 3 5 7 2 1 4"), ("w3", 1, "1 5 6 2 4 8 7 3"),
      ("w4", 1, "8 7 3 2 4 1 5 6"), ("w5", 1, "6 4 7 3 8 1 2 5"), ("w6", 1, "2 8 5 4 6 3 7 1"),
      ("w7", 1, "7 5 2 1 8 6 4 3"), ("w8", 1, "7 4 1 5 2 3 6 8"),
    ],
    applicants: [
      ("1", "w5 w7 w1 w2 w6 w8 w4 w3"), ("2", "w2 w3 w7 w5 w4 w1 w8 w6"), ("3", "w8 w5 w1 w4 w6 w2 w3 w7"),
      ("4", "w3 w2 w7 w4 w1 w6 w8 w5"), ("5", "w7 w2 w5 w1 w3 w6 w8 w4"), ("6", "w1 w6 w7 w5 w8 w4 w2 w3"),
      ("7", "w2 w5 w7 w6 w3 w4 w8 w1"), ("8", "w3 w8 w4 w5 w7 w2 w6 w1"),
    ],
    result: [
      "1": "w5", "2": "w3", "3": "w8", "4": "w6", "5": "w7", "6": "w1", "7": "w2", "8": "w4",
    ], stableCount: 23)

  static let schools = Published(
    source: "Abdulkadiroglu and Sonmez 2003, the cost of stability",
    programs: [("s1", 1, "i1 i3 i2"), ("s2", 1, "i2 i1 i3"), ("s3", 1, "i2 i1 i3")],
    applicants: [("i1", "s2 s1 s3"), ("i2", "s1 s2 s3"), ("i3", "s1 s2 s3")],
    result: ["i1": "s1", "i2": "s2", "i3": "s3"], stableCount: 1)

  static let strategic = Published(
    source: "After Roth 1982: three and three with two stable matchings, by a search of all",
    programs: [("w1", 1, "m1 m3 m2"), ("w2", 1, "m3 m1 m2"), ("w3", 1, "m1 m2 m3")],
    applicants: [("m1", "w2 w1 w3"), ("m2", "w1 w2 w3"), ("m3", "w1 w2 w3")],
    result: ["m1": "w2", "m2": "w3", "m3": "w1"], stableCount: 2)

  static let rosetta = Published(
    source: "Rosetta Code, stable marriage problem: ten and ten",
    programs: [
      ("abi", 1, "bob fred jon gav ian abe dan ed col hal"), ("bea", 1, "bob abe col fred gav dan ian ed jon hal"),
      ("cath", 1, "fred bob ed gav hal col ian abe dan jon"), ("dee", 1, "fred jon col abe ian hal gav dan bob ed"),
      ("eve", 1, "jon hal fred dan abe gav col ed ian bob"), ("fay", 1, "bob abe ed ian jon dan fred gav col hal"),
      ("gay", 1, "jon gav hal fred bob abe col ed dan ian"), ("hope", 1, "gav jon bob abe ian dan hal ed col fred"),
      ("ivy", 1, "ian col hal gav fred bob abe ed jon dan"), ("jan", 1, "ed hal gav abe bob jon col ian fred dan"),
    ],
    applicants: [
      ("abe", "abi eve cath ivy jan dee fay bea hope gay"), ("bob", "cath hope abi dee eve fay bea jan ivy gay"),
      ("col", "hope eve abi dee bea fay ivy gay cath jan"), ("dan", "ivy fay dee gay hope eve jan bea cath abi"),
      ("ed", "jan dee bea cath fay eve abi ivy hope gay"), ("fred", "bea abi dee gay eve ivy cath jan hope fay"),
      ("gav", "gay eve ivy bea cath abi dee hope jan fay"), ("hal", "abi eve hope fay ivy cath jan bea gay dee"),
      ("ian", "hope cath dee gay bea abi fay ivy jan eve"), ("jon", "abi fay jan gay eve bea dee cath ivy hope"),
    ],
    result: [
      "abe": "ivy", "bob": "cath", "col": "dee", "dan": "fay", "ed": "jan", "fred": "bea", "gav": "gay", "hal": "eve",
      "ian": "hope", "jon": "abi",
    ])

  static let twoBodies = Published(
    source: "A couple who must have both: the smallest market in which a couple displaces a single",
    programs: [("x", 1, "c1 s"), ("y", 1, "c2")], applicants: [("s", "x"), ("c1", ""), ("c2", "")],
    result: ["c1": "x", "c2": "y"], stableCount: 1, couples: [("c1", "c2", "x+y")])

  static let coupleTogether = Published(
    source: "A couple at one program, which needs two positions better than its holders",
    programs: [("x", 2, "c1 s c2 t"), ("y", 2, "s t c1 c2")],
    applicants: [("s", "x y"), ("t", "x y"), ("c1", ""), ("c2", "")],
    result: ["s": "x", "t": "x"], stableCount: nil, couples: [("c1", "c2", "x+x")])

  static let coupleWithout = Published(
    source: "A couple and a single without a stable matching, by a search of all (Roth 1984: couples can leave none)",
    programs: [("x", 1, "c1 s"), ("y", 1, "s c2")], applicants: [("s", "x y"), ("c1", ""), ("c2", "")],
    result: [:], stableCount: 0, couples: [("c1", "c2", "x+y")])
}

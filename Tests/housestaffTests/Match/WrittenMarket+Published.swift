/// Markets from the literature, and small ones worked out by hand.
extension WrittenMarket {
  static let nrmp = WrittenMarket(
    source: "NRMP, How the matching algorithm works",
    programs: [
      "Mercy 2: Sunny Joseph", "City 2: Darrius Arthur Sunny Latha Joseph", "General 2: Darrius Arthur Joseph Latha",
    ],
    applicants: [
      "Arthur: City", "Sunny: City Mercy", "Joseph: City General Mercy", "Latha: Mercy City General",
      "Darrius: City Mercy General",
    ], result: "Arthur City, Sunny Mercy, Joseph General, Latha General, Darrius City")

  static let published: [WrittenMarket] = [
    nrmp,
    WrittenMarket(
      source: "README of the Python package matching 1.4.3, 2024",
      programs: ["M 2: D L S J", "C 2: D A S L J", "G 2: D J L"],
      applicants: ["A: C", "S: C M", "D: C M G", "J: C G M", "L: M C G"], result: "A C, S M, D C, J G, L M"),
    WrittenMarket(
      source: "Gale and Shapley 1962, example 1", programs: ["A 1: b c a", "B 1: c a b", "C 1: a b c"],
      applicants: ["a: A B C", "b: B C A", "c: C A B"], result: "a A, b B, c C"),
    WrittenMarket(
      source: "Gale and Shapley 1962, example 2",
      programs: ["A 1: d c a b", "B 1: b d a c", "C 1: d a b c", "D 1: c b a d"],
      applicants: ["a: A B C D", "b: A D C B", "c: B A C D", "d: D B C A"], result: "a C, b D, c A, d B"),
    WrittenMarket(
      source: "Knuth 1976, four and four with ten stable matchings",
      programs: ["a 1: D C B A", "b 1: C D A B", "c 1: B A D C", "d 1: A B C D"],
      applicants: ["A: a b c d", "B: b a d c", "C: c d a b", "D: d c b a"], result: "A a, B b, C c, D d"),
    WrittenMarket(
      source: "Gusfield and Irving 1989, eight and eight with 23 stable matchings",
      programs: [
        "w1 1: 5 3 7 6 1 2 8 4", "w2 1: 8 6 3 5 7 2 1 4", "w3 1: 1 5 6 2 4 8 7 3", "w4 1: 8 7 3 2 4 1 5 6",
        "w5 1: 6 4 7 3 8 1 2 5", "w6 1: 2 8 5 4 6 3 7 1", "w7 1: 7 5 2 1 8 6 4 3", "w8 1: 7 4 1 5 2 3 6 8",
      ],
      applicants: [
        "1: w5 w7 w1 w2 w6 w8 w4 w3", "2: w2 w3 w7 w5 w4 w1 w8 w6", "3: w8 w5 w1 w4 w6 w2 w3 w7",
        "4: w3 w2 w7 w4 w1 w6 w8 w5", "5: w7 w2 w5 w1 w3 w6 w8 w4", "6: w1 w6 w7 w5 w8 w4 w2 w3",
        "7: w2 w5 w7 w6 w3 w4 w8 w1", "8: w3 w8 w4 w5 w7 w2 w6 w1",
      ], result: "1 w5, 2 w3, 3 w8, 4 w6, 5 w7, 6 w1, 7 w2, 8 w4"),
    WrittenMarket(
      source: "Abdulkadiroglu and Sonmez 2003, the cost of stability",
      programs: ["s1 1: i1 i3 i2", "s2 1: i2 i1 i3", "s3 1: i2 i1 i3"],
      applicants: ["i1: s2 s1 s3", "i2: s1 s2 s3", "i3: s1 s2 s3"], result: "i1 s1, i2 s2, i3 s3"),
    WrittenMarket(
      source: "after Roth 1982, three and three", programs: ["w1 1: m1 m3 m2", "w2 1: m3 m1 m2", "w3 1: m1 m2 m3"],
      applicants: ["m1: w2 w1 w3", "m2: w1 w2 w3", "m3: w1 w2 w3"], result: "m1 w2, m2 w3, m3 w1"),
    WrittenMarket(
      source: "Rosetta Code, stable marriage problem",
      programs: [
        "abi 1: bob fred jon gav ian abe dan ed col hal", "bea 1: bob abe col fred gav dan ian ed jon hal",
        "cath 1: fred bob ed gav hal col ian abe dan jon", "dee 1: fred jon col abe ian hal gav dan bob ed",
        "eve 1: jon hal fred dan abe gav col ed ian bob", "fay 1: bob abe ed ian jon dan fred gav col hal",
        "gay 1: jon gav hal fred bob abe col ed dan ian", "hope 1: gav jon bob abe ian dan hal ed col fred",
        "ivy 1: ian col hal gav fred bob abe ed jon dan", "jan 1: ed hal gav abe bob jon col ian fred dan",
      ],
      applicants: [
        "abe: abi eve cath ivy jan dee fay bea hope gay", "bob: cath hope abi dee eve fay bea jan ivy gay",
        "col: hope eve abi dee bea fay ivy gay cath jan", "dan: ivy fay dee gay hope eve jan bea cath abi",
        "ed: jan dee bea cath fay eve abi ivy hope gay", "fred: bea abi dee gay eve ivy cath jan hope fay",
        "gav: gay eve ivy bea cath abi dee hope jan fay", "hal: abi eve hope fay ivy cath jan bea gay dee",
        "ian: hope cath dee gay bea abi fay ivy jan eve", "jon: abi fay jan gay eve bea dee cath ivy hope",
      ],
      result:
        "abe ivy, bob cath, col dee, dan fay, ed jan, fred bea, gav gay, hal eve, ian hope, jon abi"),
  ]

  static let byHand: [WrittenMarket] = [
    WrittenMarket(
      source: "a couple that displaces a single", programs: ["x 1: c1 s", "y 1: c2"], applicants: ["s: x"],
      couples: ["c1 c2: x+y"], result: "c1 x, c2 y"),
    WrittenMarket(
      source: "a couple at one program, which holds two that it ranked higher than one partner",
      programs: ["x 2: c1 s c2 t", "y 2: s t c1 c2"], applicants: ["s: x y", "t: x y"], couples: ["c1 c2: x+x"],
      result: "s x, t x"),
    WrittenMarket(
      source: "a couple at one program with room for two", programs: ["x 2: c1 c2 s"], applicants: ["s: x"],
      couples: ["c1 c2: x+x"], result: "c1 x, c2 x"),
    WrittenMarket(
      source: "no match for one partner", programs: ["x 1: c1", "y 1: s c2"], applicants: ["s: y"],
      couples: ["c1 c2: x+y x+-"], result: "s y, c1 x"),
    WrittenMarket(
      source: "an advanced position with its first year", programs: ["adv 1: a", "pre 1: a b", "other 1: b"],
      applicants: ["a: adv", "b: pre other"], supplemental: ["a at adv: pre"], result: "a adv+pre, b other"),
    WrittenMarket(
      source: "an advanced position kept though the supplemental list fails", programs: ["adv 1: a", "pre 1: b a"],
      applicants: ["a: adv", "b: pre"], supplemental: ["a at adv: pre"], result: "a adv, b pre"),
    WrittenMarket(
      source: "a supplemental list that is not used because the advanced position is lost",
      programs: ["adv 1: b a", "pre 1: a c", "home 1: a"], applicants: ["a: adv home", "b: adv", "c: pre"],
      supplemental: ["a at adv: pre"], result: "a home, b adv, c pre"),
    WrittenMarket(
      source: "unfilled positions that another program receives", programs: ["res 2: a", "main 1: b c d"],
      applicants: ["a: res", "b: main", "c: main", "d: main"], reversions: ["res to main"],
      result: "a res, b main, c main"),
    WrittenMarket(
      source: "at most one of two unfilled positions reverts", programs: ["res 2: z", "main 1: b c d"],
      applicants: ["b: main", "c: main", "d: main"], reversions: ["res to main 1"], result: "b main, c main"),
  ]
}

import Improvement
import Statistics
import Testing

@Suite struct `The agreement of two readers` {
  @Test func `is the published one for 100 diagnoses`() throws {
    // Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions, 3rd edition, 2003, table 18.1:
    // kappa 0.68, standard error 0.087.
    let agreement = Agreement(table: [[75, 1, 4], [5, 4, 1], [0, 0, 10]])
    #expect(agreement.pairs == 100 && agreement.agreed == 89)
    #expect(abs(try #require(agreement.kappa) - 0.68) < 0.005)
    #expect(abs(try #require(agreement.standardError) - 0.087) < 0.001)
    #expect(agreement.statement.contains("89 of 100 charts read by two agree (89%); Cohen's kappa 0.68"))
  }

  @Test func `of two answers is the shorter formula for two by two`() throws {
    for (a, b, c, d) in [(20, 5, 10, 15), (40, 9, 6, 45), (1, 7, 8, 2)] {
      let agreement = Agreement(table: [[a, b], [c, d]])
      // 2(ad - bc) / ((a+b)(b+d) + (a+c)(c+d)).
      let kappa = 2 * Double(a * d - b * c) / Double((a + b) * (b + d) + (a + c) * (c + d))
      #expect(abs(try #require(agreement.kappa) - kappa) < 1e-12)
    }
  }

  @Test func `does not depend on the order or the names of the answers`() throws {
    let pairs = [("x", "x"), ("x", "y"), ("y", "y"), ("z", "z"), ("z", "x"), ("x", "x"), ("y", "y")]
    let one = Agreement(of: pairs)
    let turned = Agreement(of: pairs.reversed().map { ($0.1, $0.0) })
    #expect(abs(try #require(one.kappa) - (try #require(turned.kappa))) < 1e-12)
    #expect(one.pairs == 7 && one.agreed == 5)
    let complete = Agreement(of: (0..<20).map { ($0 % 2, $0 % 2) })
    #expect(complete.kappa == 1 && complete.standardError == 0 && complete.interval?.low == 1)
  }

  @Test func `says nothing beyond chance of few charts, or of one answer only`() {
    #expect(Agreement(of: [(Int, Int)]()).statement == "No chart was read by a second person yet.")
    let few = Agreement(of: (0..<9).map { ($0 % 2, $0 % 2) })
    #expect(few.interval == nil && few.statement.contains("too few for kappa"))
    let same = Agreement(of: (0..<20).map { _ in (1, 1) })
    #expect(same.kappa == nil && same.statement.contains("one and the same answer"))
    #expect(Agreement(table: []).share == nil)
  }
}

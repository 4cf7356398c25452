import RealModule

/// The beta distribution on [0, 1].
public struct Beta: Sendable, Hashable {
  /// The first shape, positive: weight towards one.
  public let a: Double
  /// The second shape, positive: weight towards zero.
  public let b: Double

  /// Both shapes must be positive and finite.
  public init(_ a: Double, _ b: Double) {
    precondition(a > 0 && b > 0 && a.isFinite && b.isFinite, "The shapes of a beta distribution are positive.")
    self.a = a
    self.b = b
  }

  /// a / (a + b).
  public var mean: Double { a / (a + b) }

  /// The density at `x`; zero outside [0, 1].
  public func density(_ x: Double) -> Double {
    guard x >= 0, x <= 1 else { return 0 }
    if x == 0 { return a < 1 ? .infinity : a == 1 ? b : 0 }
    if x == 1 { return b < 1 ? .infinity : b == 1 ? a : 0 }
    return IncompleteBeta.kernel(a: a, b: b, x: x, y: 1 - x) / (x * (1 - x))
  }

  /// P(B ≤ x): the regularized incomplete beta function.
  public func cdf(_ x: Double) -> Double {
    IncompleteBeta.tails(a: a, b: b, x: x, y: 1 - x).lower
  }

  /// P(B > x).
  public func upperTail(_ x: Double) -> Double {
    IncompleteBeta.tails(a: a, b: b, x: x, y: 1 - x).upper
  }

  /// The x with P(B ≤ x) = p, for p in [0, 1].
  public func quantile(_ p: Double) -> Double {
    precondition(p >= 0 && p <= 1, "A probability lies between 0 and 1.")
    if p == 0 { return 0 }
    if p == 1 { return 1 }
    return Logistic.logistic(p <= 0.5 ? logOdds(lower: p) : logOdds(upper: 1 - p))
  }

  /// The x with P(B > x) = p, for p in [0, 1].
  public func quantile(upperTail p: Double) -> Double {
    precondition(p >= 0 && p <= 1, "A probability lies between 0 and 1.")
    if p == 0 { return 1 }
    if p == 1 { return 0 }
    return Logistic.logistic(p <= 0.5 ? logOdds(upper: p) : logOdds(lower: 1 - p))
  }

  /// log(x / (1 - x)) at the lower quantile: on this scale both ends keep their digits.
  func logOdds(lower p: Double) -> Double {
    let target = Double.log(p)
    return monotoneRoot(low: -745, high: 745, start: start(Normal.quantile(p))) { u in
      let (x, y) = (Logistic.logistic(u), Logistic.logistic(-u))
      let tail = IncompleteBeta.tails(a: a, b: b, x: x, y: y).lower
      return (Double.log(tail) - target, IncompleteBeta.kernel(a: a, b: b, x: x, y: y) / tail)
    }
  }

  func logOdds(upper p: Double) -> Double {
    -Beta(b, a).logOdds(lower: p)
  }

  /// A normal guess on the log-odds scale.
  private func start(_ z: Double) -> Double {
    Double.log(a / b) + z * (1 / a + 1 / b).squareRoot()
  }
}

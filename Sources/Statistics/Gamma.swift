import RealModule

/// The gamma distribution on the positive numbers.
public struct Gamma: Sendable, Hashable {
  /// The shape, positive.
  public let shape: Double
  /// The scale, positive: the mean is shape × scale.
  public let scale: Double

  /// Shape and scale must be positive and finite.
  public init(shape: Double, scale: Double = 1) {
    precondition(
      shape > 0 && scale > 0 && shape.isFinite && scale.isFinite,
      "Shape and scale of a gamma distribution are positive.")
    self.shape = shape
    self.scale = scale
  }

  /// shape × scale.
  public var mean: Double { shape * scale }

  /// The density at `x`; zero below zero.
  public func density(_ x: Double) -> Double {
    let t = x / scale
    guard t >= 0 else { return 0 }
    if t == 0 { return shape < 1 ? .infinity : shape == 1 ? 1 / scale : 0 }
    return SaddlePoint.poisson(shape, mean: t) * shape / t / scale
  }

  /// P(G ≤ x): the regularized lower incomplete gamma function.
  public func cdf(_ x: Double) -> Double {
    IncompleteGamma.tails(shape: shape, at: x / scale).lower
  }

  /// P(G > x).
  public func upperTail(_ x: Double) -> Double {
    IncompleteGamma.tails(shape: shape, at: x / scale).upper
  }

  /// The x with P(G ≤ x) = p, for p in [0, 1].
  public func quantile(_ p: Double) -> Double {
    precondition(p >= 0 && p <= 1, "A probability lies between 0 and 1.")
    if p == 0 { return 0 }
    if p == 1 { return .infinity }
    return scale * (p <= 0.5 ? lower(p) : upper(1 - p))
  }

  /// The x with P(G > x) = p, for p in [0, 1].
  public func quantile(upperTail p: Double) -> Double {
    precondition(p >= 0 && p <= 1, "A probability lies between 0 and 1.")
    if p == 0 { return .infinity }
    if p == 1 { return 0 }
    return scale * (p <= 0.5 ? upper(p) : lower(1 - p))
  }

  private func lower(_ p: Double) -> Double {
    let target = Double.log(p)
    let u = monotoneRoot(low: -745, high: 709, start: start(Normal.quantile(p), p)) { u in
      let x = Double.exp(u)
      let tail = IncompleteGamma.tails(shape: shape, at: x).lower
      return (Double.log(tail) - target, shape * SaddlePoint.poisson(shape, mean: x) / tail)
    }
    return Double.exp(u)
  }

  private func upper(_ p: Double) -> Double {
    let target = Double.log(p)
    let u = monotoneRoot(low: -745, high: 709, start: start(-Normal.quantile(p), 1 - p)) { u in
      let x = Double.exp(u)
      let tail = IncompleteGamma.tails(shape: shape, at: x).upper
      return (target - Double.log(tail), shape * SaddlePoint.poisson(shape, mean: x) / tail)
    }
    return Double.exp(u)
  }

  /// Wilson and Hilferty's cube, or the leading power of x where that is not positive.
  private func start(_ z: Double, _ lower: Double) -> Double {
    let cubeRoot = 1 - 1 / (9 * shape) + z / (3 * shape.squareRoot())
    if cubeRoot > 0.1 { return Double.log(shape) + 3 * Double.log(cubeRoot) }
    return (Double.log(lower) + Double.logGamma(shape + 1)) / shape
  }
}

/// The chi-squared distribution: a gamma distribution of half the degrees of freedom and scale two.
public struct ChiSquared: Sendable, Hashable {
  /// Degrees of freedom, positive.
  public let degrees: Double
  private var gamma: Gamma { Gamma(shape: 0.5 * degrees, scale: 2) }

  /// Degrees of freedom must be positive; they need not be whole.
  public init(degrees: Double) {
    precondition(degrees > 0 && degrees.isFinite, "Degrees of freedom are positive.")
    self.degrees = degrees
  }

  /// The density at `x`.
  public func density(_ x: Double) -> Double { gamma.density(x) }
  /// P(X ≤ x).
  public func cdf(_ x: Double) -> Double { gamma.cdf(x) }
  /// P(X > x).
  public func upperTail(_ x: Double) -> Double { gamma.upperTail(x) }
  /// The x with P(X ≤ x) = p.
  public func quantile(_ p: Double) -> Double { gamma.quantile(p) }
  /// The x with P(X > x) = p.
  public func quantile(upperTail p: Double) -> Double { gamma.quantile(upperTail: p) }
}

import RealModule

/// The standard normal distribution, accurate to a few units in the last place in both tails.
public enum Normal {
  /// The density at `x`.
  ///
  /// Zero beyond about ±38.6.
  public static func density(_ x: Double) -> Double {
    guard abs(x) < 40 else { return x.isNaN ? x : 0 }
    // The rounding error of x² would be multiplied by the exponential: it is carried along.
    let square = x * x
    let residual = (-square).addingProduct(x, x)
    return 0.398_942_280_401_432_68 * Double.exp(-0.5 * square) * (1 - 0.5 * residual)
  }

  /// P(Z ≤ x), with full relative accuracy in the lower tail.
  public static func cdf(_ x: Double) -> Double {
    upperTail(-x)
  }

  /// P(Z > x), with full relative accuracy in the upper tail.
  public static func upperTail(_ x: Double) -> Double {
    let root = 0x1.6a09e667f3bccp-1
    let rootResidual = 6.268_583_589_525_109e-17
    let z = x * root
    let tail = 0.5 * Double.erfc(z)
    guard x > 1, x < 39 else { return tail }
    // What rounding took from x / √2, through the derivative: at x = 38 it would cost three digits.
    let residual = (-z).addingProduct(x, root) + x * rootResidual
    return tail - density(x) * 1.414_213_562_373_095_1 * residual
  }

  /// The x with P(Z ≤ x) = p, for p in [0, 1]; the ends give ∓∞, anything else NaN.
  ///
  /// Algorithm AS 241 (M. Wichura, Applied Statistics 37, 1988), relative error about 1e-16, with a logarithm that
  /// gives the same bits on every platform.
  public static func quantile(_ p: Double) -> Double {
    let q = p - 0.5
    if abs(q) <= 0.425 {
      return central(q)
    }
    guard p > 0, p < 1 else { return p == 0 ? -.infinity : p == 1 ? .infinity : .nan }
    return q < 0 ? -tail(p) : tail(1 - p)
  }

  /// The x with P(Z > x) = p: the quantile for upper tails too small for `1 - p` to hold.
  public static func quantile(upperTail p: Double) -> Double {
    -quantile(p)
  }

  /// The z that leaves (1 - level) / 2 beyond ±z: 1.959964 for 0.95.
  ///
  /// `level` lies strictly between 0 and 1.
  public static func critical(level: Double) -> Double {
    precondition(level > 0 && level < 1, "A confidence level lies between 0 and 1, such as 0.95.")
    return quantile(upperTail: 0.5 * (1 - level))
  }

  private static func central(_ q: Double) -> Double {
    let r = 0.180625 - q * q
    var top = r * 2509.0809287301226727 + 33430.575583588128105
    top = top * r + 67265.770927008700853
    top = top * r + 45921.953931549871457
    top = top * r + 13731.693765509461125
    top = top * r + 1971.5909503065514427
    top = top * r + 133.14166789178437745
    top = top * r + 3.387132872796366608
    var bottom = r * 5226.495278852854561 + 28729.085735721942674
    bottom = bottom * r + 39307.89580009271061
    bottom = bottom * r + 21213.794301586595867
    bottom = bottom * r + 5394.1960214247511077
    bottom = bottom * r + 687.1870074920579083
    bottom = bottom * r + 42.313330701600911252
    bottom = bottom * r + 1
    return q * top / bottom
  }

  /// The distance from zero at which `p`, at most 0.075, is left.
  private static func tail(_ p: Double) -> Double {
    // A subnormal p has no exponent of its own to take the logarithm from.
    let logarithm =
      p < .leastNormalMagnitude ? portableLogarithm(p * 0x1p64) - 44.361_419_555_836_5 : portableLogarithm(p)
    var r = (-logarithm).squareRoot()
    var top: Double
    var bottom: Double
    if r <= 5 {
      r -= 1.6
      top = r * 7.7454501427834140764e-4 + 0.0227238449892691845833
      top = top * r + 0.24178072517745061177
      top = top * r + 1.27045825245236838258
      top = top * r + 3.64784832476320460504
      top = top * r + 5.7694972214606914055
      top = top * r + 4.6303378461565452959
      top = top * r + 1.42343711074968357734
      bottom = r * 1.05075007164441684324e-9 + 5.475938084995344946e-4
      bottom = bottom * r + 0.0151986665636164571966
      bottom = bottom * r + 0.14810397642748007459
      bottom = bottom * r + 0.68976733498510000455
      bottom = bottom * r + 1.6763848301838038494
      bottom = bottom * r + 2.05319162663775882187
    } else {
      r -= 5
      top = r * 2.01033439929228813265e-7 + 2.71155556874348757815e-5
      top = top * r + 0.0012426609473880784386
      top = top * r + 0.026532189526576123093
      top = top * r + 0.29656057182850489123
      top = top * r + 1.7848265399172913358
      top = top * r + 5.4637849111641143699
      top = top * r + 6.6579046435011037772
      bottom = r * 2.04426310338993978564e-15 + 1.4215117583164458887e-7
      bottom = bottom * r + 1.8463183175100546818e-5
      bottom = bottom * r + 7.868691311456132591e-4
      bottom = bottom * r + 0.0148753612908506148525
      bottom = bottom * r + 0.13692988092273580531
      bottom = bottom * r + 0.59983220655588793769
    }
    return top / (bottom * r + 1)
  }
}

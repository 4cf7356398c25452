/// The direction numbers of the first eight Sobol dimensions, to 64 bits.
///
/// S. Joe and F. Kuo, "Constructing Sobol sequences with better two-dimensional projections", 2008: a primitive polynomial
/// over two elements (its inner coefficients as bits) and the first direction numbers of each dimension.
enum SobolDirections {
  private static let parameters: [(polynomial: UInt64, first: [UInt64])] = [
    (0, [1]),
    (1, [1, 3]),
    (1, [1, 3, 1]),
    (2, [1, 1, 1]),
    (1, [1, 1, 3, 3]),
    (4, [1, 3, 5, 13]),
    (2, [1, 1, 5, 5, 17]),
  ]

  static func numbers(dimension: Int) -> [UInt64] {
    // The first dimension reverses the bits of the index.
    guard dimension > 0 else { return (0..<64).map { (1 as UInt64) << UInt64(63 - $0) } }
    let (polynomial, first) = parameters[dimension - 1]
    let degree = first.count
    var numbers = first.enumerated().map { index, value in value << UInt64(63 - index) }
    for index in degree..<64 {
      var number = numbers[index - degree] ^ (numbers[index - degree] >> UInt64(degree))
      for k in 1..<max(1, degree) where (polynomial >> UInt64(degree - 1 - k)) & 1 == 1 {
        number ^= numbers[index - k]
      }
      numbers.append(number)
    }
    return numbers
  }
}

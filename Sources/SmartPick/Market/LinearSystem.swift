/// Linear equations, few at a time.
enum LinearSystem {
  /// The x with `matrix` x = `right`, in O(n³).
  ///
  /// The matrix is square, row by row, and not singular.
  /// Gaussian elimination with the largest pivot of each column.
  static func solve(_ matrix: [Double], _ right: [Double]) -> [Double] {
    let count = right.count
    precondition(matrix.count == count * count, "A square matrix goes with as many right-hand sides as rows.")
    var a = matrix
    var x = right
    for column in 0..<count {
      var pivot = column
      for row in column..<count where abs(a[row * count + column]) > abs(a[pivot * count + column]) { pivot = row }
      if pivot != column {
        for entry in 0..<count { a.swapAt(pivot * count + entry, column * count + entry) }
        x.swapAt(pivot, column)
      }
      let scale = a[column * count + column]
      precondition(scale != 0, "The matrix is not singular.")
      for row in column + 1..<count {
        let factor = a[row * count + column] / scale
        if factor == 0 { continue }
        for entry in column..<count { a[row * count + entry] -= factor * a[column * count + entry] }
        x[row] -= factor * x[column]
      }
    }
    for row in (0..<count).reversed() {
      for column in row + 1..<count { x[row] -= a[row * count + column] * x[column] }
      x[row] /= a[row * count + row]
    }
    return x
  }
}

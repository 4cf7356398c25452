import Statistics

extension ExactSum {
  /// The sum divided by `count`, correctly rounded but for rare half-way cases.
  ///
  /// Dividing the rounded sum can miss by one unit in the last place: even three equal numbers may get another mean.
  /// The remainder of the division, which the exact sum still knows, corrects it.
  func roundedMean(of count: Int) -> Double {
    let divisor = Double(count)
    let first = value / divisor
    let product = first * divisor
    guard product.isFinite else { return first }
    var remainder = self
    remainder.add(-product)
    remainder.add(product.addingProduct(-first, divisor))
    return first + remainder.value / divisor
  }
}

extension Array where Element == Double {
  /// The mean; nil when empty.
  ///
  /// A constant series has exactly that mean.
  var roundedMean: Double? {
    guard !isEmpty else { return nil }
    var sum = ExactSum()
    sum.add(contentsOf: self)
    return sum.roundedMean(of: count)
  }

  /// The middle value, or the mean of the two in the middle; nil when empty.
  ///
  /// Complexity: O(count) on average.
  var median: Double? {
    guard !isEmpty else { return nil }
    var copy = self
    return copy.selectMedian()
  }

  private mutating func selectMedian() -> Double {
    let middle = count / 2
    if count <= 200 {
      sort()
    } else {
      select(middle)
    }
    let upper = self[middle]
    guard count % 2 == 0 else { return upper }
    var lower = self[0]
    for index in 1..<middle where self[index] > lower { lower = self[index] }
    return lower == upper ? upper : (lower + upper) / 2
  }

  /// Moves the element of a rank to its place, smaller ones before it (Hoare's FIND; sorts when it is unlucky).
  private mutating func select(_ rank: Int) {
    var low = 0
    var high = count - 1
    var rounds = 0
    while low < high {
      rounds += 1
      if rounds > 100 {
        sort()
        return
      }
      let pivot = Swift.max(
        Swift.min(self[low], self[high]), Swift.min(Swift.max(self[low], self[high]), self[(low + high) / 2]))
      var i = low
      var j = high
      while i <= j {
        while self[i] < pivot { i += 1 }
        while self[j] > pivot { j -= 1 }
        if i <= j {
          swapAt(i, j)
          i += 1
          j -= 1
        }
      }
      if rank <= j {
        high = j
      } else if rank >= i {
        low = i
      } else {
        return
      }
    }
  }
}

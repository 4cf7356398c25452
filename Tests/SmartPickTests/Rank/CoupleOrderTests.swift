import SmartPick
import Testing

@Suite struct `A couple's own order` {
  private let pairs = ["a", "b", "c"].flatMap { one in ["x", "y"].map { CoupleOrder.Codes(one, $0) } }

  @Test func `moves any pair to any place and keeps the others as they stood`() {
    for pair in pairs {
      for place in -1...8 {
        var order = CoupleOrder(pairs: pairs)
        let now = order.move(pair, to: place)
        #expect(now == min(max(place, 1), pairs.count))
        #expect(order.pairs.firstIndex(of: pair).map { $0 + 1 } == now)
        #expect(order.pairs.filter { $0 != pair } == pairs.filter { $0 != pair })
      }
    }
    var order = CoupleOrder(pairs: pairs)
    #expect(order.move(.init("z", ""), to: 1) == nil && order.pairs == pairs)
  }

  @Test func `remembers what it left out, once`() {
    var order = CoupleOrder(pairs: pairs)
    order.leaveOut(pairs[2])
    order.leaveOut(pairs[2])
    #expect(order.leftOut == [pairs[2]] && order.pairs == pairs.filter { $0 != pairs[2] })
  }
}

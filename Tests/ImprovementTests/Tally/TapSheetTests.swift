import Improvement
import ProcessControl
import Testing

@Suite struct `A sheet of taps` {
  private func sheet() throws -> TapSheet {
    TapSheet(of: MeasureID(rawValue: "m"), on: try #require(Day(iso: "2027-03-01")))
  }

  private struct Message: Hashable {
    let name: String
    let kind: TapSheet.Kind
    let isUndone: Bool
  }

  /// Every order in which two taps, an undo and a copy of each can arrive.
  @Test func `counts each tap once, in whatever order and however often they arrive`() throws {
    let messages = [
      Message(name: "aaaaaaaa", kind: .event, isUndone: false),
      Message(name: "bbbbbbbb", kind: .other, isUndone: false),
      Message(name: "cccccccc", kind: .event, isUndone: false), Message(name: "cccccccc", kind: .event, isUndone: true),
    ]
    var orders = 0
    func arrive(_ left: [Message], _ sheet: TapSheet) {
      if left.isEmpty {
        orders += 1
        #expect(sheet.totals == (1, 1))
        #expect(sheet.taps.count == 3)
      }
      for index in left.indices {
        var (rest, next) = (left, sheet)
        let message = rest.remove(at: index)
        next.take(message.name, message.kind, isUndone: message.isUndone)
        arrive(rest, next)
      }
    }
    arrive(messages + [messages[0], messages[2]], try sheet())
    #expect(orders == 720)
  }

  @Test func `adds to a share, a rate and a count what each of them counts`() throws {
    var sheet = try sheet()
    sheet.take("aaaaaaaa", .event)
    sheet.take("bbbbbbbb", .other)
    sheet.take("cccccccc", .other)
    #expect(sheet.count(for: .proportion) == (1, 3))
    #expect(sheet.count(for: .rate) == (1, 2))
    #expect(sheet.count(for: .count) == (1, nil))
  }

  @Test(arguments: [
    ("abcdefgh", true), ("A1-b2c3d", true), ("short", false), ("with space", false), ("ünïcödés", false),
  ])
  func `takes only plain names`(name: String, isName: Bool) {
    #expect(TapSheet.isName(name) == isName)
  }
}

import Site
import SmartPick
import Testing

@Suite struct `What a site keeps of what it worked out` {
  @Test func `stays within its bound, and what was used least recently leaves`() {
    var cache = BoundedCache<String, Int>(limit: 3)
    for (value, key) in ["a", "b", "c"].enumerated() { cache.keep(value, as: key) }
    #expect(cache.value("a") == 0 && cache.count == 3)
    cache.keep(3, as: "d")
    // `b` was used before `a` was looked at again.
    #expect(cache.peek("b") == nil && cache.peek("a") == 0 && cache.count == 3)
    // A peek is no use.
    _ = cache.peek("c")
    cache.keep(4, as: "e")
    #expect(cache.peek("c") == nil && cache.value("a") == 0)
  }

  @Test func `weighs what it keeps, and the newest stays even if it is too heavy alone`() {
    var cache = BoundedCache<Int, String>(limit: 10)
    for key in 0..<4 { cache.keep("", as: key, weight: 4) }
    #expect(cache.count == 2 && cache.weight == 8 && cache.peek(2) != nil && cache.peek(3) != nil)
    cache.keep("", as: 3, weight: 1)
    #expect(cache.count == 2 && cache.weight == 5)
    cache.keep("", as: 9, weight: 50)
    #expect(cache.count == 1 && cache.weight == 50 && cache.peek(9) != nil)
    cache.keep("", as: 10, weight: 1)
    #expect(cache.count == 1 && cache.weight == 1)
  }

  @Test func `takes a value only in the place of one that is still there`() {
    var cache = BoundedCache<String, Int>(limit: 1)
    cache.keep(1, as: "a")
    cache.replace(2, of: "a")
    #expect(cache.peek("a") == 2)
    cache.keep(3, as: "b")
    cache.replace(4, of: "a")
    #expect(cache.peek("a") == nil && cache.count == 1 && cache.weight == 1)
  }

  @Test func `is a model of a list in order of use, whatever happens`() {
    var random = Seeded(state: 71)
    var cache = BoundedCache<Int, Int>(limit: 40)
    var model: [(key: Int, value: Int, weight: Int)] = []
    for step in 0..<5_000 {
      let key = Int.random(in: 0..<20, using: &random)
      if Bool.random(using: &random) {
        let weight = Int.random(in: 1...15, using: &random)
        cache.keep(step, as: key, weight: weight)
        model.removeAll { $0.key == key }
        model.append((key, step, weight))
        while model.reduce(0, { $0 + $1.weight }) > 40, model.count > 1 { model.removeFirst() }
      } else {
        let found = model.firstIndex { $0.key == key }.map { model.remove(at: $0) }
        if let found { model.append(found) }
        #expect(cache.value(key) == found?.value)
      }
      #expect(cache.count == model.count && cache.weight == model.reduce(0) { $0 + $1.weight })
    }
  }
}

@Suite struct `Tables of programs that were read` {
  private func text(_ name: String, rows: Int = 40) -> ProgramBook.Text {
    let lines = (0..<rows).map { "\(name) Hospital \($0),Internal Medicine,OH" }
    return ProgramBook.Text((["program,specialty,state"] + lines).joined(separator: "\n"), name: name)
  }

  @Test func `are kept up to so many bytes`() {
    let one = text("One")
    let book = ProgramBook(bytes: 3 * one.bytes)
    let all = ["One", "Two", "Six", "Ten"].map { text($0) }
    for text in all.prefix(3) { #expect(book.entry(text).programs.count == 40) }
    #expect(book.bytes == 3 * one.bytes)
    _ = book.entry(all[0])
    _ = book.entry(all[3])
    #expect(book.knows(all[0]) && !book.knows(all[1]) && book.knows(all[2]) && book.knows(all[3]))
    #expect(book.bytes == 3 * one.bytes)
    // One that is too large for the whole book is read all the same, and is alone then.
    let large = text("Large", rows: 400)
    #expect(book.entry(large).programs.count == 400 && book.bytes == large.bytes)
    #expect(book.entry(one).programs.count == 40 && book.bytes == one.bytes)
  }

  @Test func `are told apart by their meanings and their names, and no site knows another's`() {
    let (mine, other) = (ProgramBook(), ProgramBook())
    let text = text("One")
    let told = ProgramBook.Text("a,b\nOne,IM", name: "One", told: ["a": "program", "b": "specialty"])
    let untold = ProgramBook.Text("a,b\nOne,IM", name: "One", told: ["a": "", "b": ""])
    #expect(mine.entry(told).programs.map(\.name) == ["One"] && mine.entry(untold).programs.isEmpty)
    _ = mine.entry(text)
    #expect(mine.knows(text) && !other.knows(text) && other.bytes == 0)
  }
}

/// Numbers for names, in the order in which they first appear.
struct NameTable: Sendable {
  private(set) var names: [String] = []
  private var numbers: [String: Int32] = [:]
  // Rows of one list follow each other, so the last name is most often the next.
  private var last = ""
  private var lastNumber: Int32 = -1

  mutating func number(_ name: String) -> Int32 {
    if lastNumber >= 0 && name == last { return lastNumber }
    let number: Int32
    if let known = numbers[name] {
      number = known
    } else {
      number = Int32(names.count)
      numbers[name] = number
      names.append(name)
    }
    last = name
    lastNumber = number
    return number
  }

  func known(_ name: String) -> Int32? { numbers[name] }

  subscript(number: Int32) -> String { names[Int(number)] }
  var count: Int { names.count }
}

/// Values that were worked out, by what they were worked out from, within a bound: whatever was used least recently goes
/// first.
///
/// Made for the few dozen entries that a site keeps: using one costs O(entries).
package struct BoundedCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private struct Entry {
    var value: Value
    var weight: Int
  }

  private var entries: [Key: Entry] = [:]
  /// The least recently used first.
  private var order: [Key] = []
  private let limit: Int
  /// What the entries weigh together.
  package private(set) var weight = 0

  /// - Parameter limit: what the entries may weigh together, in the unit of their weights; the newest is kept even if it
  ///   alone weighs more, since it is in use.
  package init(limit: Int) { self.limit = limit }

  /// How many there are.
  package var count: Int { entries.count }

  /// The value, which is now the most recently used.
  package mutating func value(_ key: Key) -> Value? {
    guard let entry = entries[key] else { return nil }
    touch(key)
    return entry.value
  }

  /// The value, without using it.
  package func peek(_ key: Key) -> Value? { entries[key]?.value }

  /// Keeps a value as the most recently used, in place of an earlier one of the same key; what is then over the bound
  /// goes.
  package mutating func keep(_ value: Value, as key: Key, weight: Int = 1) {
    self.weight += weight - (entries[key]?.weight ?? 0)
    entries[key] = Entry(value: value, weight: weight)
    touch(key)
    while self.weight > limit, order.count > 1 {
      self.weight -= entries.removeValue(forKey: order.removeFirst())?.weight ?? 0
    }
  }

  /// Puts another value in the place of one that is still kept, without using it; one that has gone stays away.
  package mutating func replace(_ value: Value, of key: Key) { entries[key]?.value = value }

  private mutating func touch(_ key: Key) {
    order.removeAll { $0 == key }
    order.append(key)
  }
}

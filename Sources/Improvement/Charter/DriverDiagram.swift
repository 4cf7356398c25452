/// What drives the aim: primary drivers, under each its secondary drivers, under each the ideas for change.
public struct DriverDiagram: Codable, Hashable, Sendable {
  /// How far a box is from the aim.
  public enum Rank: Int, Codable, Sendable, CaseIterable {
    case primary = 1
    case secondary
    case idea
  }

  /// One box.
  public struct Node: Codable, Hashable, Sendable, Identifiable {
    public let id: Int
    /// The box that it drives; nil for a primary driver, which drives the aim.
    public fileprivate(set) var parent: Int?
    public var text: String
  }

  public var project: ProjectID
  /// In the order shown among those of one parent.
  public private(set) var nodes: [Node]

  public init(project: ProjectID) {
    self.project = project
    nodes = []
  }

  /// The boxes under one; those of nil are the primary drivers. O(n)
  public func children(of parent: Int?) -> [Node] { nodes.filter { $0.parent == parent } }

  /// The rank of a box; nil if there is none.
  public func rank(of id: Int) -> Rank? {
    var depth = 0
    var next: Int? = id
    while let now = next, let node = nodes.first(where: { $0.id == now }), depth < 4 {
      depth += 1
      next = node.parent
    }
    return Rank(rawValue: depth)
  }

  /// Adds a box; false when there is no such parent, it is an idea (nothing drives an idea), or the text is empty.
  @discardableResult
  public mutating func add(_ text: String, under parent: Int? = nil) -> Bool {
    guard !text.isEmpty else { return false }
    if let parent { guard let rank = rank(of: parent), rank != .idea else { return false } }
    nodes.append(Node(id: (nodes.map(\.id).max() ?? 0) + 1, parent: parent, text: text))
    return true
  }

  /// Removes a box with all under it.
  public mutating func remove(_ id: Int) {
    for child in children(of: id) { remove(child.id) }
    nodes.removeAll { $0.id == id }
  }

  /// Moves a box up (negative) or down by one place; at the end of its driver it goes on to the next driver of that rank,
  /// and at the end of the diagram it stays.
  ///
  /// O(n²)
  public mutating func move(_ id: Int, by step: Int) {
    guard let node = nodes.first(where: { $0.id == id }), step != 0 else { return }
    let siblings = children(of: node.parent)
    guard let place = siblings.firstIndex(of: node) else { return }
    if siblings.indices.contains(place + step.signum()) {
      self.place(id, under: node.parent, at: place + step.signum())
      return
    }
    guard let parent = node.parent, let rank = rank(of: parent) else { return }
    let drivers = boxes(of: rank)
    guard let here = drivers.firstIndex(of: parent), drivers.indices.contains(here + step.signum()) else { return }
    let next = drivers[here + step.signum()]
    self.place(id, under: next, at: step < 0 ? children(of: next).count : 0)
  }

  /// Puts a box, with all under it, among those of another driver (nil: the aim) or elsewhere among its own.
  ///
  /// `place` is its place among them, from 0; beyond the end it is the last. O(n)
  /// - Returns: False, and nothing changes, when there is no such box or the driver is not of the rank above it.
  @discardableResult
  public mutating func place(_ id: Int, under parent: Int?, at place: Int) -> Bool {
    guard let index = nodes.firstIndex(where: { $0.id == id }), let rank = rank(of: id), place >= 0 else {
      return false
    }
    let above = parent.flatMap { self.rank(of: $0)?.rawValue } ?? (parent == nil ? 0 : -1)
    guard above == rank.rawValue - 1 else { return false }
    var node = nodes.remove(at: index)
    node.parent = parent
    let siblings = children(of: parent)
    let before = place < siblings.count ? nodes.firstIndex(of: siblings[place]) : nil
    nodes.insert(node, at: before ?? nodes.endIndex)
    return true
  }

  /// The boxes of a rank as they are read: those of the first driver, then those of the next.
  private func boxes(of rank: Rank) -> [Int] {
    func below(_ parent: Int?, _ depth: Int) -> [Int] {
      children(of: parent).flatMap { depth == rank.rawValue ? [$0.id] : below($0.id, depth + 1) }
    }
    return below(nil, 1)
  }

  /// Words a box anew; an empty text changes nothing.
  public mutating func reword(_ id: Int, _ text: String) {
    guard !text.isEmpty, let index = nodes.firstIndex(where: { $0.id == id }) else { return }
    nodes[index].text = text
  }

  /// The ideas for change, in order.
  public var ideas: [Node] { nodes.filter { rank(of: $0.id) == .idea } }
}

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
    public let parent: Int?
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

  /// Moves a box up (negative) or down among its siblings; at the end it stays.
  public mutating func move(_ id: Int, by step: Int) {
    guard let node = nodes.first(where: { $0.id == id }) else { return }
    let siblings = children(of: node.parent)
    guard let place = siblings.firstIndex(of: node), siblings.indices.contains(place + step),
      let one = nodes.firstIndex(of: node), let other = nodes.firstIndex(of: siblings[place + step])
    else { return }
    nodes.swapAt(one, other)
  }

  /// Words a box anew; an empty text changes nothing.
  public mutating func reword(_ id: Int, _ text: String) {
    guard !text.isEmpty, let index = nodes.firstIndex(where: { $0.id == id }) else { return }
    nodes[index].text = text
  }

  /// The ideas for change, in order.
  public var ideas: [Node] { nodes.filter { rank(of: $0.id) == .idea } }
}

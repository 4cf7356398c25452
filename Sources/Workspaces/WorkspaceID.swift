/// The name of a workspace: 128 unguessable bits, also the name of its file and the first half of every link to it.
public struct WorkspaceID: Hashable, Sendable, Comparable, LosslessStringConvertible {
  /// 26 lowercase letters and digits.
  public let description: String

  /// Reads a name back; nil if the text is not one (so a name is always safe as a file name).
  public init?(_ description: String) {
    guard Base32.bytes(description)?.count == 16 else { return nil }
    self.description = description
  }

  /// A new name.
  public init(in world: World) {
    description = Base32.text(world.random(16))
  }

  /// By spelling.
  public static func < (one: WorkspaceID, other: WorkspaceID) -> Bool { one.description < other.description }
}

/// The name of a document, typed by what it holds, so that a charter's name cannot be used to ask for a measure.
public struct DocumentID<Content>: Hashable, Sendable, Codable, CustomStringConvertible {
  /// 1 to 200 characters; 16 lowercase letters and digits when it was made here.
  public let description: String

  /// A name given by the program, as for a document of which a workspace has exactly one ("profile").
  ///
  /// Nil if the text is empty or longer than 200 characters.
  public init?(_ description: String) {
    guard (1...200).contains(description.count) else { return nil }
    self.description = description
  }

  /// A new name of 80 unguessable bits.
  public init(in world: World) {
    description = Base32.text(world.random(10))
  }

  /// Reads the name as a plain string.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let id = DocumentID(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "a document's name has 1 to 200 letters")
    }
    self = id
  }

  /// Writes the name as a plain string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

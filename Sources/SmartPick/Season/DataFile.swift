// FoundationEssentials for JSONDecoder alone: the shipped parameter files are JSON so that a reader can check them.
import FoundationEssentials

/// What is wrong with a parameter file, and where.
public enum DataFileError: Error, Equatable, CustomStringConvertible {
  /// A key is absent, has the wrong kind of value, or names something that does not exist.
  case invalid(file: String, key: String, problem: String)

  public var description: String {
    switch self {
    case .invalid(let file, let key, let problem):
      "\(file): at \"\(key)\": \(problem). Correct that key in the file, or take the shipped file again."
    }
  }
}

/// The bytes of a parameter file under the name that errors give it.
package struct DataFile: Sendable {
  package let name: String
  package let bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// The file as a value; the error names the file and the path of the key.
  package func decoded<Value: Decodable>(as type: Value.Type) throws(DataFileError) -> Value {
    do {
      return try JSONDecoder().decode(type, from: Data(bytes))
    } catch let error as DecodingError {
      throw problem(error)
    } catch {
      throw .invalid(file: name, key: "(whole file)", problem: "it cannot be read")
    }
  }

  private func problem(_ error: DecodingError) -> DataFileError {
    func path(_ context: DecodingError.Context, _ last: String? = nil) -> String {
      let keys = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue } + (last.map { [$0] } ?? [])
      return keys.isEmpty ? "(whole file)" : keys.joined(separator: ".").replacing(".[", with: "[")
    }
    switch error {
    case .keyNotFound(let key, let context):
      return .invalid(file: name, key: path(context, key.stringValue), problem: "the key is missing")
    case .typeMismatch(_, let context):
      return .invalid(file: name, key: path(context), problem: "the value is of the wrong kind")
    case .valueNotFound(_, let context):
      return .invalid(file: name, key: path(context), problem: "the value is null")
    case .dataCorrupted(let context):
      return .invalid(file: name, key: path(context), problem: "the value is not valid (\(context.debugDescription))")
    @unknown default:
      return .invalid(file: name, key: "(whole file)", problem: "it cannot be decoded")
    }
  }
}

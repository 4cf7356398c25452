internal import Crypto
public import Foundation

/// The key with which this server signs what browsers bring back: form tokens and messages.
///
/// It opens nothing by itself; when it is lost, open forms must be loaded again.
public struct SiteSecret: Sendable {
  private let key: SymmetricKey

  /// A key of 32 unguessable bytes.
  public init(bytes: [UInt8]) {
    precondition(bytes.count == 32, "a site's secret has 32 bytes")
    key = SymmetricKey(data: bytes)
  }

  /// The key kept in `file`, made from `random` and readable by its owner alone if there is none.
  /// - Throws: what the file system says, or ``SiteSecretError`` if the file holds something else.
  public init(file: URL, random: (_ count: Int) -> [UInt8]) throws {
    if let data = FileManager.default.contents(atPath: file.path) {
      guard data.count == 32 else { throw SiteSecretError.notASecret(file: file.path) }
      self.init(bytes: Array(data))
      return
    }
    let bytes = random(32)
    guard
      FileManager.default.createFile(
        atPath: file.path, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
    else { throw SiteSecretError.notWritten(file: file.path) }
    self.init(bytes: bytes)
  }

  /// The token of every form shown to a visit.
  func formToken(visit: String) -> String { signature("form", visit) }

  func acceptsFormToken(_ token: String, visit: String) -> Bool { accepts(token, "form", visit) }

  /// A signature over `text`, in letters and digits; `purpose` keeps one use from passing for another.
  func signature(_ purpose: String, _ text: String) -> String {
    HMAC<SHA256>.authenticationCode(for: Data("\(purpose)\n\(text)".utf8), using: key)
      .map { byte in
        let digits = String(byte, radix: 16)
        return byte < 16 ? "0" + digits : digits
      }.joined()
  }

  /// Whether the signature is ours; takes the same time wherever it differs.
  func accepts(_ signature: String, _ purpose: String, _ text: String) -> Bool {
    var code: [UInt8] = []
    let digits = Array(signature.utf8)
    guard digits.count == 64 else { return false }
    for index in stride(from: 0, to: 64, by: 2) {
      guard let byte = UInt8(String(decoding: digits[index..<index + 2], as: UTF8.self), radix: 16) else {
        return false
      }
      code.append(byte)
    }
    return HMAC<SHA256>.isValidAuthenticationCode(
      code, authenticating: Data("\(purpose)\n\(text)".utf8), using: key)
  }
}

/// Why the server's key cannot be had.
public enum SiteSecretError: Error, CustomStringConvertible {
  /// The file holds something else.
  case notASecret(file: String)
  /// The file could not be made.
  case notWritten(file: String)

  /// What happened, and what to do.
  public var description: String {
    switch self {
    case .notASecret(let file): "\(file) is not a key of 32 bytes. Remove it, and a new one is made at the next start."
    case .notWritten(let file): "\(file) could not be written. Check the disk's space and the directory's permissions."
    }
  }
}

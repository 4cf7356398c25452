internal import Crypto
internal import Foundation

/// The script that shows how far a file has been sent, held in the program.
enum UploadScript {
  static let bytes: [UInt8] = PackageResources.upload_js

  /// The beginning of its hash, part of its address.
  static let mark: String = SHA256.hash(data: Data(bytes)).prefix(4)
    .map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
}

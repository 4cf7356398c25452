internal import Crypto
internal import Foundation

/// The script that asks how far a list is, held in the program.
enum ProgressScript {
  static let bytes: [UInt8] = PackageResources.progress_js

  /// The beginning of its hash, part of its address.
  static let mark: String = SHA256.hash(data: Data(bytes)).prefix(4)
    .map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
}

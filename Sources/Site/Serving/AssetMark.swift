internal import Crypto
internal import Foundation

/// What makes an asset's address change with its content, so that browsers may keep it for good.
enum AssetMark {
  /// The beginning of the hash of the bytes.
  static func of(_ bytes: [UInt8]) -> String {
    SHA256.hash(data: Data(bytes)).prefix(4).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }
}

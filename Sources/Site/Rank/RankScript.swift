internal import Crypto
internal import Foundation

/// The script that moves a place by dragging it, held in the program.
enum RankScript {
  static let bytes: [UInt8] = PackageResources.rank_js

  /// The beginning of its hash, part of its address.
  static let mark: String = SHA256.hash(data: Data(bytes)).prefix(4)
    .map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
}

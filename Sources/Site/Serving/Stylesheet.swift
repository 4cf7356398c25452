internal import Crypto
internal import Foundation

/// The one style sheet, held in the program.
enum Stylesheet {
  static let bytes: [UInt8] = PackageResources.housestaff_css

  /// The beginning of its hash, part of its address.
  static let mark: String = {
    let hash = SHA256.hash(data: Data(bytes))
    return hash.prefix(4).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }()
}

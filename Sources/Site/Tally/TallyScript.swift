/// The script that keeps taps on the phone until they arrived, held in the program.
enum TallyScript {
  static let bytes: [UInt8] = PackageResources.tally_js
  /// Part of its address.
  static let mark = AssetMark.of(bytes)
}

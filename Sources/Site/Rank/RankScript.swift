/// The script with which places are dragged, held in the program.
enum RankScript {
  static let bytes: [UInt8] = PackageResources.rank_js
  /// Part of its address.
  static let mark = AssetMark.of(bytes)
}

/// The script that shows found programs while they are typed, held in the program.
enum SearchScript {
  static let bytes: [UInt8] = PackageResources.search_js
  /// Part of its address.
  static let mark = AssetMark.of(bytes)
}

/// The script that asks how far a list is, held in the program.
enum ProgressScript {
  static let bytes: [UInt8] = PackageResources.progress_js
  /// Part of its address.
  static let mark = AssetMark.of(bytes)
}

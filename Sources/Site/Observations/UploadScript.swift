/// The script that shows how far a file has been sent, held in the program.
enum UploadScript {
  static let bytes: [UInt8] = PackageResources.upload_js

  /// Part of its address.
  static let mark = AssetMark.of(bytes)
}

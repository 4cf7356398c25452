/// The one style sheet, held in the program.
enum Stylesheet {
  static let bytes: [UInt8] = PackageResources.housestaff_css
  /// Part of its address.
  static let mark = AssetMark.of(bytes)
}

/// The script with which things are dragged into another order or place, held in the program.
///
/// What is moved lies in an element that names the form to send (`data-drag`); each thing carries its key (`data-item`)
/// and moves among lists of the same `data-rank`. Wherever this is used, buttons do the same.
enum DragScript {
  static let bytes: [UInt8] = PackageResources.drag_js
  /// Part of its address.
  static let mark = AssetMark.of(bytes)
}

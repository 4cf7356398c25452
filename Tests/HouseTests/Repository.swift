import Foundation

/// The text files of this repository, as a person checks them out.
struct Repository {
  struct File {
    /// From the root of the repository.
    let path: String
    let text: String

    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
    var name: String { path.split(separator: "/").last.map(String.init) ?? path }
    /// `Sources/Room/...` gives `Room`.
    var room: String? {
      let parts = path.split(separator: "/")
      return parts.count > 2 && parts[0] == "Sources" ? String(parts[1]) : nil
    }
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Every readable text file outside of build folders and hidden ones.
  static let files: [File] = {
    let skipped: Set<String> = [".git", ".build", "node_modules", ".venv", ".swiftpm", "Package.resolved"]
    var found: [File] = []
    func walk(_ folder: URL, _ path: String) {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
      for name in names.sorted() where !skipped.contains(name) {
        let url = folder.appending(path: name)
        let inner = path.isEmpty ? name : path + "/" + name
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else { continue }
        if isFolder.boolValue {
          walk(url, inner)
        } else if let data = try? Data(contentsOf: url), data.count < 4 << 20,
          let text = String(validating: data, as: UTF8.self)
        {
          found.append(File(path: inner, text: text))
        }
      }
    }
    walk(root, "")
    return found
  }()

  static var sources: [File] { files.filter { $0.path.hasPrefix("Sources/") && $0.path.hasSuffix(".swift") } }
  static var swift: [File] {
    files.filter {
      $0.path.hasSuffix(".swift") && ($0.path.hasPrefix("Sources/") || $0.path.hasPrefix("Tests/"))
    }
  }
}

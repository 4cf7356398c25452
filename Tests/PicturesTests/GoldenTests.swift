import Foundation
import Markup
import Pictures
import Testing

/// Every picture is kept as a file and reviewed like code.
///
/// `RECORD_GOLDEN=1 swift test` writes them anew.
@Suite struct `A golden picture` {
  @Test(arguments: Samples.all.map(\.name), PictureSize.allCases)
  func `is drawn as it was`(name: String, size: PictureSize) throws {
    let picture = try #require(Samples.all.first { $0.name == name }?.picture)
    try compare(picture.file(size: size).text, with: "\(name)-\(size.rawValue).svg")
  }

  @Test func `takes its colors from the page when it stands in one`() throws {
    let page = Samples.pChart.svg(id: "late", size: .wide).text
    try compare(page, with: "p-chart-in-page.svg")
    #expect(!page.contains("<style") && !page.contains("style=") && !page.contains("#"))
  }

  private func compare(_ text: String, with name: String) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
    let file = folder.appending(path: name)
    let text = text.replacingOccurrences(of: "><", with: ">\n<") + "\n"
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    let golden = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(text == golden, "\(name) changed. If that is right, run again with RECORD_GOLDEN=1 and look at it.")
  }
}

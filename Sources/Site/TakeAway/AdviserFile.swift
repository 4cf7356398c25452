internal import Foundation
internal import Markup
internal import Workspaces

extension AdviserFile {
  /// The page as one file: the style sheet in it, no script, nothing to load; notes are typed into it and saved with it.
  static func bytes(_ sheet: AdviserSheet) -> [UInt8] {
    let document = HTMLDocument(title: sheet.heading, head: .empty) {
      main(.class("wide sheet"), .id("content")) {
        h1 { sheet.heading }
        div(.class("flash not-in-print")) {
          p {
            b { "Write into the boxes, then save this page and send it back. " }
            "Save with Ctrl+S (on a Mac Command+S), as \u{201C}Webpage, complete\u{201D} or \u{201C}HTML\u{201D}. Nothing leaves "
            "your computer by itself; the page holds no script."
          }
        }
        sheet.body
      }
    }
    let page = document.text
    // The style sheet is ours and holds no "<".
    let style = "<style>" + String(decoding: Stylesheet.bytes, as: UTF8.self) + "</style>"
    guard let end = page.range(of: "</head>") else { return Array(page.utf8) }
    return Array((page[..<end.lowerBound] + style + page[end.lowerBound...]).utf8)
  }
}

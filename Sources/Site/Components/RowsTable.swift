internal import Markup

/// A table on a page that becomes a card for each row on a phone.
///
/// The roles are said aloud, because browsers forget that a table is one when its rows are laid out as cards.
struct RowsTable: Component {
  struct Column {
    let heading: String
    var isNumeric = false
    /// Left out on a phone, where the row says enough without it.
    var isForWideOnly = false
    /// On a phone it has a line of its own: for fields and sentences.
    var isWholeOnPhone = false

    /// What stands before a cell on a phone, where the heading is too long for every row.
    let onPhone: String

    init(
      _ heading: String, onPhone: String? = nil, isNumeric: Bool = false, isForWideOnly: Bool = false,
      isWholeOnPhone: Bool = false
    ) {
      self.heading = heading
      self.onPhone = onPhone ?? heading
      self.isNumeric = isNumeric
      self.isForWideOnly = isForWideOnly
      self.isWholeOnPhone = isWholeOnPhone
    }
  }

  let words: String
  let columns: [Column]
  /// The cells of each row; the first names the row.
  let rows: [[HTML]]
  /// A further class of the table, for the style sheet.
  var style: String?

  /// - Precondition: Every row has one cell for each column.
  init(_ words: String, columns: [Column], rows: [[HTML]], style: String? = nil) {
    precondition(rows.allSatisfy { $0.count == columns.count }, "A row has one cell for each column.")
    self.words = words
    self.columns = columns
    self.rows = rows
    self.style = style
  }

  var body: HTML {
    table(.classes(["rows", style]), .role("table")) {
      caption { span(.class("hidden-words")) { words } }
      thead(.role("rowgroup")) {
        tr(.role("row")) {
          for column in columns {
            th(.scope(.column), .role("columnheader"), .when(column.isNumeric, .class("number"))) { column.heading }
          }
        }
      }
      tbody(.role("rowgroup")) {
        for row in rows {
          tr(.role("row")) { zip(columns, row).enumerated().map { cell($0, $1.0, $1.1) } }
        }
      }
    }
  }

  private func cell(_ index: Int, _ column: Column, _ content: HTML) -> HTML {
    if index == 0 { return td(.class("lead"), .role("rowheader")) { content } }
    let names = [
      column.isNumeric ? "number" : nil, column.isForWideOnly ? "not-on-phone" : nil,
      column.isWholeOnPhone ? "whole-on-phone" : nil,
    ]
    return td(.role("cell"), .data("label", column.onPhone), .classes(names)) { content }
  }
}

public import Markup

/// The numbers of a picture as rows, to put beside it.
public struct DataTable: Sendable, Equatable, Component {
  /// A column of the table.
  public struct Column: Sendable, Equatable {
    /// What stands above the column.
    public let heading: String
    /// Whether it holds numbers, which stand to the right.
    public let isNumeric: Bool

    public init(_ heading: String, isNumeric: Bool = true) {
      self.heading = heading
      self.isNumeric = isNumeric
    }
  }

  /// What the table is of.
  public let heading: String
  /// The columns; the first names the row.
  public let columns: [Column]
  /// The cells as they are read.
  public let rows: [[String]]

  /// A table of cells.
  ///
  /// - Precondition: Every row has one cell for each column.
  public init(_ heading: String, columns: [Column], rows: [[String]]) {
    precondition(rows.allSatisfy { $0.count == columns.count }, "A row has one cell for each column.")
    self.heading = heading
    self.columns = columns
    self.rows = rows
  }

  /// The table as markup; the first cell of a row is its header.
  public var body: HTML {
    Markup.table(.class("data-table")) {
      caption { heading }
      thead {
        tr {
          for column in columns {
            th(.scope(.column), .when(column.isNumeric, .class("number"))) { column.heading }
          }
        }
      }
      tbody {
        for row in rows { tr { cells(row) } }
      }
    }
  }

  private func cells(_ row: [String]) -> [HTML] {
    zip(columns, row).enumerated().map { index, pair in
      let style = Attribute.when(pair.0.isNumeric, .class("number"))
      return index == 0 ? th(.scope(.row), style) { pair.1 } : td(style) { pair.1 }
    }
  }
}

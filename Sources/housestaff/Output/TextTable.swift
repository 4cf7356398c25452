/// Columns of text for a terminal: aligned, numbers to the right, long text cut.
struct TextTable {
  struct Column {
    let title: String
    var isNumber = false
    var most = 60
  }

  let columns: [Column]
  var rows: [[String]] = []

  var text: String {
    let shown = rows.map { row in
      zip(row, columns).map { cell, column in
        cell.count > column.most ? String(cell.prefix(column.most - 1)) + "…" : cell
      }
    }
    let widths = columns.indices.map { index in
      max(columns[index].title.count, shown.map { $0[index].count }.max() ?? 0)
    }
    func line(_ cells: [String]) -> String {
      var line = ""
      for (index, cell) in cells.enumerated() {
        let pad = String(repeating: " ", count: widths[index] - cell.count)
        if index > 0 { line += "  " }
        line += columns[index].isNumber ? pad + cell : cell + pad
      }
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }
    let rule = String(repeating: "-", count: widths.reduce(0, +) + 2 * (widths.count - 1)) + "\n"
    return line(columns.map(\.title)) + rule + shown.map(line).joined()
  }
}

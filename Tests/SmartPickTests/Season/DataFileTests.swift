import SmartPick
import Testing

@Suite struct `A parameter file` {
  private func error(_ text: String, with other: DataFile? = nil) -> DataFileError? {
    do throws(DataFileError) {
      _ = try FigureTables(files: [DataFile(name: "mine.json", bytes: Array(text.utf8))])
      return nil
    } catch {
      return error
    }
  }

  private func table(_ changes: [String: String] = [:]) -> String {
    var keys = [
      "quantity": "\"match_rate\"", "unit": "\"percent\"", "year": "2026", "source": "\"a\"", "trust": "\"high\"",
      "values": "{\"All specialties\": {\"all\": 80}}",
    ]
    for (key, value) in changes { keys[key] = value.isEmpty ? nil : value }
    let body = keys.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \($0.value)" }.joined(separator: ", ")
    return "{\"sources\": {\"a\": \"A report\"}, \"tables\": [{\(body)}]}"
  }

  @Test func `that is complete decodes`() { #expect(error(table()) == nil) }

  @Test(arguments: ["quantity", "unit", "year", "source", "trust", "values"])
  func `that lacks a key is refused with the file and the key named`(key: String) {
    #expect(
      error(table([key: ""]))
        == .invalid(file: "mine.json", key: "tables[0].\(key)", problem: "the key is missing"))
  }

  @Test func `with a wrong value is refused with the file and the key named`() {
    let wrong: [(String, String, String)] = [
      ("year", "\"soon\"", "tables[0].year"), ("trust", "\"perfect\"", "tables[0].trust"),
      ("quantity", "\"luck\"", "tables[0].quantity"), ("source", "\"b\"", "tables[0].source"),
      ("values", "{\"All specialties\": {\"all\": [3, 4, 5]}}", "tables[0].values.All specialties.all"),
      ("values", "{\"All specialties\": {\"all\": \"x\"}}", "tables[0].values.All specialties.all"),
    ]
    for (key, value, path) in wrong {
      guard case .invalid(let file, let named, let problem)? = error(table([key: value])) else {
        Issue.record("\(key) = \(value) was accepted")
        continue
      }
      #expect(file == "mine.json" && named == path && !problem.isEmpty)
    }
  }

  @Test func `that is not JSON is refused whole`() {
    guard case .invalid(let file, let key, _)? = error("{\"sources\": ") else {
      Issue.record("half a file was accepted")
      return
    }
    #expect(file == "mine.json" && key == "(whole file)")
  }

  @Test func `of a season that misses a charge, a source or an older season names it`() {
    let head = """
      {"season": 2030, "name": "n", "complete": true, "sources": {}, "services": [], "serviceOf": [], "signals": [],
      "sharedSignals": [], "largeSignal": [], "dates": [], "charges": [], "calendars": []
      """
    func error(_ text: String) -> DataFileError? {
      do throws(DataFileError) {
        _ = try Season.seasons(from: [DataFile(name: "season-2030.json", bytes: Array(text.utf8))])
        return nil
      } catch {
        return error
      }
    }
    let missing = DataFileError.invalid(
      file: "season-2030.json", key: "charges", problem: "\"nrmp_registration\" is missing")
    #expect(error(head + "}") == missing)
    #expect("\(missing)".contains("season-2030.json") && "\(missing)".contains("charges"))
    #expect(
      error(head + ", \"carriesFrom\": 2029}")
        == .invalid(file: "season-2030.json", key: "carriesFrom", problem: "no earlier file holds the season 2029"))
  }
}

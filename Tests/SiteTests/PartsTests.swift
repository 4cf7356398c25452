import Foundation
import Site
import Testing

@Suite struct `A form's fields` {
  @Test(arguments: [
    ("a=1&b=two+words", [["a", "1"], ["b", "two words"]]), ("a=%C3%A9%26", [["a", "\u{e9}&"]]), ("a", [["a", ""]]),
    ("a=b=c", [["a", "b=c"]]), ("&&", []), ("a=%zz&b=%4", [["a", "%zz"], ["b", "%4"]]),
  ])
  func `are read as they were sent`(text: String, pairs: [[String]]) {
    #expect(FormFields(encoded: text).pairs.map { [$0.name, $0.value] } == pairs)
  }

  @Test func `lose the spaces around them, and keep every value of a name`() {
    let fields = FormFields(encoded: "a=+x+&a=y")
    #expect(fields["a"] == "x" && fields.all("a") == [" x ", "y"] && fields["b"].isEmpty)
  }
}

@Suite struct `A form with a file` {
  private let body =
    "--edge\r\nContent-Disposition: form-data; name=\"words\"\r\n\r\na\r\n--edg\r\n"
    + "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x.csv\"\r\nContent-Type: text/csv\r\n\r\n"
    + "1\r\n--edg2\r\n\r\n--edge--\r\n"

  @Test func `is read the same wherever the network cuts it`() throws {
    var options = SiteOptions()
    options.scratch = FileManager.default.temporaryDirectory
    let bytes = Array(body.utf8)
    for size in 1...bytes.count {
      var reader = try MultipartReader(type: "multipart/form-data; boundary=edge", options: options)
      for start in stride(from: 0, to: bytes.count, by: size) {
        try reader.take(Array(bytes[start..<min(bytes.count, start + size)]))
      }
      let (form, upload) = try reader.finish()
      let file = try #require(upload)
      #expect(form["words"] == "a\r\n--edg")
      #expect(file.name == "x.csv")
      #expect(try Data(contentsOf: file.file) == Data("1\r\n--edg2\r\n".utf8))
      file.remove()
    }
  }

  @Test func `that is cut short is refused`() throws {
    for length in 0..<body.utf8.count - 4 {
      var reader = try MultipartReader(type: "multipart/form-data; boundary=edge", options: SiteOptions())
      try reader.take(Array(body.utf8.prefix(length)))
      #expect(throws: (any Error).self) { try reader.finish() }
      reader.abandon()
    }
  }
}

@Suite struct `A limit` {
  @Test func `lets a minute's worth through at once, and then as time passes`() {
    let limiter = RateLimiter(perMinute: 6)
    let start = ContinuousClock.now
    for _ in 0..<6 { #expect(limiter.delay(for: "a", now: start) == nil) }
    #expect(limiter.delay(for: "a", now: start) == 10)
    #expect(limiter.delay(for: "b", now: start) == nil)
    #expect(limiter.delay(for: "a", now: start + .seconds(9.5)) == 1)
    #expect(limiter.delay(for: "a", now: start + .seconds(10.5)) == nil)
  }
}

@Suite struct `A day` {
  @Test(arguments: [
    (0.0, "Jan 1, 1970, 00:00 UTC"), (951_826_260, "Feb 29, 2000, 12:11 UTC"), (-60, "Dec 31, 1969, 23:59 UTC"),
    (1_804_032_000, "Mar 3, 2027, 00:00 UTC"),
  ])
  func `is written as Americans write it`(seconds: Double, words: String) {
    #expect(DayText.minute(Date(timeIntervalSince1970: seconds)) == words)
  }
}

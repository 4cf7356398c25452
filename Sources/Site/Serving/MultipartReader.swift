internal import Foundation

/// Reads `multipart/form-data` (RFC 7578) piece by piece: fields into memory, the one file to the disk, both within
/// their limits.
package struct MultipartReader {
  private let boundary: [UInt8]
  private let options: SiteOptions
  private var held: [UInt8]
  private var part: Part?
  private var form = FormFields()
  private var fieldBytes = 0
  private var upload: Upload?
  private var isDone = false

  private struct Part {
    let name: String
    let fileName: String?
    var value: [UInt8] = []
    var handle: FileHandle?
    var file: URL?
    var size = 0
  }

  /// - Throws: ``SiteError/unreadable(_:)`` if `type` is not `multipart/form-data` with a boundary.
  package init(type: String, options: SiteOptions) throws {
    guard type.hasPrefix("multipart/form-data"), let start = type.range(of: "boundary=")?.upperBound else {
      throw SiteError.unreadable("It was not sent as a form with a file.")
    }
    let name = type[start...].prefix { $0 != ";" }.filter { $0 != "\"" }
    guard (1...70).contains(name.utf8.count) else {
      throw SiteError.unreadable("The form\u{2019}s parts have no name.")
    }
    boundary = Array("\r\n--\(name)".utf8)
    self.options = options
    // So that the first boundary, which has no line before it, is found like the others.
    held = [0x0D, 0x0A]
  }

  /// Takes the next piece of the body.
  ///
  /// O(length of the piece and of the boundary).
  package mutating func take(_ piece: [UInt8]) throws {
    guard !isDone else { return }
    held += piece
    while !isDone {
      if part == nil, try !beginPart() { return }
      guard part != nil else { continue }
      if let end = Self.find(boundary, in: held, from: 0) {
        try content(held[..<end])
        try endPart()
        held.removeSubrange(..<end)
      } else {
        let safe = held.count - boundary.count
        if safe > 0 {
          try content(held[..<safe])
          held.removeSubrange(..<safe)
        }
        return
      }
    }
  }

  /// What the form held.
  /// - Throws: ``SiteError/unreadable(_:)`` if it was cut short.
  package mutating func finish() throws -> (form: FormFields, upload: Upload?) {
    guard isDone else { throw SiteError.unreadable("It ended in the middle.") }
    return (form, upload)
  }

  /// Removes what was written.
  package mutating func abandon() {
    try? part?.handle?.close()
    if let file = part?.file { try? FileManager.default.removeItem(at: file) }
    upload?.remove()
  }

  /// Reads a boundary and the headers after it; false if more is needed.
  private mutating func beginPart() throws -> Bool {
    guard let start = Self.find(boundary, in: held, from: 0) else {
      if held.count > 16_384 { throw SiteError.unreadable("Its parts cannot be told apart.") }
      return false
    }
    let after = start + boundary.count
    guard held.count >= after + 2 else { return false }
    if held[after] == UInt8(ascii: "-"), held[after + 1] == UInt8(ascii: "-") {
      isDone = true
      return true
    }
    guard let end = Self.find([0x0D, 0x0A, 0x0D, 0x0A], in: held, from: after) else {
      if held.count > after + 16_384 { throw SiteError.unreadable("A part\u{2019}s heading is too long.") }
      return false
    }
    let headers = String(decoding: held[after..<end], as: UTF8.self)
    held.removeSubrange(..<(end + 4))
    guard let name = Self.parameter("name", in: headers) else { throw SiteError.unreadable("A part has no name.") }
    part = Part(name: name, fileName: Self.parameter("filename", in: headers))
    return true
  }

  private mutating func content(_ bytes: ArraySlice<UInt8>) throws {
    guard var current = part, !bytes.isEmpty else { return }
    // So that the buffer is not copied while two names hold it.
    part = nil
    defer { part = current }
    current.size += bytes.count
    if current.fileName == nil {
      fieldBytes += bytes.count
      guard fieldBytes <= options.formLimit else { throw SiteError.tooLarge(limit: options.formLimit) }
      current.value += bytes
      return
    }
    guard current.size <= options.fileLimit else { throw SiteError.tooLarge(limit: options.fileLimit) }
    if current.handle == nil {
      guard upload == nil else { throw SiteError.unreadable("Send one file at a time.") }
      let file = options.scratch.appendingPathComponent("upload-\(UUID().uuidString)")
      guard
        FileManager.default.createFile(atPath: file.path, contents: nil, attributes: [.posixPermissions: 0o600])
      else { throw SiteError.unreadable("There is no room for the file.") }
      current.file = file
      current.handle = try FileHandle(forWritingTo: file)
    }
    try current.handle?.write(contentsOf: Data(bytes))
  }

  private mutating func endPart() throws {
    guard let ended = part else { return }
    part = nil
    try ended.handle?.close()
    if let fileName = ended.fileName {
      if let file = ended.file { upload = Upload(file: file, name: fileName, bytes: ended.size) }
    } else {
      form.add(ended.name, String(decoding: ended.value, as: UTF8.self))
    }
  }

  /// The value of `name="..."` among a part's headers.
  private static func parameter(_ name: String, in headers: String) -> String? {
    guard let start = headers.range(of: "; \(name)=\"", options: .caseInsensitive)?.upperBound,
      let end = headers[start...].firstIndex(of: "\"")
    else { return nil }
    return String(headers[start..<end])
  }

  /// O(n) but for texts made to be slow, and bounded by the size of a piece.
  private static func find(_ word: [UInt8], in text: [UInt8], from start: Int) -> Int? {
    guard let first = word.first, text.count >= word.count, start <= text.count - word.count else { return nil }
    return text.withUnsafeBufferPointer { text in
      word.withUnsafeBufferPointer { word in
        var index = start
        while index <= text.count - word.count {
          if text[index] == first, (1..<word.count).allSatisfy({ text[index + $0] == word[$0] }) { return index }
          index += 1
        }
        return nil
      }
    }
  }
}

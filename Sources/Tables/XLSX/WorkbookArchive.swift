// libzip reads the archive; it works on the bytes in memory, no file is touched.
import CZip

/// The parts of a workbook: a ZIP archive in memory, read part by part under one limit for all.
///
/// Not shared: opened, read and closed within one call.
final class WorkbookArchive {
  private let archive: OpaquePointer
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private let file: String
  /// How many unpacked bytes may still come.
  private var allowance: Int

  /// Opens an archive.
  ///
  /// Unpacked, all parts that are read may have at most `limit` bytes.
  init(_ workbook: [UInt8], file: String, limit: Int) throws(TableError) {
    guard workbook.starts(with: [0x50, 0x4B]) else {
      throw WorkbookProblem(file: file).notAWorkbook(start: workbook)
    }
    let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: workbook.count)
    _ = bytes.initialize(from: workbook)
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let source = zip_source_buffer_create(bytes.baseAddress, zip_uint64_t(bytes.count), 0, &error) else {
      bytes.deallocate()
      throw WorkbookProblem(file: file).damaged("the archive cannot be read")
    }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      zip_source_free(source)
      bytes.deallocate()
      throw WorkbookProblem(file: file).damaged("the archive is cut or damaged")
    }
    self.archive = archive
    self.bytes = bytes
    self.file = file
    allowance = limit
  }

  deinit {
    zip_discard(archive)
    bytes.deallocate()
  }

  /// Whether there is a part of this name.
  func has(_ part: String) -> Bool { zip_name_locate(archive, part, 0) >= 0 }

  /// Unpacks a part piece by piece.
  func read(
    _ part: String, piece: (UnsafeBufferPointer<UInt8>) throws(TableError) -> Void
  ) throws(TableError) {
    let problem = WorkbookProblem(file: file)
    let index = zip_name_locate(archive, part, 0)
    guard index >= 0, let stream = zip_fopen_index(archive, zip_uint64_t(index), 0) else {
      throw problem.damaged("the part \(part) is missing")
    }
    defer { zip_fclose(stream) }
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
    defer { buffer.deallocate() }
    while true {
      let count = Int(zip_fread(stream, buffer.baseAddress, zip_uint64_t(buffer.count)))
      guard count >= 0 else { throw problem.damaged("the part \(part) cannot be unpacked") }
      guard count > 0 else { return }
      // The sizes that an archive declares may lie: what counts is what comes out.
      allowance -= count
      guard allowance >= 0 else { throw problem.tooLarge }
      try piece(UnsafeBufferPointer(rebasing: UnsafeBufferPointer(buffer)[..<count]))
    }
  }
}

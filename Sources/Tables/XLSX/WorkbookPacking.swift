import CZip

extension WorkbookArchive {
  /// Packs parts into a ZIP archive in memory; `nil` where the library fails, which only lack of memory explains.
  ///
  /// Every part is dated 1 January 1980, so that the same parts give the same bytes.
  static func packed(_ parts: [(name: String, bytes: [UInt8])]) -> [UInt8]? {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let target = zip_source_buffer_create(nil, 0, 0, &error) else { return nil }
    defer { zip_source_free(target) }
    // The archive takes its own hold of the source; ours outlives it, to read the result.
    zip_source_keep(target)
    guard let archive = zip_open_from_source(target, ZIP_TRUNCATE, &error) else {
      zip_source_free(target)
      return nil
    }
    // libzip reads the parts when the archive is closed.
    let copies = parts.map { part in
      let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, part.bytes.count))
      _ = copy.initialize(from: part.bytes)
      return copy
    }
    defer { for copy in copies { copy.deallocate() } }
    for (part, copy) in zip(parts, copies) {
      let source = zip_source_buffer(archive, copy.baseAddress, zip_uint64_t(part.bytes.count), 0)
      let index = zip_file_add(archive, part.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
      guard index >= 0 else {
        zip_source_free(source)
        zip_discard(archive)
        return nil
      }
      zip_file_set_dostime(archive, zip_uint64_t(index), 0, 0x21, 0)
    }
    guard zip_close(archive) == 0 else {
      zip_discard(archive)
      return nil
    }
    return contents(of: target)
  }

  private static func contents(of source: OpaquePointer) -> [UInt8]? {
    var status = zip_stat_t()
    guard zip_source_stat(source, &status) == 0, zip_source_open(source) == 0 else { return nil }
    defer { zip_source_close(source) }
    let size = Int(status.size)
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = max(0, Int(zip_source_read(source, buffer.baseAddress, zip_uint64_t(size))))
    }
    return bytes.count == size ? bytes : nil
  }
}

extension XLSX {
  /// Packs parts given as XML, for tests that need workbooks as other programs write them.
  package static func packed(_ parts: [(name: String, xml: String)]) -> [UInt8] {
    WorkbookArchive.packed(parts.map { (name: $0.name, bytes: Array($0.xml.utf8)) }) ?? []
  }
}

// expat reads the XML; it needs no file and no network.
import CExpat

/// Reads XML as events: a start with attributes, text, an end; names without their prefix.
///
/// Document type declarations, which can make a small text unpack without end, are refused.
final class XMLEvents {
  var onStart: (_ name: String, _ attributes: XMLAttributes) -> Void = { _, _ in }
  var onText: (UnsafeBufferPointer<UInt8>) -> Void = { _ in }
  var onEnd: (_ name: String) -> Void = { _ in }
  private let parser: XML_Parser?
  private var refused = false

  init() {
    parser = XML_ParserCreate("UTF-8")
    guard let parser else { return }
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { context, name, attributes in
        guard let context, let name else { return }
        let events = Unmanaged<XMLEvents>.fromOpaque(context).takeUnretainedValue()
        events.onStart(String(cString: XMLEvents.local(name)), XMLAttributes(first: attributes))
      },
      { context, name in
        guard let context, let name else { return }
        Unmanaged<XMLEvents>.fromOpaque(context).takeUnretainedValue().onEnd(String(cString: XMLEvents.local(name)))
      })
    XML_SetCharacterDataHandler(parser) { context, text, length in
      guard let context, let text else { return }
      let events = Unmanaged<XMLEvents>.fromOpaque(context).takeUnretainedValue()
      text.withMemoryRebound(to: UInt8.self, capacity: Int(length)) { bytes in
        events.onText(UnsafeBufferPointer(start: bytes, count: Int(length)))
      }
    }
    XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
      guard let context else { return }
      Unmanaged<XMLEvents>.fromOpaque(context).takeUnretainedValue().refuse()
    }
  }

  deinit { if let parser { XML_ParserFree(parser) } }

  /// Takes the next bytes; `false` where they are not XML.
  func read(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool = false) -> Bool {
    guard let parser, !refused else { return false }
    let status = bytes.withMemoryRebound(to: CChar.self) { chars in
      XML_Parse(parser, chars.baseAddress, Int32(clamping: chars.count), isLast ? 1 : 0)
    }
    return status == XML_STATUS_OK && !refused
  }

  /// Stops for good.
  func refuse() {
    refused = true
    if let parser { XML_StopParser(parser, 0) }
  }

  /// A name behind its prefix.
  fileprivate static func local(_ name: UnsafePointer<CChar>) -> UnsafePointer<CChar> {
    var (start, at) = (name, name)
    while at.pointee != 0 {
      at += 1
      if at[-1] == CChar(UInt8(ascii: ":")) { start = at }
    }
    return start
  }
}

/// The attributes of one start; they may be read only while it is told.
///
/// A sheet has a million cells with three attributes each: only those asked for become strings.
struct XMLAttributes {
  fileprivate let first: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  /// The value of the attribute with this name, whatever its prefix; of several the last.
  subscript(name: StaticString) -> String? {
    var found: String?
    var at = first
    while let key = at?[0], let value = at?[1] {
      if XMLAttributes.is(XMLEvents.local(key), name) { found = String(cString: value) }
      at = at?.advanced(by: 2)
    }
    return found
  }

  private static func `is`(_ key: UnsafePointer<CChar>, _ name: StaticString) -> Bool {
    name.withUTF8Buffer { bytes in
      for (index, byte) in bytes.enumerated() where UInt8(bitPattern: key[index]) != byte { return false }
      return key[bytes.count] == 0
    }
  }
}

extension WorkbookArchive {
  /// Reads a part as XML events.
  func parse(_ part: String, file: String, _ events: XMLEvents) throws(TableError) {
    let damaged = WorkbookProblem(file: file).damaged("the part \(part) is not well-formed")
    try read(part) { bytes throws(TableError) in
      guard events.read(bytes) else { throw damaged }
    }
    guard events.read(UnsafeBufferPointer(start: nil, count: 0), isLast: true) else { throw damaged }
  }
}

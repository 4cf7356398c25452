internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Markup

extension Answer {
  /// The answer as HTTP says it.
  func response(secure: Bool) throws -> Response {
    var response: Response
    switch content {
    case .page(let document):
      response = Self.response(document.bytes, "text/html; charset=utf-8", status)
    case .bytes(let bytes, let type, let lasting):
      response = Self.response(bytes, type, status)
      if lasting { response.headers[.cacheControl] = "public, max-age=31536000, immutable" }
    case .download(let bytes, let type, let name):
      response = Self.response(bytes, type, status)
      response.headers[.contentDisposition] = Self.attachment(name)
    case .temporary(let file, let type, let name):
      response = try Self.response(file, type)
      response.headers[.contentDisposition] = Self.attachment(name)
    case .see(let path):
      response = Response(status: status, headers: [.location: path])
    }
    for cookie in cookies {
      response.headers.append(HTTPField(name: .setCookie, value: cookie.header(secure: secure)))
    }
    return response
  }

  private static func response(_ bytes: [UInt8], _ type: String, _ status: HTTPResponse.Status) -> Response {
    Response(
      status: status, headers: [.contentType: type, .contentLength: "\(bytes.count)"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  /// Only plain characters, so that no name can end the header's quotes.
  private static func attachment(_ name: String) -> String {
    let plain = name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }
    return "attachment; filename=\"\(plain)\""
  }

  /// Sends the file in pieces; it is removed first, and lives on while it is open.
  private static func response(_ file: URL, _ type: String) throws -> Response {
    let handle = try FileHandle(forReadingFrom: file)
    let size = try handle.seekToEnd()
    try handle.seek(toOffset: 0)
    try FileManager.default.removeItem(at: file)
    return Response(
      status: .ok, headers: [.contentType: type, .contentLength: "\(size)"],
      body: ResponseBody(contentLength: Int(size)) { writer in
        while let piece = try handle.read(upToCount: 65_536), !piece.isEmpty {
          try await writer.write(ByteBuffer(bytes: piece))
        }
        try handle.close()
        try await writer.finish(nil)
      })
  }
}

package import Foundation
internal import Hummingbird

/// A file that a visitor sent, on the disk until the request ends.
package struct Upload: Sendable {
  package let file: URL
  /// The name it had with the visitor; only shown.
  package let name: String
  package let bytes: Int

  package func remove() { try? FileManager.default.removeItem(at: file) }
}

/// Takes in what a request carries, within its limits.
enum Cargo {
  static func unload(
    _ request: Request, for route: Route, options: SiteOptions
  ) async throws -> (form: FormFields, upload: Upload?) {
    guard route.method == .post else { return (FormFields(), nil) }
    let type = request.headers[.contentType] ?? ""
    switch route.cargo {
    case .fields:
      guard type.hasPrefix("application/x-www-form-urlencoded") else {
        throw SiteError.unreadable("It was not sent as a form.")
      }
      var bytes: [UInt8] = []
      for try await piece in request.body {
        guard bytes.count + piece.readableBytes <= options.formLimit else {
          throw SiteError.tooLarge(limit: options.formLimit)
        }
        bytes += piece.readableBytesView
      }
      return (FormFields(encoded: String(decoding: bytes, as: UTF8.self)), nil)
    case .file:
      var reader = try MultipartReader(type: type, options: options)
      do {
        for try await piece in request.body { try reader.take(Array(piece.readableBytesView)) }
        return try reader.finish()
      } catch {
        reader.abandon()
        throw error
      }
    }
  }
}

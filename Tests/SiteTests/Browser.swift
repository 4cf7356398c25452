import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Synchronization

/// What came back.
struct Seen: Sendable {
  let status: Int
  let headers: HTTPFields
  let text: String
  let bytes: [UInt8]

  var location: String? { headers[.location] }

  /// The value of the hidden or typed field of that name, in the first form that has one.
  func value(of name: String) -> String? {
    text.split(separator: "<input").first { $0.contains("name=\"\(name)\"") }.flatMap { part in
      part.range(of: "value=\"").map { String(part[$0.upperBound...].prefix { $0 != "\"" }) }
    }
  }
}

/// A browser: keeps cookies, sends forms with what they hold.
final class Browser: Sendable {
  private let client: any TestClientProtocol
  private let jar = Mutex<[String: String]>([:])

  init(_ client: any TestClientProtocol) { self.client = client }

  /// Another browser at the same site.
  func another() -> Browser { Browser(client) }

  /// What the browser keeps, by name.
  var cookies: [String: String] {
    get { jar.withLock { $0 } }
    set { jar.withLock { $0 = newValue } }
  }

  func get(_ path: String, method: HTTPRequest.Method = .get) async throws -> Seen {
    try await send(path, method: method, headers: [:], body: nil)
  }

  /// Sends a form as a page of the site would: with the token of this visit, and from this origin.
  @discardableResult
  func post(
    _ path: String, _ fields: [(String, String)] = [], token: String? = nil, headers more: HTTPFields = [:]
  ) async throws -> Seen {
    let token = if let token { token } else { try await formToken() }
    let body = (fields + [("form-token", token)]).map { "\(encoded($0))=\(encoded($1))" }.joined(separator: "&")
    var headers = HTTPFields()
    headers[.contentType] = "application/x-www-form-urlencoded"
    headers.append(contentsOf: more)
    return try await send(path, method: .post, headers: headers, body: ByteBuffer(string: body))
  }

  /// Sends a form with a file.
  @discardableResult
  func upload(
    _ path: String, _ bytes: [UInt8], name: String = "mine.sqlite", fields: [(String, String)] = [],
    token: String? = nil
  ) async throws -> Seen {
    let token = if let token { token } else { try await formToken() }
    var body = ""
    for (field, value) in fields + [("form-token", token)] {
      body += "--edge\r\nContent-Disposition: form-data; name=\"\(field)\"\r\n\r\n\(value)\r\n"
    }
    body += "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n\r\n"
    var headers = HTTPFields()
    headers[.contentType] = "multipart/form-data; boundary=edge"
    return try await send(
      path, method: .post, headers: headers,
      body: ByteBuffer(bytes: Array(body.utf8) + bytes + Array("\r\n--edge--\r\n".utf8)))
  }

  /// The token that this visit's forms carry.
  func formToken() async throws -> String { try await get("/recover").value(of: "form-token") ?? "" }

  private func send(
    _ path: String, method: HTTPRequest.Method, headers: HTTPFields, body: ByteBuffer?
  ) async throws -> Seen {
    var headers = headers
    let cookies = cookies
    if !cookies.isEmpty {
      headers[.cookie] = cookies.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }.joined(separator: "; ")
    }
    let response = try await client.execute(uri: path, method: method, headers: headers, body: body)
    for line in response.headers[values: .setCookie] { keep(line) }
    let bytes = Array(response.body.readableBytesView)
    return Seen(
      status: response.status.code, headers: response.headers, text: String(decoding: bytes, as: UTF8.self),
      bytes: bytes)
  }

  private func keep(_ line: String) {
    let parts = line.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
    guard let pair = parts.first?.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false) else { return }
    jar.withLock { jar in
      jar[String(pair[0])] = parts.contains("Max-Age=0") ? nil : String(pair[1])
    }
  }

  private func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }
}

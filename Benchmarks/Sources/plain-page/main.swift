import Foundation
import Hummingbird
import Logging

// The peer of the pages: Hummingbird alone, with a page of the size of the home page. `plain-page PORT`
let port = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 8081
let page = ByteBuffer(string: "<!doctype html><title>Plain</title><p>" + String(repeating: "plain ", count: 680))
let router = Router()
router.get("/health") { _, _ in "ok" }
router.get("/") { _, _ in
  Response(
    status: .ok, headers: [.contentType: "text/html; charset=utf-8", .contentLength: "\(page.readableBytes)"],
    body: .init(byteBuffer: page))
}
var logger = Logger(label: "plain-page")
logger.logLevel = .warning
try await Application(
  router: router, configuration: .init(address: .hostname("127.0.0.1", port: port)), logger: logger
).runService()

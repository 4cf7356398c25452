import ArgumentParser
import Foundation
import Hummingbird
import Logging
import Site
import Workspaces

/// `housestaff serve`: the pages, on this computer or on a network.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Serve the pages, to this computer alone unless told otherwise.",
    discussion: """
      Everything is kept under --data, one file for each workspace. --share lets others on the same network in, through \
      plain HTTP; for anything more, put a server with TLS before it and give --public-url.
      """)

  @Option(help: "The address to listen on (127.0.0.1; with --share every address of this computer).")
  var host: String?

  @Option(help: "The port to listen on.")
  var port = 8080

  @Option(help: "Where workspaces are kept (~/.local/share/housestaff).")
  var data: String?

  @Flag(help: "Offer a filled example on the home page.")
  var demo = false

  @Flag(help: "Let others on this network in, and print a QR code.")
  var share = false

  @Option(help: "The address under which a server with TLS before this one is reached, as https://example.org.")
  var publicUrl: String?

  @Option(
    help: .init(
      "For rehearsals and tests: the file with the day that the clock shows, as 2026-03-02; every page says so.",
      visibility: .hidden))
  var rehearsalDayFile: String?

  func validate() throws {
    if rehearsalDayFile != nil, share || publicUrl != nil || host != nil {
      throw ValidationError(
        "--rehearsal-day-file goes with none of --share, --host and --public-url: a rehearsal is for this computer alone."
      )
    }
    guard (0...65_535).contains(port) else {
      throw ValidationError("--port is \(port); expected a number from 0 to 65535.")
    }
    if let publicUrl {
      let parts = URL(string: publicUrl)
      guard let parts, ["https", "http"].contains(parts.scheme), parts.host != nil, !publicUrl.hasSuffix("/"),
        parts.path.isEmpty, parts.query == nil
      else {
        throw ValidationError(
          "--public-url is \(publicUrl); expected an address as https://example.org, without a path.")
      }
    }
  }

  func run() async throws {
    try await reporting {
      let place = DataDirectory(data)
      let world = try world()
      let shelf = try place.shelf(world)
      var options = SiteOptions()
      options.hasDemo = demo
      options.publicAddress = publicUrl
      options.scratch = try place.scratch()
      let host = host ?? (share ? "0.0.0.0" : "127.0.0.1")
      if share { options.sharedAddress = try sharedAddress(host) }
      var logger = Logger(label: "housestaff") { StreamLogHandler.standardError(label: $0) }
      logger.logLevel = .info
      let application = buildApplication(
        shelf: shelf, world: world,
        secret: try SiteSecret(file: place.directory.appendingPathComponent("site.key"), random: world.random),
        options: options, configuration: .init(address: .hostname(host, port: port), serverName: nil), logger: logger
      ) { [options] in
        announce(host: host, options: options)
      }
      do {
        try await application.runService()
      } catch {
        try await shelf.close()
        throw InputFailure(
          "The server could not listen on \(host), port \(port): \(error). Choose another with --port, or stop what uses it."
        )
      }
      try await shelf.close()
      Console.note("Closed. Everything is saved.")
    }
  }

  /// The system's clock, or that of a rehearsal.
  private func world() throws -> World {
    guard let rehearsalDayFile else { return .live(program: "housestaff") }
    let clock = try RehearsalClock(file: URL(fileURLWithPath: (rehearsalDayFile as NSString).expandingTildeInPath))
    Console.note("A rehearsal: the day is read from \(rehearsalDayFile). What is made now stays marked as practice.")
    return .rehearsal(program: "housestaff", now: { clock.now })
  }

  private func sharedAddress(_ host: String) throws -> String {
    let own = host == "0.0.0.0" ? LocalNetwork.address : host
    guard let own else {
      throw InputFailure("--share found no network. Connect to one, or name this computer's address with --host.")
    }
    return "http://\(own):\(port)"
  }

  private func announce(host: String, options: SiteOptions) {
    Console.note("Housestaff is at http://\(host == "0.0.0.0" ? "127.0.0.1" : host):\(port)  (Ctrl-C ends it)")
    guard let shared = options.sharedAddress else { return }
    Console.note(
      """

      Others on this network reach it at \(shared)
      \(QRCode.text(shared) ?? "")
      What they type crosses the network as plain text: anyone on the same Wi-Fi could read along. Use it in a room you \
      trust, with invented data, or put a server with TLS before it and give --public-url.
      """)
  }
}

import ArgumentParser
import Foundation
import Workspaces

/// `housestaff workspace`: the files that a server keeps, for who runs it.
struct WorkspaceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "workspace", abstract: "List, move, back up and check the workspaces that a server keeps.",
    discussion: "All of it is safe while the server runs.",
    subcommands: [List.self, Export.self, Import.self, Backup.self, Check.self])

  /// Where the workspaces are.
  struct PlaceOptions: ParsableArguments {
    @Option(help: "Where workspaces are kept (~/.local/share/housestaff).")
    var data: String?

    func shelf() throws -> WorkspaceShelf {
      try DataDirectory(data).shelf(World.live(program: "housestaff"))
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Every workspace: its name, size and last change.")

    @OptionGroup var place: PlaceOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      try reporting {
        let listings = try place.shelf().list()
        let rows = listings.map { [$0.id.description, "\($0.bytes)", $0.changed.formatted(.iso8601)] }
        let columns = ["id", "bytes", "changed"]
        switch output.chosen {
        case .csv: Console.out(csv: [columns] + rows)
        case .json:
          try Console.out(
            json: listings.map {
              Row(id: $0.id.description, bytes: $0.bytes, changed: $0.changed.formatted(.iso8601))
            })
        case .table:
          var table = TextTable(columns: [
            .init(title: "id"), .init(title: "bytes", isNumber: true), .init(title: "changed"),
          ])
          table.rows = rows
          Console.out(table.text)
        }
      }
    }

    private struct Row: Encodable {
      let id: String
      let bytes: Int
      let changed: String
    }
  }

  struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write a workspace to a file, whole, without anything that opens this place.")

    @Argument(help: "The workspace's name, as list prints it.")
    var id: String
    @Argument(help: "The file to write.")
    var file: String
    @OptionGroup var place: PlaceOptions

    func run() async throws {
      try await reporting {
        guard let name = WorkspaceID(id) else {
          throw InputFailure("\(id) is not the name of a workspace. See: housestaff workspace list")
        }
        let shelf = try place.shelf()
        try await shelf.workspace(name).export(to: URL(fileURLWithPath: file))
        try await shelf.close()
        Console.note("Written to \(file). Its private notes open only with their members' recovery links.")
      }
    }
  }

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take a workspace in from a file, and print its name.",
      discussion: """
        A backup comes back as it was: everyone who could open it still can. A file that was downloaded or exported \
        opens on the page "Open a file" instead, where its bringer adopts it.
        """)

    @Argument(help: "The file.")
    var file: String
    @OptionGroup var place: PlaceOptions

    func run() async throws {
      try await reporting {
        let shelf = try place.shelf()
        let id = try await shelf.take(URL(fileURLWithPath: file), .asBackup)
        try await shelf.close()
        Console.out(id.description + "\n")
      }
    }
  }

  struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Copy every workspace into a directory, as whole files that everyone in them can still open.")

    @Argument(help: "The directory to write to.")
    var directory: String
    @OptionGroup var place: PlaceOptions

    func run() async throws {
      try await reporting {
        let shelf = try place.shelf()
        let failed = try await shelf.backUp(to: URL(fileURLWithPath: directory))
        let count = try shelf.list().count
        try await shelf.close()
        Console.note("\(count - failed.count) of \(count) workspaces copied to \(directory).")
        if !failed.isEmpty { throw InputFailure(failed.flatMap(\.lines)) }
      }
    }
  }

  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Verify every file without changing it, and name what is damaged.")

    @OptionGroup var place: PlaceOptions

    func run() async throws {
      try await reporting {
        let inspections = try await place.shelf().check()
        let wrong = inspections.filter { !$0.problems.isEmpty }
        Console.note("\(inspections.count) files checked, \(wrong.count) with problems.")
        if !wrong.isEmpty { throw InputFailure(wrong.flatMap(\.lines)) }
      }
    }
  }
}

extension Inspection {
  fileprivate var lines: [String] { problems.map { "\(file): \($0)" } }
}

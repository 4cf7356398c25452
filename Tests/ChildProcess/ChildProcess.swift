#if canImport(Darwin)
@preconcurrency import Darwin
#else
@preconcurrency import Glibc
#endif

/// A program that a test runs, with what it writes in files, so that no pipe can fill up.
///
/// Foundation's `Process` is not used: where a thousand files are open, as when every suite runs at once, its `run()` may
/// crash on Linux (swift-corelibs-foundation, pull request 5472: it reads past the entries of /proc/self/fd).
public struct ChildProcess: Sendable {
  /// Why a program did not start, as an `errno`.
  public struct NotStarted: Error {
    public let program: String
    public let code: Int32
  }

  /// How it ended: a status of its own, or the signal that ended it.
  public enum End: Equatable, Sendable {
    case exited(Int32)
    case killed(signal: Int32)
  }

  private let id: pid_t

  /// Starts a program with nothing to read; its output and errors replace the files of these names.
  ///
  /// - Parameters:
  ///   - program: The absolute path of an executable.
  ///   - arguments: What follows its name.
  ///   - folder: Where it runs; here, if nil.
  ///   - output: A file's path.
  ///   - errors: A file's path.
  /// - Throws: ``NotStarted``.
  public init(
    _ program: String, _ arguments: [String], in folder: String? = nil, output: String, errors: String
  ) throws(NotStarted) {
    #if canImport(Darwin)
    var actions: posix_spawn_file_actions_t?
    #else
    var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    // Not every C library lets a spawned program change its folder; a shell that gives way to it does.
    let shell = folder.map { ["/bin/sh", "-c", #"cd "$0" && exec "$@""#, $0] } ?? []
    let line = shell + [program] + arguments
    var words: [UnsafeMutablePointer<CChar>?] = line.map { strdup($0) }
    defer { for word in words { free(word) } }
    words.append(nil)
    var id = pid_t()
    let code = posix_spawn(&id, line[0], &actions, nil, words, environ)
    guard code == 0 else { throw NotStarted(program: program, code: code) }
    self.id = id
  }

  /// Ends it at once, in the middle of whatever it does.
  public func kill() {
    #if canImport(Darwin)
    _ = Darwin.kill(id, SIGKILL)
    #else
    _ = Glibc.kill(id, SIGKILL)
    #endif
  }

  /// Waits until it has ended; call it once.
  public func end() -> End {
    var status: Int32 = 0
    while waitpid(id, &status, 0) == -1 && errno == EINTR {}
    return status & 0x7f == 0 ? .exited(status >> 8 & 0xff) : .killed(signal: status & 0x7f)
  }
}

internal import Foundation
internal import SmartPick
internal import Synchronization

/// Lists that were computed, by what they were computed from: a cache, never a document.
///
/// Each is computed once, beside the requests, so that nobody waits for another's. The least recently looked at goes
/// first, so that memory stays bounded however many workspaces are visited.
final class ListBook: Sendable {
  /// A list, or why there is none, in words.
  struct Entry: Sendable {
    var list: ListResult?
    var maker: ListMaker?
    var problem: String?
    /// What each pin costs, by code; nil while it is worked out.
    var pinCosts: [String: PinCost]?
  }

  enum Reply: Sendable {
    case done(Entry)
    case working(ListProgress)
  }

  private enum Page {
    case working(Task<Entry, Never>, ListProgress)
    case done(Entry)
  }

  private let pages: Mutex<BoundedCache<ListInputs.Key, Page>>
  /// Threads of their own: a computation takes a second or two, and those that answer requests are few.
  private let workers: OperationQueue

  /// - Parameter places: how many lists are kept; one of the practice catalog takes about a megabyte.
  init(places: Int = 24) {
    pages = Mutex(BoundedCache(limit: places))
    workers = OperationQueue()
    workers.maxConcurrentOperationCount = max(2, ProcessInfo.processInfo.activeProcessorCount)
    workers.qualityOfService = .utility
  }

  /// The list, however long it takes.
  func entry(_ inputs: ListInputs) async -> Entry {
    switch page(inputs) {
    case .done(let entry): return entry
    case .working(let task, _): return await task.value
    }
  }

  /// The list if it is there within `patience`, otherwise how far it is; it is worked on in any case.
  func reply(_ inputs: ListInputs, within patience: Duration) async -> Reply {
    let end = ContinuousClock.now + patience
    while true {
      switch page(inputs) {
      case .done(let entry): return .done(entry)
      case .working(_, let progress):
        if ContinuousClock.now >= end { return .working(progress) }
        do { try await Task.sleep(for: .milliseconds(5)) } catch { return .working(progress) }
      }
    }
  }

  /// The list if it is known already; nothing is begun.
  func known(_ inputs: ListInputs) -> Entry? {
    let key = inputs.key
    return pages.withLock { pages in
      if case .done(let entry) = pages.peek(key) { entry } else { nil }
    }
  }

  /// How many lists are kept or being worked on.
  var count: Int { pages.withLock { $0.count } }

  private func page(_ inputs: ListInputs) -> Page {
    let key = inputs.key
    return pages.withLock { pages in
      if let page = pages.value(key) { return page }
      let progress = ListProgress()
      let task = Task { await self.compute(inputs, key, progress) }
      let page = Page.working(task, progress)
      pages.keep(page, as: key)
      return page
    }
  }

  private func compute(_ inputs: ListInputs, _ key: ListInputs.Key, _ progress: ListProgress) async -> Entry {
    let entry = await withCheckedContinuation { continuation in
      workers.addOperation { continuation.resume(returning: Self.computed(inputs, progress)) }
    }
    keep(entry, key)
    if entry.pinCosts == nil, let list = entry.list, let maker = entry.maker {
      // A list for each pin: nobody waits for these.
      workers.addOperation { [self] in
        var entry = entry
        entry.pinCosts = Dictionary(maker.pinCosts(list).map { ($0.code, $0) }) { first, _ in first }
        keep(entry, key)
      }
    }
    return entry
  }

  private func keep(_ entry: Entry, _ key: ListInputs.Key) {
    // A list that has left in the meantime stays away.
    pages.withLock { $0.replace(.done(entry), of: key) }
  }

  private static func computed(_ inputs: ListInputs, _ progress: ListProgress) -> Entry {
    do throws(ListProblem) {
      let request = inputs.request
      progress.reach(.odds)
      let maker = try ListMaker(request)
      progress.reach(.search)
      let hasPins = !request.profile.preferences.pinned.isEmpty
      return Entry(list: try maker.list(), maker: maker, pinCosts: hasPins ? nil : [:])
    } catch {
      return Entry(problem: error.description)
    }
  }

  /// The practice catalog, made once.
  static let practice = PracticeCatalog.programs()
}

/// How far the computation of a list is.
final class ListProgress: Sendable {
  enum Step: Int, Sendable, CaseIterable {
    case programs, odds, search

    /// What is being done.
    var words: String {
      switch self {
      case .programs: "Reading the programs"
      case .odds: "Working out your odds at each program"
      case .search: "Searching for the best list among them"
      }
    }
  }

  private let current = Mutex(Step.programs)

  var step: Step { current.withLock { $0 } }

  func reach(_ step: Step) { current.withLock { $0 = step } }
}

internal import Foundation
internal import SmartPick
internal import Synchronization

/// Rank order lists that were judged, by what they were judged from: a cache, never a document.
///
/// Chances at a set of programs are kept whatever its order, so that moving a program is judged at once. What is not
/// known is computed on a thread of its own, outside any actor.
final class RankBook: Sendable {
  struct Key: Hashable, Sendable {
    let digest: [UInt8]
  }

  private enum Page: Sendable {
    case single(RankMaker)
    case couple(CoupleRankResult)
  }

  private let pages: Mutex<BoundedCache<Key, Page>>
  private let workers: OperationQueue

  /// - Parameter places: how many are kept; one takes about a megabyte.
  init(places: Int = 16) {
    pages = Mutex(BoundedCache(limit: places))
    workers = OperationQueue()
    workers.maxConcurrentOperationCount = 2
    workers.qualityOfService = .utility
  }

  /// The list as it stands.
  func result(_ inputs: RankInputs) async -> RankResult {
    let page = await page(inputs.key("single")) { .single(RankMaker(inputs.request)) }
    guard case .single(let maker) = page else { return RankMaker(inputs.request).result() }
    return maker.result(of: inputs.choices(inputs.document.entries))
  }

  /// The couple's pairs; nil without a partner.
  func couple(_ inputs: RankInputs) async -> CoupleRankResult? {
    guard let partner = inputs.partnerRequest, let miles = inputs.document.partner?.miles else { return nil }
    let page = await page(inputs.key("couple")) {
      let maker = CoupleRankMaker(inputs.request, partner: partner, maxMiles: miles)
      return .couple(maker.result(of: inputs.document.partner?.order.map { maker.pairs(in: $0) }))
    }
    if case .couple(let result) = page { return result }
    return nil
  }

  private func page(_ key: Key, _ compute: @escaping @Sendable () -> Page) async -> Page {
    if let known = pages.withLock({ $0.value(key) }) { return known }
    let page = await withCheckedContinuation { continuation in
      workers.addOperation { continuation.resume(returning: compute()) }
    }
    pages.withLock { $0.keep(page, as: key) }
    return page
  }
}

internal import Synchronization

/// How often one address may ask: a bucket of as many requests as a minute allows, refilled steadily.
package final class RateLimiter: Sendable {
  private struct Bucket {
    var level: Double
    var at: ContinuousClock.Instant
  }

  private let perMinute: Double
  private let buckets = Mutex<[String: Bucket]>([:])

  package init(perMinute: Int) { self.perMinute = Double(perMinute) }

  /// Seconds to wait, or nil if the request may go on.
  package func delay(for address: String, now: ContinuousClock.Instant = .now) -> Int? {
    buckets.withLock { buckets in
      if buckets.count > 10_000 {
        // Full buckets are those of visitors who went away.
        buckets = buckets.filter { refilled($0.value, now) < perMinute }
      }
      var bucket = buckets[address] ?? Bucket(level: perMinute, at: now)
      bucket.level = refilled(bucket, now)
      bucket.at = now
      let isAllowed = bucket.level >= 1
      if isAllowed { bucket.level -= 1 }
      buckets[address] = bucket
      return isAllowed ? nil : max(1, Int(((1 - bucket.level) * 60 / perMinute).rounded(.up)))
    }
  }

  private func refilled(_ bucket: Bucket, _ now: ContinuousClock.Instant) -> Double {
    min(perMinute, bucket.level + (now - bucket.at) / .seconds(60) * perMinute)
  }
}

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// This computer as others on its network see it.
enum LocalNetwork {
  /// The first private IPv4 address of an interface that is up, or any other one; nil without a network.
  static var address: String? {
    var first: UnsafeMutablePointer<ifaddrs>?
    guard getifaddrs(&first) == 0 else { return nil }
    defer { freeifaddrs(first) }
    var found: [String] = []
    for interface in sequence(first: first, next: { $0?.pointee.ifa_next }) {
      guard let interface, let socket = interface.pointee.ifa_addr, socket.pointee.sa_family == UInt16(AF_INET),
        interface.pointee.ifa_flags & UInt32(IFF_UP) != 0,
        interface.pointee.ifa_flags & UInt32(IFF_LOOPBACK) == 0
      else { continue }
      var name = [CChar](repeating: 0, count: Int(NI_MAXHOST))
      let size = socklen_t(MemoryLayout<sockaddr_in>.size)
      guard getnameinfo(socket, size, &name, socklen_t(name.count), nil, 0, NI_NUMERICHOST) == 0 else { continue }
      found.append(String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }
    return found.first(where: isPrivate) ?? found.first
  }

  /// RFC 1918.
  private static func isPrivate(_ address: String) -> Bool {
    let parts = address.split(separator: ".").compactMap { Int($0) }
    guard parts.count == 4 else { return false }
    return parts[0] == 10 || (parts[0] == 172 && (16...31).contains(parts[1])) || (parts[0] == 192 && parts[1] == 168)
  }
}

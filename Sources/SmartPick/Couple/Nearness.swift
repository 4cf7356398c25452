internal import RealModule

/// Whether two programs lie within so many miles of each other.
///
/// Exact where both carry coordinates (great circle, 3,958.8 miles of radius); the same city is zero miles. Elsewhere
/// nobody knows: another state counts as too far, another city of the same state as unknown, which is half.
struct Nearness {
  let most: Double

  /// 1 within, 0 beyond, one half unknown.
  func share(_ first: Program, _ second: Program) -> Double {
    if let a = first.point, let b = second.point { return Self.miles(a, b) <= most ? 1 : 0 }
    guard let state = first.state, let other = second.state else { return 0.5 }
    guard state == other else { return 0 }
    guard let city = first.city, let otherCity = second.city else { return 0.5 }
    return city.lowercased() == otherCity.lowercased() ? 1 : 0.5
  }

  /// Great-circle miles between two points in degrees.
  static func miles(_ a: (latitude: Double, longitude: Double), _ b: (latitude: Double, longitude: Double)) -> Double {
    let degree = Double.pi / 180
    let (sinA, sinB) = (
      Double.sin((b.latitude - a.latitude) * degree / 2), Double.sin((b.longitude - a.longitude) * degree / 2)
    )
    let h = sinA * sinA + .cos(a.latitude * degree) * .cos(b.latitude * degree) * sinB * sinB
    return 2 * 3958.8 * .asin(min(1, h.squareRoot()))
  }
}

extension Program {
  fileprivate var point: (latitude: Double, longitude: Double)? {
    guard let latitude, let longitude else { return nil }
    return (latitude, longitude)
  }
}

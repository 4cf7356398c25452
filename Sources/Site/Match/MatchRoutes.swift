/// How the Match works, on a small market; everything is in the address, nothing is kept.
enum MatchRoutes {
  static let all: [Route] = [
    .get(.match, for: .anyone) { page in MatchPage(page.query).answer(page) }
  ]
}

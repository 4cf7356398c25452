import SmartPick
import Testing

@Suite struct `A practice name` {
  private static let programs = PracticeCatalog.programs()

  /// Words that stand in the names of real hospitals, schools and places.
  private static let banned: Set<String> = [
    // Saints and orders
    "saint", "st", "santa", "san", "mary", "marys", "joseph", "luke", "lukes", "john", "johns", "francis", "vincent",
    "anthony", "elizabeth", "mercy", "providence", "trinity", "ascension", "sacred", "sisters", "baptist", "methodist",
    "presbyterian", "lutheran", "adventist", "sinai", "beth", "israel", "christ", "cross", "bernard", "agnes",
    "catherine", "barnabas", "raphael", "camillus", "jude", "thomas",
    // Schools
    "university", "college", "school", "state", "harvard", "yale", "stanford", "duke", "emory", "brown", "tulane",
    "vanderbilt", "cornell", "columbia", "penn", "temple", "drexel", "rutgers", "rush", "loyola", "baylor", "howard",
    "creighton", "rowan", "mayo", "hopkins", "kaiser", "geisinger", "cleveland", "mount", "beaumont", "ochsner",
    // States
    "alabama", "alaska", "arizona", "arkansas", "california", "colorado", "connecticut", "delaware", "florida",
    "georgia", "hawaii", "idaho", "illinois", "indiana", "iowa", "kansas", "kentucky", "louisiana", "maine",
    "maryland", "massachusetts", "michigan", "minnesota", "mississippi", "missouri", "montana", "nebraska", "nevada",
    "hampshire", "jersey", "mexico", "york", "carolina", "dakota", "ohio", "oklahoma", "oregon", "pennsylvania",
    "rhode", "tennessee", "texas", "utah", "vermont", "virginia", "washington", "wisconsin", "wyoming", "puerto",
    // Large cities
    "boston", "chicago", "houston", "dallas", "austin", "phoenix", "philadelphia", "antonio", "diego", "jose",
    "jacksonville", "francisco", "indianapolis", "seattle", "denver", "nashville", "detroit", "portland", "memphis",
    "louisville", "baltimore", "milwaukee", "albuquerque", "tucson", "fresno", "sacramento", "atlanta", "omaha",
    "raleigh", "miami", "oakland", "minneapolis", "tulsa", "tampa", "orleans", "pittsburgh", "cincinnati", "buffalo",
    "rochester", "richmond", "honolulu", "newark", "lincoln", "orlando", "charlotte", "columbus", "birmingham",
    "veterans", "va", "memorial", "county", "national",
  ]

  private func words(_ name: String) -> [String] {
    name.lowercased().split { !$0.isLetter }.map(String.init)
  }

  @Test func `of a city or an institution holds no word that real ones are named by`() {
    for name in Set(Self.programs.flatMap { [$0.city ?? "", $0.institution ?? ""] }) {
      #expect(!name.isEmpty && Self.banned.isDisjoint(with: words(name)), "\(name)")
    }
  }

  @Test func `begins with the invented city, so that no institution bears a common name`() {
    for program in Self.programs {
      let (city, institution) = (program.city ?? "?", program.institution ?? "")
      #expect(institution.hasPrefix(city + " ") && program.name.hasPrefix(institution + " "))
      #expect(words(city).count == 1 && city.count >= 6, "\(city)")
    }
  }

  @Test func `of a city stands in one state only`() {
    let states = Dictionary(grouping: Self.programs) { $0.city ?? "" }.mapValues { Set($0.map(\.state)) }
    #expect(states.values.allSatisfy { $0.count == 1 } && states.count > 400)
  }

  @Test func `tells the track, and keeps the plain name for categorical programs`() {
    let medicine = Self.programs.filter { $0.specialty == "Internal Medicine" }
    #expect(medicine.filter { $0.name.hasSuffix("Internal Medicine Residency") }.count == 736)
    #expect(medicine.filter { $0.name.hasSuffix("Internal Medicine Residency (Preliminary)") }.count == 317)
    #expect(medicine.filter { $0.name.hasSuffix("Internal Medicine Residency (Primary Care)") }.count == 86)
    let years = Self.programs.filter { $0.specialty == "Transitional Year" }
    #expect(years.count == 227 && years.allSatisfy { $0.name.hasSuffix("Transitional Year Program") })
  }
}

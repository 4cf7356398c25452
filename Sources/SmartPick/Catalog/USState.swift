import Tables

/// A state, district or territory of the United States.
public struct USState: Sendable, Equatable, Identifiable, Hashable {
  /// The two-letter postal code.
  public let code: String
  public let name: String
  /// The Census Bureau's division; `nil` for the territories.
  public let division: Division?

  public var id: String { code }
  /// The Census Bureau's region; `nil` for the territories.
  public var region: Region? { division?.region }

  /// The nine divisions of the Census Bureau.
  public enum Division: String, CaseIterable, Sendable, Codable {
    case newEngland = "New England"
    case middleAtlantic = "Middle Atlantic"
    case eastNorthCentral = "East North Central"
    case westNorthCentral = "West North Central"
    case southAtlantic = "South Atlantic"
    case eastSouthCentral = "East South Central"
    case westSouthCentral = "West South Central"
    case mountain = "Mountain"
    case pacific = "Pacific"

    public var region: Region {
      switch self {
      case .newEngland, .middleAtlantic: .northeast
      case .eastNorthCentral, .westNorthCentral: .midwest
      case .southAtlantic, .eastSouthCentral, .westSouthCentral: .south
      case .mountain, .pacific: .west
      }
    }

    /// A division by its name, without case, blanks and punctuation.
    public init?(named text: String) {
      let key = ColumnName.key(text)
      guard let division = Self.allCases.first(where: { ColumnName.key($0.rawValue) == key }) else { return nil }
      self = division
    }
  }

  /// The four regions of the Census Bureau.
  public enum Region: String, CaseIterable, Sendable, Codable {
    case northeast = "Northeast"
    case midwest = "Midwest"
    case south = "South"
    case west = "West"
  }

  /// A state by postal code, name or a common short form (`Calif.`, `Penn`, `Washington DC`).
  public static func recognized(_ text: String) -> USState? {
    let key = ColumnName.key(text)
    return byKey[key] ?? (key.hasPrefix("stateof") ? byKey[String(key.dropFirst(7))] : nil)
  }

  private static let byKey: [String: USState] = {
    var index: [String: USState] = [:]
    for state in all {
      index[state.code.lowercased()] = state
      index[ColumnName.key(state.name)] = state
    }
    let others = [
      "calif": "CA", "cali": "CA", "penn": "PA", "penna": "PA", "mass": "MA", "mich": "MI", "minn": "MN", "tenn": "TN",
      "tex": "TX", "fla": "FL", "ill": "IL", "ind": "IN", "conn": "CT", "wash": "WA", "wis": "WI", "wisc": "WI",
      "ariz": "AZ", "ark": "AR", "colo": "CO", "kans": "KS", "nebr": "NE", "okla": "OK", "ore": "OR", "virg": "VA",
      "washingtondc": "DC", "districtofcolumbiadc": "DC", "puertoricopr": "PR", "usvirginislands": "VI",
      "missouri": "MO", "miss": "MS", "ncarolina": "NC", "scarolina": "SC", "ndakota": "ND", "sdakota": "SD",
      "wvirginia": "WV", "ala": "AL", "newyorkstate": "NY", "washingtonstate": "WA",
    ]
    for (key, code) in others { index[key] = index[code.lowercased()] }
    return index
  }()

  /// The fifty states, the District of Columbia and the territories, by division.
  public static let all: [USState] = {
    let divisions: [(Division?, String)] = [
      (.newEngland, "CT Connecticut,ME Maine,MA Massachusetts,NH New Hampshire,RI Rhode Island,VT Vermont"),
      (.middleAtlantic, "NJ New Jersey,NY New York,PA Pennsylvania"),
      (.eastNorthCentral, "IL Illinois,IN Indiana,MI Michigan,OH Ohio,WI Wisconsin"),
      (
        .westNorthCentral,
        "IA Iowa,KS Kansas,MN Minnesota,MO Missouri,NE Nebraska,ND North Dakota,SD South Dakota"
      ),
      (
        .southAtlantic,
        "DE Delaware,DC District of Columbia,FL Florida,GA Georgia,MD Maryland,NC North Carolina,SC South Carolina,"
          + "VA Virginia,WV West Virginia"
      ),
      (.eastSouthCentral, "AL Alabama,KY Kentucky,MS Mississippi,TN Tennessee"),
      (.westSouthCentral, "AR Arkansas,LA Louisiana,OK Oklahoma,TX Texas"),
      (.mountain, "AZ Arizona,CO Colorado,ID Idaho,MT Montana,NV Nevada,NM New Mexico,UT Utah,WY Wyoming"),
      (.pacific, "AK Alaska,CA California,HI Hawaii,OR Oregon,WA Washington"),
      (nil, "AS American Samoa,GU Guam,MP Northern Mariana Islands,PR Puerto Rico,VI Virgin Islands"),
    ]
    return divisions.flatMap { division, list in
      list.split(separator: ",").map { entry in
        USState(code: String(entry.prefix(2)), name: String(entry.dropFirst(3)), division: division)
      }
    }
  }()
}

/// Finds columns that look like they identify a patient, by their names and by their values.
///
/// The kinds follow the list of 45 CFR 164.514(b)(2) (HIPAA's "safe harbor"), 2013, as far as a table can hold them.
/// A screen is a net, not a proof: what it does not name may identify all the same.
public struct IdentifierScreen: Sendable {
  /// What a column seems to hold.
  public enum Kind: String, Sendable, CaseIterable, Codable {
    case name
    case recordNumber = "record number"
    case birthDate = "birth date"
    case socialSecurityNumber = "Social Security number"
    case phone = "telephone or fax number"
    case email = "e-mail address"
    case address = "address"
    case postalCode = "postal code"
    case account = "account or member number"
    case device = "device or vehicle number"
    case web = "web address"
    case network = "network address"
    case ageOver89 = "age over 89"
    /// Exact dates that are no birth dates: one may serve as the axis of a chart.
    case date = "exact date"
  }

  /// One column that looks like an identifier.
  public struct Suspect: Sendable, Equatable {
    /// Counted from 0.
    public var index: Int
    public var header: String
    public var kind: Kind
    /// Why, as a clause: `its name is "MRN"`, `9 of 10 values look like telephone numbers`.
    public var reason: String
  }

  /// Looks through the columns of a table.
  ///
  /// The names stand in `headerRow`, counted from 0. O(values), at most 2,000 rows.
  public static func suspects(in table: Table, headerRow: Int = 0) -> [Suspect] {
    guard headerRow < table.rowCount else { return [] }
    let rows = (headerRow + 1)..<max(headerRow + 1, min(table.rowCount, headerRow + 2_001))
    return (0..<table.fieldCount(headerRow)).compactMap { column in
      let values = rows.map { trimmed(table[$0, column]) }.filter { !$0.isEmpty }
      return suspect(index: column, header: table[headerRow, column], values: values)
    }
  }

  private static func suspect(index: Int, header: String, values: [String]) -> Suspect? {
    if let kind = kind(ofHeader: header, values: values) {
      return Suspect(index: index, header: header, kind: kind, reason: "its name is \"\(header)\"")
    }
    guard !values.isEmpty else { return nil }
    let tests: [(Kind, (String) -> Bool)] = [
      (.email, IdentifierPattern.isEmail), (.socialSecurityNumber, IdentifierPattern.isSocialSecurityNumber),
      (.network, IdentifierPattern.isNetworkAddress), (.web, IdentifierPattern.isWebAddress),
      (.phone, IdentifierPattern.isPhone), (.address, IdentifierPattern.isStreetAddress),
      (.name, IdentifierPattern.isPersonName), (.date, IdentifierPattern.isFullDate),
    ]
    for (kind, test) in tests {
      let hits = values.count(where: test)
      // A single e-mail address is one too many; a comma in a label makes no person's name.
      let enough = kind == .name || kind == .date ? hits * 10 >= values.count * 6 : hits * 10 >= values.count
      // Labels repeat, people do not.
      if kind == .name, Set(values).count * 2 <= values.count { continue }
      if hits > 0 && enough {
        return Suspect(
          index: index, header: header, kind: kind,
          reason: "\(hits) of \(values.count) values look like \(kind.rawValue)\(plural(kind))")
      }
    }
    let serial = values.count { IdentifierPattern.isSerialNumber($0) }
    if values.count >= 10, serial == values.count, Set(values).count == values.count {
      return Suspect(
        index: index, header: header, kind: .recordNumber,
        reason: "all \(values.count) values are long numbers that never repeat")
    }
    return nil
  }

  private static func plural(_ kind: Kind) -> String {
    switch kind {
    case .address, .email, .web, .network: "es"
    default: "s"
    }
  }

  private static func kind(ofHeader header: String, values: [String]) -> Kind? {
    let words = Set(ColumnName.words(header))
    let key = ColumnName.key(header)
    func has(_ any: String...) -> Bool { any.contains { words.contains($0) } }
    if key == "ssn" || key.contains("socialsecurity") { return .socialSecurityNumber }
    if ["mrn", "medrec", "csn", "har", "fin"].contains(key) || has("mrn") || key.contains("recordnumber")
      || key.contains("recordno") || key.contains("chartnumber") || key.contains("patientid") || key == "ptid"
      || key.contains("encounterid") || key.contains("visitnumber") || key == "patient" || key == "pt"
    {
      return .recordNumber
    }
    if key == "dob" || key.contains("birthdate") || key.contains("dateofbirth") || key == "birthday" || has("dob") {
      return values.isEmpty || values.contains { !IdentifierPattern.isYear($0) } ? .birthDate : nil
    }
    if has("email", "mail") || key.contains("email") { return .email }
    if has("phone", "telephone", "tel", "fax", "mobile", "cell", "pager", "beeper") || key.contains("phone") {
      return .phone
    }
    if has("zip", "zipcode", "postcode") || key.contains("postalcode") {
      // The first three digits alone are allowed for populous areas.
      return values.isEmpty || values.contains { $0.count > 3 } ? .postalCode : nil
    }
    if has("ip") && (words.count == 1 || has("address")) { return .network }
    if has("url", "website", "homepage") { return .web }
    if has("address", "street", "addr", "addr1", "addr2") { return .address }
    if has("vin", "imei")
      || (has("device", "vehicle", "serial", "license", "plate") && has("id", "number", "no", "serial", "plate"))
    {
      return .device
    }
    if has("account", "acct", "member", "policy", "beneficiary", "insurance", "medicare", "medicaid")
      && has("id", "number", "no", "num", "account", "acct") && key != "account"
      || key == "account" || key == "mbi" || key == "hicn"
    {
      return .account
    }
    if key == "age" || key == "ageyears" || key == "patientage" {
      return values.contains { (DecimalText.double($0) ?? 0) > 89 } ? .ageOver89 : nil
    }
    if has("surname", "firstname", "lastname", "fullname", "maiden")
      || (has("name", "names")
        && has(
          "first", "last", "full", "given", "family", "middle", "patient", "pt", "mother", "father", "legal",
          "preferred", "next"))
      || ["patientname", "ptname", "initials", "patientinitials"].contains(key)
    {
      return .name
    }
    // Labels repeat, people do not: names that hardly repeat are people's, however they are written.
    if key == "name",
      values.isEmpty || values.count(where: IdentifierPattern.isPersonName) * 2 >= values.count
        || Set(values).count * 2 > values.count
    {
      return .name
    }
    return nil
  }

  private static func trimmed(_ text: String) -> String {
    String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}

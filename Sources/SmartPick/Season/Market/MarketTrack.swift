/// The kinds of position that the NRMP's program results count apart; the raw value is the word in the data files.
public enum MarketTrack: String, Sendable, Codable, CaseIterable, Hashable {
  /// Begins with PGY-1 and leads to certification.
  case categorical
  /// Categorical with a primary-care track.
  case primaryCare = "primary_care"
  /// Begins with PGY-2 in the year after the Match; a preliminary year must be found as well.
  case advanced
  /// One year only (Transitional Year among them).
  case preliminary
  /// Begins with PGY-2 in the year of the Match, for those who have done the first year.
  case reserved
}

/// Specialty names as the figures use them.
package enum MarketSpecialty {
  /// Names under which reports list a specialty, beside the one used here.
  private static let aliases: [String: String] = [
    "Diagnostic Radiology": "Radiology-Diagnostic",
    "General Surgery": "Surgery-General",
    "Interventional Radiology": "Interventional Radiology (Integrated)",
    "Obstetrics-Gynecology": "Obstetrics and Gynecology",
    "Occupational & Environmental Med": "Occupational & Environmental Medicine",
    "Occupational and Environmental Medicine": "Occupational & Environmental Medicine",
    "Orthopedic Surgery": "Orthopaedic Surgery",
    "Pathology": "Pathology-Anatomic and Clinical",
    "Plastic Surgery": "Plastic Surgery (Integrated)",
    "Preventive Medicine": "Public Health and Preventive Medicine",
    "Public Health & Gen Preventive Medicine": "Public Health and Preventive Medicine",
    "Surgery": "Surgery-General",
    "Thoracic Surgery": "Thoracic Surgery (Integrated)",
    "Vascular Surgery": "Vascular Surgery (Integrated)",
  ]

  /// The name that the figures use; a name they do not know is returned as given.
  package static func canonical(_ name: String) -> String { aliases[name] ?? name }
}

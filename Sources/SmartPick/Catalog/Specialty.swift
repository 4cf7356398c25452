import Tables

/// A specialty of the Match under its canonical name, with the other names that people write.
public struct Specialty: Sendable, Equatable, Identifiable {
  /// The name that every table of this package uses.
  public let name: String
  /// Other names, matched without case, blanks and punctuation.
  public let aliases: [String]
  /// ACGME's three digits, where known.
  public let digits: String?

  public var id: String { name }

  init(_ name: String, _ digits: String?, _ aliases: String...) {
    self.name = name
    self.digits = digits
    self.aliases = aliases
  }

  /// The specialty that a text means, and the kind of position where the text tells that too.
  ///
  /// Words for the kind of position ("Categorical", "Preliminary", "(PGY-1 Only)", "Advanced") are set aside before the
  /// name is looked up; a text that means a combined specialty may join its names by `/`, `-`, "and" or "&".
  public static func recognized(_ text: String) -> (specialty: Specialty, track: Track?)? {
    let track = Track(words: text)
    if let specialty = index[ColumnName.key(text)] { return (specialty, track) }
    let kinds: Set<String> = [
      "categorical", "cat", "preliminary", "prelim", "advanced", "physician", "reserved", "pgy", "1", "2", "only",
      "program", "residency", "track", "primary", "care", "integrated", "r", "year",
    ]
    let words = ColumnName.words(text)
    let rest = words.filter { !kinds.contains($0) }
    guard !rest.isEmpty else { return nil }
    for candidate in [rest, rest.filter { $0 != "and" }] {
      if let specialty = index[candidate.joined()] { return (specialty, track) }
      if words.contains("integrated"), let specialty = index[(candidate + ["integrated"]).joined()] {
        return (specialty, track)
      }
    }
    return nil
  }

  /// The name by which every table of this package knows the specialty, or the text as it is where none is recognized.
  ///
  /// A preliminary year is not the specialty whose name it bears: "Surgery-Preliminary" and "Internal Medicine
  /// (Preliminary)" stay as they are, as rows of their own, and so does whatever nobody knows. A transitional year has a
  /// name of its own. O(1) for a name that is canonical already.
  public static func canonicalName(_ text: String) -> String {
    if names.contains(text) { return text }
    guard let found = recognized(text) else { return text }
    return found.track == .preliminary && found.specialty.name != "Transitional Year" ? text : found.specialty.name
  }

  private static let names = Set(all.map(\.name))

  /// The specialty with these three digits in ACGME and NRMP codes.
  public static func coded(_ digits: String) -> Specialty? { byDigits[digits] }

  private static let byDigits = Dictionary(
    all.compactMap { specialty in specialty.digits.map { ($0, specialty) } }, uniquingKeysWith: { first, _ in first })

  private static let index: [String: Specialty] = {
    var index: [String: Specialty] = [:]
    for specialty in all { index[ColumnName.key(specialty.name)] = specialty }
    for specialty in all {
      for alias in specialty.aliases where index[ColumnName.key(alias)] == nil {
        index[ColumnName.key(alias)] = specialty
      }
    }
    return index
  }()

  /// All specialties of the Main Residency Match's tables for 2026, and those that match elsewhere.
  ///
  /// The digits are ACGME's, as they stand in public program codes; combined specialties are given only where sure.
  public static let all: [Specialty] = [
    Specialty("Anesthesiology", "040", "Anesthesia", "Anes", "Anaesthesiology", "Gas"),
    Specialty("Child Neurology", "185", "Pediatric Neurology", "Neurology-Child", "Peds Neuro", "Child Neuro"),
    Specialty("Dermatology", "080", "Derm"),
    Specialty("Emergency Medicine", "110", "EM", "Emergency", "Emergency Med", "ER"),
    Specialty("Family Medicine", "120", "FM", "Family", "Family Practice", "Family Med", "FP"),
    Specialty(
      "Internal Medicine", "140", "IM", "Medicine", "Internal Med", "Int Med", "Medicine-Primary",
      "Internal Medicine Primary", "Medicine-Preliminary", "Med"),
    Specialty(
      "Interventional Radiology (Integrated)", "416", "IR", "Interventional Radiology", "IR/DR", "DR/IR",
      "Integrated IR"),
    Specialty("Medical Genetics and Genomics", "130", "Medical Genetics", "Genetics"),
    Specialty("Neurodevelopmental Disabilities", "186", "NDD"),
    Specialty("Neurological Surgery", "160", "Neurosurgery", "NSurg", "NSGY", "Neurosurg", "NS"),
    Specialty("Neurology", "180", "Neuro", "Adult Neurology"),
    Specialty("Nuclear Medicine", "200", "Nuc Med", "Nucs"),
    Specialty(
      "Obstetrics and Gynecology", "220", "OB/GYN", "OBGYN", "Obstetrics-Gynecology", "Obstetrics & Gynecology",
      "OBG", "Ob Gyn", "Obstetrics", "Gynecology", "Obstetrics Gynaecology"),
    Specialty(
      "Occupational & Environmental Medicine", nil, "Occupational & Environmental Med", "Occ Med",
      "Occupational Medicine", "Occupational and Environmental Medicine"),
    Specialty("Ophthalmology", "240", "Ophtho", "Eye"),
    Specialty(
      "Orthopaedic Surgery", "260", "Ortho", "Orthopedic Surgery", "Orthopedics", "Orthopaedics", "Orthopedic",
      "Ortho Surgery"),
    Specialty(
      "Osteopathic Neuromusculoskeletal Medicine", "275", "ONMM", "Neuromusculoskeletal Medicine", "OMM", "NMM"),
    Specialty(
      "Otolaryngology", "280", "ENT", "Otolaryngology - Head and Neck Surgery", "Otolaryngology Head Neck Surgery",
      "OtoHNS", "Oto", "Ear Nose and Throat", "Head and Neck Surgery"),
    Specialty(
      "Pathology-Anatomic and Clinical", "300", "Pathology", "Path", "AP/CP", "Anatomic and Clinical Pathology",
      "Pathology - Anatomic & Clinical", "Pathology Anatomic Clinical"),
    Specialty("Pediatrics", "320", "Peds", "Pediatric", "Paediatrics", "Pediatrics-Primary"),
    Specialty(
      "Physical Medicine and Rehabilitation", "340", "PM&R", "PMR", "Physiatry", "Physical Medicine & Rehab",
      "Physical Medicine Rehab", "Rehab", "Physical Medicine Rehabilitation"),
    Specialty("Plastic Surgery (Integrated)", "362", "Plastic Surgery", "Plastics", "PRS", "Plastic"),
    Specialty("Psychiatry", "400", "Psych", "Adult Psychiatry"),
    Specialty(
      "Public Health and Preventive Medicine", "380", "Preventive Medicine", "Prev Med", "Public Health",
      "Public Health & Gen Preventive Medicine", "General Preventive Medicine", "Preventive Med"),
    Specialty("Radiation Oncology", "430", "Rad Onc", "RadOnc", "Radiation Onc", "XRT"),
    Specialty(
      "Radiology-Diagnostic", "420", "Diagnostic Radiology", "DR", "Radiology", "Rads", "Rad", "Radiology Diagnostic"),
    Specialty(
      "Surgery-General", "440", "General Surgery", "Surgery", "GS", "Gen Surg", "Surg", "Surgery-Preliminary"),
    Specialty(
      "Thoracic Surgery (Integrated)", "461", "Thoracic Surgery", "Cardiothoracic Surgery", "CT Surgery", "I-6",
      "Integrated Thoracic Surgery", "CT Surg", "Integrated Cardiothoracic Surgery"),
    Specialty("Transitional Year", "999", "TY", "Transitional", "Transitional Year Program"),
    Specialty("Urology", "480", "Uro", "Urologic Surgery"),
    Specialty("Vascular Surgery (Integrated)", "451", "Vascular Surgery", "Vascular", "Integrated Vascular Surgery"),
    // Combined training.
    Specialty("Diagnostic Radiology/Nuclear Medicine/Nuclear Radiology", nil, "Diagnostic Radiology/Nuclear Medicine"),
    Specialty("Emergency Medicine/Anesthesiology", nil, "EM/Anes", "Emergency Med/Anesthesiology"),
    Specialty("Emergency Medicine/Family Medicine", nil, "EM/FM", "Emergency Med/Family Med"),
    Specialty("Family Medicine/Osteopathic Neuromusculoskeletal Medicine", nil, "FM/ONMM"),
    Specialty("Family Medicine/Preventive Medicine", nil, "FM/PM"),
    Specialty("Internal Medicine/Anesthesiology", nil, "IM/Anes", "Medicine-Anesthesiology"),
    Specialty("Internal Medicine/Dermatology", nil, "IM/Derm", "Medicine-Dermatology"),
    Specialty(
      "Internal Medicine/Emergency Medicine", nil, "IM/EM", "EM/IM", "Medicine-Emergency Med",
      "Internal Medicine/Emergency Med", "Medicine-Emerg Med"),
    Specialty("Internal Medicine/Family Medicine", nil, "IM/FM", "Medicine-Family Medicine"),
    Specialty("Internal Medicine/Medical Genetics", nil, "IM/Genetics", "Medicine-Medical Genetics"),
    Specialty("Internal Medicine/Neurology", nil, "IM/Neuro", "Medicine-Neurology"),
    Specialty(
      "Internal Medicine/Pediatrics", "700", "Med-Peds", "MedPeds", "Med/Peds", "Medicine-Pediatrics", "IM/Peds",
      "Medicine/Pediatrics"),
    Specialty("Internal Medicine/Preventive Medicine", nil, "IM/PM", "Medicine-Preventive Med"),
    Specialty("Internal Medicine/Psychiatry", nil, "IM/Psych", "Med-Psych", "Medicine-Psychiatry"),
    Specialty("Pediatrics/Anesthesiology", nil, "Peds/Anes"),
    Specialty("Pediatrics/Emergency Medicine", nil, "Peds/EM", "Pediatrics-Emerg Med"),
    Specialty("Pediatrics/Medical Genetics", nil, "Peds/Genetics"),
    Specialty("Pediatrics/Physical Medicine and Rehabilitation", nil, "Peds/PM&R", "Pediatrics/PM&R"),
    Specialty(
      "Pediatrics/Psychiatry/Child and Adolescent Psychiatry", nil, "Triple Board", "Peds/Psych/Child Psych",
      "Pediatrics/Psych/Child Psych"),
    Specialty("Psychiatry/Family Medicine", nil, "Psych/FM", "FM/Psych", "Family Medicine/Psychiatry"),
    Specialty("Psychiatry/Neurology", nil, "Psych/Neuro", "Neuro/Psych"),
  ]
}

import Tables
import Testing

@Suite struct `Words that may point to a patient` {
  @Test(arguments: [
    ("Mr. Fairweather waited for hours", "Mr. Fairweather"),
    ("the Miss Fairweather who waited", "Miss Fairweather"),
    ("MRN 12345678 had no interpreter", "MRN"),
    ("record 00412345 was wrong", "00412345"),
    ("call (555) 123-4567 to hear more", "555 123-4567"),
    ("555-123-4567", "555-123-4567"),
    ("ssn is 123-45-6789", "ssn"),
    ("seen on 3/14/2027 at night", "3/14/2027"),
    ("seen on 2027-03-14.", "2027-03-14"),
    ("mail a.b@example.org please", "a.b@example.org"),
    ("a 93-year-old fell", "93-year-old"),
    ("a 93 yo fell", "93 yo"),
    ("the one in room 12 fell", "room 12"),
    ("Room 12: patient waited", "Room 12"),
    ("she is in bed 4", "bed 4"),
    ("Vane room 12", "room 12"),
    ("Seen with Vane in room 12", "room 12"),
    ("Bed 4 Vane", "Bed 4"),
    ("Room 12, E. Vane", "Room 12"),
    ("the wife of bed 4 called", "bed 4"),
  ])
  func `are found`(text: String, words: String) throws {
    let found = try #require(TextScreen.findings(in: text).first)
    #expect(found.words == words)
    #expect(found.advice.hasSuffix("."))
  }

  @Test(arguments: [
    "Discharges wait more than 4 h after the order, 120,000 min in a year",
    "31% of 512 discharges from March to May 2027 left late",
    "Patients aged 65 or older; 24/7 cover; 1 in 10; q4h", "No room for family", "89-year-old rule",
    "Near miss\nEvent\nRoom\n4 beds", "a near miss Monday to Friday", "20 ms Delay",
    "Room 1", "Bed 4", "room 12", "Procedure room 2", "4 West, Bed 12", "Exam Room 3\nEndoscopy Room 1\nClinic",
    "The light in room 12 flickers", "Room 1 is too cold", "Move supplies from Room 4 to Room 5", "Patient room 12",
    "Trauma Bed 1 on Monday", "Family room 2 is locked", "Rm 7 and bed 2 wait for cleaning",
    "Step 2 CK, COVID-19, 2026-27 season, 10.5 mg", "",
  ])
  func `are not seen where there are none`(text: String) {
    #expect(TextScreen.findings(in: text) == [])
  }

  @Test func `are all found, in order`() {
    let found = TextScreen.findings(in: "Mrs Vane, 92 years, room 4, 7/4/2026")
    #expect(found.map(\.words) == ["Mrs Vane", "92 years", "room 4", "7/4/2026"])
  }
}

@Suite struct `A place in a table` {
  private func suspects(_ values: [String]) throws -> [IdentifierScreen.Kind] {
    let text = "where\n" + values.map { "\"\($0)\"" }.joined(separator: "\n") + "\n"
    return IdentifierScreen.suspects(in: try Table(text: text)).map(\.kind)
  }

  @Test func `of the hospital is no address`() throws {
    #expect(try suspects(["Room 1", "Bed 4", "4 West", "4 West Unit", "3 Surgical Unit 2", "5 North Suite"]) == [])
  }

  @Test func `where somebody lives is one`() throws {
    #expect(try suspects(["12 Elm Street", "7 Quince Ave Apt 3"]) == [.address])
    #expect(try suspects(["100 Ellery Unit 4", "20 Vane Suite 7"]) == [.address])
  }
}

import Tables
import Testing

@Suite struct `Words that may point to a patient` {
  @Test(arguments: [
    ("Mr. Fairweather waited for hours", "Mr Fairweather"),
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

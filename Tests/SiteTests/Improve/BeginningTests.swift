import Testing

@Suite struct `A beginning` {
  @Test func `finds work like it, with why it stopped`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let file =
        "Project,Unit,Year,Status,Reason\nLate discharges after the order,4 West,2024,abandoned,The lead rotated off\n,,,,\n"
      let read = try await browser.upload(
        "/improve/past-work", Array(file.utf8), name: "posters.csv", fields: [("revision", "0")])
      #expect(read.status == 303)
      let page = try await browser.post("/improve/new-project", [("bother", "Discharge is late"), ("look", "yes")])
      #expect(page.status == 200)
      #expect(page.text.contains("The lead rotated off") && page.text.contains("Stopped"))
      #expect(page.text.contains("Discharge is late</textarea>"))
    }
  }

  @Test func `finds who leads what was handed over, and since when`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let project = try #require(
        try await browser.post("/improve/new-project", [("bother", "Pages all night")]).location)
      try await browser.post(
        project + "/ending", [("do", "rotation"), ("successor", "The night float lead"), ("revision", "0")])
      try await browser.post(
        project + "/ending",
        [("do", "end"), ("kind", "handedOver"), ("reason", "We rotate"), ("revision", "1")])
      let page = try await browser.get("/improve/past-work")
      #expect(page.text.contains("Handed over") && !page.text.contains("Running"))
      #expect(page.text.contains("To The night float lead on September 21, 2026. We rotate"))
    }
  }

  @Test func `refuses a list without titles, and says what it found`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let seen = try await Browser(client).upload("/improve/past-work", Array("when,who\n2024,x\n".utf8), name: "a.csv")
      #expect(seen.status == 400)
      #expect(seen.text.contains("found: when, who"))
    }
  }

  @Test func `asks for a second one what will stop`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      #expect(try await browser.post("/improve/new-project", [("bother", "Pages all night")]).status == 303)
      let second = try await browser.post("/improve/new-project", [("bother", "Interpreters are late")])
      #expect(second.status == 400)
      #expect(second.text.contains("You already run \u{201C}Pages all night\u{201D}"))
      let fields = [("bother", "Interpreters are late"), ("makes-way", "Pages wait until June")]
      #expect(try await browser.post("/improve/new-project", fields).status == 303)
    }
  }

  @Test func `from the shelf has three measures, and charts to read are worked out`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let starter = try await browser.get("/improve/shelf/discharge-delay?expected=50&half-width=10")
      #expect(starter.text.contains("<b>93 charts</b>"))
      #expect(try await browser.get("/improve/shelf/discharge-delay?expected=many").status == 400)
      let begun = try await browser.post("/improve/shelf/discharge-delay", [("where", "4 West")])
      let page = try await browser.get(try #require(begun.location))
      for name in ["Left more than 4 h after the order", "Medicines ready before the order", "Back within 7 days"] {
        #expect(page.text.contains(name))
      }
    }
  }

  @Test func `is screened in one sitting, and the record can be read again`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let begun = try await browser.post("/improve/new-project", [("bother", "Pages all night")])
      let address = "\(try #require(begun.location))/screening"
      let form = try await browser.get(address)
      let names = Set(form.text.matches(of: /type="radio"[^>]* name="([a-z-]+)"/).map { String($0.1) })
      #expect(names.count == 9)
      let missing = try await browser.post(address, [("revision", "0"), ("local-aim", "yes")])
      #expect(missing.status == 400)
      #expect(missing.text.contains("8 things to put right"))
      let usual: Set = ["local-aim", "anyway", "known"]
      var answers = names.map { ($0, usual.contains($0) ? "yes" : "no") } + [("revision", "0")]
      #expect(try await browser.post(address, answers).status == 303)
      let record = try await browser.get(address)
      #expect(record.text.contains("Likely improvement of care") && record.text.contains("Sep 21, 2026"))
      answers = answers.map { $0.0 == "random" ? ("random", "unsure") : $0 }.filter { $0.0 != "revision" }
      try await browser.post(address, answers + [("revision", try #require(record.value(of: "revision")))])
      #expect(try await browser.get(address).text.contains("Ask your ethics board"))
    }
  }
}

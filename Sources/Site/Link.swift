/// Every address of the site: pages link with it, and the router registers from it.
///
/// A case with a value is registered with the value's name in braces (`Link.join(token: "{token}").pattern`).
enum Link: Hashable, Sendable {
  case home
  case stage
  case theme, demo, health, data, components
  /// The style sheet under an address that changes with its content, so that browsers may keep it for good.
  case stylesheet

  case profile
  case profileGroup(name: String)
  case list
  case listFile
  case listWorkbook
  case listReturn, listReturnUse, listReturnRemoval
  case adviserNoteDone
  case adviserSheet
  case adviserFile
  case adviserLinks, adviserLinkRemoval
  case adviser
  case adviserNotes
  case adviserLink(token: String)
  case listControls
  case wish
  case plan
  case programs, programsFile, programsRemoval, programsPreview, programsDraftRemoval, programsFound
  case searchScript, uploadScript
  case program(code: String)
  case assumptions
  case assumption(name: String)
  case assumptionsReset, assumptionsFile, assumptionsUpload
  case match, backtest

  case season
  case improve
  case newProject
  case project(id: String)
  case newMeasure(project: String)
  case measure(id: String)
  case seasonApplication(code: String)
  case seasonRemoval(code: String)
  case calendar
  case opportunities
  case opportunity(id: String)
  case sightings(id: String)
  case opportunityStanding(id: String)
  case opportunityProposal(id: String)
  case opportunityWords(id: String)
  case opportunityRemoval(id: String)
  case choosing
  case shelf
  case chartReview(id: String)
  case reviewPeriods(id: String)
  case reviewPeriod(id: String, day: String)
  case reviewChart(id: String, day: String, number: String, turn: String)
  case newChecklist(project: String)
  case checklist(id: String)
  case checklistItems(id: String)
  case checklistUse(id: String)
  case newSurvey(project: String)
  case survey(id: String)
  case surveyRounds(id: String)
  case surveyLinks(id: String)
  case surveyLinkRemoval(id: String)
  case surveyLink(id: String, token: String)
  case surveyAnswer(id: String)
  case surveyThanks
  case tally(id: String)
  case tallyScript
  case safetyLog(id: String)
  case safetyEntries(id: String)
  case safetyEntryRemoval(id: String)
  case starter(id: String)
  case priorWork
  case screening(id: String)
  case note(code: String)
  case pin(code: String)
  case pinRemoval(code: String)
  case compare
  case listProgress
  case progressScript
  case measureDefinition(id: String)
  case measureRemoval(id: String)
  case measureMarks(id: String)
  case newMeasureMark(id: String)
  case measureMarkRemoval(id: String)
  case measureFile(id: String)
  case measureGrid(id: String)
  case measureImport(id: String)
  case measureCounts(id: String)
  case measureGroups(id: String)
  case measureGroupsFile(id: String)
  case measureRelease(id: String)
  case newAssociation(project: String)
  case associationCounts(project: String)
  case association(id: String)
  case associationRemoval(id: String)
  case associationShowing(id: String)

  case newCycle(project: String)
  case cycle(id: String)
  case cyclePart(id: String, part: String)
  case nextCycle(id: String)
  case aim(project: String)
  case proof(project: String)
  case declaration(project: String)
  case charter(project: String)
  case drivers(project: String)
  case processMap(project: String)
  case people(project: String)
  case newPerson(project: String)
  case person(id: String)
  case newConcern(project: String)
  case concern(id: String)
  case newEvidence(project: String)
  case evidenceCard(id: String)
  case ending(project: String)
  case department
  case exampleAppointments

  case rank
  case rankOrder
  case rankEntry(code: String)
  case rankRemoval(code: String)
  case rankSheet
  case rankSheetFile
  case rankFile
  case rankCouple, rankCoupleRemoval, rankCoupleOrder, rankCoupleSheet, rankCoupleFile
  case dragScript

  case workspace
  case workspaceFile
  case recoveryLinks
  case invitations
  case revocation
  case memberRole
  case memberRemoval
  case memberName
  case leaving
  case deletion
  case openFile
  case joining
  case join(token: String)
  case recovery
  case recover(token: String)

  case typedWords
  case lookBacksFile(project: String)
  case measureChanges(id: String)
  case projectLinks(project: String)
  case projectLinkRemoval(project: String)
  case projectLink(id: String, token: String)
  case shownProject(id: String)
  case shownMeasure(id: String, measure: String)
  case similarWork
  case typingScript

  case undo
  case history(collection: String, id: String)

  /// The path's parts: the one place where an address is spelled.
  var parts: [Part] {
    switch self {
    case .home: []
    case .stage: [.word("stage")]
    case .theme: [.word("theme")]
    case .demo: [.word("demo")]
    case .health: [.word("health")]
    case .data: [.word("data")]
    case .components: [.word("components")]
    case .stylesheet: [.word("assets"), .word(Stylesheet.mark), .word("housestaff.css")]
    case .profile: [.word("profile")]
    case .profileGroup(let name): [.word("profile"), .value(name)]
    case .list: [.word("list")]
    case .listFile: [.word("list.csv")]
    case .listWorkbook: [.word("list.xlsx")]
    case .listReturn: [.word("list"), .word("back")]
    case .listReturnUse: [.word("list"), .word("back"), .word("use")]
    case .listReturnRemoval: [.word("list"), .word("back"), .word("removal")]
    case .adviserSheet: [.word("list"), .word("adviser")]
    case .adviserFile: [.word("list"), .word("adviser.html")]
    case .adviserLinks: [.word("list"), .word("adviser"), .word("links")]
    case .adviserLinkRemoval: [.word("list"), .word("adviser"), .word("links"), .word("removal")]
    case .adviser: [.word("adviser")]
    case .adviserNotes: [.word("adviser"), .word("notes")]
    case .adviserLink(let token): [.word("adviser"), .value(token)]
    case .adviserNoteDone: [.word("list"), .word("adviser-notes"), .word("done")]
    case .listControls: [.word("list"), .word("controls")]
    case .wish: [.word("list"), .word("wishes")]
    case .plan: [.word("plan")]
    case .programs: [.word("programs")]
    case .programsFile: [.word("programs"), .word("file")]
    case .programsRemoval: [.word("programs"), .word("removal")]
    case .programsPreview: [.word("programs"), .word("preview")]
    case .programsDraftRemoval: [.word("programs"), .word("preview"), .word("removal")]
    case .programsFound: [.word("programs"), .word("found")]
    case .uploadScript: [.word("assets"), .word(UploadScript.mark), .word("upload.js")]
    case .searchScript: [.word("assets"), .word(SearchScript.mark), .word("search.js")]
    case .program(let code): [.word("program"), .value(code)]
    case .assumptions: [.word("assumptions")]
    case .assumption(let name): [.word("assumption"), .value(name)]
    case .assumptionsReset: [.word("assumptions"), .word("reset")]
    case .assumptionsFile: [.word("assumptions.json")]
    case .assumptionsUpload: [.word("assumptions"), .word("file")]
    case .match: [.word("match")]
    case .backtest: [.word("backtest")]
    case .season: [.word("season")]
    case .improve: [.word("improve")]
    case .newProject: [.word("improve"), .word("new-project")]
    case .project(let id): [.word("improve"), .word("project"), .value(id)]
    case .measure(let id): [.word("improve"), .word("measure"), .value(id)]
    case .opportunities: [.word("improve"), .word("opportunities")]
    case .opportunity(let id): [.word("improve"), .word("opportunity"), .value(id)]
    case .sightings(let id): [.word("improve"), .word("opportunity"), .value(id), .word("sightings")]
    case .opportunityWords(let id): [.word("improve"), .word("opportunity"), .value(id), .word("words")]
    case .opportunityRemoval(let id): [.word("improve"), .word("opportunity"), .value(id), .word("removal")]
    case .opportunityStanding(let id): [.word("improve"), .word("opportunity"), .value(id), .word("standing")]
    case .opportunityProposal(let id): [.word("improve"), .word("opportunity"), .value(id), .word("proposal")]
    case .choosing: [.word("improve"), .word("choosing")]
    case .chartReview(let id): [.word("improve"), .word("measure"), .value(id), .word("review")]
    case .reviewPeriods(let id): [.word("improve"), .word("measure"), .value(id), .word("review"), .word("periods")]
    case .reviewPeriod(let id, let day): Part.measure(id, "review", "from") + [.value(day)]
    case .reviewChart(let id, let day, let number, let turn):
      Part.measure(id, "review", "from") + [.value(day), .word("chart"), .value(number), .value(turn)]
    case .newChecklist(let project): [.word("improve"), .word("project"), .value(project), .word("new-checklist")]
    case .checklist(let id): [.word("improve"), .word("checklist"), .value(id)]
    case .checklistItems(let id): [.word("improve"), .word("checklist"), .value(id), .word("items")]
    case .checklistUse(let id): [.word("improve"), .word("checklist"), .value(id), .word("use")]
    case .newSurvey(let project): [.word("improve"), .word("project"), .value(project), .word("new-survey")]
    case .survey(let id): [.word("improve"), .word("survey"), .value(id)]
    case .surveyRounds(let id): [.word("improve"), .word("survey"), .value(id), .word("rounds")]
    case .surveyLinks(let id): [.word("improve"), .word("survey"), .value(id), .word("links")]
    case .surveyLinkRemoval(let id): [.word("improve"), .word("survey"), .value(id), .word("links"), .word("removal")]
    case .surveyLink(let id, let token): [.word("survey"), .value(id), .word("by"), .value(token)]
    case .surveyAnswer(let id): [.word("survey"), .value(id)]
    case .surveyThanks: [.word("survey-thanks")]
    case .tally(let id): [.word("improve"), .word("measure"), .value(id), .word("tally")]
    case .tallyScript: [.word("assets"), .word(TallyScript.mark), .word("tally.js")]
    case .safetyLog(let id): [.word("improve"), .word("project"), .value(id), .word("safety-log")]
    case .safetyEntries(let id): Part.project(id, "safety-log", "entries")
    case .safetyEntryRemoval(let id): Part.project(id, "safety-log", "entries", "removal")
    case .shelf: [.word("improve"), .word("shelf")]
    case .starter(let id): [.word("improve"), .word("shelf"), .value(id)]
    case .priorWork: [.word("improve"), .word("past-work")]
    case .screening(let id): [.word("improve"), .word("project"), .value(id), .word("screening")]
    case .newMeasure(let id): [.word("improve"), .word("project"), .value(id), .word("new-measure")]
    case .measureDefinition(let id): [.word("improve"), .word("measure"), .value(id), .word("definition")]
    case .measureRemoval(let id): [.word("improve"), .word("measure"), .value(id), .word("removal")]
    case .measureMarks(let id): [.word("improve"), .word("measure"), .value(id), .word("marks")]
    case .newMeasureMark(let id): [.word("improve"), .word("measure"), .value(id), .word("marks"), .word("new")]
    case .measureMarkRemoval(let id): Part.measure(id, "marks", "removal")
    case .measureFile(let id): [.word("improve"), .word("measure"), .value(id), .word("counts.csv")]
    case .measureGrid(let id): [.word("improve"), .word("measure"), .value(id), .word("grid")]
    case .measureImport(let id): [.word("improve"), .word("measure"), .value(id), .word("import")]
    case .measureCounts(let id): [.word("improve"), .word("measure"), .value(id), .word("counts")]
    case .measureGroups(let id): [.word("improve"), .word("measure"), .value(id), .word("groups")]
    case .measureGroupsFile(let id): [.word("improve"), .word("measure"), .value(id), .word("groups.csv")]
    case .measureRelease(let id): [.word("improve"), .word("measure"), .value(id), .word("groups"), .word("release")]
    case .newAssociation(let id): [.word("improve"), .word("project"), .value(id), .word("association")]
    case .associationCounts(let id): Part.project(id, "association", "counts")
    case .association(let id): [.word("improve"), .word("association"), .value(id)]
    case .associationRemoval(let id): [.word("improve"), .word("association"), .value(id), .word("removal")]
    case .associationShowing(let id): [.word("improve"), .word("association"), .value(id), .word("shown")]
    case .newCycle(let project): [.word("improve"), .word("project"), .value(project), .word("new-cycle")]
    case .cycle(let id): [.word("improve"), .word("cycle"), .value(id)]
    case .cyclePart(let id, let part): [.word("improve"), .word("cycle"), .value(id), .word("part"), .value(part)]
    case .nextCycle(let id): [.word("improve"), .word("cycle"), .value(id), .word("next")]
    case .aim(let project): [.word("improve"), .word("project"), .value(project), .word("aim")]
    case .proof(let project): [.word("improve"), .word("project"), .value(project), .word("proof")]
    case .declaration(let project): [.word("improve"), .word("project"), .value(project), .word("declaration")]
    case .charter(let project): [.word("improve"), .word("project"), .value(project), .word("charter")]
    case .drivers(let project): [.word("improve"), .word("project"), .value(project), .word("drivers")]
    case .processMap(let project): [.word("improve"), .word("project"), .value(project), .word("process")]
    case .people(let project): [.word("improve"), .word("project"), .value(project), .word("people")]
    case .newPerson(let project): [.word("improve"), .word("project"), .value(project), .word("new-person")]
    case .newConcern(let project): [.word("improve"), .word("project"), .value(project), .word("new-concern")]
    case .newEvidence(let project): [.word("improve"), .word("project"), .value(project), .word("new-evidence")]
    case .ending(let project): [.word("improve"), .word("project"), .value(project), .word("ending")]
    case .person(let id): [.word("improve"), .word("person"), .value(id)]
    case .concern(let id): [.word("improve"), .word("concern"), .value(id)]
    case .evidenceCard(let id): [.word("improve"), .word("evidence"), .value(id)]
    case .department: [.word("improve"), .word("department")]
    case .exampleAppointments: [.word("improve"), .word("made-up-appointments.csv")]
    case .seasonApplication(let code): [.word("season"), .word("application"), .value(code)]
    case .seasonRemoval(let code): [.word("season"), .word("application"), .value(code), .word("removal")]
    case .calendar: [.word("season"), .word("calendar.ics")]
    case .note(let code): [.word("program"), .value(code), .word("note")]
    case .pin(let code): [.word("program"), .value(code), .word("pin")]
    case .pinRemoval(let code): [.word("program"), .value(code), .word("pin"), .word("removal")]
    case .compare: [.word("compare")]
    case .listProgress: [.word("list"), .word("progress")]
    case .progressScript: [.word("assets"), .word(ProgressScript.mark), .word("progress.js")]
    case .rank: [.word("rank")]
    case .rankOrder: [.word("rank"), .word("order")]
    case .rankEntry(let code): [.word("rank"), .word("place"), .value(code)]
    case .rankRemoval(let code): [.word("rank"), .word("place"), .value(code), .word("removal")]
    case .rankSheet: [.word("rank"), .word("sheet")]
    case .rankSheetFile: [.word("rank"), .word("sheet.csv")]
    case .rankFile: [.word("rank.csv")]
    case .rankCouple: [.word("rank"), .word("couple")]
    case .rankCoupleOrder: [.word("rank"), .word("couple"), .word("order")]
    case .rankCoupleRemoval: [.word("rank"), .word("couple"), .word("removal")]
    case .rankCoupleSheet: [.word("rank"), .word("couple"), .word("sheet")]
    case .rankCoupleFile: [.word("rank"), .word("couple.csv")]
    case .dragScript: [.word("assets"), .word(DragScript.mark), .word("drag.js")]
    case .workspace: [.word("workspace")]
    case .workspaceFile: [.word("workspace"), .word("file")]
    case .recoveryLinks: [.word("workspace"), .word("recovery-links")]
    case .invitations: [.word("workspace"), .word("invitations")]
    case .revocation: [.word("workspace"), .word("revocations")]
    case .memberRole: [.word("workspace"), .word("members"), .word("roles")]
    case .memberRemoval: [.word("workspace"), .word("members"), .word("removals")]
    case .memberName: [.word("workspace"), .word("members"), .word("names")]
    case .leaving: [.word("workspace"), .word("leaving")]
    case .deletion: [.word("workspace"), .word("deletion")]
    case .openFile: [.word("open")]
    case .joining: [.word("join")]
    case .join(let token): [.word("join"), .value(token)]
    case .recovery: [.word("recover")]
    case .recover(let token): [.word("recover"), .value(token)]
    case .measureChanges(let id): [.word("improve"), .word("measure"), .value(id), .word("changes")]
    case .projectLinks(let id): Part.project(id, "links")
    case .projectLinkRemoval(let id): Part.project(id, "links", "removal")
    case .projectLink(let id, let token): [.word("shown"), .value(id), .word("by"), .value(token)]
    case .shownProject(let id): [.word("shown"), .value(id)]
    case .shownMeasure(let id, let measure): [.word("shown"), .value(id), .word("measure"), .value(measure)]
    case .lookBacksFile(let id): [.word("improve"), .word("project"), .value(id), .word("looks-back.ics")]
    case .typedWords: [.word("improve"), .word("typed-words")]
    case .similarWork: [.word("improve"), .word("similar-work")]
    case .typingScript: [.word("assets"), .word(TypingScript.mark), .word("typing.js")]
    case .undo: [.word("undo")]
    case .history(let collection, let id): [.word("history"), .value(collection), .value(id)]
    }
  }
}

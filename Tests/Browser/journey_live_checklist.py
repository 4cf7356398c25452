"""A year with a checklist for outpatient procedures, lived through on a phone from an empty workspace to the sentence that
the data earned, and on to who keeps it. All of it is made up."""

import datetime

import life
from person import Phone

YEAR = 2026
# Days between two near misses or events: every week or so before the checklist, rarer after it.
BEFORE = (6, 9, 4, 11, 7, 3, 12, 8, 6, 10, 5, 9, 7, 4, 11, 8)
AFTER = (26, 16, 22, 14, 25, 18, 21, 17, 20)
LINES = ("The patient says name and procedure", "Consent is signed for this side", "Allergies are said aloud",
         "Equipment is open and complete", "The specimen is labeled at the bedside")


def day(month, number):
    return datetime.date(YEAR, month, number)


def journey(v):
    v.rehearse(day(1, 5))
    Life(v).live()


class Life(life.Life):
    def __init__(self, v):
        super().__init__(v, Phone(v))
        self.phone = self.person

    def live(self):
        self.begin()
        self.log_before()
        self.before()
        self.people()
        self.evidence()
        self.simulate()
        self.declare()
        self.use()
        self.after()
        self.spread()
        self.keep()

    # From a frustration to a project

    def begin(self):
        phone = self.phone
        phone.go("/")
        self.v.check("every page says that the clock is set by hand",
                     "Rehearsal: today is set by hand to Jan 5, 2026" in self.page.locator("body").inner_text())
        phone.follow("My projects")
        phone.looks("Improve in an empty workspace")
        phone.follow("Keep an opportunity")
        phone.write(what="A specimen left the room without its label, again.", where="Procedure clinic", kind="safety")
        phone.choose("consequence", "harm", "delay")
        phone.press("Keep it")
        self.until(day(1, 6))
        phone.press("Seen again")
        phone.follow("Begin a project with it")
        phone.write(countable="Near misses and events, and the days between two of them")
        phone.press("Begin")
        self.project = phone.path
        phone.looks("the project, just begun")

    # What is counted before

    def log_before(self):
        phone = self.phone
        phone.follow("Safety log")
        phone.looks("a safety log before it is begun")
        phone.write(title="Near misses and events of procedures", places="Procedure room\nRecovery")
        phone.press("Begin the log")
        self.date = day(1, 7)
        for number, gap in enumerate((0,) + BEFORE):
            self.date += datetime.timedelta(gap)
            self.event(cases=gap * 6 or None)
        phone.follow("Days between events")
        self.days = phone.path

    def event(self, cases=None):
        phone = self.phone
        self.until(self.date)
        self.page.reload()
        phone.choose("kind", "Near miss")
        if cases:
            phone.write(cases=cases)
        phone.choose("reported", "yes")
        phone.press("Log it")

    def before(self):
        """The other two kinds of measure, and how confident the staff is before anything changes."""
        phone = self.phone
        self.screened()
        phone.go(self.project)
        phone.follow("Add a balancing measure")
        phone.write(name="Start later than planned", kind="value", numerator="minutes from the planned to the real start",
                    definition="Mean of all procedures of the week, from the clock in the room.", collector="Charge nurse")
        phone.choose("better", "neither")
        phone.unfold("Unit and scale")
        phone.write(unit="min")
        phone.press("Add the measure")
        phone.follow("Type or paste counts")
        phone.looks("the grid")
        weeks = [day(1, 5) + datetime.timedelta(7 * week) for week in range(17)]
        minutes = (6.1, 5.4, 7.2, 6.6, 4.9, 5.8, 6.9, 7.5, 5.1, 6.3, 6.0, 5.5, 7.1, 6.4, 5.9, 6.8, 6.2)
        phone.write(paste="\n".join(f"{week.isoformat()}\t{value}" for week, value in zip(weeks, minutes)))
        phone.press("Save the counts")
        self.delay = phone.path

        phone.go(self.project)
        phone.follow("Make a short survey")
        phone.write(title="Confidence of the staff", questions="How sure are you that nothing is missing when we begin?")
        phone.press("Make the survey")
        self.survey = phone.path
        self.ask(*((level,) for level in (2, 3, 2, 3, 2, 4)))

    # Whom it touches, and what is known

    def people(self):
        phone = self.phone
        phone.go(self.project)
        phone.follow("People and contacts")
        phone.choose("touched", "patient", "nurse", "resident")
        phone.press("Save")
        phone.looks("people, with who is missing")
        phone.follow("Plan the contact with a nurse")
        phone.write(name="Room nurses", plan="Write the list with them, line by line", contacted=day(5, 7),
                    burden="A minute before every procedure", shaped="Cut the list to five lines; the label comes last")
        phone.choose("influence", "high")
        phone.choose("interest", "high")
        phone.choose("table", "yes")
        phone.press("Save")
        phone.go(self.project)
        phone.follow("Note a concern")
        phone.write(said="This will make every list run late.", who="Proceduralist")
        phone.choose("kind", "time")
        phone.press("Save")
        phone.go(self.project)
        phone.follow("This will make every list run late")
        phone.write(asked="Which minutes, in which part of the day?", heard="The first case must not slip.",
                    answered="One simulated morning first; the delay is measured.", revisit=day(7, 1))
        phone.choose("answer", "smallerPilot")
        phone.press("Save")

    def evidence(self):
        self.cards(
            ("Guidance asks for a structured pause with a list before an operation.",
             "WHO Guidelines for Safe Surgery", 2009, "Operating rooms worldwide", "supports", "somewhat"),
            ("When checklists became mandatory, operative mortality did not change: 0.71% before, 0.65% after.",
             "Urbach and others, N Engl J Med 370:1029", 2014, "101 hospitals of Ontario", "opposes", "unlike"))

    # Small first

    def simulate(self):
        phone = self.phone
        self.cycle(
            "A list of nineteen lines is read by the resident in a simulated procedure.", "onePatient",
            "Can it be read in under a minute?", "50 seconds, and one planted omission is found.", day(5, 11), day(5, 11),
            "110 seconds; both omissions were found.", "Too long, and the wrong reader: the nurse has free hands.", "adapt",
            "Five lines, read by the nurse.", outcome="partly")
        self.cycle(
            "Five lines, read by the nurse, in four simulated procedures.", "fewPatients",
            "Does the short list still find what is missing?", "Under a minute in all four.", day(5, 14), day(5, 15),
            "31 to 48 seconds in all four.", "The label belongs at the end.", "adopt", "Ready for the clinic.", follows=True)

    # The checklist, and what will count as proof

    def declare(self):
        phone = self.phone
        phone.go(self.project)
        phone.follow("Make a checklist")
        phone.write(title="Before a procedure", items="\n".join(LINES[1:]))
        phone.press("Make the checklist")
        phone.write(words=LINES[0])
        phone.press("Add the line")
        for _ in LINES[1:]:
            phone.press(f"Up: {LINES[0]}")
        self.checklist = phone.path

        phone.go(self.project)
        phone.follow("Scope, sponsor, owner")
        phone.write(scope="Every procedure in the two rooms", sponsor="Medical director", owner="Charge nurse",
                    goal="No procedure begins while something is missing")
        phone.press("Save")
        phone.follow("Set the aim")
        phone.write(target=14, by=datetime.date(2026, 12, 31), whom="everyone who has a procedure here")
        self.page.locator("[name=measure]").select_option(label="Days between events (outcome)")
        phone.press("Save, then the proof")
        phone.write(change="reading the checklist aloud before every procedure", begins=day(6, 1), through=self.date,
                    window=12)
        phone.press("Save, then declare")
        phone.looks("what is about to be declared")
        phone.press("Declare and close")
        phone.says("nothing may be said yet", "Too early")

    def use(self):
        """Daily use: the checklist on the phone of the room."""
        phone = self.phone
        for number in range(8):
            self.until(day(6, 1) + datetime.timedelta(7 * number))
            phone.go(f"{self.checklist}/use")
            phone.tick(*LINES[:4])
            if number == 1:
                phone.looks("the checklist in use")
                phone.unfold("Not complete")
                phone.tick("Interrupted")
                phone.press("Keep as not complete")
            else:
                phone.tick(LINES[4])
                phone.press("Complete")
        phone.go(self.checklist)
        phone.says("completion is counted", "Complete: 88%", "of 8 uses")

    # After the change

    def after(self):
        """Events become rare; the sentence is printed with the event that earns it, and not a week before."""
        phone = self.phone
        early = []
        for number, gap in enumerate(AFTER):
            self.date += datetime.timedelta(gap)
            if number == len(AFTER) - 1:
                self.until(self.date - datetime.timedelta(7))
                early.append(self.said())
            phone.go(f"{self.project}/safety-log")
            self.event(cases=gap * 6)
            if number == 3:
                early.append(self.said())
        self.v.check("before, and a week before, it is too early to say anything",
                     all("Too early" in words and "\u201c" not in words for words in early), early)
        said = self.said()
        for part, words in (
            ("the sentence, with both center lines, the days and n",
             "\u201cAfter reading the checklist aloud before every procedure, from June 1, 2026 on, the median time "
             "between two events rose from 7.5 days (16 events; 95% CI "),
            ("its second level", " to 19 days (8 events; 95% CI "),
            ("the size, with its interval", "Up by 11.5 days (95% CI "),
            ("both levels", "): from 7.5 days to 19 days, which is 153% more than before."),
            ("the rule and the baseline", "Seen: 8 events in a row, of the 8 needed. Declared on May 15, 2026: 8 events in a "
             "row above the baseline median of 7.5 days (16 events from January 13, 2026 to May 7, 2026), within the 12 events "
             "from June 1, 2026."),
            ("the false-alarm rate", "That happens in 3 of 100 unchanged processes, looking after every event."),
            ("that after is not because of", "After is not because of"),
            ("that it is a rehearsal", "Rehearsal"),
        ):
            self.v.check(f"it is earned: {part}", words in said, said)
        phone.looks("the project with its sentence")

        phone.go(f"{self.delay}/grid")
        weeks = [day(6, 1) + datetime.timedelta(7 * week) for week in range(20)]
        minutes = (6.6, 5.9, 7.0, 6.1, 6.8, 5.2, 6.4, 7.3, 5.7, 6.0, 6.9, 6.2, 5.6, 6.5, 7.1, 5.8, 6.3, 6.7, 5.4, 6.0)
        phone.write(paste="\n".join(f"{week.isoformat()}\t{value}" for week, value in zip(weeks, minutes)))
        phone.press("Save the counts")
        phone.says("the delay did not grow beyond chance", "Nothing beyond chance: the 37 weeks")
        self.ask(*((level,) for level in (4, 4, 3, 5, 4, 4)))
        phone.says("confidence is compared, with n and its interval", "After, beside before", "95% CI")

    # To others, and to who keeps it

    def spread(self):
        phone = self.phone
        self.cycle(
            "The checklist is read before every procedure in both rooms.", "oneUnit", "Do events become rarer?",
            "The days between two of them double.", self.date, self.date, "See what may be said.",
            "The numbers on the wall helped more than the reminder.", "adopt", "It is asked for in every clinic.")
        self.cycle(
            "A second clinic reads the list in its nurses' own wording.", "severalUnits", "Does it hold where nobody built it?",
            "80% complete after a month.", day(11, 9), day(12, 7), "19 of 26 complete.", "Spread needs the simulation too.",
            "adapt", "Simulation first, in both.", outcome="partly", follows=True)
        self.second_clinic()
        phone.go("/improve/opportunities")
        phone.write(what="The checklist is voluntary in our clinics.", where="Procedure clinics", kind="policy")
        phone.press("Keep it")
        phone.follow("The checklist is voluntary")
        phone.write(request="Make the checklist mandatory before every procedure.", owner="Medical director",
                    answer_by=datetime.date(2027, 1, 15))
        phone.press("Ask")
        self.until(datetime.date(2027, 1, 16))
        self.page.reload()
        phone.says("an answer that is owed is asked for", "The answer is overdue.")
        phone.write(answer="Yes, from March on, with its completion shown every month.")
        phone.press("Save the answer")
        self.v.check("the answer is kept, and owed no more", "overdue" not in phone.words
                     and "from March on" in self.page.locator("[name=answer]").input_value(), phone.words[-600:])
        phone.looks("a proposal with its answer")

    def second_clinic(self):
        """The same list in two places: completion is told apart by place."""
        phone = self.phone
        phone.go(self.checklist)
        phone.unfold("Title, places and reasons")
        phone.write(places="Clinic A\nClinic B")
        phone.press("Save")
        phone.follow("Use it now")
        for place, *ticked in (("Clinic A", *LINES), ("Clinic B", *LINES), ("Clinic B", *LINES[1:])):
            phone.write(place=place)
            phone.tick(*ticked)
            if len(ticked) == len(LINES):
                phone.press("Complete")
            else:
                phone.unfold("Not complete")
                phone.tick("Forgotten")
                phone.press("Keep as not complete")
        self.v.check("the phone stays in its room", self.page.locator("[name=place]").input_value() == "Clinic B")
        phone.go(f"/improve/measure/{self.checklist.rsplit('/', 1)[1]}-completion/groups")
        phone.says("completion is told apart by place", "Clinic A", "Clinic B")
        phone.looks("completion by clinic")

    def keep(self):
        phone = self.phone
        # After two months without an event or a count nobody could tell silence from not counting.
        phone.go(self.project)
        phone.says("a row of months that has ended is told", "three months in a row are data over time")
        phone.go(f"{self.checklist}/use")
        phone.tick(*LINES)
        phone.press("Complete")
        phone.go(self.project)
        phone.follow("Hand over or end")
        phone.write(leaves=datetime.date(2027, 1, 31), successor="Charge nurse")
        phone.press("Save")
        phone.go(self.project)
        phone.says("every piece of evidence is there", "Where it stands: kept", "Method: 5 of 5 features")
        phone.follow("Hand over or end")
        phone.choose("kind", "handedOver")
        phone.write(reason="It runs in daily use; the charge nurse keeps it.")
        phone.press("End the project")
        self.until(datetime.date(2027, 4, 20))
        self.page.reload()
        phone.looks("three months after it was handed over")
        phone.choose("holds", "yes")
        phone.write(words="A median of 20 days between two.")
        phone.press("Keep the look back")
        phone.says("the look back is kept", "It holds")
        phone.go("/improve/department")
        phone.says("the department sees it", "with an earned change", "Handed over")

"""Nine months with video visits for no-shows, lived through from a file of 2,000 made-up appointments: the averages look
better, the declared rule has not earned a word, and the page says so."""

import csv
import datetime
import io

import life
from person import Desk
from visit import root


def day(year, month, number):
    return datetime.date(year, month, number)


# What the site offers for practice is the file of the documentation.
ROWS = list(csv.DictReader(io.StringIO((root / "docs/examples/telehealth-no-shows.csv").read_text("utf-8"))))


def report(until, only=None, **more):
    """The scheduling report of the days before `until`, as the file chooser takes it; with columns `more`, if any."""
    rows = [row for row in ROWS if row["date"] < until.isoformat() and (only is None or only(row))]
    names = list(ROWS[0]) + list(more)
    text = io.StringIO()
    table = csv.writer(text)
    table.writerow(names)
    for number, row in enumerate(rows):
        table.writerow(list(row.values()) + [make(number) for make in more.values()])
    return {"name": "appointments.csv", "mimeType": "text/csv", "buffer": text.getvalue().encode()}


def journey(v):
    v.rehearse(day(2026, 1, 26))
    Life(v, Desk(v)).live()


class Life(life.Life):
    def live(self):
        self.begin()
        self.baseline()
        self.distance()
        self.family()
        self.charter()
        self.pilot()
        self.after()
        self.decide()

    def begin(self):
        me = self.person
        me.go("/improve")
        me.follow("Begin a project")
        me.write(bother="One in five follow-up visits is not kept, and more of those who live far away.",
                 place="Continuity clinic", countable="no-shows")
        me.unfold("A title")
        me.write(title="Video visits for no-shows")
        me.press("Begin")
        self.project = me.path
        self.screened()

    # The file

    def measure(self, role, **fields):
        """A share of appointments, with the report of the desk."""
        me = self.person
        me.go(f"{self.project}/new-measure?role={role}")
        me.write(kind="proportion", collector="Scheduling report", **fields)
        me.press("Add the measure")
        return me.path

    def bring(self, measure, file, counted=None, numerator=None, **rows):
        """A file for a measure, read and looked at; read another way it is still chosen."""
        me = self.person
        me.go(f"{measure}/import")
        me.page.locator("#file").set_input_files(file)
        me.press("Read it")
        if counted:
            me.unfold("Read the columns another way")
            me.write(numerator_column=numerator, counted=counted)
            me.press("Read it this way")
        if rows:
            me.unfold("Read the columns another way")
            me.unfold("Only some of the rows")
            me.write(**rows)
            me.press("Read it this way")

    def baseline(self):
        me, v = self.person, self.v
        self.missed = self.measure(
            "outcome", name="No-shows", numerator="no-shows", denominator="appointments",
            definition="Neither kept nor cancelled before the day.")
        me.go(f"{self.missed}/import")
        with me.page.expect_download() as practice:
            me.page.get_by_role("link", name="2,000 made-up appointments").click()
        text = practice.value.path().read_text("utf-8")
        v.check("the file to practice with is that of the documentation", list(csv.DictReader(io.StringIO(text))) == ROWS)

        self.bring(self.missed, report(day(2026, 1, 26), **{
            "Patient name": lambda number: f"{'Vane Ellery Quill Ashby'.split()[number % 4]}, {'JTRM'[number % 4]}.",
            "MRN": lambda number: f"{71000000 + 37 * number}"}))
        suspects = me.page.locator("section:has(#suspects)").inner_text()
        v.check("the columns that identify are named", "Patient name" in suspects and "MRN" in suspects, suspects)
        me.looks("a file with names in it")
        me.press("Keep these counts")
        v.check("nothing is kept before it is said that it goes on without them",
                "Say that it goes on without these columns." in me.words, me.words[:300])
        me.go(self.missed)
        v.check("the file with names left nothing", "Nothing is counted yet" in me.words and "Vane" not in me.page.content())

        self.bring(self.missed, report(day(2026, 1, 26)))
        me.says("the preview says what was understood", "1,050 of 1,050 rows make 21 weeks", "distance, portal")
        me.looks("the preview of the report")
        me.press("Keep these counts")
        me.says("the problem has its number and interval", "of 1,050 appointments", "95% CI")

    def distance(self):
        """No-show by distance, and within each kind of portal."""
        me = self.person
        me.go(self.project)
        me.follow("Set an outcome against a factor")
        me.page.locator("#file").set_input_files(report(day(2026, 1, 26)))
        me.press("Read it")
        me.write(outcome="no show", factor="distance", second="portal")
        me.page.locator("#file").set_input_files(report(day(2026, 1, 26)))
        me.page.get_by_role("button", name="Read it").first.click()
        me.press("Keep these counts")
        me.says("it goes up with distance, and causes are not claimed", "no show rises with distance",
                "actors not recorded may still explain this")
        self.v.check("it is not called confounded", "Confounded." not in me.words)
        me.looks("no-shows by distance")

    def family(self):
        """What is done, what could get worse, and how it is for patients before anything changes."""
        me = self.person
        self.video = self.measure("process", name="Visits planned by video", numerator="by video", denominator="appointments")
        self.left = self.measure(
            "balancing", name="No-shows without a portal", numerator="no-shows", denominator="appointments without a portal")
        self.bring(self.left, report(day(2026, 1, 26)), filter_column="portal", filter_value="without portal")
        me.says("it says how many rows it keeps", "of 1,050 rows have “without portal” in “portal”")
        me.press("Keep these counts")
        me.go(self.project)
        me.follow("Make a short survey")
        me.write(title="Experience of patients",
                 questions="The visit was easy to fit into my day.\nI saw a clinician who knows me.")
        me.press("Make the survey")
        self.survey = me.path
        self.ask((2, 5), (3, 4), (3, 5), (2, 4), (4, 4), (3, 5))

    def charter(self):
        me = self.person
        me.go(self.project)
        me.follow("People and contacts")
        me.follow("Add a person or a role")
        me.write(name="Faculty champion", role="attending", plan="Shows the chart at faculty meeting, also when it is dull")
        me.choose("influence", "high")
        me.choose("interest", "high")
        me.choose("table", "yes")
        me.press("Save")
        self.cards(
            ("Completed more often by telehealth: 73.4% against 64.2% in person.", "JAMIA Open 7:ooae059", 2024,
             "Academic health center in Tampa", "supports", "somewhat"),
            ("Video visits had twice the odds of a no-show.", "J Am Coll Surg 231:695", 2020, "Surgical clinics of one center",
             "opposes", "unlike"))

    # Small first, then declared, then everybody

    def pilot(self):
        me = self.person
        self.cycle(
            "Six stable patients of one resident are offered video.", "fewPatients", "Can they and we do it?",
            "Five accept, four connect within five minutes.", day(2026, 1, 27), day(2026, 1, 27),
            "Four accepted, three connected within five minutes.", "Ask for the portal before the offer.", "adapt",
            "One question first.", outcome="partly")
        self.cycle(
            "The clerk asks for the portal first, then offers video.", "oneWeek", "Does the desk keep up?",
            "Less than four minutes for each.", day(2026, 2, 2), day(2026, 2, 6), "3.2 minutes in the mean of 22.",
            "One question is enough.", "adopt", "Declare the aim, then the whole clinic.", follows=True)
        self.until(day(2026, 2, 9))
        me.go(self.project)
        me.follow("Set the aim")
        me.write(target=16, by=day(2026, 6, 30), whom="everyone with an appointment in the clinic")
        me.press("Save, then the proof")
        me.write(change="offering stable follow-up by video", begins=day(2026, 2, 16), through=day(2026, 1, 25), window=16)
        me.press("Save, then declare")
        me.looks("what is about to be declared")
        me.press("Declare and close")

    def after(self):
        """The report every other month: too early, then so few weeks left that no run can come, then the window is over."""
        v, me = self.v, self.person
        for now, words in ((day(2026, 3, 16), "Too early: 4 of the declared 16 weeks are over"),
                           (day(2026, 4, 20), "too few are left for a run"),
                           (day(2026, 6, 8), "No change beyond chance: of the 16 weeks seen")):
            self.until(now)
            self.bring(self.missed, report(now))
            me.press("Keep these counts")
            self.bring(self.video, report(now, only=lambda row: row["date"] >= "2026-02-16"), "video", "visit")
            me.press("Keep these counts")
            said = self.said()
            v.check(f"on {now} no sentence is printed, and the page says why: {words}",
                    words in said and me.page.locator(".earned").count() == 0, said)
        v.check("no sentence is printed though the averages fell", "That is a result too" in said and "\u201c" not in said, said)
        me.looks("the project whose evidence is mixed")
        self.bring(self.left, report(day(2026, 6, 8), only=lambda row: row["portal"] == "without portal"))
        me.press("Keep these counts")
        me.go(f"{self.missed}/groups?by=portal&change=2026-02-16")
        me.says("whether the gap between portals changed is said with its interval", "Did the gap change?", "95% CI",
                "After February 16, 2026, not because of it.")
        me.looks("no-shows by portal")
        me.go(self.video)
        me.says("the process measure says how much was really done", "by video")
        self.ask((4, 3), (4, 4), (5, 3), (4, 3), (4, 4), (5, 3))
        me.says("one answer rose, the other fell", "difference +1", "difference \u2212")

    def decide(self):
        me = self.person
        self.cycle(
            "All stable follow-up with a portal is offered video.", "oneUnit", "Are fewer appointments missed?",
            "From about 21% to 16% within 16 weeks.", day(2026, 6, 8), day(2026, 6, 8),
            "No change beyond chance by the declared rule. Convenience rose, continuity fell.",
            "One visit in five was by video: too few to move the share of all.", "adapt",
            "Video stays as an offer; no claim is made. Next: telephone visits for those without a portal.",
            outcome="otherwise")
        me.go(f"{self.project}/ending")
        me.write(leaves=day(2026, 6, 30), successor="Scheduling lead")
        me.press("Save")
        me.go(self.project)
        me.says("it stands complete without a claim", "Where it stands: kept", "No change beyond chance", "for the change",
                "against it")
        me.go("/improve/department")
        me.says("the department sees no earned change", "with an earned change 0", "No change beyond chance")

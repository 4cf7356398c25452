"""A new visitor: from the home page to a plan, to a list of programs of her own, and back from another browser."""

import csv
import io

from visit import fixtures


class Effort:
    """How long a person would take: seconds for typing, pointing and thinking, as keystroke-level models count them."""

    LETTER, POINT, THINK = 0.28, 1.3, 1.35

    def __init__(self):
        self.seconds = 0.0

    def press(self, locator):
        self.seconds += self.POINT
        locator.click()

    def choose(self, locator, value):
        self.seconds += self.THINK + 2 * self.POINT
        locator.select_option(value)

    def write(self, locator, text):
        self.seconds += self.THINK + self.POINT + self.LETTER * len(text)
        locator.fill(text)


def field(page, name):
    return page.locator(f"main [name={name}]")


def to_a_plan(v, page):
    me = Effort()
    me.press(page.get_by_role("link", name="Begin").first)
    me.press(page.locator("main").get_by_role("link", name="Begin"))
    me.choose(field(page, "applicant_type"), "us_do_senior")
    me.write(field(page, "graduation_year"), "2027")
    me.choose(field(page, "home_state"), "OH")
    me.press(page.locator("main").get_by_role("button", name="Save"))
    me.choose(field(page, "primary"), "Internal Medicine")
    me.choose(field(page, "parallel"), "Neurology")
    me.write(field(page, "budget_usd"), "900")
    me.press(page.locator("main").get_by_role("button", name="Save"))
    me.write(field(page, "step2_score"), "244")
    me.press(page.locator("main").get_by_role("button", name="Save"))
    me.press(page.get_by_role("link", name="Profile", exact=True).first)
    me.press(page.locator("main").get_by_role("link", name="How many applications"))
    heading = v.ready(page).locator("h1").inner_text()
    v.check("a plan says how many applications and with what chance", "applications" in heading and "%" in heading, heading)
    v.check("the way to the plan takes under a minute of typing", me.seconds < 60, f"{me.seconds:.0f} s")


def to_own_programs(v, page):
    page.locator("nav").get_by_role("link", name="Programs", exact=True).click()
    page.locator("input[type=file]").set_input_files(fixtures / "messy-programs.csv")
    page.get_by_role("button", name="Read the file").click()
    heading = page.locator("h1").inner_text()
    v.check("sixty messy rows are understood", heading.startswith("60 programs understood"), heading)
    v.check("each column has its meaning", page.get_by_label("What Avg Step 2 CK means").input_value() == "step2_median")
    for folded in page.locator("main details summary").all():
        folded.click()
    v.check("what was not understood is shown", "Ohoi" in page.locator("main").inner_text())
    v.sound(page, "what was understood", looks=((1280, "light"), (375, "dark")))
    page.get_by_role("button", name="Use these 60 programs").click()
    page.locator("nav").get_by_role("link", name="List", exact=True).click()
    names = names_of(v.ready(page))
    own = (fixtures / "messy-programs.csv").read_text("utf-8-sig")
    v.check("the list is of her own programs", names and all(name in own for name in names), names[:5])


def rows(page):
    return page.locator("table.rows tbody tr")


def names_of(page):
    return [row.locator("a").first.inner_text() for row in rows(page).all()]


def to_her_wishes(v, page):
    before = rows(page).count()
    page.get_by_text("Change budget").click()
    field(page, "budget_usd").fill("220")
    page.get_by_role("button", name="Answer again").click()
    v.ready(page)
    v.check("a smaller budget makes a shorter list", 0 < rows(page).count() < before, f"{before}, then {rows(page).count()}")
    v.check("the new budget is in the headline's sentence", "$220" in page.locator("main").inner_text())

    loved = names_of(page)[0]
    rows(page).first.get_by_role("button", name="Love", exact=True).click()
    v.ready(page)
    row = rows(page).filter(has=page.get_by_role("link", name=loved, exact=True))
    v.check("a loved program says so", row.get_by_role("button", name="Loved").count() == 1, loved)

    refused = next(name for name in names_of(page) if name != loved)
    rows(page).filter(has=page.get_by_role("link", name=refused, exact=True)).get_by_role("button", name="Refuse").click()
    v.ready(page)
    left = rows(page).get_by_role("link", name=refused, exact=True).count()
    v.check("a refused program is gone from the list", left == 0, refused)
    undo = page.get_by_role("button", name="Undo")
    v.check("and it can be taken back", undo.count() == 1)
    return loved, refused


def to_a_file(v, page, loved, refused):
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").first.click()
    text = download.value.path().read_text("utf-8-sig")
    table = list(csv.DictReader(io.StringIO(text)))
    shown = rows(page).count()
    v.check("the exported file has the rows of the page", len(table) == shown, f"{len(table)}, {shown}")
    names = [row.get("program") for row in table]
    v.check("with the loved and without the refused", loved in names and refused not in names, names[:5])
    v.check("its chances are numbers from 0 to 1", all(0 <= float(row["interview"]) <= 1 for row in table))
    v.check("nothing of her own is called fiction or is a formula",
            not any(cell.startswith(("=", "+", "@")) for row in table for cell in row.values() if cell))


def to_the_season(v, page):
    page.locator("nav").get_by_role("link", name="Season").click()
    page.get_by_role("button", name="I applied to all of my list").click()
    sent = rows(page).filter(has_text="waiting").count() or rows(page).filter(has_text="Waiting").count()
    v.check("everything on the list was applied to", sent > 3, page.locator("h1").inner_text())
    rows(page).first.get_by_role("button", name="Interview").click()
    v.check("an interview is written down", "1 interview" in page.locator("h1").inner_text())
    page.get_by_role("link", name="Add its day").first.click()
    v.sound(page, "an application", looks=((1280, "light"), (375, "dark")))
    page.goto(v.at("/season"))
    v.sound(page, "the season", looks=((1280, "light"), (375, "dark")))
    with page.expect_download() as download:
        page.get_by_role("link", name="calendar").click()
    lines = download.value.path().read_bytes().decode("utf-8").split("\r\n")
    v.check("the calendar is one", lines[0] == "BEGIN:VCALENDAR" and "BEGIN:VEVENT" in lines, lines[:3])
    page.locator("nav").get_by_role("link", name="List", exact=True).click()
    v.check("the list takes what happened in", v.ready(page).get_by_text("applied").count() > 0)


def back_elsewhere(v, page, loved, scripts):
    page.locator("nav").get_by_role("link", name="My workspace").click()
    page.get_by_role("button", name="Make a recovery link").click()
    link = page.get_by_label("Your recovery link").input_value()
    v.check("the recovery link is whole", link.startswith(v.server.address + "/recover/"), link)
    v.sound(page, "the page with the recovery link", looks=((1280, "light"), (375, "dark")))

    other = v.open(scripts=scripts)
    other.goto(link)
    v.check("the secret is in no address", "recover/" not in other.url, other.url)
    other.get_by_role("button", name="Open it here").click()
    v.check("she is welcome in another browser", "Welcome back" in other.locator("main").inner_text())
    # Her workspace is neither door's: behind SmartPick's is the list.
    other.locator("nav").get_by_role("link", name="SmartPick", exact=True).click()
    v.ready(other)
    row = rows(other).filter(has=other.get_by_role("link", name=loved, exact=True))
    v.check("and finds her list as she left it", row.get_by_role("button", name="Loved").count() == 1)


def story(v, scripts=True):
    page = v.open("/", scripts=scripts)
    to_a_plan(v, page)
    to_own_programs(v, page)
    loved, refused = to_her_wishes(v, page)
    v.sound(page, "her list", looks=((1280, "light"), (375, "dark")))
    to_a_file(v, page, loved, refused)
    to_the_season(v, page)
    back_elsewhere(v, page, loved, scripts)


def journey(v):
    story(v)

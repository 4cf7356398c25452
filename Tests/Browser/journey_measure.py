"""A measure is defined, counted from a file with names in it, marked, and looked at by group; an outcome is set against a factor."""

import urllib.parse

import pages


def rows():
    """Made-up visits: 40 weeks, two languages, a column that identifies."""
    lines = ["Visit date,MRN,Language,Size,No-show"]
    for number in range(2000):
        month, day = 1 + number // 200, 1 + number % 28
        missed = "yes" if number % 7 == 0 or (number % 5 == 0 and number % 2 == 0) else "no"
        language, size = ("Spanish", "English")[number % 2], ("small", "large")[number % 3 == 0]
        lines.append(f"2026-{month:02}-{day:02},{71000000 + number * 3},{language},{size},{missed}")
    return ("\n".join(lines) + "\n").encode()


def journey(v):
    page = v.open("/improve")
    page.get_by_role("link", name="Begin a project").click()
    page.locator("#bother").fill("Visits are missed.")
    page.locator("#place").fill("Clinic 2")
    page.locator("main").get_by_role("button", name="Begin").click()
    project = page.url
    page.get_by_role("link", name="Add a measure").first.click()
    page.get_by_role("button", name="Add the measure").click()
    v.check("a measure without a name is told so", page.locator("#name-error").count() == 1)
    v.sound(page, "the refused measure", looks=((375, "light"),))
    page.locator("#name").fill("Missed visits")
    page.locator("#numerator").fill("visits that were missed")
    page.locator("#denominator").fill("visits")
    page.get_by_role("button", name="Add the measure").click()
    measure = page.url
    page.get_by_role("link", name="Bring a file").click()
    page.locator("#file").set_input_files({"name": "visits.csv", "mimeType": "text/csv", "buffer": rows()})
    page.get_by_role("button", name="Read it").click()
    v.ready(page)
    v.check("the column that identifies is named", "MRN" in page.locator("#suspects ~ ul").inner_text())
    v.sound(page, "the preview of a file", looks=((375, "light"), (1280, "dark")))
    page.get_by_label("Yes, without").check()
    page.get_by_role("button", name="Keep these counts").click()
    v.check("the problem has its number", "visits" in page.locator("main").inner_text())
    page.goto(measure + "/marks")
    page.locator("#target").fill("10")
    page.locator("#baseline").fill("2026-05-31")
    page.get_by_role("button", name="Save").click()
    page.goto(measure + "/groups")
    page.locator("input[value=quarter]").check()
    page.get_by_role("button", name="Choose for good").click()
    pages.walk(v, "measure", page, [urllib.parse.urlsplit(measure).path + part for part in ("", "/groups", "/marks", "/grid")])
    page.goto(project + "/association")
    page.locator("#file").set_input_files({"name": "visits.csv", "mimeType": "text/csv", "buffer": rows()})
    page.get_by_role("button", name="Read it").click()
    page.locator("#outcome").select_option("No-show")
    page.locator("#factor").select_option("Language")
    page.locator("#second").select_option("Size")
    page.locator("#file").set_input_files({"name": "visits.csv", "mimeType": "text/csv", "buffer": rows()})
    page.get_by_role("button", name="Read it this way").or_(page.get_by_role("button", name="Read it")).first.click()
    v.sound(page, "the preview of an association", looks=((375, "light"), (1280, "dark")))
    page.get_by_role("button", name="Keep these counts").click()
    v.check("it says what it cannot tell", "factors not recorded" in page.locator("main").inner_text())
    pages.walk(v, "association", page, [urllib.parse.urlsplit(page.url).path, urllib.parse.urlsplit(project).path])

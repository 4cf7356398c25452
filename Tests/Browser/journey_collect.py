"""Counts from the ward on a phone: charts read one a screen, a checklist in use, a survey of a group by one link."""

import re
import urllib.parse

LOOKS = ((375, "light"), (375, "dark"), (320, "light"))


def path(page):
    return urllib.parse.urlsplit(page.url).path


def journey(v):
    page = v.open("/improve/shelf/discharge-delay", width=375)
    page.get_by_role("button", name="Begin a project with these measures").click()
    project = path(page)
    charts(v, page)
    page.goto(v.at(project))
    checklist(v, page)
    page.goto(v.at(project))
    survey(v, page)


def charts(v, page):
    page.get_by_role("link", name="Chart review: Left more than 4 h").first.click()
    v.sound(page, "a chart review before it is set up")
    page.locator("#reasons").fill("No ride\nMedicines not ready")
    page.locator("#number").fill("4")
    page.get_by_role("button", name="Set up the review").click()
    page.locator("#listed").fill("30")
    page.get_by_role("button", name="Draw the charts").click()
    v.sound(page, "a period of a chart review")
    page.locator("#number").fill("4471023")
    page.get_by_role("button", name="Go").click()
    v.check("a record number is refused with why, and not shown again",
            "record number" in page.locator(".error-list").inner_text() and "4471023" not in page.content())
    page.get_by_role("link", name="Read chart").first.click()
    page.get_by_role("button", name="Keep, and next").click()
    v.check("an answer that is missing is asked for", page.locator(".error-list").count() == 1)
    v.sound(page, "one chart, with what is missing")
    targets = page.locator(".one-hand .choice").evaluate_all("all => all.map(e => e.getBoundingClientRect().height)")
    v.check("every choice is a target for a thumb", min(targets) >= 44, targets)
    for number in range(4):
        # The whole tile is the target, not the dot alone.
        page.locator(".answers .choice").filter(has_text="Yes" if number < 2 else re.compile("^No$")).first.click()
        if number < 2:
            page.locator("label").filter(has_text="No ride").click()
        page.get_by_role("button", name="Keep, and next").click()
    text = page.locator("main").inner_text()
    v.check("four charts are counted, with the interval", "50% (95% CI 15 to 85%) of 4" in text, text[:400])
    v.check("the most frequent reason is said", "The most frequent reason is No ride (100% of 2 counted)." in text)
    page.get_by_role("link", name="Second reading: chart").click()
    v.check("the second reader sees no answers", page.locator("input[type=radio]:checked").count() == 0)
    page.goto(v.at(path(page).split("/from/")[0]))
    v.sound(page, "a chart review with a period")


def checklist(v, page):
    page.get_by_role("link", name="Make a checklist").click()
    v.sound(page, "a new checklist", looks=LOOKS[:1])
    page.locator("#title").fill("Before a biopsy")
    page.locator("#items").fill("Site marked\nConsent seen\nAllergies asked")
    page.get_by_role("button", name="Make the checklist").click()
    page.get_by_role("button", name="Up: Consent seen").click()
    v.check("a line moved up", page.locator(".build li").first.inner_text().startswith("Consent seen"))
    page.get_by_role("link", name="Use it now").click()
    page.locator("label").filter(has_text="Consent seen").click()
    page.get_by_role("button", name="Complete", exact=True).click()
    v.check("what is not ticked is not complete", "2 of 3 lines are not ticked" in page.locator(".error-list").inner_text())
    v.sound(page, "a checklist in use, not complete")
    page.locator("label").filter(has_text="Interrupted").click()
    page.get_by_role("button", name="Keep as not complete").click()
    for line in ("Consent seen", "Site marked", "Allergies asked"):
        page.locator("label").filter(has_text=line).click()
    page.get_by_role("button", name="Complete", exact=True).click()
    page.get_by_role("link", name="Its lines and what its uses say").click()
    text = page.locator("main").inner_text()
    v.check("completion is counted", "Complete: 50% (95% CI 9 to 91%) of 2 uses." in text, text[:400])
    v.sound(page, "a checklist with its uses")
    page.get_by_role("link", name="Completion over time").click()
    v.check("it is a measure", "Complete: Before a biopsy" in page.locator("h1").inner_text())


def survey(v, page):
    page.get_by_role("link", name="Make a short survey").click()
    v.sound(page, "a new survey", looks=LOOKS[:1])
    page.get_by_role("button", name="Make the survey").click()
    address = page.url
    page.get_by_role("button", name="Open this round").first.click()
    page.get_by_role("button", name="Make a link").click()
    link = urllib.parse.urlsplit(page.locator("#link").input_value()).path
    for number, level in enumerate((2, 3, 2, 3, 4)):
        person = v.open(link, width=375, scripts=number != 1)
        opened = person.url
        if number == 0:
            v.sound(person, "a survey through its link")
            person.get_by_role("button", name="Send").click()
            v.check("a missing answer is asked for", person.locator(".error-list").count() == 1)
        person.locator('.choice').filter(has=person.locator(f"input[value='{level}']")).click()
        person.get_by_role("button", name="Send").click()
        if number == 0:
            v.sound(person, "thanks for an answer", looks=LOOKS[:1])
            person.goto(opened)
            v.check("the page cannot be sent a second time", person.get_by_role("button", name="Send").count() == 0)
    page.goto(address)
    v.check("an open round shows no answers", page.locator("table").filter(has_text="Not said").count() == 0)
    page.get_by_role("button", name="Close this round").click()
    row = page.locator("table").filter(has_text="Not said").inner_text()
    v.check("a closed round of five shows how many chose each", re.search(r"2\s+2\s+1\s+0", re.sub(r"[^\d\s]", "", row)) is not None
            or "5" in row, row)
    v.sound(page, "a survey with a closed round")

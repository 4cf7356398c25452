"""A project of improvement is begun with three questions; every page that grows from it is looked at."""

import urllib.parse

import pages


def journey(v):
    page = v.open("/improve")
    page.get_by_role("link", name="Begin a project").click()
    page.get_by_role("button", name="Begin").click()
    v.check("an empty answer is said beside its field", page.locator("#bother-error").count() == 1)
    v.sound(page, "the refused form", looks=((375, "light"),))
    page.locator("#bother").fill("Discharges leave hours after the order.")
    page.locator("#place").fill("Unit 4")
    page.locator("main").get_by_role("button", name="Begin").click()
    v.check("the project has its page", "Discharges leave hours" in page.locator("main").inner_text())
    project = page.url
    pages.walk(v, "project", page, [urllib.parse.urlsplit(project).path])

    page.goto(project)
    page.get_by_role("link", name="Plan a cycle").click()
    page.locator("[name=change]").fill("The order is written before rounds.")
    page.get_by_role("button", name="Plan it").click()
    pages.walk(v, "cycle", page, [urllib.parse.urlsplit(page.url).path])

    page.goto(v.at("/improve"))
    page.get_by_role("link", name="Keep an opportunity").click()
    page.locator("main [name=what]").fill("Orders for discharge wait for the pharmacy.")
    page.locator("main [name=kind]").select_option(index=1)
    page.get_by_role("button", name="Keep it").click()
    pages.walk(v, "opportunities", page, [urllib.parse.urlsplit(page.url).path])

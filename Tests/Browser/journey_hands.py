"""A driver diagram is moved by drag and by buttons; counts that a paste replaced are taken back; a look back goes to a calendar."""

import urllib.parse


def boxes(page):
    return page.eval_on_selector_all(
        "[data-drag] ul ul ul > li", "all => all.map(li => li.parentElement.dataset.list + ':' + li.querySelector('[name=text]').value)")


def drag(page, start, to):
    to.scroll_into_view_if_needed()
    start.scroll_into_view_if_needed()
    grip, place = start.bounding_box(), to.bounding_box()
    page.mouse.move(grip["x"] + 4, grip["y"] + 8)
    page.mouse.down()
    page.mouse.move(grip["x"] + 6, place["y"] + place["height"] - 4, steps=12)
    with page.expect_navigation():
        page.mouse.up()


def press(page, button):
    """Presses a button and waits for the page that comes of it."""
    with page.expect_navigation():
        button.click()


def journey(v):
    page = v.open("/improve/new-project")
    page.locator("#bother").fill("Discharges leave hours after the order.")
    press(page, page.locator("main").get_by_role("button", name="Begin", exact=True))
    project = urllib.parse.urlsplit(page.url).path

    page.goto(v.at(project + "/drivers"))
    for under, text in (("", "Rides"), ("1", "Booked early"), ("1", "Paid for"), ("2", "At rounds"), ("2", "By text"),
                        ("3", "Vouchers")):
        page.locator("#under").select_option(under)
        page.locator("#text").fill(text)
        press(page, page.get_by_role("button", name="Add"))
    v.check("the boxes stand", boxes(page) == ["2:At rounds", "2:By text", "3:Vouchers"], boxes(page))
    v.sound(page, "a driver diagram with grips")
    grips = page.locator("[data-drag] ul ul ul .grip")
    drag(page, grips.nth(0), page.locator("#box-6"))
    v.check("an idea is dragged to another driver", boxes(page) == ["2:By text", "3:Vouchers", "3:At rounds"], boxes(page))
    press(page, page.locator("[data-drag] li:has(> form #box-4) button", has_text="Up").first)
    v.check("a button moves it up", boxes(page) == ["2:By text", "3:At rounds", "3:Vouchers"], boxes(page))
    press(page, page.locator("[data-drag] li:has(> form #box-4) button", has_text="Up").last)
    v.check("and from the end of its driver to the one before", boxes(page) == ["2:By text", "2:At rounds", "3:Vouchers"],
            boxes(page))
    press(page, page.get_by_role("button", name="Undo"))
    v.check("it is undone", boxes(page) == ["2:By text", "3:At rounds", "3:Vouchers"], boxes(page))

    page.goto(v.at(project + "/new-measure"))
    page.locator("#name").fill("Late discharges")
    page.locator("#numerator").fill("left late")
    page.locator("#denominator").fill("discharges")
    press(page, page.locator("main form button").last)
    measure = page.url.removesuffix("/definition")
    v.check("a measure is there", "/improve/measure/" in measure, measure)
    page.goto(measure + "/grid")
    page.locator("#paste").fill("2026-01-05\t10\t40\n2026-01-12\t12\t40")
    press(page, page.get_by_role("button", name="Save the counts"))
    page.goto(measure + "/grid")
    page.locator("#numerator-1").fill("39")
    press(page, page.get_by_role("button", name="Save the counts"))
    v.check("the confirmation says what was replaced", "1 count: 1 replaced." in page.locator("main").inner_text())
    press(page, page.get_by_role("button", name="Undo"))
    v.check("it is taken back", "1 count is as before." in page.locator("main").inner_text())
    v.check("the earlier count is there", "10 of 40" in page.content() and "39 of 40" not in page.content())
    page.goto(measure + "/changes")
    v.check("who changed the counts is told", page.locator("tbody tr").count() == 3)
    v.sound(page, "the changes of the counts")

    page.goto(v.at(project + "/ending"))
    page.locator("#kind-1").check()
    page.locator("#reason").fill("The aim was reached.")
    press(page, page.get_by_role("button", name="End the project"))
    with page.expect_download() as had:
        page.get_by_role("link", name="These days for the calendar").click()
    v.results.seen.add(project + "/looks-back.ics")
    v.check("the looks back are a calendar file", had.value.suggested_filename == "housestaff-looks-back.ics")
    v.sound(page, "an ended project")

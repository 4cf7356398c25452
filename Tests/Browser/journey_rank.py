"""Twelve programs are ranked by keyboard, on a page and on a phone, and the entry sheet is printed on one page."""

import re

from journey_keyboard import FOCUSED, enter, name, tab_to, words


def codes(page):
    return page.eval_on_selector_all("[data-item]", "marks => marks.map(mark => mark.dataset.item)")


def add_twelve(v, page):
    """By keyboard: the word is typed, the first program found is added, twelve times."""
    for count in range(12):
        tab_to_quietly(page, name("q"))
        page.keyboard.type("internal medicine ohio" if count < 8 else "pediatrics ohio")
        enter(page)
        tab_to_quietly(page, lambda now: now["words"].startswith("Add") and "<button" in now["tag"])
        enter(page)
    v.check("twelve programs are ranked", len(codes(page)) == 12, codes(page))


def tab_to_quietly(page, wanted):
    for _ in range(200):
        page.keyboard.press("Tab")
        now = page.evaluate(FOCUSED)
        if now and wanted(now):
            return
    raise AssertionError("200 times Tab did not reach it")


def journey(v):
    for width, who in [(1280, "on a page"), (375, "on a phone")]:
        page = v.demo(width=width)
        page.goto(v.at("/rank"))
        v.check(f"{who}: an empty list says what to do", "Nothing ranked yet" in page.locator("main").inner_text())
        add_twelve(v, page)
        before = codes(page)
        chance = page.locator(".stat dd").first.inner_text()

        # The last to the first place by its number; then one down.
        page.goto(v.at("/rank"))
        for _ in range(12):
            tab_to_quietly(page, name("place"))
        page.keyboard.press("Control+A")
        page.keyboard.type("1")
        enter(page)
        v.check(f"{who}: a place is typed", codes(page) == [before[11]] + before[:11], codes(page))
        v.check(f"{who}: it is said", "at place 1" in page.locator("main").inner_text())
        tab_to(v, page, lambda now: "down" in now["words"], f"the way down, {who}")
        enter(page)
        v.check(f"{who}: a program moves down", codes(page)[:2] == [before[0], before[11]], codes(page))
        v.check(f"{who}: the chance to match is the same in any order", page.locator(".stat dd").first.inner_text() == chance)
        page.get_by_role("button", name="Undo").click()
        v.check(f"{who}: and back", codes(page)[0] == before[11], codes(page))
        v.sound(page, f"twelve ranked programs {who}")

        tab_to_quietly(page, words("Print the entry sheet"))
        enter(page)
        v.check(f"{who}: the sheet has twelve lines", page.locator("table.rows tbody tr").count() == 12)
        v.check(f"{who}: fiction is marked on it", "fiction" in page.locator(".sheet").inner_text())
        v.sound(page, f"the entry sheet {who}")
        paper = page.pdf(format="Letter", prefer_css_page_size=True)
        pages = len(re.findall(rb"/Type\s*/Page\b", paper))
        v.check(f"{who}: it prints on one page", pages == 1, pages)

    # By dragging, where there are scripts and a pointer.
    page = v.demo()
    for count in range(3):
        page.goto(v.at("/rank?q=internal+medicine+ohio"))
        page.locator("section[aria-labelledby=add] table button").first.click()
    page.goto(v.at("/rank"))
    before = codes(page)
    grip, row = page.locator(".grip").nth(2).bounding_box(), page.locator("table.rank tbody tr").first.bounding_box()
    page.mouse.move(grip["x"] + 4, grip["y"] + 8)
    page.mouse.down()
    page.mouse.move(grip["x"] + 4, row["y"] + 4, steps=10)
    with page.expect_navigation():
        page.mouse.up()
    v.check("a place is dragged to the top", codes(page) == [before[2]] + before[:2], codes(page))

    page.goto(v.at("/rank/place/" + before[0]))
    v.sound(page, "one place of the list")
    page.goto(v.at("/rank/couple"))
    page.fill("textarea[name=codes]", "\n".join(before[:2]))
    page.get_by_role("button", name="Make our pairs").click()
    v.check("a couple's pairs stand side by side", "No match" in page.locator("table.rows").inner_text())
    v.sound(page, "a couple's pairs")
    second = page.locator("table.rows tbody tr").nth(1).inner_text()
    page.get_by_role("button", name="Move pair 2 up").click()
    first = page.locator("table.rows tbody tr").first.inner_text()
    v.check("a pair moves up", first.split("\n")[1:3] == second.split("\n")[1:3], (first, second))
    page.get_by_role("button", name="Leave out pair 1", exact=True).click()
    v.check("a pair is left out", "1 pair is left out" in page.locator("main").inner_text())
    page.get_by_role("button", name="Propose the order again").click()
    v.check("the proposal comes back", "1 pair is left out" not in page.locator("main").inner_text())
    page.goto(v.at("/rank/couple/sheet"))
    v.sound(page, "the entry sheet for two")
    for path in ["/rank.csv", "/rank/sheet.csv", "/rank/couple.csv"]:
        v.results.seen.add(path)
        v.check(f"{path} can be had", page.request.get(v.at(path)).status == 200)

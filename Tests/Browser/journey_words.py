"""What points to a patient, and what was tried before, are said while somebody types; with scripts off when it is sent."""


def press(page, name):
    """Presses a button of the page's own form and waits for the page that comes of it."""
    with page.expect_navigation():
        page.locator("main").get_by_role("button", name=name).click()


def journey(v):
    page = v.demo()
    page.goto(v.at("/improve/opportunities"))
    what = page.locator("#what")
    what.press_sequentially("Mrs. Vane in room 12 had no video visit after a no-show")
    found = page.locator("#what-words")
    found.get_by_text("“Mrs. Vane”: A name. Write “a patient”.").wait_for()
    v.check("a room is named too", "“room 12”" in found.inner_text())
    v.check("it is said politely, and belongs to the field",
            found.get_attribute("aria-live") == "polite" and "what-words" in what.get_attribute("aria-describedby"))
    v.sound(page, "the form with what was found")
    what.fill("A patient had no video visit for a no-show")
    page.locator("#what-words:empty").wait_for(state="attached")
    similar = page.locator("#similar-work")
    similar.get_by_role("link", name="Video visits for no-shows").wait_for()
    v.check("what is like it is said in one line", "like this, below" in page.locator("#similar-said").inner_text())
    what.focus()
    page.keyboard.press("Tab")
    v.check("the list is reached by keyboard", similar.locator("a").first.evaluate("a => a === document.activeElement"))
    v.sound(page, "the form with what is like it")

    # Sent with a word that looks like a name: kept as it is once somebody says so.
    page.goto(v.at("/improve/opportunities"))
    page.locator("#what").press_sequentially("Mr. Coffee on the unit is broken")
    page.locator("#what-words").get_by_label("“Mr. Coffee” points to no patient").check()
    page.locator("#kind").select_option("workflow")
    press(page, "Keep it")
    v.check("what was looked at while typing is kept at once",
            page.locator("main").get_by_role("link", name="Mr. Coffee on the unit is broken").count() == 1)

    for scripts, width in ((True, 375), (False, 1280)):
        page = v.demo(scripts=scripts, width=width)
        page.goto(v.at("/improve/project/example-checklist/new-concern"))
        page.locator("#said").fill("Mrs. Vane, record 00412345, would have waited longer.")
        page.locator("#kind-1").check()
        press(page, "Save")
        v.check("a concern with a name is not kept", "could this point to a patient?" in page.locator("h1").inner_text())
        v.check("its question and its words are there",
                page.get_by_label("What was said?").input_value().startswith("Mrs. Vane, record"))
        v.check("what was found stands beside them", "“00412345”" in page.locator("#said-error").inner_text())
        v.sound(page, "the page that asks to look once more")
        page.get_by_label("What was said?").fill("Patients would wait longer.")
        press(page, "Keep it")
        v.check("said otherwise it is kept", page.locator("#said").input_value() == "Patients would wait longer.")

    page = v.demo(scripts=False)
    page.goto(v.at("/improve/new-project"))
    page.locator("#bother").fill("No-shows without video visits")
    press(page, "Look for similar work first")
    v.check("with scripts off the button shows what is like it",
            page.get_by_role("link", name="Video visits for no-shows").count() == 1)

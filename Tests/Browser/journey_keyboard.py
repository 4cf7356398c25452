"""From the home page to a list by keyboard alone: Tab, Enter, Space and letters; what has the focus must show it."""

FOCUSED = """() => {
  const e = document.activeElement
  if (!e || e === document.body) return null
  const style = getComputedStyle(e), box = e.getBoundingClientRect()
  const shows = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
  return { name: e.name ?? '', words: (e.innerText || e.value || '').trim(), shows,
    there: box.width > 0 && box.bottom > 0 && box.top < innerHeight, tag: e.outerHTML.slice(0, 120) }
}"""


def tab_to(v, page, wanted, what):
    """Tabs until what has the focus is `wanted`; everything passed on the way must show that it has it."""
    hidden = []
    for _ in range(150):
        page.keyboard.press("Tab")
        now = page.evaluate(FOCUSED)
        if now is None:
            continue
        if not (now["shows"] and now["there"]):
            hidden.append(now["tag"])
        if wanted(now):
            v.check(f"Tab reaches {what}, and the focus is seen all the way", not hidden, hidden[:3])
            return
    raise AssertionError(f"150 times Tab did not reach {what}")


def words(text):
    return lambda now: now["words"].startswith(text)


def name(text):
    return lambda now: now["name"] == text


def enter(page):
    with page.expect_navigation():
        page.keyboard.press("Enter")


def choose(page, value):
    """Steps down a list until its value is chosen."""
    for _ in range(80):
        if page.evaluate("() => document.activeElement.value") == value:
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"no choice {value}")


def journey(v):
    page = v.open("/")
    page.keyboard.press("Tab")
    first = page.evaluate(FOCUSED)
    v.check("the first stop is the skip link, and it is seen", first["words"].startswith("Skip") and first["there"], first)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    v.check("it leads into the content",
            page.evaluate("() => document.querySelector('main').contains(document.activeElement)"))

    tab_to(v, page, words("Begin"), "the beginning")
    enter(page)
    tab_to(v, page, words("Begin"), "the first questions")
    enter(page)
    tab_to(v, page, name("applicant_type"), "a list of choices")
    choose(page, "us_do_senior")
    tab_to(v, page, name("graduation_year"), "a field")
    page.keyboard.type("2027")
    enter(page)
    tab_to(v, page, name("primary"), "the specialty")
    choose(page, "Internal Medicine")
    tab_to(v, page, words("Save"), "the button that saves")
    with page.expect_navigation():
        page.keyboard.press("Space")
    tab_to(v, page, lambda now: now["words"] == "List", "the list")
    enter(page)
    v.check("the list is there", v.ready(page).locator("table.rows tbody tr").count() > 5)

    tab_to(v, page, words("Change budget"), "what is folded")
    page.keyboard.press("Enter")
    tab_to(v, page, name("ambition"), "what was folded")
    tab_to(v, page, words("Love"), "the first wish")
    with page.expect_navigation():
        page.keyboard.press("Space")
    v.check("a program is loved", v.ready(page).get_by_role("button", name="Loved").count() == 1)

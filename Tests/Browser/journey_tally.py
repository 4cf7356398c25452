"""A tally on a phone whose network is gone for half an hour, and which sends twice: each tap counts once."""


def journey(v):
    page = v.open("/improve/shelf/discharge-delay")
    page.locator("main form[method=post] button").last.click()
    page.get_by_role("link", name="Tally: Left more than 4 h").first.click()
    address = page.url
    v.sound(page, "the tally")
    event, other = page.locator("button[value=event]"), page.locator("button[value=other]")

    page.clock.install()
    page.context.set_offline(True)
    for _ in range(7):
        event.click()
    for _ in range(5):
        other.click()
    page.get_by_role("button", name="Take the last one back").click()
    page.clock.fast_forward("30:00")
    v.check("taps are counted at once, without a network", page.locator("#tally-event").inner_text() == "7")
    note = page.locator("#tally-note")
    v.check("it is said that they wait, and that the page stays open",
            "wait" in note.inner_text() and "Leave this page open" in note.inner_text(), note.inner_text())

    # What the phone sends when it is back, kept to be sent a second time.
    sent = []
    page.on("request", lambda request: sent.append(request.post_data) if request.method == "POST" else None)
    page.context.set_offline(False)
    page.clock.fast_forward("00:10")
    page.get_by_text("Everything is kept.").wait_for()
    again = page.request.post(address, data=sent[0], headers={
        "content-type": "application/x-www-form-urlencoded", "origin": v.server.address})
    v.check("the same taps are taken again", again.text().startswith("kept 13 of 13"), again.text())
    page.goto(address)
    counted = page.locator("#tally-event").inner_text(), page.locator("#tally-other").inner_text()
    v.check("each tap counts once", counted == ("7", "4"), counted)

    # The server took the taps, but its answer was lost on the way: after a reload the page has them in its numbers, and
    # the phone still has them waiting.
    def lose(route):
        if route.request.method == "POST":
            route.fetch()
            route.abort()
        else:
            route.continue_()

    page.route("**/tally", lose)
    for _ in range(3):
        event.click()
    page.get_by_text("3 taps wait").wait_for()
    page.context.set_offline(True)
    try:
        page.reload()
    except Exception:
        pass
    page.context.set_offline(False)
    page.goto(address)
    note.wait_for()
    counted = page.locator("#tally-event").inner_text()
    v.check("taps whose arrival was not heard of count once after a reload", counted == "10", counted)
    page.unroute("**/tally")
    page.clock.fast_forward("00:10")
    page.get_by_text("Everything is kept.").wait_for()
    counted = page.locator("#tally-event").inner_text()
    v.check("and still when they were sent again", counted == "10", counted)
    page.goto(address)
    counted = page.locator("#tally-event").inner_text()
    v.check("and when the page is opened anew", counted == "10", counted)

    # Two windows of one phone, both without a network: neither writes over what the other has waiting.
    other_window = page.context.new_page()
    other_window.goto(address)
    page.context.set_offline(True)
    event.click()
    other_window.locator("button[value=event]").click()
    page.context.set_offline(False)
    page.clock.fast_forward("00:10")
    page.get_by_text("Everything is kept.").wait_for()
    page.goto(address)
    counted = page.locator("#tally-event").inner_text()
    v.check("taps of two windows all count", counted == "12", counted)

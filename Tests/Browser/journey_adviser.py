"""An applicant gives an adviser a link; the adviser's notes come back to the list."""


def journey(v):
    page = v.demo()
    page.goto(v.at("/list/adviser"))
    page.locator("main [name=label]").fill("my adviser")
    page.get_by_role("button", name="Make a link").click()
    address = page.locator("#link").input_value()
    v.check("the link is shown once", "/adviser/" in address, address)
    v.sound(page, "the fresh link")

    path = "/adviser/" + address.rsplit("/adviser/", 1)[1]
    v.results.seen.add(path)
    adviser = v.open(path)
    v.check("the secret leaves the address", "/adviser/" not in adviser.url, adviser.url)
    v.check("the page says what it holds", "Chance to match" in adviser.locator("main").inner_text())
    v.sound(adviser, "what the adviser sees")
    v.results.seen.add("/adviser")
    adviser.locator("[name=overall]").fill("Add two programs near home.")
    adviser.locator("[name=from]").fill("An adviser")
    adviser.get_by_role("button", name="Send my notes").click()
    adviser.goto(v.at("/list"))
    v.check("the link opens no other page", "Chance to match" not in adviser.locator("main").inner_text())

    page.goto(v.at("/list"))
    v.check("the notes come back to the list", "Add two programs near home." in page.locator("main").inner_text())
    page.goto(v.at("/list/adviser"))
    page.get_by_role("button", name="Take back").first.click()
    adviser.goto(v.at("/adviser"))
    v.check("a link that was taken back shows nothing", "Chance to match" not in adviser.locator("main").inner_text())

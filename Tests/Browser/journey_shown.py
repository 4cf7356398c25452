"""An owner shows one project by a link: whoever follows it reads that project and nothing else, until it is ended."""


def journey(v):
    page = v.demo()
    page.goto(v.at("/improve"))
    page.get_by_role("link", name="Video visits for no-shows").first.click()
    title = page.locator("h1").inner_text()
    page.get_by_role("link", name="Show this project by a link").click()
    page.locator("main [name=label]").fill("the attending")
    page.get_by_role("button", name="Make a link").click()
    address = page.locator("#link").input_value()
    v.check("the link is shown once", "/shown/" in address, address)
    v.sound(page, "the fresh link to a project")

    path = "/shown/" + address.rsplit("/shown/", 1)[1]
    v.results.seen.add(path)
    reader = v.open(path)
    v.check("the secret leaves the address", path.rsplit("/", 1)[1] not in reader.url, reader.url)
    v.check("the reader sees the project", reader.locator("h1").inner_text() == title)
    v.check("there is nothing to change", reader.locator("main form").count() == 0)
    v.sound(reader, "one project, behind its link")
    reader.locator("main h3 a").first.click()
    v.check("a measure opens with it", "/measure/" in reader.url, reader.url)
    v.sound(reader, "one measure of it")
    reader.goto(v.at("/improve"))
    v.check("the link opens no other page", title not in reader.locator("main").inner_text())

    phone = v.open(path, width=375, dark=True)
    v.sound(phone, "one project on a phone")
    page.goto(v.at("/improve"))
    page.get_by_role("link", name="Video visits for no-shows").first.click()
    page.get_by_role("link", name="Show this project by a link").click()
    page.get_by_role("button", name="End it").first.click()
    phone.reload()
    v.check("a link that was ended shows nothing", title not in phone.locator("main").inner_text())
